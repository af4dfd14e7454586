package io.storeops.adapter.csv.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.storeops.id.StoreId;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.Storage;
import io.storeops.storage.Versioned;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 700,000 readings committed and read again, beside FastCSV writing the same cells to one file and reading them into records,
 * turn by turn in one run. No test: run it by name, without coverage ({@code -Djacoco.skip}).
 */
class CsvBenchmark {
    private static final int ROUNDS = 7;
    private static final int SKIPPED = 2;
    private static final int DAYS = 100;
    private static final StoreId STORE = StoreId.of("S1");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @TempDir
    Path directory;

    private final List<List<Figure>> days = Stream.iterate(FIRST, day -> day.plusDays(1))
            .limit(DAYS)
            .map(day -> Figure.dayOf(STORE, day))
            .toList();

    private interface Work {
        void run() throws IOException;
    }

    private static double millis(Work work) throws IOException {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e6;
    }

    private static double median(List<Double> times) {
        List<Double> measured = times.subList(SKIPPED, times.size());
        return measured.stream().sorted().toList().get(measured.size() / 2);
    }

    @Test
    void besideFastCsv() throws IOException {
        List<Double> commits = new ArrayList<>();
        List<Double> checkpoints = new ArrayList<>();
        List<Double> writes = new ArrayList<>();
        List<Double> openings = new ArrayList<>();
        List<Double> coldScans = new ArrayList<>();
        List<Double> scans = new ArrayList<>();
        List<Double> reads = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Path folder = Files.createDirectory(directory.resolve("store" + round));
            Path file = directory.resolve("figures" + round + ".csv");
            Storage storage = open(folder);
            commits.add(millis(() -> commit(storage)));
            writes.add(millis(() -> write(file)));
            checkpoints.add(millis(storage::close));
            Storage[] opened = new Storage[1];
            openings.add(millis(() -> opened[0] = open(folder)));
            coldScans.add(millis(() -> scan(opened[0])));
            reads.add(millis(() -> read(file)));
            scans.add(millis(() -> scan(opened[0])));
            opened[0].close();
        }
        double write = median(writes);
        double read = median(reads);
        print("commits of 7,000 rows into the journal", median(commits), "FastCSV writing", write);
        System.out.printf(Locale.ROOT, "the checkpoint of the close: %.0f ms%n", median(checkpoints));
        System.out.printf(Locale.ROOT, "opening: %.0f ms%n", median(openings));
        print("scan, months not in memory", median(coldScans), "FastCSV reading into records", read);
        print("scan, months in memory", median(scans), "FastCSV reading into records", read);
    }

    private static void print(String what, double ours, String other, double theirs) {
        System.out.printf(
                Locale.ROOT, "%s: %.0f ms, %s %.0f ms, ratio %.2f%n", what, ours, other, theirs, theirs / ours);
    }

    private static Storage open(Path folder) throws IOException {
        return CsvStorage.open(
                new FolderDisk(folder), Hold.UNSHARED, List.of(Figure.TABLE), Folders.CLOCK, Folders.NEVER, 12);
    }

    private void commit(Storage storage) {
        for (List<Figure> day : days) {
            storage.commit(
                    Changes.of(STORE, CommitId.of("day " + day.get(0).day())).append(Figure.TABLE, day));
        }
    }

    private static void scan(Storage storage) {
        Sum sum = new Sum();
        try (Scan<Versioned<Figure>> scan = storage.scan(Query.of(Figure.TABLE, STORE))) {
            while (scan.hasNext()) {
                sum.accept(scan.next().value());
            }
        }
        sum.check();
    }

    private void write(Path file) throws IOException {
        try (FileOutputStream out = new FileOutputStream(file.toFile());
                CsvWriter writer = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            writer.writeRecord(
                    "store_id", "day", "kind", "item", "slot", "version", "amount", "observed", "arrived", "revision");
            for (List<Figure> day : days) {
                for (Figure figure : day) {
                    writer.writeRecord(
                            figure.store().value(),
                            figure.day().toString(),
                            figure.kind(),
                            figure.item(),
                            Long.toString(figure.slot()),
                            Long.toString(figure.version()),
                            figure.amount().toPlainString(),
                            figure.observed().toString(),
                            figure.arrived().toString(),
                            "1");
                }
            }
            writer.flush();
            out.getFD().sync();
        }
    }

    private static void read(Path file) throws IOException {
        Sum sum = new Sum();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
            boolean header = true;
            for (CsvRecord line : reader) {
                if (!header) {
                    sum.accept(new Figure(
                            StoreId.of(line.getField(0)),
                            LocalDate.parse(line.getField(1)),
                            line.getField(2),
                            line.getField(3),
                            Long.parseLong(line.getField(4)),
                            Long.parseLong(line.getField(5)),
                            new BigDecimal(line.getField(6)),
                            Instant.parse(line.getField(7)),
                            Instant.parse(line.getField(8))));
                }
                header = false;
            }
        }
        sum.check();
    }

    /** Uses every record and sees that none is missing. */
    private static final class Sum implements Consumer<Figure> {
        private int rows;
        private BigDecimal amounts = BigDecimal.ZERO;

        @Override
        public void accept(Figure figure) {
            rows++;
            amounts = amounts.add(figure.amount());
        }

        void check() {
            assertEquals(DAYS * Figure.ROWS_OF_A_DAY, rows);
            // A day: 1,000 x 14 x (1 + ... + 500) + 37 x 500 x (1 + ... + 14) hundredths.
            assertEquals(new BigDecimal("17554425.00").multiply(BigDecimal.valueOf(DAYS)), amounts);
        }
    }
}
