package io.storeops.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A made-up store with 30 orders a slot, closed on Saturdays, of eight weeks. */
class DetectCommandTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2024, 2, 25);
    private static final String HEADER = "store,date,slot,metric,subject,verdict,since,measured,base";

    @TempDir
    Path temp;

    private final List<String> readings = new ArrayList<>();
    private Path stores;
    private Path store;

    @BeforeEach
    void makeTheStore() throws IOException {
        stores = temp.resolve("stores");
        store = Files.createDirectories(stores.resolve("a"));
        Files.createDirectories(stores.resolve("no-store"));
        write("store.csv", "store,zone,first_date,last_date,scored_from,items", "S1,Asia/Shanghai,,,,0");
        List<String> closed = new ArrayList<>(List.of("date,reason"));
        readings.add("boundary,arrived_at,orders,units,amount_minor,refunds");
        FIRST.datesUntil(LAST.plusDays(1)).forEach(date -> {
            if (date.getDayOfWeek() == DayOfWeek.SATURDAY) {
                closed.add(date + ",weekly");
            } else {
                read(date);
            }
        });
        write("closed.csv", closed.toArray(String[]::new));
        write("readings.csv", readings.toArray(String[]::new));
    }

    /** 27 to 33 orders a slot; the cumulative count at each boundary. */
    private void read(LocalDate date) {
        int sum = 0;
        for (int slot = 1; slot <= 14; slot++) {
            sum += 27 + (date.getDayOfMonth() * 5 + slot * 3) % 7;
            readings.add(boundary(date, slot) + "," + arrived(date, slot) + "," + sum + ",,,");
        }
    }

    private static String boundary(LocalDate date, int slot) {
        return slot == 14 ? date.plusDays(1) + "T00:00" : date + "T" + hour(slot) + ":00";
    }

    private static String arrived(LocalDate date, int slot) {
        return slot == 14 ? date.plusDays(1) + "T09:01:00+08:00" : date + "T" + hour(slot) + ":01:00+08:00";
    }

    private static String hour(int slot) {
        return slot == 1 ? "09" : Integer.toString(slot + 8);
    }

    private void write(String file, String... lines) throws IOException {
        Files.write(store.resolve(file), List.of(lines));
    }

    private void replace(String old, String now) throws IOException {
        Path file = store.resolve("readings.csv");
        String text = Files.readString(file);
        assertTrue(text.contains(old), old);
        Files.writeString(file, text.replace(old, now));
    }

    private List<String> told() throws IOException {
        Path out = temp.resolve("out.csv");
        Ran ran = Ran.run("detect", stores.toString(), "--out", out.toString());
        assertEquals("", ran.err());
        assertEquals(0, ran.code());
        List<String> lines = Files.readAllLines(out);
        assertEquals(HEADER, lines.get(0));
        return lines.stream()
                .skip(1)
                .filter(line -> !line.contains(",LEARNING,"))
                .toList();
    }

    @Test
    void tellsNothingOfAQuietStoreButThatItWasLearnt() throws IOException {
        assertEquals(List.of(), told());
        // Four values of each of six weekdays, of 14 slots each.
        assertEquals(4 * 6 * 14, Files.readAllLines(temp.resolve("out.csv")).size() - 1);
    }

    @Test
    void tellsASurgeInTheFileAndInASentence() throws IOException {
        int before = 0;
        for (int slot = 1; slot <= 5; slot++) {
            before += 27 + (20 * 5 + slot * 3) % 7;
        }
        int usual = 27 + (20 * 5 + 6 * 3) % 7;
        for (int slot = 6, sum = before; slot <= 14; slot++) {
            sum += 27 + (20 * 5 + slot * 3) % 7;
            String row =
                    boundary(LocalDate.of(2024, 2, 20), slot) + "," + arrived(LocalDate.of(2024, 2, 20), slot) + ",";
            replace(row + sum + ",", row + (sum + 4 * usual) + ",");
        }
        List<String> told = told();
        assertEquals(1, told.size(), told.toString());
        assertTrue(
                told.get(0)
                        .matches(
                                "S1,2024-02-20,6,orders,S1,ANOMALY,2024-02-20#06," + 5 * usual + ",[23][0-9]\\.[0-9]+"),
                told.toString());
        Ran ran = Ran.run(
                "detect", stores.toString(), "--out", temp.resolve("x.csv").toString(), "--explain");
        assertTrue(ran.out().contains("The orders of S1 rose suddenly at 2024-02-20#06"), ran.out());
        assertTrue(ran.out().contains("1 stores, 1 anomalies"), ran.out());
    }

    @Test
    void takesBothSlotsThatAMissedReadingTouchesForMissing() throws IOException {
        Path file = store.resolve("readings.csv");
        Files.write(
                file,
                Files.readAllLines(file).stream()
                        .filter(line -> !line.startsWith("2024-02-20T12:00"))
                        .toList());
        assertEquals(
                List.of(
                        "S1,2024-02-20,4,orders,S1,MISSING,2024-02-20#04,,",
                        "S1,2024-02-20,5,orders,S1,MISSING,2024-02-20#05,,"),
                told());
    }

    /** A reading is known if it arrived in the ten minutes that the roster gives it. */
    @ParameterizedTest
    @CsvSource({"12:10:00, 0", "12:10:01, 2"})
    void goesByWhatHadArrivedWhenTheSlotClosed(String arrived, int missing) throws IOException {
        replace("2024-02-20T12:01:00", "2024-02-20T" + arrived);
        assertEquals(missing, told().size());
    }

    /** A count that falls is not believed, nor is the slot after it. */
    @Test
    void doesNotBelieveACounterThatFalls() throws IOException {
        String row = "2024-02-20T12:00,2024-02-20T12:01:00+08:00,";
        String line = Files.readAllLines(store.resolve("readings.csv")).stream()
                .filter(each -> each.startsWith(row))
                .findFirst()
                .orElseThrow();
        replace(line, row + "1,,,");
        List<String> told = told();
        assertEquals("S1,2024-02-20,4,orders,S1,MISSING,2024-02-20#04,,", told.get(0));
    }

    @Test
    void takesAnOpenDayWithoutReadingsForMissingAndAClosedOneNot() throws IOException {
        Path file = store.resolve("readings.csv");
        Files.write(
                file,
                Files.readAllLines(file).stream()
                        .filter(line -> !line.matches("2024-02-20T(09|1.|2.).*|2024-02-21T00.*"))
                        .toList());
        assertEquals(
                14,
                told().stream()
                        .filter(line -> line.contains("2024-02-20") && line.contains("MISSING"))
                        .count());
        Files.writeString(store.resolve("closed.csv"), "date,reason\n2024-02-20,closed\n");
        assertEquals(
                0, told().stream().filter(line -> line.contains("2024-02-20")).count());
    }

    @Test
    void goesByTheRulesOfAnotherRoster() throws IOException {
        Path roster = temp.resolve("roster.json");
        Files.writeString(roster, "{\"detection\": {\"minSample\": 1}}");
        Ran ran = Ran.run(
                "detect", stores.toString(), "--out", temp.resolve("x.csv").toString(), "--roster", roster.toString());
        assertEquals(2, ran.code());
        assertTrue(ran.err().contains("roster.json $: the member 'roles' is missing"), ran.err());
    }

    @Test
    void saysWhatIsWrongWithWhatItIsGiven() throws IOException {
        refuses("There is no folder", temp.resolve("nowhere"));
        refuses("No folder in", Files.createDirectories(temp.resolve("empty")));
        replace("2024-02-20T12:00", "2024-02-20T12:30");
        refuses("2024-02-20T12:30 is not a boundary of the slot plan", stores);
        write("store.csv", "store,zone", "S1,Asia/Shanghai", "S2,Asia/Shanghai");
        refuses("has 2 rows; expected one, the store's", stores);
        write("store.csv", "store,zone", "S1,Mars");
        refuses("store.csv:2 column zone: 'Mars' is not a time zone", stores);
    }

    private void refuses(String message, Path folder) {
        Ran ran = Ran.run(
                "detect", folder.toString(), "--out", temp.resolve("x.csv").toString());
        assertEquals(2, ran.code());
        assertTrue(ran.err().contains(message), message + " in " + ran.err());
    }
}
