package io.storeops.examples.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the command {@code day} does with a file of invoice lines, by hand and without a doubt about any row: the figures of every hour of the file in
 * a map, and those of one date printed. A process of its own, so that the start of the JVM is part of the comparison.
 *
 * <pre>{@code
 * InvoiceDay make 500000 lines.csv
 * InvoiceDay show lines.csv 2010-12-17
 * }</pre>
 */
public final class InvoiceDay {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private record Hour(Set<String> invoices, long[] minor) {}

    private InvoiceDay() {}

    /**
     * Makes a file, or shows a day of one.
     *
     * @param args {@code make ROWS FILE} or {@code show FILE DATE}
     * @throws IOException if the file cannot be written or read
     */
    public static void main(String[] args) throws IOException {
        if (args[0].equals("make")) {
            make(Integer.parseInt(args[1]), Path.of(args[2]));
        } else {
            show(Path.of(args[1]), LocalDate.parse(args[2]));
        }
    }

    /** Lines of 28 days in December 2010, some 25 an invoice, every fiftieth invoice a cancellation; the same for the same number. */
    private static void make(int rows, Path file) throws IOException {
        Random random = new Random(20101201);
        int invoices = rows / 25 + 1;
        try (BufferedWriter out = Files.newBufferedWriter(file, UTF_8)) {
            out.write("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n");
            for (int row = 0; row < rows; row++) {
                int invoice = row / 25;
                boolean cancels = invoice % 50 == 0;
                LocalDateTime time =
                        LocalDateTime.of(2010, 12, 1, 7, 0).plusMinutes(28L * 24 * 60 * invoice / invoices);
                String description = row % 40 == 0 ? "\"FRAME 7\"\" SINGLE, LARGE\"" : "WHITE METAL LANTERN";
                out.write((cancels ? "C" : "") + (536_365 + invoice) + "," + (20_000 + random.nextInt(4_000)) + ","
                        + description + "," + (cancels ? -1 : 1) * (1 + random.nextInt(48)) + "," + TIME.format(time)
                        + "," + random.nextInt(20) + "." + (10 + random.nextInt(90)) + ","
                        + (12_346 + random.nextInt(5_000)) + ".0,United Kingdom\n");
            }
        }
    }

    private static void show(Path file, LocalDate date) throws IOException {
        Map<LocalDateTime, Hour> hours = new HashMap<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(Files.newBufferedReader(file, UTF_8))) {
            boolean isHeader = true;
            for (CsvRecord line : reader) {
                if (isHeader) {
                    isHeader = false;
                    continue;
                }
                LocalDateTime time = LocalDateTime.parse(line.getField(4), TIME)
                        .withMinute(0)
                        .withSecond(0);
                long minor = new BigDecimal(line.getField(5))
                        .multiply(new BigDecimal(line.getField(3)))
                        .movePointRight(2)
                        .longValueExact();
                Hour hour = hours.computeIfAbsent(time, of -> new Hour(new HashSet<>(), new long[2]));
                if (line.getField(0).startsWith("C")) {
                    hour.minor()[1] -= minor;
                } else {
                    hour.invoices().add(line.getField(0));
                    hour.minor()[0] += minor;
                }
            }
        }
        new TreeMap<>(hours).forEach((at, hour) -> {
            if (at.toLocalDate().equals(date)) {
                System.out.println(at + " " + hour.invoices().size() + " " + hour.minor()[0] + " " + hour.minor()[1]);
            }
        });
    }
}
