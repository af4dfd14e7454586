package io.storeops.adapter.csv.marketplace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.Marketplace;
import io.storeops.adapter.csv.file.SourceFiles;
import io.storeops.catalog.Store;
import io.storeops.failure.AdapterException;
import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.feed.Period;
import io.storeops.feed.RowProblem;
import io.storeops.figures.Metric;
import io.storeops.figures.OrderFeed;
import io.storeops.figures.OrderLine;
import io.storeops.figures.OrdersRequest;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An order file")
class OrderRulesTest {
    private static final Store NEW_YORK =
            new Store(StoreId.of("US1"), "US1", ZoneId.of("America/New_York"), Currency.getInstance("USD"));

    /** MORE and RULES stand for what a test adds. */
    private static final String PROFILE = """
            {"encoding": "UTF-8",
             "header": {"columns": ["id", "paid", "gross"], "match": "AT_LEAST"},
             MORE
             "times": {"patterns": ["yyyy-MM-dd HH:mm"]},
             "orders": {"grain": "ORDER", "basis": "PAID", RULES
                        "columns": {"order": "id", "paidAt": "paid", "gross": "gross"}}}
            """;

    @TempDir
    private Path folder;

    private Exports exports;

    @BeforeEach
    void openTheFolder() {
        exports = new Exports(folder);
        profile("", "");
    }

    private void profile(String more, String rules) {
        exports.file("p.json", PROFILE.replace("MORE", more).replace("RULES", rules));
    }

    private Exports.Read<OrderLine> read(String text) {
        return exports.file("o.csv", text).orders("o.csv", "p.json");
    }

    private static List<String> ids(Exports.Read<OrderLine> read) {
        return read.rows().stream().map(OrderLine::orderId).toList();
    }

    private static List<Optional<Period>> whens(Exports.Read<OrderLine> read) {
        return read.problems().stream().map(RowProblem::when).toList();
    }

    private static Optional<Period> at(String instant) {
        return Optional.of(Period.at(Instant.parse(instant)));
    }

    @Nested
    class Ids {
        @Test
        void mayStandBetweenEqualsAndBareQuotesWhereTheProfileSaysSo() {
            String file = "id,paid,gross\n=\"7001\",,5\n =\"7002\"\t,,6\n\"=\"\"7003\"\"\",,7\n";
            assertThrows(AdapterException.class, () -> read(file));
            profile("\"ids\": [\"EQUALS_QUOTES\"],", "");
            assertEquals(List.of("7001", "7002", "7003"), ids(read(file)));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"=\"70\"01\"", "=\"7001", "=7001\"", "a=\"7001\"", "=\"7001\"a", "7\"1", "==\"7\"", "=\""})
        void mayHaveNoOtherBareQuote(String id) {
            profile("\"ids\": [\"EQUALS_QUOTES\"],", "");
            AdapterException fault = assertThrows(AdapterException.class, () -> read("id,paid,gross\n" + id + ",,5\n"));
            assertEquals(
                    "o.csv:2: in the record that begins here a quote stands inside a field that does not begin with one",
                    fault.getMessage());
        }

