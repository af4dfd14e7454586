package io.storeops.adapter.csv.marketplace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.catalog.Store;
import io.storeops.failure.AdapterException;
import io.storeops.feed.Period;
import io.storeops.feed.RowProblem;
import io.storeops.figures.OrderLine;
import io.storeops.id.StoreId;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A file that is not plain")
class FileShapeTest {
    private static final Store NEW_YORK =
            new Store(StoreId.of("US1"), "US1", ZoneId.of("America/New_York"), Currency.getInstance("USD"));

    /** ROOT, HEADER, TIMES, RULES and ROLES stand for what a test adds. */
    private static final String PROFILE = """
            {"encoding": "UTF-8", ROOT
             "header": {"columns": ["id", "paid", "gross"HEADER], "match": "AT_LEAST"WITHIN},
             "times": {"patterns": [TIMES]},
             "orders": {"grain": "GRAIN", "basis": "PAID", RULES
                        "columns": {"order": "id", "paidAt": "PAIDAT", ROLES}}}
            """;

    @TempDir
    private Path folder;

    private Exports exports;
    private String text = "";

    @BeforeEach
    void begin() {
        exports = new Exports(folder);
        text = PROFILE;
    }

    private FileShapeTest with(String place, String given) {
        text = text.replace(place, given);
        return this;
    }

    private Exports.Read<OrderLine> read(String file) {
        return read(file, Exports.SHANGHAI);
    }

    private Exports.Read<OrderLine> read(String file, Store store) {
        exports.file(
                "p.json",
                text.replace("ROOT", "")
                        .replace("HEADER", "")
                        .replace("WITHIN", "")
                        .replace("TIMES", "\"yyyy-MM-dd HH:mm\"")
                        .replace("GRAIN", "ORDER")
                        .replace("RULES", "")
                        .replace("PAIDAT", "paid")
                        .replace("ROLES", "\"gross\": \"gross\""));
        return exports.file("o.csv", file).orders("o.csv", "p.json", store);
    }

    /** As in "1 12.00 2024-06-01T01:05:00Z", "-" where nothing was paid. */
    private static List<String> orders(Exports.Read<OrderLine> read) {
        return read.rows().stream()
                .map(line -> line.orderId() + " " + line.grossMinor() + " "
                        + line.paidAt().map(Instant::toString).orElse("-"))
                .toList();
    }

    private static final String ONE = "1,2024-06-01 09:05,12.00\n";
    private static final String READ = "1 1200 2024-06-01T01:05:00Z";

    @Nested
    class WithTitles {
        @Test
        void hasItsHeaderBelowThemWhereTheProfileSaysSo() {
            String file = "生意参谋 店铺交易明细\n统计日期,2024-06-01\n\nid,paid,gross\n" + ONE;
            AdapterException fault = assertThrows(AdapterException.class, () -> read(file));
            assertEquals("o.csv:1: the header is '生意参谋 店铺交易明细', which lacks [id, paid, gross]", fault.getMessage());
            assertEquals(List.of(READ), orders(with("WITHIN", ", \"within\": 4").read(file)));
        }

        @Test
        void isRefusedBelowTooMany() {
            AdapterException fault = assertThrows(
                    AdapterException.class,
                    () -> with("WITHIN", ", \"within\": 2").read("title\n\nid,paid,gross\n" + ONE));
            assertEquals("o.csv:1: the header is 'title', which lacks [id, paid, gross]", fault.getMessage());
        }

        @Test
        void isRefusedByTheRecordThatIsMostLikeAHeader() {
            AdapterException fault = assertThrows(
                    AdapterException.class,
                    () -> with("WITHIN", ", \"within\": 10").read("title\nid,paid,total\n" + ONE));
            assertEquals("o.csv:2: the header is 'id,paid,total', which lacks [gross]", fault.getMessage());
        }

        @Test
        void tellsLinesFromTheBeginningOfTheFile() {
            assertEquals(
                    List.of("o.csv:5 column gross: 'x' is not a number of up to 18 digits"),
                    with("WITHIN", ", \"within\": 4")
                            .read("title\n\nid,paid,gross\n" + ONE + "2,2024-06-01 09:05,x\n")
                            .told());
        }
    }

