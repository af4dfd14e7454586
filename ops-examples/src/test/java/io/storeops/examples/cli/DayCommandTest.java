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
                        "6,2024-13-01 10:00,1.00,0.00"),
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
                ran.lines().contains("  1     00:00  09:00       1  10.00     0.00  10.00   missing     missing"),
                ran.out());
        assertTrue(
                ran.lines().contains("  2     09:00  10:00       1  20.50     5.25  15.25   missing     missing"),
                ran.out());
        assertTrue(
                ran.lines().contains("  14    21:00  24:00       1   1.00     0.00   1.00   missing     missing"),
                ran.out());
        assertTrue(
                ran.lines().contains("  day                      3  31.50     5.25  26.25   missing     missing"),
                ran.out());
        assertTrue(
                ran.lines().stream().anyMatch(line -> line.startsWith("rejected: orders.csv:8 column paid: ")),
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
        assertEquals("file,line,column,reason", written.get(0));
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
}