        @Test
        void ofFifteenDigitsAndZerosAreRefusedWhereTheProfileSaysThatTheyAreLonger() {
            String file = "id,paid,gross\n700100200300400000,,5\n700100200300400501,,6\n";
            assertEquals(2, read(file).rows().size());
            profile("\"longIds\": true,", "");
            assertEquals(
                    List.of(
                            "o.csv:2 column id: '700100200300400000' is an id of which a spreadsheet kept 15 digits (the profile"
                                    + " says longIds); export the file anew, with the column as text"),
                    read(file).told());
        }
    }

    @Nested
    class Totals {
        @Test
        void areNoUnpaidOrdersAndTouchNoFigure() {
            Exports.Read<OrderLine> read = read("id,paid,gross\n1,2024-06-01 09:00,5\n合计,,5\nTotal:,,5\n");
            assertEquals(
                    List.of(
                            "o.csv:3 column id: '合计' is not an id but the label of a row of totals",
                            "o.csv:4 column id: 'Total:' is not an id but the label of a row of totals"),
                    read.told());
            assertEquals(List.of(Optional.empty(), Optional.empty()), whens(read));
        }
    }

    @Nested
    class Rejected {
        @Test
        void rowsSayTheTimeInWhichTheyWouldCount() {
            Exports.Read<OrderLine> read =
                    read("id,paid,gross\n1,2024-06-01 09:00,x\n2,,x\n3,yesterday,5\n\n,2024-06-01 09:00,5\n");
            assertEquals(
                    List.of(
                            at("2024-06-01T01:00:00Z"),
                            Optional.empty(),
                            Optional.of(Period.ALWAYS),
                            Optional.empty(),
                            at("2024-06-01T01:00:00Z")),
                    whens(read));
        }

        @Test
        void rowsOfATimeThatTheClocksSkipBelongWhereTheySkip() {
            exports.file("o.csv", "id,paid,gross\n1,2024-03-10 02:30,5\n");
            assertEquals(List.of(at("2024-03-10T07:00:00Z")), whens(exports.orders("o.csv", "p.json", NEW_YORK)));
        }
    }

    @Nested
    class CutOff {
        private static final String LAST =
                ": the file ends within this line, without a line end, so it may be cut off here; export it anew, or add a line"
                        + " end if the line is whole (a profile can say that there is none, with lastLineEnd OPTIONAL)";

        @ParameterizedTest
        @ValueSource(strings = {"123.45", "12", "1", "", "\"123.45\""})
        void inItsLastAmountIsAProblemOfTheRow(String amount) {
            Exports.Read<OrderLine> read = read("id,paid,gross\n1,2024-06-01 09:00,5\n2,2024-06-01 10:00," + amount);
            assertEquals(List.of("1"), ids(read));
            assertEquals(List.of("o.csv:3" + LAST), read.told());
            assertEquals(List.of(at("2024-06-01T02:00:00Z")), whens(read));
        }

        @ParameterizedTest
        @ValueSource(strings = {"3", "3,", "3,2024-06-01 1", "3,2024-06-01 11:00"})
        void beforeItsAmountBelongsBeyondPaymentsInTheOrderOfTime(String rest) {
            Exports.Read<OrderLine> rising = read("id,paid,gross\n1,2024-06-01 09:00,5\n2,2024-06-01 10:00,5\n" + rest);
            assertEquals(List.of("o.csv:4" + LAST), rising.told());
            assertEquals(
                    List.of(Optional.of(new Period(Instant.parse("2024-06-01T02:00:00Z"), Instant.MAX))),
                    whens(rising));
            Exports.Read<OrderLine> falling =
                    read("id,paid,gross\n1,2024-06-01 10:00,5\n2,2024-06-01 09:00,5\n" + rest);
            assertEquals(
                    List.of(Optional.of(new Period(Instant.MIN, Instant.parse("2024-06-01T01:00:00.000000001Z")))),
                    whens(falling));
            Exports.Read<OrderLine> mixed =
                    read("id,paid,gross\n1,2024-06-01 10:00,5\n2,2024-06-01 09:00,5\n4,2024-06-01 12:00,5\n" + rest);
            assertEquals(List.of(Optional.of(Period.ALWAYS)), whens(mixed));
        }

        @Test
        void beforeItsFirstRecordIsAProblemOfThatRow() {
            Exports.Read<OrderLine> read = read("id,paid,gross\n9:00,5\n2,2024-06-01 10:00,5\n");
            assertEquals(
                    List.of(
                            "o.csv:2: the first record has 2 of the 3 columns of the header, so the file may be cut off before it;"
                                    + " export it anew"),
                    read.told());
            assertEquals(List.of("2"), ids(read));
        }

        @Test
        void inTheMiddleIsAFaultOfTheFile() {
            AdapterException fault =
                    assertThrows(AdapterException.class, () -> read("id,paid,gross\n1,,5\n2,\n3,,5\n"));
            assertEquals(
                    "o.csv:3: the record has 2 of the 3 columns of the header; is the file cut off?",
                    fault.getMessage());
        }

        @Test
        void isNoFileWhoseProfileSaysThatTheLastLineHasNoEnd() {
            profile("\"lastLineEnd\": \"OPTIONAL\",", "");
            assertEquals(List.of("1", "2"), ids(read("id,paid,gross\n1,,5\n2,,12")));
            assertEquals(
                    List.of("o.csv:3" + LAST), read("id,paid,gross\n1,,5\n2,").told());
        }

        @Test
        void isNotOneOfOtherLineEnds() {
            assertEquals(List.of("1", "2"), ids(read("id,paid,gross\r1,,5\r2,,12\r")));
            assertEquals(List.of("1", "2"), ids(read("id,paid,gross\r\n1,,5\r\n2,,12\r\n")));
        }
    }

    @Nested
    class Periods {
        private List<List<Period>> stated(String path, Store store) {
            try (Marketplace marketplace = exports.marketplace(path, "p.json")) {
                OrderFeed feed = marketplace.orders().orElseThrow();
                OrdersRequest request = new OrdersRequest(store, Instant.EPOCH, Instant.EPOCH);
                List<List<Period>> stated = new ArrayList<>();
                Optional<FeedCursor> next = Optional.empty();
                do {
                    FeedPage<OrderLine> page = feed.read(request, next);
                    stated.add(page.extract().orElseThrow().states());
                    next = page.next();
                } while (next.isPresent());
                return stated;
            }
        }

        private Period shanghai(String from, String to) {
            return new Period(Instant.parse(from + "T16:00:00Z"), Instant.parse(to + "T16:00:00Z"));
        }

        @Test
        void areStatedByTheFirstPatternThatTheNameHas() {
            profile("", "\"period\": {\"names\": [\"{yyyy-MM-dd}.csv\", \"orders {yyyy-MM}.csv\"]},");
            exports.file("2024-06-01.csv", "id,paid,gross\n")
                    .file("orders 2024-02.csv", "id,paid,gross\n1,,5\n")
                    .file("other.csv", "id,paid,gross\n");
            assertEquals(
                    List.of(
                            List.of(shanghai("2024-05-31", "2024-06-01")),
                            List.of(shanghai("2024-01-31", "2024-02-29")),
                            List.of()),
                    stated(".", Exports.SHANGHAI));
        }

        @Test
        void areStatedByTheDatesOfAColumn() {
            profile("", "\"period\": {\"column\": \"day\", \"dates\": [\"yyyy-MM-dd\"]},");
            exports.file(
                    "p.json",
                    PROFILE.replace("MORE", "")
                            .replace("RULES", "\"period\": {\"column\": \"day\", \"dates\": [\"yyyy-MM-dd\"]},")
                            .replace("\"gross\"],", "\"gross\", \"day\"],"));
            exports.file("o.csv", "id,paid,gross,day\n1,,5,2024-06-02\n2,,5,2024-06-01\n3,,5,2024-06-05\n4,,5,June\n");
            assertEquals(
                    List.of(List.of(shanghai("2024-05-31", "2024-06-02"), shanghai("2024-06-04", "2024-06-05"))),
                    stated("o.csv", Exports.SHANGHAI));
            assertEquals(
                    List.of("o.csv:5 column day: 'June' is not a date (expected yyyy-MM-dd)"),
                    exports.orders("o.csv", "p.json").told());
        }

        @Test
        void areNotStatedByAFileThatIsCutOff() {
            profile("", "\"period\": {\"names\": [\"{yyyy-MM-dd}.csv\"]},");
            for (String cut : List.of("id,paid,gross\n1,,5\n2,,5", "id,paid,gross", "id,paid,gross\n,5\n2,,5\n")) {
                exports.file("2024-06-01.csv", cut);
                assertEquals(List.of(List.of()), stated("2024-06-01.csv", Exports.SHANGHAI), cut);
            }
        }

        @Test
        void endWhenTheFileWasWrittenIfThatWasWithinThem() throws IOException {
            profile("", "\"period\": {\"names\": [\"{yyyy-MM-dd}.csv\"]},");
            exports.file("2024-06-01.csv", "id,paid,gross\n");
            Instant written = Instant.parse("2024-06-01T02:03:04Z");
            Files.setLastModifiedTime(folder.resolve("2024-06-01.csv"), FileTime.from(written));
            assertEquals(
                    List.of(List.of(new Period(Instant.parse("2024-05-31T16:00:00Z"), written))),
                    stated("2024-06-01.csv", Exports.SHANGHAI));
            Files.setLastModifiedTime(folder.resolve("2024-06-01.csv"), FileTime.from(Instant.EPOCH));
            assertEquals(
                    List.of(List.of(shanghai("2024-05-31", "2024-06-01"))), stated("2024-06-01.csv", Exports.SHANGHAI));
        }
    }

    @Nested
    class OrderLevelCells {
        private static final String FILE = """
                id,paid,state,money,item,count,price
                #1,2024-06-01 09:05:00 -0400,paid,USD,Mug,1,20.00
                #1,,,,Cup,2,15.00
                #2,,pending,USD,Pin,1,7.00
                #2,,,,Cap,1,3.00
                #3,2024-06-01 10:05:00 -0400,paid,USD,Pin,1,7.00
                """;

        private void lines(String rules) {
            exports.file("p.json", """
                    {"encoding": "UTF-8",
                     "header": {"columns": ["id", "paid", "state", "money", "item", "count", "price"], "match": "EXACT"},
                     "times": {"patterns": ["yyyy-MM-dd HH:mm:ss XX"]},
                     "orders": {"grain": "LINE", "basis": "PAID", RULES
                                "columns": {"order": "id", "paidAt": "paid", "currency": "money", "item": "item",
                                            "quantity": "count", "price": "price"}}}
                    """.replace("RULES", rules));
        }

        @Test
        void areCarriedDownToTheFurtherLinesOfTheirOrder() {
            lines(
                    "\"accepted\": {\"state\": [\"paid\", \"pending\"]}, \"carriedDown\": [\"paid\", \"state\", \"money\"],");
            exports.file("o.csv", FILE);
            Exports.Read<OrderLine> read = exports.orders("o.csv", "p.json", NEW_YORK);
            assertEquals(List.of(), read.told());
            assertEquals(
                    List.of("#1 2000 true", "#1 3000 true", "#2 700 false", "#2 300 false", "#3 700 true"),
                    read.rows().stream()
                            .map(line -> line.orderId() + " " + line.grossMinor() + " "
                                    + line.paidAt().isPresent())
                            .toList());
        }

        @Test
        void areTheSameWhereverAPageEnds() {
            lines(
                    "\"accepted\": {\"state\": [\"paid\", \"pending\"]}, \"carriedDown\": [\"paid\", \"state\", \"money\"],");
            exports.file("o.csv", FILE);
            Exports.Read<OrderLine> whole = exports.orders("o.csv", "p.json", NEW_YORK);
            Profile profile = Profiles.get("p.json", exports.context());
            OrderLayout layout = profile.orders().orElseThrow();
            for (int size = 1; size <= 3; size++) {
                int rows = size;
                // Each page from a scan of its own, so that it has to find its place again.
                Exports.Read<OrderLine> read = Exports.all(after -> {
                    try (FilePages<String, OrderLine> pages = new FilePages<>(request -> new FileScan<>(
                            new SourceFiles(folder.resolve("o.csv")),
                            profile,
                            (records, places, file) -> {
                                Cells cells = new Cells(records, profile, NEW_YORK.zone(), NEW_YORK.currency());
                                return new OrderRows(
                                        cells,
                                        layout,
                                        places,
                                        new RowConditions(cells, profile, places),
                                        List.of(),
                                        NEW_YORK.zone());
                            },
                            rows))) {
                        return pages.page("q", after);
                    }
                });
                assertEquals(whole.rows(), read.rows());
            }
        }

        @Test
        void ofARefusedLineAreNoUnpaidOrder() {
            lines("\"accepted\": {\"state\": [\"paid\"]},");
            exports.file(
                    "o.csv",
                    FILE.replace("#1,2024-06-01 09:05:00", "#1,June 1st 09:05:00")
                            .replace("#1,,,,", "#1,,paid,USD,"));
            assertEquals(
                    "o.csv:3 column paid: no time of payment, while a line of the order above was refused that has one",
                    exports.orders("o.csv", "p.json", NEW_YORK).told().get(1));
        }

        @Test
        void ofAnotherCurrencyAreRefused() {
            lines(
                    "\"accepted\": {\"state\": [\"paid\", \"pending\"]}, \"carriedDown\": [\"paid\", \"state\", \"money\"],");
            exports.file("o.csv", FILE.replace("USD,Mug", "JPY,Mug"));
            String reason =
                    ": 'JPY' is not the store's currency USD; amounts of two currencies cannot be added. Export each"
                            + " currency by itself";
            assertEquals(
                    List.of("o.csv:2 column money" + reason, "o.csv:3 column money" + reason),
                    exports.orders("o.csv", "p.json", NEW_YORK).told());
        }

        @Test
        void ofAnotherWordThanTheAcceptedAreRefused() {
            lines("\"accepted\": {\"state\": [\"paid\"]}, \"carriedDown\": [\"paid\", \"state\", \"money\"],");
            exports.file("o.csv", FILE);
            String reason = " column state: 'pending' is none of [paid], with which a row counts (orders.accepted)";
            assertEquals(
                    List.of("o.csv:4" + reason, "o.csv:5" + reason),
                    exports.orders("o.csv", "p.json", NEW_YORK).told());
        }
    }

    @Nested
    class ColumnsOfWhichTheProfileDoesNotSpeak {
        private static final String REMEDY =
                ", and the profile does not speak of this column; say under orders.accepted with which words a row counts, or name"
                        + " the column under orders.unread";

        @Test
        void mustAgreeWhereTheyAreAStatusOrAShop() {
            Exports.Read<OrderLine> read = read("id,paid,gross,订单状态,店铺名称\n"
                    + "1,2024-06-01 09:05,5,交易成功,甲店\n"
                    + "2,2024-06-01 09:06,5,交易关闭,甲店\n"
                    + "3,2024-06-01 09:07,5,交易成功,乙店\n"
                    + "4,2024-06-01 09:08,5,买家已付款,甲店\n"
                    + "5,,5,等待买家付款,乙店\n");
            assertEquals(List.of("1", "5"), ids(read));
            assertEquals(
                    List.of(
                            "o.csv:3 column 订单状态: '交易关闭' reads as if the row did not count" + REMEDY,
                            "o.csv:4 column 店铺名称: '乙店' is not '甲店' as in the rows before" + REMEDY,
                            "o.csv:5 column 订单状态: '买家已付款' is not '交易成功' as in the rows before" + REMEDY),
                    read.told());
        }

        @Test
        void mustBeTheStoresCurrency() {
            Exports.Read<OrderLine> read =
                    read("id,paid,gross,Currency\n1,2024-06-01 09:05,5,CNY\n2,2024-06-01 09:06,5,JPY\n");
            assertEquals(List.of("1"), ids(read));
            assertEquals(
                    List.of(
                            "o.csv:3 column Currency: 'JPY' is not the store's currency CNY; give the column the role currency"
                                    + " (orders.columns.currency), or name it under orders.unread if it says nothing of the amount"),
                    read.told());
        }

        @Test
        void areNotLookedAtIfTheProfileNamesThemAsUnread() {
            profile("", "\"unread\": [\"Currency\", \"订单状态\"],");
            assertEquals(
                    List.of("1", "2"),
                    ids(
                            read(
                                    "id,paid,gross,Currency,订单状态\n1,2024-06-01 09:05,5,CNY,a\n2,2024-06-01 09:06,5,JPY,交易关闭\n")));
        }
    }

    @Test
    void saysOnlyTheMetricsThatItsProfileHas() {
        try (Marketplace marketplace = exports.marketplace("o.csv", "p.json");
                Marketplace tmall = exports.marketplace("o.csv", "tmall-orders");
                Marketplace retail = exports.marketplace("o.csv", "online-retail")) {
            assertEquals(
                    Set.of(Metric.AMOUNT, Metric.ORDERS),
                    marketplace.orders().orElseThrow().carries());
            assertEquals(
                    Set.of(Metric.AMOUNT, Metric.ORDERS, Metric.REFUNDED),
                    tmall.orders().orElseThrow().carries());
            assertEquals(
                    Set.of(Metric.AMOUNT, Metric.ORDERS, Metric.REFUNDED, Metric.UNITS),
                    retail.orders().orElseThrow().carries());
        }
    }

    @Test
    void tellsBuyersApartAndGivesNobodysNameAway() {
        exports.file("p.json", """
                {"encoding": "UTF-8", "header": {"columns": ["id", "who", "paid", "gross"], "match": "EXACT"},
                 "times": {"patterns": ["yyyy-MM-dd HH:mm"]},
                 "orders": {"grain": "ORDER", "basis": "PAID",
                            "columns": {"order": "id", "buyer": "who", "paidAt": "paid", "gross": "gross"}}}
                """);
        exports.file(
                "o.csv",
                "id,who,paid,gross\n1,小红,2024-06-01 09:05,5\n2,小明,2024-06-01 09:06,5\n3,小红,2024-06-01 09:07,5\n"
                        + "4,,2024-06-01 09:08,5\n");
        List<OrderLine> rows = exports.orders("o.csv", "p.json").rows();
        assertEquals(rows.get(0).buyer(), rows.get(2).buyer());
        assertNotEquals(rows.get(0).buyer(), rows.get(1).buyer());
        assertEquals(Optional.empty(), rows.get(3).buyer());
        assertFalse(rows.toString().contains("小"), rows::toString);
        assertNotEquals(Optional.of(Sha256.of("小红").hex()), rows.get(0).buyer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void dropsTheMarkOfItsEncodingAndRefusesThatOfAnother(String encoding) {
        Charset charset = Charset.forName(encoding);
        exports.file("p.json", PROFILE.replace("MORE", "").replace("RULES", "").replace("UTF-8", encoding));
        byte[] bytes = ("\uFEFFid,paid,gross\n1,,5\n").getBytes(charset);
        exports.file("o.csv", bytes);
        assertEquals(List.of("1"), ids(exports.orders("o.csv", "p.json")));
        if (encoding.startsWith("UTF-16")) {
            exports.file(
                    "p.json", PROFILE.replace("MORE", "").replace("RULES", "").replace("UTF-8", "UTF-16"));
            assertEquals(List.of("1"), ids(exports.orders("o.csv", "p.json")));
        }
        Charset other = charset.equals(StandardCharsets.UTF_8) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
        exports.file("p.json", PROFILE.replace("MORE", "").replace("RULES", "").replace("UTF-8", other.name()));
        AdapterException fault = assertThrows(AdapterException.class, () -> exports.orders("o.csv", "p.json"));
        assertEquals(
                "o.csv:1: the file begins with the byte order mark of " + encoding + ", but the profile declares "
                        + other + "; declare " + encoding,
                fault.getMessage());
    }
}
