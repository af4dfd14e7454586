package io.storeops.adapter.csv.marketplace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.storeops.figures.OrderLine;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A row")
class RowRulesTest {
    private static final String TMALL = "订单编号,总金额,买家实际支付金额,收货地址,订单创建时间,订单付款时间,退款金额\r\n";
    private static final String RETAIL =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    /** Every optional rule of an order profile is on. */
    private static final String LINES = """
            {"encoding": "UTF-8",
             "header": {"columns": ["id", "item", "paid", "gross", "back", "pieces"], "match": "EXACT"},
             "missing": ["-", "--", "null"],
             "ids": ["EQUALS_QUOTES", "APOSTROPHE", "POINT_ZERO"],
             "numbers": {"thousands": ",", "prefixes": ["¥", "CN¥"], "suffixes": ["元"]},
             "times": {"patterns": ["yyyy/M/d H:mm", "yyyy-MM-dd'T'HH:mm:ssXXX"], "zone": "Europe/Berlin"},
             "currency": "CNY",
             "orders": {"grain": "LINE", "basis": "PAID", "nothingRefunded": ["无退款申请"],
                        "columns": {"order": "id", "item": "item", "paidAt": "paid", "gross": "gross",
                                    "refunded": "back", "units": "pieces"}}}
            """;

    @TempDir
    private Path folder;

    private Exports exports;

    @BeforeEach
    void writeTheProfile() {
        exports = new Exports(folder).file("lines.json", LINES);
    }

    private Exports.Read<OrderLine> line(String row) {
        return exports.file("lines.csv", "id,item,paid,gross,back,pieces\n" + row + "\n")
                .orders("lines.csv", "lines.json");
    }

    private OrderLine taken(String row) {
        Exports.Read<OrderLine> read = line(row);
        assertEquals(List.of(), read.told());
        return read.rows().get(0);
    }

    private void refused(String row, String reason) {
        Exports.Read<OrderLine> read = line(row);
        assertEquals(List.of("lines.csv:2" + reason), read.told());
        assertEquals(List.of(), read.rows());
    }

    private Exports.Read<OrderLine> tmall(String row) {
        return exports.file("orders.csv", TMALL + row + "\r\n").orders("orders.csv", "tmall-orders");
    }

    @Nested
    class Ids {
        @Test
        void loseWhatASpreadsheetPutsAroundThem() {
            for (String id : List.of("123", "\"=\"\"123\"\"\"", "'123", "\t123", "123.0", " 123 ", "\"='123\"")) {
                String expected = id.equals("\"='123\"") ? "='123" : "123";
                assertEquals(expected, taken(id + ",A,,1,0,1").orderId(), id);
            }
        }

        @Test
        void keepWhatTheProfileDoesNotStrip() {
            assertEquals("'17850.0", ids("'17850.0"));
            assertEquals("00123", ids("00123"));
        }

        private String ids(String id) {
            String profile = LINES.replace("\"ids\": [\"EQUALS_QUOTES\", \"APOSTROPHE\", \"POINT_ZERO\"],", "");
            return exports.file("plain.json", profile)
                    .file("plain.csv", "id,item,paid,gross,back,pieces\n" + id + ",A,,1,0,1\n")
                    .orders("plain.csv", "plain.json")
                    .rows()
                    .get(0)
                    .orderId();
        }

        @Test
        void areRefusedIfASpreadsheetShortenedThem() {
            refused(
                    "4.68769E+17,A,,1,0,1",
                    " column id: '4.68769E+17' is not an id but a number that a spreadsheet has shortened; export the file"
                            + " anew");
        }

        @Test
        void areRefusedIfMissing() {
            refused(",A,,1,0,1", " column id: the value is missing");
            refused("1,--,,1,0,1", " column item: the value is missing");
            refused("'',A,,1,0,1".replace("''", "'"), " column id: ''' is not an id");
        }
    }

