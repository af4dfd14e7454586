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

/** The command {@code day} on files made for the test. */
class DayCommandTest {
    private static final String PROFILE = """
            {"encoding": "UTF-8",
             "header": {"columns": ["id", "paid", "gross", "back"], "match": "EXACT"},
             "times": {"patterns": ["yyyy-MM-dd HH:mm"]},
             "orders": {"grain": "ORDER", "basis": "PAID",
                        "columns": {"order": "id", "paidAt": "paid", "gross": "gross", "refunded": "back"}}}
            """;

    @TempDir
    Path folder;

    private Ran day(List<String> rows, String... more) throws IOException {
        List<String> lines = new ArrayList<>(List.of("id,paid,gross,back"));
        lines.addAll(rows);
        Files.write(folder.resolve("orders.csv"), lines);
        Files.writeString(folder.resolve("profile.json"), PROFILE);
        List<String> args = new ArrayList<>(List.of(
                "day",
                "--orders",
                folder.resolve("orders.csv").toString(),
                "--profile",
                folder.resolve("profile.json").toString(),
                "--store",
                "S",
                "--date",
                "2024-03-01"));
        args.addAll(List.of(more));
        return Ran.run(args.toArray(String[]::new));
    }

    @Test
    void accountsForEveryRow() throws IOException {
        Ran ran = day(
                List.of(
                        "1,2024-03-01 08:59,10.00,0.00",
                        "2,2024-03-01 09:00,20.50,5.25",
                        "2,2024-03-01 09:00,20.50,5.25",
                        "3,2024-03-02 00:00,7.00,0.00",
                        "4,,9.00,0.00",
                        "5,2024-03-01 23:59,1.00,0.00",
                        "6,2024-03-02 10:00,1.O0,0.00"),
                "--period",
                "2024-03-01",
                "--zone",
                "Asia/Shanghai",
                "--currency",
                "CNY");
        assertEquals("", ran.err());
        assertEquals(1, ran.code());
        assertTrue(
                ran.lines()
                        .contains(
                                "Rows read 7 = paid in the day 3 + other days 1 + unpaid 1 + repeated 1 + rejected 1"),
                ran.out());
        assertTrue(
                ran.lines()
                        .contains("  1     00:00  09:00       1  10.00     0.00  10.00   missing     missing   actual"),
                ran.out());
        assertTrue(
                ran.lines()
                        .contains("  2     09:00  10:00       1  20.50     5.25  15.25   missing     missing   actual"),
                ran.out());
        assertTrue(
                ran.lines()
                        .contains("  14    21:00  24:00       1   1.00     0.00   1.00   missing     missing   actual"),
                ran.out());
        assertTrue(
                ran.lines()
                        .contains("  day                      3  31.50     5.25  26.25   missing     missing   actual"),
                ran.out());
        assertTrue(
                ran.lines().stream().anyMatch(line -> line.startsWith("rejected: orders.csv:8 column gross: ")),
                ran.out());
    }

    @Test
    void listsTwentyRejectedRowsAndWritesAllOfThem() throws IOException {
        List<String> rows = new ArrayList<>(List.of("1,2024-03-01 08:59,10.00,0.00"));
        for (int row = 0; row < 25; row++) {
            rows.add(row + ",2024-03-01 10:00,ten,0.00");
        }
        Path out = folder.resolve("out");
        Ran ran = day(rows, "--zone", "UTC", "--currency", "EUR", "--out", out.toString());
        assertEquals(1, ran.code());
        assertEquals(
                20,
                ran.lines().stream()
                        .filter(line -> line.startsWith("rejected: "))
                        .count());
        assertTrue(ran.lines().contains("and 5 more rejected"), ran.out());
        List<String> written = Files.readAllLines(out.resolve("rejected.csv"));
        assertEquals(26, written.size());
        assertEquals("\uFEFFfile,line,column,reason", written.get(0));
        assertTrue(written.get(1).startsWith("orders.csv,3,gross,"), written.get(1));
    }

