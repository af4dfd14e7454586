package io.storeops.listing;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.listing.ShopWithPrices.FIRST;
import static io.storeops.listing.ShopWithPrices.KEEPER;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.Desk;
import io.storeops.failure.CommandReusedException;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The id of a command stands for everything that was wished with it: nothing else is done, or taken as done, under it. */
class OneCommandOneWishTest {
    private static final CommandId COMMAND = CommandId.of("c-1");
    private static final Instant NOON = Instant.parse("2024-06-16T04:00:00Z");
    private static final Instant ONE = NOON.plusSeconds(3600);

    private final FakeEditor editor = new FakeEditor(() -> this.shop.shop.clock);
    private final ShopWithPrices shop = new ShopWithPrices(Optional.of(editor.marketplace()));

    private record Pair(String what, ActorId actor, Consumer<Desk> first, Consumer<Desk> other) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Pair prices(String what, Consumer<Prices> first, Consumer<Prices> other) {
        return new Pair(what, FIRST, desk -> first.accept(desk.prices()), desk -> other.accept(desk.prices()));
    }

    private static Pair listings(String what, ActorId actor, Consumer<Listings> first, Consumer<Listings> other) {
        return new Pair(what, actor, desk -> first.accept(desk.listings()), desk -> other.accept(desk.listings()));
    }

    private static ListingValue title(String text) {
        return new ListingValue(ListingField.TITLE, text);
    }

    private static Consumer<Prices> dsr(String value, Instant from) {
        return prices -> prices.setBaseline(STORE, BaselineKey.DSR, new BigDecimal(value), from);
    }

    private static Stream<Pair> wishes() {
        return Stream.of(
                prices(
                        "a price",
                        prices -> prices.setPriceBook(STORE, "P1", "A", 100),
                        prices -> prices.setPriceBook(STORE, "P1", "A", 101)),
                prices(
                        "a price from now on, then from an instant",
                        prices -> prices.setPriceBook(STORE, "P1", "A", 100),
                        prices -> prices.setPriceBook(STORE, "P1", "A", 100, NOON)),
                prices(
                        "a price from an instant",
                        prices -> prices.setPriceBook(STORE, "P1", "A", 100, NOON),
                        prices -> prices.setPriceBook(STORE, "P1", "A", 100, ONE)),
                prices(
                        "a floor",
                        prices -> prices.setFloor(STORE, "A", 100, DAY),
                        prices -> prices.setFloor(STORE, "A", 101, DAY)),
                prices(
                        "a floor, then none",
                        prices -> prices.setFloor(STORE, "A", 100, DAY),
                        prices -> prices.liftFloor(STORE, "A", DAY)),
                prices(
                        "the date of a floor",
                        prices -> prices.liftFloor(STORE, "A", DAY),
                        prices -> prices.liftFloor(STORE, "A", DAY.plusDays(1))),
                prices("a base value", dsr("4.8", NOON), dsr("4.7", NOON)),
                prices("the instant of a base value", dsr("4.8", NOON), dsr("4.8", ONE)),
                listings(
                        "content",
                        FIRST,
                        listings -> listings.setContent(STORE, "A", title("Teapot")),
                        listings -> listings.setContent(STORE, "A", title("Kettle"))),
                listings(
                        "a named value",
                        FIRST,
                        listings -> listings.nameValue(STORE, "A", ListingValue.stock(1), NOON),
                        listings -> listings.nameValue(STORE, "A", ListingValue.stock(2), NOON)),
                listings(
                        "the time of a named value",
                        FIRST,
                        listings -> listings.nameValue(STORE, "A", ListingValue.stock(1), NOON),
                        listings -> listings.nameValue(STORE, "A", ListingValue.stock(1), ONE)),
                listings(
                        "a write",
                        KEEPER,
                        listings -> listings.write(STORE, "A", title("Teapot")),
                        listings -> listings.write(STORE, "A", title("Kettle"))),
                listings(
                        "what somebody saw",
                        KEEPER,
                        listings -> listings.readBack(STORE, "A", title("Teapot")),
                        listings -> listings.readBack(STORE, "A", title("Kettle"))),
                listings(
                        "what somebody saw, then a look of the library",
                        KEEPER,
                        listings -> listings.readBack(STORE, "A", title("Teapot")),
                        listings -> listings.readBack(STORE, "A", ListingField.TITLE)));
    }

    @ParameterizedTest
    @MethodSource("wishes")
    void itStandsForOneWish(Pair wishes) {
        wishes.first().accept(shop.desk(wishes.actor()).under(COMMAND));
        wishes.first().accept(shop.desk(wishes.actor()).under(COMMAND));
        assertThrows(
                CommandReusedException.class,
                () -> wishes.other().accept(shop.desk(wishes.actor()).under(COMMAND)));
    }
}