    @Nested
    class WithALineThatSaysTheDelimiter {
        @Test
        void isReadWhereItAgrees() {
            assertEquals(List.of(READ), orders(read("sep=,\nid,paid,gross\n" + ONE)));
            assertEquals(
                    List.of("o.csv:3 column gross: 'x' is not a number of up to 18 digits"),
                    read("sep=,\nid,paid,gross\n1,2024-06-01 09:05,x\n").told());
        }

        @Test
        void isRefusedWhereItDoesNot() {
            AdapterException fault =
                    assertThrows(AdapterException.class, () -> read("sep=;\nid;paid;gross\n1;2024-06-01 09:05;1\n"));
            assertEquals(
                    "o.csv:1: the file says 'sep=;', but the profile declares the delimiter ','; declare the file's own",
                    fault.getMessage());
        }

        @Test
        void isEmptyWithNothingBelow() {
            AdapterException fault = assertThrows(AdapterException.class, () -> read("sep=,\n"));
            assertEquals("o.csv:1: the file is empty, expected the header 'id,paid,gross'", fault.getMessage());
        }
    }

    @Nested
    class WithRecordsThatAreNoRows {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "#共1笔,总计12.00元\n",
                    " #共1笔\n",
                    "#a,b,c,d,e,f\n",
                    "合计,,12.00\n",
                    "合计:,x,\"a\nb\"\n",
                    "#without a line end",
                    "\n",
                    " ,,\t\n",
                    "\n\n#1\n合计\n"
                })
        void passesOverWhatTheProfileNames(String footer) {
            Exports.Read<OrderLine> read =
                    with("ROOT", "\"passedOver\": [\"#\", \"合计\", \"\"],").read("id,paid,gross\n" + ONE + footer);
            assertEquals(List.of(READ), orders(read));
            assertEquals(List.of(), read.told());
        }

        @Test
        void passesThemOverBetweenRowsToo() {
            Exports.Read<OrderLine> read = with("ROOT", "\"passedOver\": [\"总计\"],")
                    .read("id,paid,gross\n总计,-\n" + ONE + "总计,,12,more\n2,,5\n");
            assertEquals(List.of(READ, "2 500 -"), orders(read));
            assertEquals(List.of(), read.told());
        }

        @Test
        void refusesWhatItDoesNotName() {
            assertEquals(
                    List.of(
                            "o.csv:3 column id: '合计' is not an id but the label of a row of totals",
                            "o.csv:4: the line is empty"),
                    with("ROOT", "\"passedOver\": [\"#\"],")
                            .read("id,paid,gross\n" + ONE + "合计,,5\n\n")
                            .told());
            assertThrows(AdapterException.class, () -> read("id,paid,gross\n" + ONE + "共1笔\n2,,1\n"));
        }

        @Test
        void stillKnowsThatItsLastRowIsCutOff() {
            Exports.Read<OrderLine> read =
                    with("ROOT", "\"passedOver\": [\"#\"],").read("id,paid,gross\n" + ONE + "2,2024-06-01 10:05,1");
            assertEquals(1, read.problems().size());
            assertEquals(
                    List.of(Optional.of(Period.at(Instant.parse("2024-06-01T02:05:00Z")))),
                    read.problems().stream().map(RowProblem::when).toList());
        }
    }

    @Nested
    class WithFurtherLinesOfAnOrder {
        private static final String LINES = "id,paid,gross,item\n#1,2024-06-01 09:05,50.00,Mug\n#1,,,Cup\n#1,,,Pin\n"
                + "#2,,7.00,Pin\n#2,,,Mug\n#3,2024-06-01 10:05,9.00,Pin\n";

        @Test
        void countsEachOrderOnce() {
            Exports.Read<OrderLine> read =
                    with("RULES", "\"furtherLines\": true,").read(LINES);
            assertEquals(
                    List.of("#1 5000 2024-06-01T01:05:00Z", "#2 700 -", "#3 900 2024-06-01T02:05:00Z"), orders(read));
            assertEquals(List.of(), read.told());
        }

        @Test
        void refusesThemWithoutAWordInTheProfile() {
            assertEquals(3, read(LINES).problems().size());
        }

        @Test
        void refusesOneThatFollowsAnotherOrder() {
            Exports.Read<OrderLine> read = with("RULES", "\"furtherLines\": true,")
                    .read("id,paid,gross\n#1,2024-06-01 09:05,5\n#2,2024-06-01 09:06,6\n#1,,\n");
            assertEquals(List.of("o.csv:4 column gross: the value is missing"), read.told());
        }

        @Test
        void countsEachLineOfAnOrderWhoseTimeIsCarriedDown() {
            Exports.Read<OrderLine> read = with("GRAIN", "LINE")
                    .with("HEADER", ", \"item\", \"count\"")
                    .with("RULES", "\"carriedDown\": [\"paid\"],")
                    .with("ROLES", "\"item\": \"item\", \"quantity\": \"count\", \"price\": \"gross\"")
                    .read("id,paid,gross,item,count\n#1,2024-06-01 09:05,20.00,Mug,1\n#1,,15.00,Cup,2\n");
            assertEquals(List.of("#1 2000 2024-06-01T01:05:00Z", "#1 3000 2024-06-01T01:05:00Z"), orders(read));
        }
    }

    @Nested
    class OfSeveralStates {
        private static final String FILE =
                "id,paid,gross,state,shop\n1,2024-06-01 09:05,12.00,交易成功,甲店\n2,2024-06-01 09:06,88.00,交易关闭,甲店\n"
                        + "3,,66.00,等待买家付款,甲店\n4,2024-06-01 09:07,100.00,交易成功,乙店\n";

        private FileShapeTest states() {
            return with("HEADER", ", \"state\", \"shop\"")
                    .with(
                            "RULES",
                            "\"accepted\": {\"state\": [\"交易成功\"]}, \"unpaid\": {\"state\": [\"交易关闭\", \"等待买家付款\"]},");
        }

        @Test
        void countsWhatItsWordsSay() {
            Exports.Read<OrderLine> read = states().with(
                            "ROOT", "\"rows\": {\"shop\": {\"take\": [\"甲店\"], \"leave\": [\"乙店\"]}},")
                    .read(FILE);
            assertEquals(List.of(READ, "2 8800 -", "3 6600 -"), orders(read));
            assertEquals(List.of(), read.told());
        }

        @Test
        void refusesEveryOtherWord() {
            Exports.Read<OrderLine> read = states().with("ROOT", "\"rows\": {\"shop\": {\"take\": [\"甲店\"]}},")
                    .read(FILE + "5,2024-06-01 09:08,1.00,交易,甲店\n");
            assertEquals(
                    List.of(
                            "o.csv:5 column shop: '乙店' is none of [甲店], with which a row is taken, nor of [], with which it is left"
                                    + " out (rows)",
                            "o.csv:6 column state: '交易' is none of [交易成功], with which a row counts (orders.accepted)"),
                    read.told());
        }

        @Test
        void takesEveryOtherWordWhereOnlyThoseToLeaveAreNamed() {
            Exports.Read<OrderLine> read = states().with("ROOT", "\"rows\": {\"shop\": {\"leave\": [\"乙店\"]}},")
                    .read(FILE);
            assertEquals(3, read.rows().size());
            assertEquals(List.of(), read.told());
        }

        @Test
        void leavesTheFurtherLinesOfAnOrderThatIsLeftOut() {
            Exports.Read<OrderLine> read = with("HEADER", ", \"shop\"")
                    .with("ROOT", "\"rows\": {\"shop\": {\"take\": [\"甲\"], \"leave\": [\"乙\"]}},")
                    .with("GRAIN", "LINE")
                    .with("HEADER", ", \"item\", \"count\"")
                    .with("RULES", "\"carriedDown\": [\"paid\", \"shop\"],")
                    .with("ROLES", "\"item\": \"shop\", \"gross\": \"gross\"")
                    .read("id,paid,gross,shop\n1,2024-06-01 09:05,2,乙\n1,,3,\n2,2024-06-01 09:05,12,甲\n2,,4,\n");
            assertEquals(List.of("2 1200 2024-06-01T01:05:00Z", "2 400 2024-06-01T01:05:00Z"), orders(read));
            assertEquals(List.of(), read.told());
        }

        @Test
        void refusesAnotherCurrency() {
            Exports.Read<OrderLine> read = with("HEADER", ", \"money\"")
                    .with("ROLES", "\"gross\": \"gross\", \"currency\": \"money\"")
                    .read("id,paid,gross,money\n1,2024-06-01 09:05,50.00,USD\n2,2024-06-01 09:05,7000,JPY\n", NEW_YORK);
            assertEquals(1, read.rows().size());
            assertEquals(
                    List.of(
                            "o.csv:3 column money: 'JPY' is not the store's currency USD; amounts of two currencies cannot be"
                                    + " added. Export each currency by itself"),
                    read.told());
        }
    }

    @Nested
    class WithTimes {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "yyyy-MM-dd HH:mm:ss XX | 2024-06-01 09:05:00 -0400 | 2024-06-01T13:05:00Z",
                    "yyyy-MM-dd HH:mm:ss XX | 2024-06-01 09:05:00 +0530 | 2024-06-01T03:35:00Z",
                    "yyyy-MM-dd HH:mm:ss XXX | 2024-06-01 09:05:00 -04:00 | 2024-06-01T13:05:00Z",
                    "M/d/yyyy h:mm a | 6/1/2024 9:05 AM | 2024-06-01T01:05:00Z",
                    "M/d/yyyy h:mm a | 6/1/2024 9:05 pm | 2024-06-01T13:05:00Z",
                    "M/d/yyyy h:mm a | 6/1/2024 12:00 AM | 2024-05-31T16:00:00Z",
                    "M/d/yyyy h:mm a | 6/1/2024 12:59 PM | 2024-06-01T04:59:00Z",
                    "yyyy年M月d日 ah:mm | 2024年6月1日 下午9:05 | 2024-06-01T13:05:00Z",
                    "EPOCH_SECONDS | 1717203900 | 2024-06-01T01:05:00Z",
                    "EPOCH_MILLIS | 1717203900123 | 2024-06-01T01:05:00.123Z",
                    "EXCEL_SERIAL | 45444.378472222 | 2024-06-01T01:05:00Z",
                    "EXCEL_SERIAL | 45444.37847 | 2024-06-01T01:05:00Z",
                    "EXCEL_SERIAL | 45444.375 | 2024-06-01T01:00:00Z",
                    "EXCEL_SERIAL | 45444 | 2024-05-31T16:00:00Z"
                })
        void readsThemAsTheyAreWritten(String pattern, String written, String instant) {
            Exports.Read<OrderLine> read =
                    with("TIMES", "\"" + pattern + "\"").read("id,paid,gross\n1," + written + ",12\n");
            assertEquals(List.of(), read.told());
            assertEquals(List.of("1 1200 " + instant), orders(read));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "M/d/yyyy h:mm a | 6/1/2024 13:05 PM",
                    "M/d/yyyy h:mm a | 6/1/2024 0:05 AM",
                    "M/d/yyyy h:mm a | 6/1/2024 9:05",
                    "M/d/yyyy h:mm a | 6/1/2024 9:05 XM",
                    "M/d/yyyy h:mm a | 6/1/2024 9:05 A",
                    "EPOCH_SECONDS | 171720390",
                    "EPOCH_SECONDS | 0717203900",
                    "EPOCH_SECONDS | 1717203900.5",
                    "EPOCH_SECONDS | 1717203900123",
                    "EPOCH_MILLIS | 1717203900",
                    "EXCEL_SERIAL | 45444.38",
                    "EXCEL_SERIAL | 45444.3785",
                    "EXCEL_SERIAL | 4544.375",
                    "EXCEL_SERIAL | 45444.",
                    "EXCEL_SERIAL | 45444.3784722222222222",
                    "EXCEL_SERIAL | 45444.37x47",
                    "EXCEL_SERIAL | -45444.5",
                    "yyyy-MM-dd HH:mm:ss XX | 2024-06-01 09:05:00 -04:00"
                })
        void refusesEveryOtherText(String pattern, String written) {
            Exports.Read<OrderLine> read =
                    with("TIMES", "\"" + pattern + "\"").read("id,paid,gross\n1," + written + ",12\n");
            assertEquals(List.of(), read.rows());
            assertEquals(
                    List.of("o.csv:2 column paid: '" + written + "' is not a date-time (expected " + pattern + ")"),
                    read.told());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"d/M/yyyy H:mm\", \"M/d/yyyy H:mm\"",
                    "\"d/M/yyyy h:mm a\", \"M/d/yyyy h:mm a\"",
                    "\"yyyyMMddHH\", \"EPOCH_SECONDS\"",
                    "\"EPOCH_SECONDS\", \"yyyyMMddHH\""
                })
        void refusesTwoWaysOfReadingOneText(String patterns) {
            AdapterException fault = assertThrows(
                    AdapterException.class, () -> with("TIMES", patterns).read("id,paid,gross\n"));
            assertTrue(String.valueOf(fault.getMessage()).contains("as two different times"), fault.getMessage());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"yyyy-MM-dd H:mm\", \"yyyy-MM-dd h:mm a\"",
                    "\"yyyyMMddHHmm\", \"EPOCH_SECONDS\", \"EPOCH_MILLIS\", \"EXCEL_SERIAL\"",
                })
        void takesTwoWaysThatNoTextHas(String patterns) {
            assertEquals(
                    List.of(), with("TIMES", patterns).read("id,paid,gross\n").told());
        }

        @Test
        void mayHaveDateAndTimeInTwoColumns() {
            Exports.Read<OrderLine> read = with("HEADER", ", \"time\"")
                    .with("ROOT", "\"missing\": [\"-\"], \"joined\": {\"paid at\": [\"paid\", \"time\"]},")
                    .with("PAIDAT", "paid at")
                    .read("time,id,paid,gross\n09:05,1,2024-06-01,12\n-,2,,12\n\t09:05 ,3,,12\n,4,2024-06-01,12\n");
            assertEquals(List.of(READ, "2 1200 -"), orders(read));
            assertEquals(
                    List.of(
                            "o.csv:4 column paid at: '09:05' is not a date-time (expected yyyy-MM-dd HH:mm)",
                            "o.csv:5 column paid at: '2024-06-01' is not a date-time (expected yyyy-MM-dd HH:mm)"),
                    read.told());
        }
    }

    @Nested
    class WithNumbers {
        private static final String EUROPEAN =
                "\"delimiter\": \";\", \"numbers\": {\"decimal\": \",\", \"thousands\": \".\"},";

        @Test
        void mayHaveADecimalComma() {
            Exports.Read<OrderLine> read = with("ROOT", EUROPEAN)
                    .read("id;paid;gross\n1;2024-06-01 09:05;1.234,56\n2;;1.234\n3;;1234,5\n4;;0,12\n");
            assertEquals(List.of("1 123456 2024-06-01T01:05:00Z", "2 123400 -", "3 123450 -", "4 12 -"), orders(read));
        }

        @ParameterizedTest
        @ValueSource(strings = {"12.34", "1.2345,6", "0.123", ",5", "5,", "1,2,3", "1.234.56"})
        void areRefusedInAnotherStyle(String number) {
            assertEquals(
                    1,
                    with("ROOT", EUROPEAN)
                            .read("id;paid;gross\n1;;" + number + "\n")
                            .problems()
                            .size());
        }

        @ParameterizedTest
        @ValueSource(strings = {"0,123", "00,123", "1234,567", "1,23", "1.234,56"})
        void areNeverGuessedUnderThousandsWithAComma(String number) {
            assertEquals(
                    1,
                    with("ROOT", "\"delimiter\": \";\", \"numbers\": {\"thousands\": \",\"},")
                            .read("id;paid;gross\n1;;" + number + "\n")
                            .problems()
                            .size());
        }
    }

    @Nested
    class OfOtherBytes {
        @ParameterizedTest
        @ValueSource(strings = {"\n", "\r\n", "\r"})
        void mayHaveAnyLineEnd(String end) {
            assertEquals(List.of(READ), orders(read(("id,paid,gross\n" + ONE).replace("\n", end))));
        }

        @ParameterizedTest
        @CsvSource({"UTF-16LE,FFFE", "UTF-16BE,FEFF", "UTF-16,FEFF", "UTF-8,EFBBBF", "UTF-8,''", "GB18030,''"})
        void mayHaveAByteOrderMark(String encoding, String mark) {
            exports.file(
                    "p.json",
                    PROFILE.replace("UTF-8", encoding)
                            .replace("ROOT", "")
                            .replace("HEADER", "")
                            .replace("WITHIN", "")
                            .replace("TIMES", "\"yyyy-MM-dd HH:mm\"")
                            .replace("GRAIN", "ORDER")
                            .replace("RULES", "")
                            .replace("PAIDAT", "paid")
                            .replace("ROLES", "\"gross\": \"gross\""));
            String name = encoding.equals("UTF-16") ? "UTF-16BE" : encoding;
            byte[] bytes = ("id,paid,gross\n" + ONE).getBytes(Charset.forName(name));
            byte[] before = java.util.HexFormat.of().parseHex(mark);
            byte[] file = new byte[before.length + bytes.length];
            System.arraycopy(before, 0, file, 0, before.length);
            System.arraycopy(bytes, 0, file, before.length, bytes.length);
            assertEquals(List.of(READ), orders(exports.file("o.csv", file).orders("o.csv", "p.json")));
        }

        @Test
        void mayHaveQuotesInsideCellsThatNobodyReads() {
            String file = "id,paid,gross,title\n1,2024-06-01 09:05,12.00,14\" bag\n";
            assertThrows(AdapterException.class, () -> read(file));
            assertEquals(
                    List.of(READ),
                    orders(with("ROOT", "\"quotes\": \"LITERAL\",").read(file)));
        }

        @Test
        void hasNoneInsideCellsThatAreRead() {
            assertThrows(
                    AdapterException.class,
                    () -> with("ROOT", "\"quotes\": \"LITERAL\",").read("id,paid,gross\n1\",,12\n"));
        }

        @Test
        void mayHaveAnyHeaderTwiceThatIsNotDeclared() {
            assertEquals(List.of(READ), orders(read("id,paid,gross,x,x,,\n1,2024-06-01 09:05,12.00,,,,\n")));
            AdapterException fault =
                    assertThrows(AdapterException.class, () -> read("id,paid,gross,gross\n1,,12,13\n"));
            assertEquals("o.csv:1: the header has the column 'gross' twice; remove or rename one", fault.getMessage());
        }

        @Test
        void mayCallAColumnByAnotherName() {
            with("WITHIN", ", \"aliases\": {\"Gross – total\": \"gross\"}");
            assertEquals(List.of(READ), orders(read("id,paid,Gross – total\n" + ONE)));
            assertEquals(List.of(READ), orders(read("id,paid,gross\n" + ONE)));
            assertThrows(AdapterException.class, () -> read("id,paid,gross,Gross – total\n1,,1,1\n"));
        }
    }

    @Nested
    class WhoseProfile {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "WITHIN|, \"within\": 0|$.header.within: 0 is not a number of records from 1 to 100",
                    "WITHIN|, \"within\": 101|$.header.within: 101 is not a number of records from 1 to 100",
                    "WITHIN|, \"aliases\": {\"x\": \"y\"}|$.header.aliases.x: \"y\" is not a column of the header",
                    "WITHIN|, \"aliases\": {\"id\": \"gross\"}|$.header.aliases.id: \"gross\" is given another name, 'id', that is",
                    "ROOT|\"quotes\": \"ANY\",|$.quotes: \"ANY\" is none of [STRICT, LITERAL]",
                    "ROOT|\"joined\": {\"id\": [\"paid\", \"gross\"]},|$.joined.id: [\"paid\",\"gross\"] makes a column 'id', which",
                    "ROOT|\"joined\": {\"x\": [\"paid\"]},|$.joined.x: [\"paid\"] joins fewer than two columns",
                    "ROOT|\"joined\": {\"x\": [\"paid\", \"y\"]},|$.joined.x[1]: \"y\" is not a column of the header",
                    "ROOT|\"rows\": {\"id\": {}},|$.rows.id: {} names no word with which a row is taken or left out",
                    "ROOT|\"rows\": {\"id\": {\"take\": [\"1\"], \"leave\": [\"1\"]}},|$.rows.id: {\"leave\":[\"1\"],\"take\":[\"1\"]} has one",
                    "ROOT|\"rows\": {\"x\": {\"take\": [\"1\"]}},|$.rows.x: {\"take\":[\"1\"]} is not a column of the header",
                    "ROOT|\"source\": {\"of\": \"a\", \"from\": \" \", \"date\": \"2024\"},|$.source.from: \" \" is blank",
                    "RULES|\"unpaid\": {\"id\": []},|$.orders.unpaid.id: [] names no word with which nothing was paid",
                    "RULES|\"accepted\": {\"id\": [\"1\"]}, \"unpaid\": {\"id\": [\"1\"]},|has the word '1' of orders.accepted; a row",
                    "ROLES|\"quantity\": \"id\", \"price\": \"gross\"}, \"furtherLines\": true, \"x\": {|is unknown"
                })
        void breaksARuleIsRefused(String place, String given, String expected) {
            AdapterException fault = assertThrows(
                    AdapterException.class, () -> with(place, given).read("id,paid,gross\n"));
            assertTrue(String.valueOf(fault.getMessage()).contains(expected), fault.getMessage());
        }
    }
}
