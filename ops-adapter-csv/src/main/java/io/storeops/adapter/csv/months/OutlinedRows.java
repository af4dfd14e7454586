package io.storeops.adapter.csv.months;

import static java.util.Objects.requireNonNull;

import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.CommitLog.Written;
import io.storeops.storage.Key;
import io.storeops.storage.Query;
import io.storeops.storage.Row;
import io.storeops.storage.Table;
import io.storeops.storage.TableRows;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a store by month in an order that is not that of the months. An outline of every month says which months have
 * to be fetched for a question: none for a text or a number that is not there, and none for the last row. Fetching stays in
 * order as long as the rows were put in order; a walk along a path that is strewn over the months fetches all of them for
 * every page.
 */
public final class OutlinedRows implements TableRows {
    private final Table<?> table;
    private final StoreId store;
    private final Months months;
    private final Map<YearMonth, MonthOutline> outlines = new TreeMap<>();

    /** The row with the greatest key, so that a store that did nothing for months goes on without fetching one. */
    private @Nullable Row last;

    /** A month that may have rows that are asked for, and the position before which it has none, in the order asked for. */
    private record Candidate(YearMonth month, Key begin) {}

    /**
     * Creates it, as if there were no rows yet.
     *
     * @param table a table {@linkplain Table#byMonth() kept by month}
     * @param store the store
     * @param months the rows by month
     */
    public OutlinedRows(Table<?> table, StoreId store, Months months) {
        this.table = requireNonNull(table, "table");
        this.store = requireNonNull(store, "store");
        this.months = requireNonNull(months, "months");
    }

    /**
     * Takes note of rows that the months have. Until then they are not found.
     *
     * @param rows rows of the store, best all those of a month at once
     */
    public void know(Collection<Written> rows) {
        rows.forEach(row -> know(row.row(), rows.size()));
    }

    private void know(Row row, int expected) {
        YearMonth month = table.monthOf(row);
        MonthOutline outline = outlines.get(month);
        if (outline == null) {
            outlines.put(month, new MonthOutline(table, row, expected));
        } else {
            outline.add(row);
        }
        if (last == null || table.keyOf(last).compareTo(table.keyOf(row)) <= 0) {
            last = row;
        }
    }

    @Override
    public Optional<Written> find(Key key) {
        MonthOutline.Part part = MonthOutline.Part.at(key);
        for (Map.Entry<YearMonth, MonthOutline> known : outlines.entrySet()) {
            if (known.getValue().mayHave(part)) {
                Optional<Written> found = months.rows(store, known.getKey()).find(key);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Row> last() {
        return Optional.ofNullable(last);
    }

    @Override
    public void put(Written written) {
        // First, so that the row is found even if its month cannot be fetched just now: it is committed.
        know(written.row(), 1);
        months.rows(store, table.monthOf(written.row())).put(written);
    }

    @Override
    public List<Written> select(Query<?> query, long limit) {
        if (query.lowest().compareTo(query.highest()) >= 0) {
            return List.of();
        }
        List<Column<?>> order = query.order();
        Comparator<Key> direction = query.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        Comparator<Written> rowOrder = Comparator.comparing(row -> positionOf(row, order), direction);
        List<Written> found = List.of();
        for (Candidate candidate : candidates(query, direction)) {
            boolean behind = found.isEmpty()
                    || direction.compare(positionOf(found.get(found.size() - 1), order), candidate.begin()) < 0;
            if (behind && found.size() >= limit) {
                break;
            }
            List<Written> more =
                    months.rows(store, candidate.month()).select(query, behind ? limit - found.size() : limit);
            Stream<Written> both = Stream.concat(found.stream(), more.stream());
            found = (behind ? both : both.sorted(rowOrder).limit(limit)).toList();
        }
        return found;
    }

    private static Key positionOf(Written row, List<Column<?>> order) {
        return MonthOutline.positionOf(row.row(), order);
    }

    private List<Candidate> candidates(Query<?> query, Comparator<Key> direction) {
        MonthOutline.Part part = MonthOutline.Part.of(query);
        List<Candidate> candidates = new ArrayList<>();
        outlines.forEach((month, outline) -> {
            if (outline.mayHave(part)) {
                Key begin = query.descending() ? outline.highest(query.path()) : outline.lowest(query.path());
                candidates.add(new Candidate(month, begin));
            }
        });
        candidates.sort(Comparator.comparing(Candidate::begin, direction));
        return candidates;
    }
}
