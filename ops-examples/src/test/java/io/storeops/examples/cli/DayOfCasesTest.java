package io.storeops.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code day} on what users have reported of other software, each with made-up orders. */
class DayOfCasesTest {
    private static final String TMALL = "订单编号,总金额,买家实际支付金额,收货地址,订单创建时间,订单付款时间,退款金额\n";
    private static final String RETAIL =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    @TempDir
    private Path folder;

    private Ran day(String date, String profile) {
        return Ran.run(
                "day",
                "--orders",
                folder.resolve("exports").toString(),
                "--profile",
                profile,
                "--store",
                "S1",
                "--date",
                date);
    }

    private void file(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve("exports"));
        Files.writeString(folder.resolve("exports").resolve(name), text);
    }

    private static String tmall(String id, String gross, String paid, String back) {
        return id + "," + gross + ",0,某地,2024/6/1 8:00," + paid + "," + back + "\n";
    }

    private static void has(Ran ran, String line) {
        assertTrue(ran.lines().contains(line), ran.out() + ran.err());
    }

    private static String slot(Ran ran, int number) {
        return ran.lines().stream()
                .filter(line -> line.startsWith("  " + number + " "))
                .map(line -> line.strip().replaceAll(" +", " "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(ran.out() + ran.err()));
    }

    @Test
    void readsIdsBetweenEqualsAndBareQuotes() throws IOException {
        file("raw.csv", TMALL + tmall("=\"800100200300400601\"", "12.50", "2024/6/1 9:05", "0"));
        Ran ran = day("2024-06-01", "tmall-orders");
        assertEquals(0, ran.code());
        has(ran, "Rows read 1 = paid in the day 1 + other days 0 + unpaid 0 + repeated 0 + rejected 0");
    }

    @Test
    void dropsNoOrderWhoseIdIsKnownWithOtherContent() throws IOException {
        file("1.csv", TMALL + tmall("800100200300400000", "12.50", "2024/6/1 9:05", "0"));
        file("2.csv", TMALL + tmall("800100200300400000", "7.00", "2024/6/1 10:05", "0"));
        Ran ran = day("2024-06-01", "tmall-orders");
        assertEquals(1, ran.code());
        has(ran, "Rows read 2 = paid in the day 1 + other days 0 + unpaid 0 + repeated 0 + rejected 1");
        assertTrue(ran.out()
                .contains("rejected: 2.csv:2: order '800100200300400000' came before in 1.csv with other content"));
        assertEquals("2 09:00 10:00 1 12.50 0.00 12.50 missing missing estimated", slot(ran, 2));
    }

    @Test
    void takesTheNewestOfSnapshots() throws IOException {
        String profile = """
                {"encoding": "UTF-8",
                 "header": {"columns": ["id", "gross", "paid", "back"], "match": "EXACT"},
                 "times": {"patterns": ["yyyy/M/d H:mm"], "zone": "Asia/Shanghai"}, "currency": "CNY",
                 "orders": {"grain": "ORDER", "basis": "PAID", "files": "SNAPSHOTS",
                            "columns": {"order": "id", "paidAt": "paid", "gross": "gross", "refunded": "back"}}}
                """;
        Files.writeString(folder.resolve("snapshots.json"), profile);
        file("a.csv", "id,gross,paid,back\n1,12.50,2024/6/1 9:05,0\n");
        file("b.csv", "id,gross,paid,back\n1,12.50,2024/6/1 9:05,12.50\n");
        Ran ran = day("2024-06-01", folder.resolve("snapshots.json").toString());
        assertEquals(0, ran.code());
        assertEquals("2 09:00 10:00 1 12.50 12.50 0.00 missing missing estimated", slot(ran, 2));
        has(ran, "Rows read 2 = paid in the day 1 + other days 0 + unpaid 0 + repeated 1 + rejected 0");
    }

    @Test
    void addsTheLinesOfAnOrderInTwoFilesOnce() throws IOException {
        String twice = "7,A,mug,1,2024-06-01 10:10:00,5.00,1,UK\n7,A,mug,1,2024-06-01 10:10:00,5.00,1,UK\n";
        file("2024-05-26_2024-06-01.csv", RETAIL + "6,A,mug,1,2024-06-01 09:10:00,8.00,1,UK\n" + twice);
        file("2024-06-01_2024-06-07.csv", RETAIL + twice + "8,A,mug,1,2024-06-02 10:10:00,5.00,1,UK\n");
        Ran ran = day("2024-06-01", "online-retail");
        assertEquals(0, ran.code());
        has(ran, "Rows read 6 = paid in the day 3 + other days 1 + unpaid 0 + repeated 2 + rejected 0");
        has(ran, "Slots proven 14, estimated 0, missing 0");
        assertTrue(ran.out().contains("  day                      2  18.00"), ran.out());
        file("2024-06-01_2024-06-07.csv", RETAIL + "7,A,mug,1,2024-06-01 10:10:00,5.00,1,UK\n");
        Ran part = day("2024-06-01", "online-retail");
        assertEquals(1, part.code());
        assertTrue(part.out().contains("rejected: 2024-06-01_2024-06-07.csv:2: order '7' came before in"), part.out());
        assertEquals("3 10:00 11:00 1 10.00 0.00 10.00 missing missing estimated", slot(part, 3));
    }

    @Test
    void showsADayMissingWhoseFileIsMissing() throws IOException {
        file("orders-20240601.csv", TMALL + tmall("1", "12.50", "2024/6/1 9:05", "0"));
        file("orders-20240603.csv", TMALL + tmall("9", "7.00", "2024/6/3 9:05", "0"));
        Ran ran = day("2024-06-02", "tmall-orders");
        has(ran, "Slots proven 0, estimated 0, missing 14");
        assertFalse(ran.out().contains("0.00"), ran.out());
        file("orders-20240602.csv", TMALL + tmall("5", "9.00", "2024/6/2 9:05", "0"));
        assertEquals(
                "2 09:00 10:00 1 9.00 0.00 9.00 missing missing estimated", slot(day("2024-06-02", "tmall-orders"), 2));
    }

    @Test
    void showsADayOfRejectedRowsAsMissing() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            rows.add(hour + ",A,mug,1,2024-06-02 " + (hour < 10 ? "0" : "") + hour + ":30:00,5.0O,1,UK\n");
        }
        file("2024-06-02.csv", RETAIL + String.join("", rows));
        Ran ran = day("2024-06-02", "online-retail");
        assertEquals(1, ran.code());
        has(ran, "Slots proven 0, estimated 0, missing 14");
        file("2024-06-02.csv", RETAIL);
        has(day("2024-06-02", "online-retail"), "Slots proven 14, estimated 0, missing 0");
    }

    @Test
    void countsNoTotalsAsAnUnpaidOrder() throws IOException {
        file("o.csv", TMALL + tmall("1", "12.50", "2024/6/1 9:05", "0") + tmall("合计", "12.50", "", "0"));
        Ran ran = day("2024-06-01", "tmall-orders");
        assertEquals(1, ran.code());
        has(ran, "Rows read 2 = paid in the day 1 + other days 0 + unpaid 0 + repeated 0 + rejected 1");
        has(ran, "rejected: o.csv:3 column 订单编号: '合计' is not an id but the label of a row of totals");
    }

    @Test
    void takesNoFractionForThousands() throws IOException {
        file("o.csv", TMALL + tmall("1", "\"0,123\"", "2024/6/1 9:05", "0"));
        has(
                day("2024-06-01", "tmall-orders"),
                "rejected: o.csv:2 column 总金额: '0,123' is not a number of up to 18 digits");
    }

    @Test
    void takesNoLineThatIsCutWithinItsAmount() throws IOException {
        file("o.csv", TMALL + tmall("1", "12.50", "2024/6/1 9:05", "120.50").replace(".50\n", ""));
        Ran ran = day("2024-06-01", "tmall-orders");
        assertEquals(1, ran.code());
        has(ran, "Rows read 1 = paid in the day 0 + other days 0 + unpaid 0 + repeated 0 + rejected 1");
    }
}