    @Test
    void readsLocalTimesInTheZoneOfTheStoreWhereTheProfileNamesNone() throws IOException {
        Ran ran = day(List.of("1,2024-03-01 00:30,10.00,0.00"), "--zone", "America/New_York", "--currency", "USD");
        assertEquals(0, ran.code(), ran.err());
        assertEquals(
                "Store S, 2024-03-01, America/New_York, amounts in USD",
                ran.lines().get(0));
        assertTrue(ran.out().contains("paid in the day 1 + other days 0 "), ran.out());
    }

    @Test
    void asksForTheZoneThatTheProfileDoesNotName() throws IOException {
        Ran ran = day(List.of("1,2024-03-01 00:30,10.00,0.00"), "--currency", "GBP");
        assertEquals(2, ran.code());
        assertEquals(
                "storeops: The profile '" + folder.resolve("profile.json")
                        + "' does not say it; give --zone, as in Asia/Shanghai\n",
                ran.err());
        assertFalse(ran.out().contains("Store"), ran.out());
    }

    private static final String[] SHANGHAI = {"--zone", "Asia/Shanghai", "--currency", "CNY"};

    private Ran dayIn(String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of(SHANGHAI));
        args.addAll(List.of(more));
        return day(
                List.of(
                        "1,2024-03-01 08:59,10.00,0.00",
                        "2,2024-03-01 10:10,20.50,5.25",
                        "3,2024-03-01 12:30,7.00,0.00"),
                args.toArray(String[]::new));
    }

    @Test
    void marksWhatIsEstimatedAndCallsAPartialDayAPart() throws IOException {
        Ran ran = dayIn();
        assertEquals(0, ran.code());
        assertEquals(
                List.of("estimated", "actual", "actual", "actual", "estimated", "missing"),
                ran.lines().subList(2, 8).stream()
                        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                        .toList());
        assertTrue(
                ran.lines()
                        .contains(
                                "  part                      3    37.50     5.25    32.25   missing     missing  estimated"),
                ran.out());
        assertTrue(ran.lines().contains("Slots proven 3, estimated 2, missing 9"), ran.out());
        assertTrue(
                ran.lines()
                        .contains(
                                "covered: orders.csv, 2024-03-01 08:59 to 2024-03-01 12:30, from its earliest to its latest"
                                        + " payment"),
                ran.out());
    }

    @Test
    void takesThePeriodThatTheCallerStates() throws IOException {
        for (String period : List.of("2024-03-01", "2024-02-01/2024-03-01", "2024-03-01T00:00/2024-03-02T00:00")) {
            Ran ran = dayIn("--period", period);
            assertTrue(ran.lines().contains("Slots proven 14, estimated 0, missing 0"), ran.out());
        }
        Ran half = dayIn("--period", "2024-03-01T00:00/2024-03-01T12:00");
        assertTrue(half.lines().contains("Slots proven 4, estimated 1, missing 9"), half.out());
        assertTrue(
                half.lines().contains("covered: 2024-03-01 00:00 to 2024-03-01 12:00, as --period states"), half.out());
        for (String period : List.of("March", "2024-03-02/2024-03-01", "2024-03-01/", "2024-03-01T00:00")) {
            assertEquals(
                    "storeops: '" + period + "' is not a period (expected as in 2024-06-01, 2024-06-01/2024-06-30 or"
                            + " 2024-06-01T00:00/2024-06-01T10:00)\n",
                    dayIn("--period", period).err());
        }
    }

    @Test
    void writesNoFormulaToRejected() throws IOException {
        Path exports = Files.createDirectories(folder.resolve("exports"));
        Files.writeString(
                exports.resolve("=1+1.csv"), "id,paid,gross,back\n\"=cmd|' /C calc'!A0\",2024-03-01 09:00,=1+1,0\n");
        Files.writeString(folder.resolve("profile.json"), PROFILE);
        Path out = folder.resolve("out");
        Ran.run(
                "day",
                "--orders",
                exports.toString(),
                "--profile",
                folder.resolve("profile.json").toString(),
                "--store",
                "S",
                "--date",
                "2024-03-01",
                "--zone",
                "UTC",
                "--currency",
                "EUR",
                "--out",
                out.toString());
        assertEquals(
                List.of("\uFEFFfile,line,column,reason", "'=1+1.csv,2,gross,'=1+1' is not a number of up to 18 digits"),
                Files.readAllLines(out.resolve("rejected.csv")));
    }
}
