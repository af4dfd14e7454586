package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.file.Records;
import io.storeops.adapter.csv.file.RowRefused;
import io.storeops.adapter.csv.file.SourceFiles;
import io.storeops.adapter.csv.file.Twins;
import io.storeops.catalog.Store;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How files are read that show a state. Every file is read twice: once to learn of which instant it speaks, and which of its rows repeat or
 * contradict each other, and then for its rows. So a fault anywhere in the state is told at the first page, and nothing of it is taken.
 * For one scan; not thread-safe.
 *
 * @param <T> what a row is
 */
final class SheetFiles<T> implements FileScan.Opening<T> {
    private static final int LINE_BITS = 40;
    private static final int LEARNING_PAGE = 5_000;

    /** Makes the reader of one file's rows. */
    interface Rows<T> {
        RowReader<T> of(Cells cells, Map<String, Integer> places, Optional<Instant> file);
    }

    /** What was learnt of a file: its number among the files, and of which instant it speaks. */
    private record Learnt(long number, Optional<Instant> asOf) {}

    private final SourceFiles source;
    private final Profile profile;
    private final Store store;
    private final Sheet<?> sheet;
    private final SheetRule<T> rule;
    private final Rows<T> reader;
    private final Map<String, Learnt> learnt = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final Twins twins = new Twins();

    SheetFiles(SourceFiles source, Profile profile, Store store, Sheet<?> sheet, SheetRule<T> rule, Rows<T> reader) {
        this.source = source;
        this.profile = profile;
        this.store = store;
        this.sheet = sheet;
        this.rule = rule;
        this.reader = reader;
    }

    @Override
    public boolean isState() {
        return true;
    }

    @Override
    public boolean newestOnly() {
        return sheet.newestOnly();
    }

    /** The newest is the one that speaks of the latest instant, as far as a name or its time tells, and of those the last by name. */
    @Override
    public List<Path> chosen(List<Path> files) {
        if (!newestOnly()) {
            return files;
        }
        Comparator<Path> byInstant =
                Comparator.comparing(file -> sheet.asOf().of(file, zone()).orElse(Instant.MIN));
        return List.of(
                files.stream().max(byInstant.thenComparing(SourceFiles::name)).orElseThrow());
    }

    private ZoneId zone() {
        return profile.zone().orElse(store.zone());
    }

    @Override
    public RowReader<T> rows(Records records, Map<String, Integer> places, Path file) {
        learn(file);
        Learnt known = learnt.get(SourceFiles.name(file));
        if (known == null) {
            throw new AdapterException(
                    FaultKind.CONFLICT,
                    SourceFiles.name(file)
                            + " was not there when the first page was read. Begin again with the first page");
        }
        return new Distinct(Cells.of(records, profile, store), places, file, known);
    }

    /** Reads what one of the files may contradict. */
    private void learn(Path file) {
        if (names.isEmpty()) {
            (newestOnly() ? List.of(file) : source.list()).forEach(this::learnFrom);
        }
    }

    private void learnFrom(Path file) {
        long number = names.size();
        names.add(SourceFiles.name(file));
        Learning learning = new Learning(number);
        try (FileScan<T> scan = new FileScan<>(new SourceFiles(file), profile, learning, LEARNING_PAGE)) {
            while (scan.page().next().isPresent()) {
                // The rows are learnt while they are read.
            }
        }
        learnt.put(SourceFiles.name(file), new Learnt(number, learning.asOf().or(() -> asOf(file))));
    }

    private Optional<Instant> asOf(Path file) {
        return sheet.asOf().of(file, zone());
    }

    /** Keeps no row, but what each is of and says. */
    private final class Learning implements FileScan.Opening<T> {
        private final long number;
        private Optional<RowReader<T>> inner = Optional.empty();

        Learning(long number) {
            this.number = number;
        }

        Optional<Instant> asOf() {
            return inner.flatMap(RowReader::asOf);
        }

        @Override
        public RowReader<T> rows(Records records, Map<String, Integer> places, Path file) {
            RowReader<T> all = reader.of(Cells.of(records, profile, store), places, SheetFiles.this.asOf(file));
            inner = Optional.of(all);
            return none -> {
                List<T> read = new ArrayList<>();
                all.read(read);
                for (T row : read) {
                    twins.add(rule.key().apply(row), rule.content().apply(row), number << LINE_BITS | records.line());
                }
            };
        }
    }

    /** Keeps each row once, and none or only the first of those that contradict each other. */
    private final class Distinct implements RowReader<T> {
        private final Cells cells;
        private final Learnt known;
        private final TellingColumns currencies;
        private final RowReader<T> all;

        Distinct(Cells cells, Map<String, Integer> places, Path file, Learnt known) {
            this.cells = cells;
            this.known = known;
            this.currencies = TellingColumns.currencies(cells, profile, places);
            this.all = reader.of(cells, places, SheetFiles.this.asOf(file));
        }

        @Override
        public void read(List<T> rows) throws RowRefused {
            List<T> read = new ArrayList<>();
            all.read(read);
            if (read.isEmpty()) {
                return;
            }
            currencies.checkCurrency();
            for (T row : read) {
                refuseContradicted(row);
            }
            for (T row : read) {
                if (isFirst(row)) {
                    rows.add(row);
                }
            }
        }

        private long place() {
            return known.number() << LINE_BITS | cells.line();
        }

        private boolean isFirst(T row) {
            return first(rule.key().apply(row)) == place();
        }

        /** A row that was not there when the file was learnt from was put there since. */
        private long first(String key) {
            return twins.first(key)
                    .orElseThrow(() -> new AdapterException(
                            FaultKind.CONFLICT,
                            names.get(Math.toIntExact(known.number()))
                                    + " has changed while it was read. Begin again with the first page"));
        }

        private void refuseContradicted(T row) throws RowRefused {
            String key = rule.key().apply(row);
            Optional<Long> second = twins.contradiction(key);
            boolean first = isFirst(row);
            if (second.isEmpty()
                    || (rule.firstCounts()
                            && (first || twins.repeats(key, rule.content().apply(row))))) {
                return;
            }
            throw new RowRefused(
                    Optional.empty(),
                    key + " stands in " + named(first ? second.get() : first(key)) + " too, with something else; "
                            + (rule.firstCounts() ? "that row, the first, is taken" : "neither row is taken")
                            + ". Correct the file, or export it anew");
        }

        private String named(long place) {
            long line = place & (1L << LINE_BITS) - 1;
            int number = Math.toIntExact(place >>> LINE_BITS);
            return (number == known.number() ? "" : names.get(number) + ":") + "line " + line;
        }

        @Override
        public void pass() {
            all.pass();
        }

        @Override
        public Optional<Instant> asOf() {
            return known.asOf();
        }
    }
}
