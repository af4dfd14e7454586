package io.storeops.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code day} on real files, against facts that were counted without the library. */
class DayOfRealOrdersTest {
    private static final int SLOTS = 14;

    @TempDir
    Path temp;

    /** Slot 1 is 00:00-09:00, slots 2 to 13 are an hour each, slot 14 is 21:00-24:00. */
    private static int slotOf(int hour) {
        return hour < 9 ? 0 : Math.min(hour - 8, SLOTS - 1);
    }

    private static List<List<String>> table(Ran ran) {
        return ran.lines().stream()
                .filter(line -> line.matches("  (\\d+|day) .*"))
                .map(line -> Arrays.asList(line.strip().split(" +")))
                .toList();
    }

    @Test
    void sumsTheClockHoursOfATmallDayIntoSlots() {
        int[] paidByHour = {
            119, 54, 45, 24, 15, 9, 26, 69, 82, 93, 142, 146, 170, 140, 188, 189, 162, 147, 119, 134, 168, 243, 256, 196
        };
        int[] expected = new int[SLOTS];
        for (int hour = 0; hour < paidByHour.length; hour++) {
            expected[slotOf(hour)] += paidByHour[hour];
        }
        Ran ran = Ran.run(
                "day",
                "--orders",
                Ran.shared("data/tmall_order_report.csv").toString(),
                "--profile",
                "tmall-orders",
                "--store",
                "T1",
                "--date",
                "2020-02-25");
        assertEquals("", ran.err());
        assertEquals(0, ran.code());
        assertEquals(
                "Store T1, 2020-02-25, Asia/Shanghai, amounts in CNY",
                ran.lines().get(0));
        List<List<String>> table = table(ran);
        assertEquals(SLOTS + 1, table.size());
        for (int slot = 0; slot < SLOTS; slot++) {
            assertEquals(Integer.toString(expected[slot]), table.get(slot).get(3), "orders of slot " + (slot + 1));
            assertEquals(List.of("missing", "missing"), table.get(slot).subList(7, 9));
        }
        assertEquals(List.of("day", "2936", "299421.20"), table.get(SLOTS).subList(0, 3));
        assertTrue(ran.lines().contains("Slots proven 14, estimated 0, missing 0"), ran.out());
        // 28,010 rows, of which 3,923 have no time of payment; the rest was paid on some other day.
        assertTrue(
                ran.lines()
                        .contains("Rows read 28010 = paid in the day 2936 + other days " + (28010 - 3923 - 2936)
                                + " + unpaid 3923 + repeated 0 + rejected 0"),
                ran.out());
    }

    @Test
    void agreesWithANaiveLoopOverOnlineRetail() throws IOException {
        Path folder = Ran.shared("data/uci-2010-12");
        String date = "2010-12-17";
        NaiveDay naive = new NaiveDay(folder, date);
        Ran ran = Ran.run(
                "day", "--orders", folder.toString(), "--profile", "online-retail", "--store", "UK", "--date", date);
        assertEquals("", ran.err());
        assertEquals(0, ran.code());
        assertEquals(
                "Store UK, 2010-12-17, Europe/London, amounts in GBP",
                ran.lines().get(0));
        List<List<String>> table = table(ran);
        assertEquals(SLOTS + 1, table.size());
        for (int slot = 0; slot < SLOTS; slot++) {
            assertEquals(
                    List.of(
                            Integer.toString(naive.invoices.get(slot).size()),
                            naive.paid[slot].toPlainString(),
                            naive.givenBack[slot].toPlainString(),
                            naive.paid[slot].subtract(naive.givenBack[slot]).toPlainString()),
                    table.get(slot).subList(3, 7),
                    "slot " + (slot + 1));
        }
        assertTrue(ran.lines().contains("Slots proven 14, estimated 0, missing 0"), ran.out());
        assertTrue(
                ran.lines().contains("covered: 2010-12-17.csv, 2010-12-17 00:00 to 2010-12-18 00:00, as it states"),
                ran.out());
        assertTrue(
                ran.lines()
                        .contains("Rows read 42481 = paid in the day " + naive.lines + " + other days "
                                + (42481 - naive.lines) + " + unpaid 0 + repeated 0 + rejected 0"),
                ran.out());
    }

    /** The slots of a run: orders and gross amount of each that is shown, and how it is proven. */
    private record Slots(List<String> shown, List<String> qualities) {
        static Slots of(Ran ran) {
            List<List<String>> rows =
                    table(ran).stream().filter(row -> !row.get(0).equals("day")).toList();
            return new Slots(
                    rows.stream().map(row -> row.get(3) + " " + row.get(4)).toList(),
                    rows.stream().map(row -> row.get(row.size() - 1)).toList());
        }
    }

    private static Ran dayOf(Path orders, String profile, String date) {
        return Ran.run("day", "--orders", orders.toString(), "--profile", profile, "--store", "T", "--date", date);
    }

