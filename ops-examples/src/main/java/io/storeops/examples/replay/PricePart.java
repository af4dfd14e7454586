package io.storeops.examples.replay;

import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.listing.PriceBook;
import io.storeops.listing.PriceChange;
import io.storeops.listing.PriceState;
import io.storeops.listing.Prices;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The price book: SET_PRICE_BOOK, RELEASE_PRICE, WITHDRAW_PRICE and SET_FLOOR.
 *
 * @param stage where the scenario is acted out
 */
record PricePart(Stage stage) implements ReplayPart {
    @Override
    public Map<String, BuiltCommand> commands() {
        return Map.of(
                "SET_PRICE_BOOK",
                acting((prices, command) -> prices.setPriceBook(
                        stage.store(),
                        change(command),
                        command.args().text("item"),
                        command.args().number("value"))),
                "RELEASE_PRICE",
                acting((prices, command) -> prices.releasePrice(stage.store(), held(command))),
                "WITHDRAW_PRICE",
                acting((prices, command) -> prices.withdrawPrice(stage.store(), held(command))),
                "SET_FLOOR",
                new BuiltCommand(PricePart::target, this::setFloor));
    }

    private BuiltCommand acting(BiFunction<Prices, Command, PriceChange> act) {
        return new BuiltCommand(
                PricePart::target,
                command -> Optional.of(new NamedValues(stage)
                        .shown(
                                () -> shown(act.apply(stage.deskOf(command).prices(), command)),
                                () -> afterwards(command))));
    }

    private Optional<Map<String, Json>> setFloor(Command command) {
        return Optional.of(new NamedValues(stage)
                .shown(
                        () -> {
                            stage.deskOf(command)
                                    .prices()
                                    .setFloor(
                                            stage.store(),
                                            command.args().text("item"),
                                            command.args().number("floor_minor"),
                                            command.date("from"));
                            return Map.of();
                        },
                        () -> Map.of("state", Optional.empty())));
    }

    private static Optional<String> named(Command command) {
        return command.args().findMember("change").map(JsonReader::text);
    }

    /** The change, or the item where none is named. */
    private static String target(Command command) {
        return named(command).orElseGet(() -> command.args().text("item"));
    }

    private static String change(Command command) {
        return named(command).orElseGet(() -> "seq-" + command.seq());
    }

    /** The change that is meant: the item's only held one where none is named. */
    private String held(Command command) {
        return named(command)
                .orElseGet(() -> bookOf(command.args().text("item")).held().stream()
                        .findFirst()
                        .map(PriceChange::id)
                        .orElse("seq-" + command.seq()));
    }

    private PriceBook bookOf(String sku) {
        return stage.source().prices().bookOf(stage.store(), sku);
    }

    private Map<String, Object> afterwards(Command command) {
        return stage.source()
                .prices()
                .findChange(stage.store(), held(command))
                .map(this::shown)
                .orElseGet(() -> new HashMap<>(Map.of(
                        "state",
                        Optional.empty(),
                        "price_book_minor",
                        approved(command.args().text("item")))));
    }

    private Map<String, Object> shown(PriceChange change) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("state", change.state());
        if (change.state() == PriceState.HELD) {
            shown.put("code", PriceState.HELD);
        }
        shown.put("price_book_minor", approved(change.skuId()));
        return shown;
    }

    private Optional<Long> approved(String sku) {
        return bookOf(sku).minorAt(stage.now());
    }
}