    @Nested
    class Amounts {
        @Test
        void areReadExactlyAsTheProfileWritesThem() {
            assertEquals(123_456_789L, taken("1,A,,\"1,234,567.89\",0,1").grossMinor());
            assertEquals(1_290L, taken("1,A,,¥12.9元,0,1").grossMinor());
            assertEquals(1_290L, taken("1,A,,CN¥12.90,0,1").grossMinor());
            assertEquals(500L, taken("1,A,,5.000,0,1").grossMinor());
        }

        @Test
        void areRefusedWithSurplusDecimals() {
            refused(
                    "1,A,,12.345,0,1",
                    " column gross: '12.345' is not an amount of CNY (expected at most 2 decimals, and 64 bits in minor"
                            + " units)");
        }

        @Test
        void areRefusedIfTheyAreNoNumbers() {
            for (String cell :
                    List.of("1.2.3", "1e3", "12.02%", "\"12,34\"", "\"1,2345\"", "１２", "$5", "+", "5.", ".5")) {
                String shown = cell.replace("\"", "");
                refused("1,A,," + cell + ",0,1", " column gross: '" + shown + "' is not a number of up to 18 digits");
            }
        }

        @Test
        void areRefusedBelowZero() {
            refused("1,A,,-1,0,1", " column gross: '-1' is below 0");
            refused("1,A,,1,-0.01,1", " column back: '-0.01' is below 0");
            refused("1,A,,1,0,-1", " column pieces: '-1' is below 0");
        }

        @Test
        void areRefusedIfTheyExceed64Bits() {
            refused(
                    "1,A,,999999999999999999,0,1",
                    " column gross: '999999999999999999' is not an amount of CNY (expected at most 2 decimals, and 64 bits in"
                            + " minor units)");
        }
    }

    @Nested
    class WhatIsMissing {
        @Test
        void isNeverZero() {
            for (String marker : List.of("", "-", "--", "null", " -- ")) {
                refused("1,A,," + marker + ",0,1", " column gross: the value is missing");
                assertEquals(OptionalLong.empty(), taken("1,A,,1,0," + marker).units());
                assertEquals(Optional.empty(), taken("1,A," + marker + ",1,0,1").paidAt());
                refused(
                        "1,A,,1," + marker + ",1",
                        " column back: the refund is missing, which is not 0; a profile can declare under"
                                + " orders.nothingRefunded what says that nothing was given back");
            }
        }

        @Test
        void isNotAWordThatTheProfileDeclaresToMeanNothingRefunded() {
            assertEquals(0, taken("1,A,,1,无退款申请,1").refundedMinor());
        }

        @Test
        void isTheRefundThatTmallWritesAsAWord() {
            assertEquals(
                    List.of(
                            "orders.csv:2 column 退款金额: the refund is missing, which is not 0; a profile can declare under"
                                    + " orders.nothingRefunded what says that nothing was given back"),
                    tmall("1,5,5,上海,2020/2/21 0:00,2020/2/21 0:00,无退款申请").told());
        }

        @Test
        void isALineWithoutAnyCharacter() {
            Exports.Read<OrderLine> read = line("1,A,,1,0,1\n\n2,A,,1,0,1");
            assertEquals(2, read.rows().size());
            assertEquals(List.of("lines.csv:3: the line is empty"), read.told());
        }
    }

    @Nested
    class Times {
        @Test
        void areReadInTheZoneOfTheProfileOrByTheirOwnOffset() {
            assertEquals(
                    paid("2024-01-15T11:30:00Z"),
                    taken("1,A,2024/1/15 12:30,1,0,1").paidAt());
            assertEquals(
                    paid("2024-01-15T04:30:00Z"),
                    taken("1,A,2024-01-15T12:30:00+08:00,1,0,1").paidAt());
        }

        @Test
        void areRefusedIfTheyDoNotExist() {
            assertEquals(
                    List.of("orders.csv:2 column 订单付款时间: '2020-13-40' is not a date-time (expected yyyy/M/d H:mm or"
                            + " yyyy/M/d H:mm:ss or yyyy-MM-dd HH:mm:ss)"),
                    tmall("1,5,5,上海,2020/2/21 0:00,2020-13-40,0").told());
            refused(
                    "1,A,2023/2/29 12:00,1,0,1",
                    " column paid: '2023/2/29 12:00' is not a date-time (expected yyyy/M/d H:mm or"
                            + " yyyy-MM-dd'T'HH:mm:ssXXX)");
        }

