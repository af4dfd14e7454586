package io.storeops.listing;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.listing.ShopWithPrices.FIRST;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.catalog.Store;
import io.storeops.evidence.Stamp;
import io.storeops.failure.RefusedException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no price, floor, stock, content or base value is none wherever it comes from, and before anybody looks at the store. */
class ListingRangesTest {
    private static final Instant NINE = Instant.parse("2024-06-16T01:00:00Z");
    private static final Stamp STAMP = new Stamp(FIRST, NINE, "1");
    private static final ListingValue STOCK = ListingValue.stock(7);

    private final ShopWithPrices shop = new ShopWithPrices();

    private record Wrong(String message, Executable making) {
        @Override
        public String toString() {
            return message;
        }
    }

    private static PriceChange change(long minor) {
        return new PriceChange(
                STORE,
                "P1",
                "A",
                minor,
                PriceState.IN_FORCE,
                1,
                NINE,
                false,
                STAMP,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Stream<Wrong> rows() {
        String price = "The price of A is 1 minor unit or more, not 0; 0 is no price";
        String floor = "The floor of A is 1 minor unit or more, not 0; where there is none, lift it";
        String units = "The sellable stock of A is 0 or more, not -1";
        String content = "STOCK is no content: a price is approved by the price book, a stock is the ERP's";
        ListingFacts.Builder facts = ListingFacts.since(NINE);
        return Stream.of(
                new Wrong(price, () -> change(0)),
                new Wrong(price, () -> new BookPrice("A", 0, Optional.empty())),
                new Wrong(price, () -> facts.price("A", 0)),
                new Wrong(floor, () -> new Floor(STORE, "A", DAY, Optional.of(0L), STAMP)),
                new Wrong(floor, () -> facts.floor("A", 0)),
                new Wrong(units, () -> new StockLevel("A", -1)),
                new Wrong(units, () -> new SellableStock(STORE, "A", NINE, 1, -1, NINE)),
                new Wrong(units, () -> facts.stock("A", -1)),
                new Wrong(content, () -> new ApprovedContent(STORE, "A", NINE, STOCK, STAMP)),
                new Wrong(content, () -> facts.content("A", STOCK)),
                new Wrong(
                        "The base value DSR is 0 or more, with at most 12 digits before and after the point, not -1",
                        () -> new Baseline(STORE, BaselineKey.DSR, NINE, new BigDecimal("-1"), STAMP)),
                new Wrong(
                        "PRICE_MINOR is a SKU's; name it",
                        () -> new ListedField(
                                Store.of("S1", "Asia/Shanghai", "CNY"),
                                "A",
                                Optional.empty(),
                                ListingField.PRICE_MINOR)),
                new Wrong(
                        "TITLE is the item's; it has no SKU A-1",
                        () -> new ListedField(
                                Store.of("S1", "Asia/Shanghai", "CNY"), "A", Optional.of("A-1"), ListingField.TITLE)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aRowIsNeverMadeOfIt(Wrong wrong) {
        assertEquals(
                wrong.message(),
                assertThrows(IllegalArgumentException.class, wrong.making()).getMessage());
    }

    @Test
    void theLeastThatIsOneIsTaken() {
        assertEquals(1, change(1).priceMinor());
        assertEquals(Optional.of(1L), new Floor(STORE, "A", DAY, Optional.of(1L), STAMP).minor());
        assertEquals(0, new StockLevel("A", 0).units());
    }

    /** Not even of a SKU that the store has not, which would be refused otherwise. */
    @Test
    void aWishOfItIsNone() {
        Prices prices = shop.desk(FIRST).prices();
        Listings listings = shop.desk(FIRST).listings();
        for (Executable wish : List.<Executable>of(
                () -> prices.setPriceBook(STORE, "P1", "Z", 0),
                () -> prices.setFloor(STORE, "Z", 0, DAY),
                () -> prices.setBaseline(STORE, BaselineKey.DSR, new BigDecimal("-1"), shop.at("08:00")),
                () -> listings.setContent(STORE, "Z", STOCK))) {
            assertThrows(IllegalArgumentException.class, wish);
        }
        assertThrows(RefusedException.class, () -> prices.setPriceBook(STORE, "P1", "Z", 1));
    }

    @ParameterizedTest
    @CsvSource({
        "0,                         true",
        "0.000000000001,            true",
        "0.0000000000001,           false",
        "999999999999.999999999999, true",
        "1000000000000,             false",
        "1E+1,                      false",
        "-0.1,                      false"
    })
    void aBaseValueHasTwelveDigitsOnEachSide(BigDecimal value, boolean taken) {
        Executable set = () -> shop.desk(FIRST).prices().setBaseline(STORE, BaselineKey.DSR, value, shop.at("12:00"));
        if (taken) {
            assertDoesNotThrow(set);
        } else {
            assertThrows(IllegalArgumentException.class, set);
        }
    }

    @ParameterizedTest
    @EnumSource(BaselineKey.class)
    void aBaseValueThatIsSetLeavesTheOthers(BaselineKey key) {
        Prices prices = shop.desk(FIRST).prices();
        BigDecimal other = new BigDecimal("0.123");
        prices.setBaseline(STORE, key, other, shop.at("12:00"));
        for (BaselineKey each : BaselineKey.values()) {
            assertEquals(
                    each == key ? Optional.of(other) : prices.baselineAt(STORE, each, shop.at("11:59")),
                    prices.baselineAt(STORE, each, shop.at("12:00")),
                    each::name);
        }
    }

    @ParameterizedTest
    @EnumSource(ListingField.class)
    void aFieldIsFoundByTheNameThatItHasInFiles(ListingField field) {
        assertEquals(Optional.of(field), ListingField.find(field.fileName()));
        assertEquals(Optional.empty(), ListingField.find(field.name()));
    }

    @Test
    void aFieldsNameInFilesIsInSmallLetters() {
        assertEquals("price_minor", ListingField.PRICE_MINOR.fileName());
        assertEquals(Optional.empty(), ListingField.find("price"));
    }

    @Test
    void aListingShowsItsValuesByField() {
        ListingValue price = ListingValue.price(100);
        ShownListing shown = new ShownListing("A", Optional.empty(), List.of(STOCK, price), true);
        assertEquals(Optional.of(STOCK), shown.find(ListingField.STOCK));
        assertEquals(Optional.of(price), shown.find(ListingField.PRICE_MINOR));
        assertEquals(Optional.empty(), shown.find(ListingField.TITLE));
        assertThrows(
                IllegalArgumentException.class, () -> new ShownListing("A", Optional.of(""), List.of(STOCK), true));
    }

    /** What a message quotes of a long text is its first forty characters. */
    @Test
    void aValueIsQuotedShortened() {
        String forty = "0123456789".repeat(4);
        assertEquals("TITLE " + forty, new ListingValue(ListingField.TITLE, forty).toString());
        assertEquals("TITLE " + forty + "...", new ListingValue(ListingField.TITLE, forty + "0").toString());
    }

    /** A change that the library names carries its SKU, unless that is too long for an id. */
    @Test
    void aChangeIsNamedAfterItsSku() {
        String longest = "S".repeat(64);
        assertEquals("book/" + longest, PriceChange.id("book", longest));
        String hashed = PriceChange.id("book", longest + "S");
        assertEquals("book/".length() + 64, hashed.length());
        assertTrue(!hashed.contains("S"), hashed);
    }
}
