package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.file.Records;
import io.storeops.adapter.csv.file.RowRefused;
import io.storeops.adapter.csv.file.SourceFiles;
import io.storeops.calendar.SlotId;
import io.storeops.calendar.SlotPlan;
import io.storeops.catalog.Store;
import io.storeops.feed.FeedPage;
import io.storeops.feed.Period;
import io.storeops.feed.RowProblem;
import io.storeops.figures.MetricsRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjLongConsumer;

/**
 * Reads one file as a profile says, whatever day its rows are of, and counts what becomes of each of its records.
 *
 * @param taken how many records are rows
 * @param leftOut how many are none of this store's, say the same as one before, or only add to it
 * @param passedOver how many are no rows at all: totals, footers, blank ones
 * @param refused how many are problems
 * @param problems the first of these
 */
record Trial(long taken, long leftOut, long passedOver, long refused, List<RowProblem> problems) {
    private static final int PAGE = 5_000;
    /** A plan whose boundaries are all hours, and any day of it: what is read does not depend on them. */
    private static final SlotPlan EVERY_HOUR = SlotPlan.ofHours(1, 23);

    private static final LocalDate ANY_DAY = LocalDate.EPOCH;

    Trial {
        problems = List.copyOf(problems);
    }

    /**
     * Reads a file.
     *
     * @param plan the boundaries that readings may be of
     * @param rows told of every row, with the line of its record
     * @param most how many problems are kept
     * @throws io.storeops.failure.AdapterException if the file is not what the profile declares
     */
    static Trial of(Path file, Profile profile, Store store, SlotPlan plan, ObjLongConsumer<Object> rows, int most) {
        List<Trial> trials = new ArrayList<>();
        for (FileScan.Opening<?> opening : openings(new SourceFiles(file), profile, store, plan)) {
            trials.add(scanned(new SourceFiles(file), profile, opening, rows, most));
        }
        Trial first = trials.get(0);
        return trials.stream()
                .filter(trial -> trial.refused() > first.refused())
                .findFirst()
                .orElse(first);
    }

    /** With boundaries at every hour. */
    static Trial of(Path file, Profile profile, Store store, int most) {
        return of(file, profile, store, EVERY_HOUR, (row, line) -> {}, most);
    }

    private static List<FileScan.Opening<?>> openings(SourceFiles file, Profile profile, Store store, SlotPlan plan) {
        Openings openings = new Openings(file, profile);
        MetricsRequest request = new MetricsRequest(store, plan, SlotId.of(ANY_DAY, 1), List.of());
        List<FileScan.Opening<?>> all = new ArrayList<>();
        profile.orders().ifPresent(layout -> all.add(openings.orders(layout, store)));
        profile.readings().ifPresent(layout -> all.add(openings.readings(layout, request, true)));
        profile.sheets().listings().ifPresent(layout -> all.add(openings.listings(layout, store)));
        profile.sheets().stock().ifPresent(layout -> all.add(openings.stock(layout, store)));
        profile.sheets().priceBook().ifPresent(layout -> all.add(openings.priceBook(layout, store)));
        profile.sheets().competitors().ifPresent(layout -> all.add(openings.competitors(layout, store)));
        profile.sheets().health().ifPresent(layout -> all.add(openings.health(layout, store, indicator -> true)));
        return all;
    }

    private static <T> Trial scanned(
            SourceFiles file, Profile profile, FileScan.Opening<T> opening, ObjLongConsumer<Object> rows, int most) {
        Counted<T> counted = new Counted<>(opening, rows);
        List<RowProblem> problems = new ArrayList<>();
        long refused = 0;
        try (FileScan<T> scan = new FileScan<>(file, profile, counted, PAGE)) {
            FeedPage<T> page;
            do {
                page = scan.page();
                refused += page.problems().size();
                page.problems().stream().limit(most - problems.size()).forEach(problems::add);
            } while (page.next().isPresent());
            return new Trial(counted.taken, counted.leftOut, scan.passedOver(), refused, problems);
        }
    }

    /** Counts what its reader does with each record. */
    private static final class Counted<T> implements FileScan.Opening<T> {
        private final FileScan.Opening<T> opening;
        private final ObjLongConsumer<Object> told;
        private long taken;
        private long leftOut;

        Counted(FileScan.Opening<T> opening, ObjLongConsumer<Object> told) {
            this.opening = opening;
            this.told = told;
        }

        @Override
        public RowReader<T> rows(Records records, Map<String, Integer> places, Path file) {
            RowReader<T> reader = opening.rows(records, places, file);
            return new RowReader<>() {
                @Override
                public void read(List<T> rows) throws RowRefused {
                    int before = rows.size();
                    reader.read(rows);
                    if (rows.size() > before) {
                        taken++;
                        rows.subList(before, rows.size()).forEach(row -> told.accept(row, records.line()));
                    } else {
                        leftOut++;
                    }
                }

                @Override
                public Optional<Period> when(boolean cut) {
                    return reader.when(cut);
                }

                @Override
                public Optional<Instant> asOf() {
                    return reader.asOf();
                }

                @Override
                public List<Period> states() {
                    return reader.states();
                }
            };
        }

        @Override
        public boolean isState() {
            return opening.isState();
        }

        @Override
        public boolean newestOnly() {
            return opening.newestOnly();
        }

        @Override
        public List<Path> chosen(List<Path> files) {
            return opening.chosen(files);
        }
    }
}
