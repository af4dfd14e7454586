package io.storeops.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
        assertTrue(
                ran.lines()
                        .contains("Rows read 42481 = paid in the day " + naive.lines + " + other days "
                                + (42481 - naive.lines) + " + unpaid 0 + repeated 0 + rejected 0"),
                ran.out());
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
