package io.storeops.adapter.csv.marketplace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.Marketplace;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.feed.Coverage;
import io.storeops.inspection.InspectionVerdict;
import io.storeops.inspection.Judgement;
import io.storeops.inspection.Look;
import io.storeops.inspection.Phrase;
import io.storeops.inspection.PriceRule;
import io.storeops.listing.BookPrice;
import io.storeops.listing.ListingField;
import io.storeops.listing.ListingsRequest;
import io.storeops.listing.ShownListing;
import io.storeops.listing.StockLevel;
import io.storeops.position.MaintenanceRules;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A bad file of a state")
class BadStatesTest {
    private static final Instant NOW = Instant.parse("2024-06-16T02:00:00Z");
    private static final Instant WRITTEN = Instant.parse("2024-06-16T01:30:00Z");

    /** Listings of which the data say the instant; a file may have a currency of which the profile says nothing. */
    private static final String LISTINGS = """
            {"encoding": "UTF-8",
             "header": {"columns": ["item", "sku", "price", "stock", "seen"], "optional": ["unit"], "match": "AT_LEAST"},
             "numbers": {"thousands": ",", "prefixes": ["¥"]},
             "times": {"patterns": ["yyyy-MM-dd", "yyyy-MM-dd HH:mm"]},
             "listings": {"columns": {"item": "item", "sku": "sku", "price": "price", "stock": "stock", "currency": "unit"},
                          "asOf": {"column": "seen"}}}
            """;

    private static final String HEADER = "item,sku,price,stock,seen\n";
    private static final String GOOD = "B,B1,5,1,2024-06-16 09:30\n";

    @TempDir
    private Path folder;

    private Exports exports;

    @BeforeEach
    void writeTheProfile() {
        exports = new Exports(folder).file("listings.json", LISTINGS);
    }

    private Exports.State<ShownListing> listings(String text) {
        return exports.file("shown.csv", text).listings("shown.csv", "listings.json", Exports.SHANGHAI);
    }

    private static Optional<Judgement> obstacle(Exports.State<?> state) {
        return new Look(
                        NOW,
                        state.asOf(),
                        state.coverage(),
                        state.rows().size(),
                        OptionalLong.empty(),
                        MaintenanceRules.Feed.DEFAULT)
                .findObstacle(PriceRule.KEY);
    }

    private static void assertCouldNotCheck(Phrase phrase, Exports.State<?> state) {
        Judgement judgement = obstacle(state).orElseThrow();
        assertEquals(InspectionVerdict.COULD_NOT_CHECK, judgement.verdict());
        assertEquals(phrase, judgement.phrase());
    }

