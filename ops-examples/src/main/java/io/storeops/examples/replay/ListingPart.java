package io.storeops.examples.replay;

import io.storeops.id.Sha256;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.listing.FlashPrice;
import io.storeops.listing.ListingEditor.Answer;
import io.storeops.listing.ListingFacts;
import io.storeops.listing.ListingField;
import io.storeops.listing.ListingValue;
import io.storeops.listing.ListingWrite;
import io.storeops.listing.Listings;
import io.storeops.listing.ReadBack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is written to listings and read back: WRITE_LISTING, READ_BACK, and the stock among the FACTs: the ERP's is told, the
 * marketplace's is what a look at it gives.
 *
 * @param stage where the scenario is acted out
 * @param stocks what was known of the marketplace's stock whenever somebody had looked
 */
record ListingPart(Stage stage, SeenStocks stocks) implements ReplayPart {
    private static final String SUBJECT = "subject";
    private static final String FIELD = "field";
    private static final String VALUE = "value";

    static ListingPart on(Stage stage) {
        return new ListingPart(stage, new SeenStocks(stage));
    }

    @Override
    public Map<String, BuiltCommand> commands() {
        return Map.of(
                "FACT", new BuiltCommand(ListingPart::subject, this::fact),
                "WRITE_LISTING", new BuiltCommand(this::target, this::write),
                "READ_BACK", new BuiltCommand(ListingPart::subject, this::readBack));
    }

    private static String subject(Command command) {
        return command.args().findMember(SUBJECT).map(JsonReader::text).orElse("");
    }

    /** What a refused write is about: a scenario with activities names the field too. */
    private String target(Command command) {
        boolean fields = stage.scenario().commands().stream()
                .anyMatch(each -> each.name().equals("SUBMIT_ACTIVITY"));
        return fields ? fieldOf(command) : subject(command);
    }

    private static String fieldOf(Command command) {
        return subject(command)
                + command.args()
                        .findMember(FIELD)
                        .map(field -> ":" + field.text())
                        .orElse("");
    }

    private static Optional<ListingField> field(Command command) {
        return command.args().findMember(FIELD).flatMap(place -> ListingField.find(place.text()));
    }

    /** Numbers as digits, an image by the hash of what stands for it, any other text as it is. */
    static ListingValue value(ListingField field, JsonReader place) {
        if (place.value() instanceof Json.Num) {
            return new ListingValue(field, Long.toString(place.number()));
        }
        return field == ListingField.IMAGE
                ? ListingValue.images(List.of(Sha256.of(place.text())))
                : new ListingValue(field, place.text());
    }

    private Optional<Map<String, Json>> fact(Command command) {
        Optional<String> source = command.args().findMember("source").map(JsonReader::text);
        if (field(command).filter(ListingField.STOCK::equals).isEmpty()) {
            return Optional.empty();
        }
        return switch (source.orElse("")) {
            case "ERP" ->
                told(() -> stage.ops()
                        .tellListings(
                                stage.store(),
                                ListingFacts.since(command.at())
                                        .stock(subject(command), units(command))
                                        .build()));
            case "MARKETPLACE" ->
                told(() -> {
                    ListingValue stock = ListingValue.stock(units(command));
                    if (stage.world().reachable()) {
                        stage.world().shownListings().show(subject(command), stock);
                        stage.source().listings().collect(stage.store());
                    } else {
                        stage.source().listings().readBack(stage.store(), subject(command), stock);
                    }
                    stocks.note(subject(command));
                });
            default -> Optional.empty();
        };
    }

    private static long units(Command command) {
        return command.args().member(VALUE).number();
    }

    private static Optional<Map<String, Json>> told(Runnable tell) {
        tell.run();
        return Optional.of(BuiltCommand.shown(Map::of, Map::of));
    }

    private Optional<Map<String, Json>> write(Command command) {
        Optional<ListingField> field = field(command);
        if (field.isEmpty()) {
            return Optional.empty();
        }
        ListingValue value = written(command, field.get(), command.args().member(VALUE));
        if (!stage.world().reachable()) {
            return editedByHand(command, value);
        }
        stage.world()
                .editor()
                .script(
                        answer(command),
                        command.args().findMember("read_back").map(place -> written(command, field.get(), place)));
        Map<String, Json> shown = BuiltCommand.shown(() -> shown(write(command, value)), Map::of);
        if (field.get() == ListingField.STOCK) {
            stocks.note(subject(command));
        }
        return Optional.of(shown);
    }

    private ListingWrite write(Command command, ListingValue value) {
        Listings listings = stage.deskOf(command).listings();
        return command.args()
                .findMember("activity")
                .map(activity -> listings.write(stage.store(), subject(command), value, activity.text()))
                .orElseGet(() -> listings.write(stage.store(), subject(command), value));
    }

    /** A limited price has its window and quota in arguments of their own. */
    private static ListingValue written(Command command, ListingField field, JsonReader place) {
        return field == ListingField.FLASH_PRICE_MINOR
                ? ListingValue.flash(new FlashPrice(
                        place.number(),
                        command.instant("from").orElseThrow(),
                        command.instant("to").orElseThrow(),
                        command.args().findMember("quota").map(JsonReader::number)))
                : value(field, place);
    }

    /** A person edits what is approved, and tells what is shown then; nothing, while it is not to be seen yet. */
    private Optional<Map<String, Json>> editedByHand(Command command, ListingValue value) {
        Listings listings = stage.deskOf(command).listings();
        if (listings.approval(stage.store(), subject(command), value.field()).allows(value)) {
            command.args()
                    .findMember("read_back")
                    .ifPresent(place ->
                            listings.readBack(stage.store(), subject(command), written(command, value.field(), place)));
        }
        return Optional.empty();
    }

    private static Answer answer(Command command) {
        Optional<JsonReader> place = command.args().findMember("answer");
        return switch (place.map(JsonReader::text).orElse("ACCEPTED")) {
            case "ACCEPTED" -> new Answer.Accepted();
            case "REVIEW" -> new Answer.InReview(command.instant("until"));
            case "REJECTED" -> new Answer.Rejected("as the scenario has it");
            case "LOST" -> new Answer.Lost("as the scenario has it");
            default -> throw place.orElseThrow().refusal("is none of ACCEPTED, REVIEW, REJECTED, LOST");
        };
    }

    private Map<String, ?> shown(ListingWrite write) {
        return Map.of(
                "verdict", write.verdict(),
                "until", write.outcome().flatMap(ListingWrite.Outcome::until).map(stage.notation()::text));
    }

    private Optional<Map<String, Json>> readBack(Command command) {
        Optional<ListingField> field = field(command);
        if (field.isEmpty()) {
            return Optional.empty();
        }
        ListingValue value = value(field.get(), command.args().member(VALUE));
        if (!stage.world().reachable()) {
            stage.deskOf(command).listings().readBack(stage.store(), subject(command), value);
            return Optional.empty();
        }
        stage.world().editor().show(value);
        return Optional.of(BuiltCommand.shown(
                () -> shown(stage.deskOf(command).listings().readBack(stage.store(), subject(command), field.get())),
                Map::of));
    }

    private Map<String, ?> shown(ReadBack back) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("verdict", back.verdict());
        shown.put("until", back.until().map(stage.notation()::text));
        shown.put("equals_approved", back.equalsApproved());
        return shown;
    }

    @Override
    public List<ResultTable> tables() {
        return stocks.tables();
    }
}