    /** A file cut at a line: its header and the lines from one to another. */
    private Path lines(Path file, String name, double from, double to) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> kept = new ArrayList<>(List.of(lines.get(0)));
        kept.addAll(lines.subList(1 + (int) (from * (lines.size() - 1)), 1 + (int) (to * (lines.size() - 1))));
        return Files.write(temp.resolve(name), kept);
    }

    /** A file cut at a byte, with its header; never within a character. */
    private Path bytes(Path file, String name, double from, double to) throws IOException {
        String text = Files.readString(file);
        int header = text.indexOf('\n') + 1;
        int length = text.length() - header;
        return Files.writeString(
                temp.resolve(name),
                text.substring(0, header)
                        + text.substring(header + (int) (from * length), header + (int) (to * length)));
    }

    /** Where the whole file has an order, a part of it never shows 0. */
    private static void neverZero(Slots whole, Slots part) {
        for (int slot = 0; slot < SLOTS; slot++) {
            if (!whole.shown().get(slot).startsWith("0 ")) {
                assertFalse(part.shown().get(slot).startsWith("0 "), "slot " + (slot + 1) + " of " + part);
            }
        }
    }

    @Test
    void showsNoZeroForWhatACutTmallFileLost() throws IOException {
        Path file = Ran.shared("data/tmall_order_report.csv");
        for (String date : List.of("2020-02-25", "2020-02-24", "2020-02-26", "2020-02-10", "2020-02-29")) {
            Slots whole = Slots.of(dayOf(file, "tmall-orders", date));
            for (double[] cut : new double[][] {{0, 0.5}, {0.5, 1}, {0, 0.3}, {0.7, 1}, {0.2, 0.6}}) {
                neverZero(whole, Slots.of(dayOf(lines(file, "lines.csv", cut[0], cut[1]), "tmall-orders", date)));
                neverZero(whole, Slots.of(dayOf(bytes(file, "bytes.csv", cut[0], cut[1]), "tmall-orders", date)));
            }
        }
        Ran first = dayOf(lines(file, "lines.csv", 0, 0.5), "tmall-orders", "2020-02-25");
        assertEquals(0, first.code());
        assertTrue(first.lines().contains("Slots proven 0, estimated 0, missing 14"), first.out());
        assertTrue(first.out().contains("covered: lines.csv, 2020-02-01 00:14 to 2020-02-27 17:24"), first.out());
    }

    @Test
    void provesOfACutOnlineRetailFileWhatLiesBetweenItsPayments() throws IOException {
        Path file = Ran.shared("data/uci-2010-12/2010-12-17.csv");
        String date = "2010-12-17";
        Slots whole = Slots.of(dayOf(file, "online-retail", date));
        for (double[] cut : new double[][] {{0, 0.5}, {0.5, 1}, {0, 0.3}, {0.7, 1}, {0.2, 0.6}}) {
            Ran ran = dayOf(lines(file, "lines.csv", cut[0], cut[1]), "online-retail", date);
            Slots part = Slots.of(ran);
            assertEquals(0, ran.code());
            neverZero(whole, part);
            for (int slot = 0; slot < SLOTS; slot++) {
                if (part.qualities().get(slot).equals("actual")) {
                    assertEquals(whole.shown().get(slot), part.shown().get(slot), "slot " + (slot + 1));
                }
            }
            assertTrue(part.qualities().contains("missing"), ran.out());
            assertTrue(cut[0] > 0 || part.qualities().contains("actual"), ran.out());
        }
        // Cut within a line the file shows it: its name is not believed, and the last line is reported.
        Ran broken = dayOf(bytes(file, "2010-12-17.csv", 0, 0.5), "online-retail", date);
        assertEquals(1, broken.code());
        neverZero(whole, Slots.of(broken));
        assertTrue(broken.out().contains("the file ends within this line, without a line end"), broken.out());
        assertTrue(broken.out().contains("from its earliest to its latest payment"), broken.out());
        Ran tail = dayOf(bytes(file, "2010-12-17.csv", 0.5, 1), "online-retail", date);
        assertEquals(1, tail.code());
        neverZero(whole, Slots.of(tail));
    }

    /** What the invoice lines of a date add up to, line by line. */
    private static final class NaiveDay {
        final List<Set<String>> invoices = new ArrayList<>();
        final BigDecimal[] paid = new BigDecimal[SLOTS];
        final BigDecimal[] givenBack = new BigDecimal[SLOTS];
        private final Set<String> seen = new HashSet<>();
        long lines;

        NaiveDay(Path folder, String date) throws IOException {
            Arrays.fill(paid, new BigDecimal("0.00"));
            Arrays.fill(givenBack, new BigDecimal("0.00"));
            for (int slot = 0; slot < SLOTS; slot++) {
                invoices.add(new HashSet<>());
            }
            List<Path> files;
            try (Stream<Path> listed = Files.list(folder)) {
                files = listed.filter(file -> file.toString().endsWith(".csv")).toList();
            }
            for (Path file : files) {
                try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(file)) {
                    records.stream()
                            .filter(row -> row.getField("InvoiceDate").startsWith(date))
                            .forEach(this::add);
                }
            }
        }

        private void add(NamedCsvRecord row) {
            lines++;
            int slot = slotOf(Integer.parseInt(row.getField("InvoiceDate").substring(11, 13)));
            BigDecimal total = new BigDecimal(row.getField("Quantity"))
                    .multiply(new BigDecimal(row.getField("UnitPrice")))
                    .setScale(2);
            if (total.signum() < 0) {
                givenBack[slot] = givenBack[slot].subtract(total);
            } else {
                paid[slot] = paid[slot].add(total);
            }
            String invoice = row.getField("InvoiceNo");
            if (!invoice.startsWith("C") && seen.add(invoice)) {
                invoices.get(slot).add(invoice);
            }
        }
    }
}