    @Test
    void isToldFromAGoodOne() {
        Exports.State<ShownListing> good = listings(HEADER + "A,A1,\"¥1,234.50\",7,2024-06-16 09:30\n" + GOOD);
        assertEquals(List.of(), good.told());
        assertEquals(
                "123450",
                good.rows().get(0).find(ListingField.PRICE_MINOR).orElseThrow().text());
        assertEquals(Optional.of(WRITTEN), good.asOf());
        assertEquals(Optional.empty(), obstacle(good));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "9.9-19.9|7|column price: '9.9-19.9' is not a number of up to 18 digits",
                "-5|7|column price: '-5' is below 1",
                "0|7|column price: '0' is below 1",
                "12%|7|column price: '12%' is not a number of up to 18 digits",
                "12％|7|column price: '12％' is not a number of up to 18 digits",
                "$12|7|column price: '$12' is not a number of up to 18 digits",
                "12 USD|7|column price: '12 USD' is not a number of up to 18 digits",
                "1.234|7|column price: '1.234' is not an amount of CNY (expected at most 2 decimals, and 64 bits in minor units)",
                "12|-1|column stock: '-1' is below 0",
                "12|1.5|column stock: '1.5' is not a whole number",
                "12|10%|column stock: '10%' is not a number of up to 18 digits",
                "12|many|column stock: 'many' is not a number of up to 18 digits"
            })
    void hasARowWithAValueThatIsNone(String price, String stock, String expected) {
        Exports.State<ShownListing> read =
                listings(HEADER + "A,A1," + price + "," + stock + ",2024-06-16 09:30\n" + GOOD);
        assertEquals(List.of("shown.csv:2 " + expected), read.told());
        assertEquals(
                List.of("B"), read.rows().stream().map(ShownListing::itemId).toList());
    }

    @Test
    void hasEmptyCellsThatAreMissingAndNotZero() {
        ShownListing row = listings(HEADER + "A,A1,,,2024-06-16 09:30\n").rows().get(0);
        assertEquals(List.of(), row.values());
        assertTrue(row.stockTracked());
    }

    @Test
    void hasTheColumnOfAnotherCurrency() {
        Exports.State<ShownListing> read = listings(
                "item,sku,price,stock,seen,unit\nA,A1,5,1,2024-06-16 09:30,USD\nB,B1,5,1,2024-06-16 09:30,CNY\n"
                        + "C,C1,5,1,2024-06-16 09:30,\n");
        assertEquals(
                List.of(
                        "shown.csv:2 column unit: 'USD' is not the store's currency CNY; amounts of two currencies cannot be"
                                + " added. Export each currency by itself",
                        "shown.csv:4 column unit: the value is missing"),
                read.told());
        assertEquals(1, read.rows().size());
    }

    @Test
    void hasACurrencyOfWhichTheProfileSaysNothing() {
        Exports.State<ShownListing> read = listings(
                "item,sku,price,stock,seen,Currency\nA,A1,5,1,2024-06-16 09:30,USD\nB,B1,5,1,2024-06-16 09:30,CNY\n");
        assertEquals(
                List.of("shown.csv:2 column Currency: 'USD' is not the store's currency CNY; give the column the role"
                        + " currency (columns.currency)"),
                read.told());
        assertEquals(1, read.rows().size());
    }

    @Test
    void isCutOffInARow() {
        Exports.State<ShownListing> read = listings(HEADER + GOOD + "A,A1,5");
        assertEquals(1, read.rows().size());
        assertEquals(1, read.told().size());
        assertTrue(read.told().get(0).startsWith("shown.csv:3: the file ends within this line"), read.told()::toString);
        assertEquals(Coverage.PARTIAL, read.coverage());
        assertCouldNotCheck(Phrase.SOURCE_PARTIAL, read);
    }

    @Test
    void hasARowInItsMiddleThatIsCutOff() {
        AdapterException fault =
                assertThrows(AdapterException.class, () -> listings(HEADER + GOOD + "A,A1,5\n" + GOOD));
        assertEquals(FaultKind.INVALID, fault.kind());
        assertEquals(
                "shown.csv:3: the record has 3 of the 5 columns of the header; is the file cut off?",
                fault.getMessage());
    }

    @Test
    void hasNoRows() {
        Exports.State<ShownListing> read = listings(HEADER);
        assertEquals(List.of(), read.rows());
        assertEquals(Optional.empty(), read.asOf());
        // Even if its time were known.
        assertCouldNotCheck(
                Phrase.SOURCE_EMPTY, new Exports.State<>(read.rows(), read.told(), Optional.of(NOW), read.coverage()));
        AdapterException fault = assertThrows(AdapterException.class, () -> listings(""));
        assertEquals(
                "shown.csv:1: the file is empty, expected the header 'item,sku,price,stock,seen'", fault.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html>\n<html lang=\"en\"><body>Log in</body></html>\n",
                "\uFEFF\r\n<HTML><head><title>登录</title></head></HTML>",
                "<?xml version=\"1.0\"?>\n<!-- saved --><html xmlns=\"x\"></html>\n"
            })
    void isAWebPage(String page) {
        AdapterException fault = assertThrows(AdapterException.class, () -> listings(page));
        assertEquals(FaultKind.INVALID, fault.kind());
        assertEquals(
                "shown.csv:1: this is a web page, not CSV, perhaps one to log in on; log in and export the file anew",
                fault.getMessage());
    }

    @Test
    void hasYesterdaysDateInItsData() {
        Exports.State<ShownListing> read = listings(HEADER + GOOD + "A,A1,5,1,2024-06-15\n");
        assertEquals(2, read.rows().size());
        // The earliest rules, whichever row it stands in; the date is its beginning in the store's zone.
        assertEquals(Optional.of(Instant.parse("2024-06-14T16:00:00Z")), read.asOf());
        assertCouldNotCheck(Phrase.SOURCE_TOO_OLD, read);
    }

    @Test
    void saysNotOfWhichInstantItSpeaks() {
        exports.file("listings.json", LISTINGS.replaceFirst(",\\s+\"asOf\": \\{\"column\": \"seen\"}", ""));
        assertCouldNotCheck(Phrase.SOURCE_WITHOUT_INSTANT, listings(HEADER + GOOD));
    }

    @Test
    void hasASkuTwiceWithTwoPrices() {
        Exports.State<ShownListing> read = listings(HEADER + "A,A1,5,1,2024-06-16 09:30\n" + GOOD
                + "A,A1,6,1,2024-06-16 09:30\nA,A1,5,1,2024-06-16 09:30\n");
        assertEquals(
                List.of("B"), read.rows().stream().map(ShownListing::itemId).toList());
        assertEquals(
                List.of(
                        "shown.csv:2: SKU A1 stands in line 4 too, with something else; neither row is taken. Correct the"
                                + " file, or export it anew",
                        "shown.csv:4: SKU A1 stands in line 2 too, with something else; neither row is taken. Correct the"
                                + " file, or export it anew",
                        "shown.csv:5: SKU A1 stands in line 2 too, with something else; neither row is taken. Correct the"
                                + " file, or export it anew"),
                read.told());
    }

    @Test
    void hasASkuTwiceWithTheSamePrice() {
        Exports.State<ShownListing> read = listings(HEADER + GOOD + GOOD);
        assertEquals(List.of(), read.told());
        assertEquals(1, read.rows().size());
    }

    /** Every page is read by a marketplace that has not read the one before. */
    private Exports.State<ShownListing> resumed() {
        return Exports.state(after -> {
            try (Marketplace fresh = exports.marketplace("shown.csv", "listings.json")) {
                return fresh.listings().orElseThrow().read(new ListingsRequest(Exports.SHANGHAI), after);
            }
        });
    }

    @Test
    void isCutOffBeforeItsFirstRow() {
        StringBuilder text = new StringBuilder(HEADER).append("5,1,2024-06-16 09:30\n");
        for (int i = 0; i < 6_000; i++) {
            text.append("I").append(i).append(",,5,1,2024-06-16 09:30\n");
        }
        Exports.State<ShownListing> read = listings(text.toString());
        assertEquals(6_000, read.rows().size());
        assertTrue(
                read.told().get(0).startsWith("shown.csv:2: the first record has 3 of the 5 columns"), read::toString);
        assertEquals(Coverage.PARTIAL, read.coverage());
        assertEquals(read, resumed());
    }

    /** The second of the two is beyond the first page, and on resuming by a cursor nothing changes. */
    @Test
    void hasASkuTwiceOnTwoPages() {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 12_000; i++) {
            text.append("I").append(i % 11_999).append(",,").append(i + 1).append(",1,2024-06-16 09:30\n");
        }
        exports.file("shown.csv", text.toString());
        Exports.State<ShownListing> read = exports.listings("shown.csv", "listings.json", Exports.SHANGHAI);
        assertEquals(11_998, read.rows().size());
        assertEquals(2, read.told().size());
        assertTrue(read.told().get(0).startsWith("shown.csv:2: item I0 stands in line 12001 too"), read::toString);
        assertEquals(read, resumed());
    }

    @Test
    void ofPricesAndStockIsRefusedInTheSameWay() {
        String book = "sku,price,currency,effective_from\n";
        Exports.State<BookPrice> prices = exports.file(
                        "book.csv",
                        book + "A,5,CNY,\nA,6,CNY,2024-06-17\nB,5,CNY,\nB,6,CNY,\nC,5,USD,\nD,9.9-19.9,CNY,\nE,,CNY,\n"
                                + "F,5%,CNY,\nG,-1,CNY,\n")
                .written("book.csv", WRITTEN.toString())
                .priceBook("book.csv", "price-book");
        assertEquals(
                List.of(
                        new BookPrice("A", 500, Optional.empty()),
                        new BookPrice("A", 600, Optional.of(Instant.parse("2024-06-16T16:00:00Z")))),
                prices.rows());
        assertEquals(
                List.of(
                        "book.csv:4: SKU B stands in line 5 too, with something else; neither row is taken. Correct the file,"
                                + " or export it anew",
                        "book.csv:5: SKU B stands in line 4 too, with something else; neither row is taken. Correct the file,"
                                + " or export it anew",
                        "book.csv:6 column currency: 'USD' is not the store's currency CNY; amounts of two currencies cannot"
                                + " be added. Export each currency by itself",
                        "book.csv:7 column price: '9.9-19.9' is not a number of up to 18 digits",
                        "book.csv:8 column price: the value is missing",
                        "book.csv:9 column price: '5%' is not a number of up to 18 digits",
                        "book.csv:10 column price: '-1' is below 1"),
                prices.told());
        assertEquals(Optional.of(WRITTEN), prices.asOf());

        Exports.State<StockLevel> stock = exports.file(
                        "stock-20240615-0930.csv", "sku,units\nA,\"1,200\"\nB,\nC,-1\nD,1.5\nE,0\n")
                .stock("stock-20240615-0930.csv", "erp-stock");
        assertEquals(List.of(new StockLevel("A", 1_200), new StockLevel("E", 0)), stock.rows());
        assertEquals(
                List.of(
                        "stock-20240615-0930.csv:3 column units: the value is missing",
                        "stock-20240615-0930.csv:4 column units: '-1' is below 0",
                        "stock-20240615-0930.csv:5 column units: '1.5' is not a whole number"),
                stock.told());
        assertEquals(Optional.of(Instant.parse("2024-06-15T01:30:00Z")), stock.asOf());
        assertCouldNotCheck(Phrase.SOURCE_TOO_OLD, stock);
    }

    @Test
    void isNotTakenForTheNewestOfSeveral() {
        exports.file("stock-20240615-0930.csv", "sku,units\nA,1\n")
                .file("stock-20240616-0930.csv", "sku,units\nA,2\n")
                .file("late.csv", "sku,units\nA,3\n")
                .written("late.csv", "2024-06-14T00:00:00Z");
        Exports.State<StockLevel> stock = exports.stock(folder.toString(), "erp-stock");
        assertEquals(List.of(new StockLevel("A", 2)), stock.rows());
        assertEquals(List.of(), stock.told());
    }
}