        @Test
        void areRefusedWhereTheClocksSkipThem() {
            refused(
                    "1,A,2024/3/31 2:30,1,0,1",
                    " column paid: '2024/3/31 2:30' does not exist: the clocks of Europe/Berlin skip it");
        }

        @Test
        void areTheEarlierWhereTheClocksShowThemTwice() {
            assertEquals(
                    paid("2024-10-27T00:30:00Z"),
                    taken("1,A,2024/10/27 2:30,1,0,1").paidAt());
            assertEquals(
                    paid("2024-10-27T02:30:00Z"),
                    taken("1,A,2024/10/27 3:30,1,0,1").paidAt());
        }

        private Optional<Instant> paid(String instant) {
            return Optional.of(Instant.parse(instant));
        }
    }

    @Nested
    class PersonalColumns {
        @Test
        void areShownNeitherInRowsNorInProblems() {
            Exports.Read<OrderLine> read = tmall("1,5,5,SECRET-ADDRESS,2020/2/21 0:00,2020/2/21 0:00,0\r\n"
                    + "2,oops,5,SECRET-ADDRESS,2020/2/21 0:00,2020/2/21 0:00,0");
            assertEquals(1, read.rows().size());
            assertEquals(List.of("orders.csv:3 column 总金额: 'oops' is not a number of up to 18 digits"), read.told());
            assertFalse(read.toString().contains("SECRET"));
        }
    }

    @Nested
    class InvoiceLines {
        @Test
        void areQuantityTimesPriceExactly() {
            OrderLine line = retail("536365,85123A,HEART,8,2010-12-01 08:26:00,0.125,17850.0,United Kingdom");
            assertEquals(
                    new OrderLine(
                                    "536365",
                                    Optional.of("85123A"),
                                    Optional.of(Instant.parse("2010-12-01T08:26:00Z")),
                                    100,
                                    0,
                                    OptionalLong.of(8),
                                    false)
                            .atLine(2),
                    line);
        }

        @Test
        void areRefusedIfTheProductHasSurplusDecimals() {
            assertEquals(
                    List.of(
                            "retail.csv:2 column UnitPrice: '0.125' times 3 is not an amount of GBP (expected at most 2 decimals,"
                                    + " and 64 bits in minor units)"),
                    read("536365,85123A,HEART,3,2010-12-01 08:26:00,0.125,17850.0,United Kingdom")
                            .told());
        }

        @Test
        void giveBackWhereTheInvoiceCancels() {
            OrderLine line = retail("C536379,D,Discount,-1,2010-12-01 09:41:00,27.5,14527.0,United Kingdom");
            assertEquals(List.of(0L, 2_750L), List.of(line.grossMinor(), line.refundedMinor()));
            assertEquals(OptionalLong.of(0), line.units());
            assertEquals(true, line.cancels());
            assertEquals(
                    List.of(
                            "retail.csv:2 column Quantity: '1' is the quantity of a cancellation whose total is above 0"),
                    read("C536379,D,Discount,1,2010-12-01 09:41:00,27.5,,United Kingdom")
                            .told());
        }

        @Test
        void areNothingWhereTheStockIsCorrected() {
            OrderLine line = retail("536589,21777,,-10,2010-12-01 16:50:00,0.0,,United Kingdom");
            assertEquals(List.of(0L, 0L), List.of(line.grossMinor(), line.refundedMinor()));
            assertEquals(OptionalLong.of(0), line.units());
            assertEquals(false, line.cancels());
        }

        private OrderLine retail(String row) {
            Exports.Read<OrderLine> read = read(row);
            assertEquals(List.of(), read.told());
            return read.rows().get(0);
        }

        private Exports.Read<OrderLine> read(String row) {
            return exports.file("retail.csv", RETAIL + row + "\n")
                    .orders("retail.csv", "online-retail", Exports.LONDON);
        }
    }
}
