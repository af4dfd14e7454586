package io.storeops.examples.replay;

import io.storeops.id.Sha256;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.listing.ListingEditor.Answer;
import io.storeops.listing.ListingFacts;
import io.storeops.listing.ListingField;
import io.storeops.listing.ListingValue;
import io.storeops.listing.ListingWrite;
import io.storeops.listing.ReadBack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is written to listings and read back: WRITE_LISTING, READ_BACK, and the ERP's stock among the FACTs. In a scenario of activities,
 * which approve values of their own, writes are not built.
 *
 * @param stage where the scenario is acted out
 */
record ListingPart(Stage stage) implements ReplayPart {
    private static final String SUBJECT = "subject";
    private static final String FIELD = "field";
    private static final String VALUE = "value";

    @Override
    public Map<String, BuiltCommand> commands() {
        return Map.of(
                "FACT", new BuiltCommand(ListingPart::subject, this::fact),
                "WRITE_LISTING", new BuiltCommand(ListingPart::subject, this::write),
                "READ_BACK", new BuiltCommand(ListingPart::subject, this::readBack));
    }

    private static String subject(Command command) {
        return command.args().findMember(SUBJECT).map(JsonReader::text).orElse("");
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

    private boolean hasActivities() {
        return stage.scenario().commands().stream()
                .anyMatch(command -> command.args().names().contains("activity"));
    }

    private Optional<Map<String, Json>> fact(Command command) {
        boolean stock = field(command).filter(ListingField.STOCK::equals).isPresent()
                && command.args()
                        .findMember("source")
                        .filter(source -> source.text().equals("ERP"))
                        .isPresent();
        if (!stock) {
            return Optional.empty();
        }
        stage.ops()
                .tellListings(
                        stage.store(),
                        ListingFacts.since(command.at())
                                .stock(
                                        subject(command),
                                        command.args().member(VALUE).number())
                                .build());
        return Optional.of(BuiltCommand.shown(Map::of, Map::of));
    }

    private Optional<Map<String, Json>> write(Command command) {
        Optional<ListingField> field = field(command);
        if (field.isEmpty() || hasActivities()) {
            return Optional.empty();
        }
        ListingValue value = value(field.get(), command.args().member(VALUE));
        stage.world()
                .editor()
                .script(
                        answer(command),
                        command.args().findMember("read_back").map(place -> value(field.get(), place)));
        return Optional.of(BuiltCommand.shown(
                () -> shown(stage.deskOf(command).listings().write(stage.store(), subject(command), value)), Map::of));
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
        if (field.isEmpty() || hasActivities()) {
            return Optional.empty();
        }
        stage.world().editor().show(value(field.get(), command.args().member(VALUE)));
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
}
