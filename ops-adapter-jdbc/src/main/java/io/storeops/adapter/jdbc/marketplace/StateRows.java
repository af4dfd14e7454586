package io.storeops.adapter.jdbc.marketplace;

import io.storeops.catalog.Store;
import io.storeops.feed.Coverage;
import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.feed.RowProblem;
import io.storeops.spi.ShownText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a state as one page: all of it, so that rows that contradict each other are found wherever they stand. Neither of them is taken. Rows that
 * say the same are one.
 *
 * @param <T> what a row is
 */
final class StateRows<T> {
    /**
     * How a row is a part of the state.
     *
     * @param <T> what a row is
     */
    interface Reader<T> {
        /** Adds what the current row is. */
        void read(Row row, List<T> rows) throws Rejected;

        /** What it says of what. */
        List<Claim> claims(T row);

        /** The column that tells the row from others. */
        @Nullable
        Column key();
    }

    private record Found<T>(T row, long number) {}

    private final Tables tables;
    private final Feed feed;
    private final Prepared prepared;
    private final Reader<T> reader;
    private final @Nullable Column asOf;
    private final List<Found<T>> found = new ArrayList<>();
    private final List<RowProblem> problems = new ArrayList<>();
    private final Map<String, String> said = new HashMap<>();
    private final Map<String, List<Long>> contradicted = new HashMap<>();
    private @Nullable Instant earliest;

    StateRows(Tables tables, Layout layout, Reader<T> reader) {
        this.tables = tables;
        this.feed = layout.query().feed();
        this.prepared = tables.prepared(feed);
        this.reader = reader;
        this.asOf = prepared.find(layout.columns().get(Role.AS_OF));
    }

    /**
     * Reads the state.
     *
     * @param after of which page the next is asked for; there is none
     */
    FeedPage<T> page(Store store, Optional<FeedCursor> after) {
        tables.requireFirst(feed, after);
        Instant began = tables.clock().instant();
        try (OpenResult open = tables.database().run(feed, prepared.select(), tables.values(store, began))) {
            Row row = new Row(open.result(), tables.times(), store);
            for (long number = 1; open.next(); number++) {
                try {
                    read(row, number);
                } catch (Rejected e) {
                    problems.add(problem(
                            number, e.column(), id(row).map(id -> id + ": ").orElse("") + e.reason()));
                }
            }
        }
        List<T> rows = taken();
        Instant speaks = earliest;
        return new FeedPage<>(
                rows, problems, Optional.empty(), Optional.of(speaks == null ? began : speaks), Coverage.UNKNOWN);
    }

    private void read(Row row, long number) throws Rejected {
        List<T> rows = new ArrayList<>();
        Instant at = asOf == null ? null : row.instant(asOf);
        reader.read(row, rows);
        if (at != null && (earliest == null || at.isBefore(earliest))) {
            earliest = at;
        }
        for (T one : rows) {
            found.add(new Found<>(one, number));
            for (Claim claim : reader.claims(one)) {
                String before = said.putIfAbsent(claim.about(), claim.says());
                if (before != null && !before.equals(claim.says())) {
                    contradicted.computeIfAbsent(claim.about(), about -> new ArrayList<>());
                }
            }
        }
    }

    private Optional<String> id(Row row) {
        Column key = reader.key();
        try {
            return key == null
                    ? Optional.empty()
                    : Optional.ofNullable(row.findId(key)).map(ShownText::of);
        } catch (Rejected e) {
            // The row is rejected anyway, and its number tells it.
            return Optional.empty();
        }
    }

    private RowProblem problem(long number, Optional<String> column, String reason) {
        return new RowProblem(tables.name(feed), number, column, reason);
    }

    /** The rows that nobody contradicts, each once. */
    private List<T> taken() {
        for (Found<T> one : found) {
            for (Claim claim : reader.claims(one.row())) {
                contradicted.computeIfPresent(claim.about(), (about, numbers) -> {
                    numbers.add(one.number());
                    return numbers;
                });
            }
        }
        Map<T, Long> taken = new LinkedHashMap<>();
        for (Found<T> one : found) {
            Optional<Claim> wrong = reader.claims(one.row()).stream()
                    .filter(claim -> contradicted.containsKey(claim.about()))
                    .findFirst();
            if (wrong.isPresent()) {
                String about = wrong.get().about();
                problems.add(problem(
                        one.number(),
                        Optional.empty(),
                        about + " stands in the rows " + contradicted.get(about)
                                + " with different values, and none of them is taken; select it once"));
            } else {
                taken.putIfAbsent(one.row(), one.number());
            }
        }
        return List.copyOf(taken.keySet());
    }
}
