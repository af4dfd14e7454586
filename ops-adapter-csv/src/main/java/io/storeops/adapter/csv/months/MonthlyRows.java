package io.storeops.adapter.csv.months;

import static java.util.Objects.requireNonNull;

import io.storeops.id.StoreId;
import io.storeops.storage.CommitLog;
import io.storeops.storage.Key;
import io.storeops.storage.Query;
import io.storeops.storage.Row;
import io.storeops.storage.Table;
import io.storeops.storage.TableRows;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/** The rows of a store month after month, of which only those are fetched that a question concerns. */
public final class MonthlyRows implements TableRows {
    /** Where the month stands in a key and in every position: behind the store. */
    private static final int PLACE = 1;

    private final Table<?> table;
    private final StoreId store;
    private final Months months;

    /**
     * Creates it.
     *
     * @param table a table whose rows {@linkplain Table#monthLeads() stand together by month}
     * @param store the store
     * @param months the rows by month
     * @throws IllegalArgumentException if a path of the table does not begin with the month
     */
    public MonthlyRows(Table<?> table, StoreId store, Months months) {
        if (!table.monthLeads()) {
            throw new IllegalArgumentException("The rows of table " + table + " do not stand together by month");
        }
        this.table = table;
        this.store = requireNonNull(store, "store");
        this.months = requireNonNull(months, "months");
    }

    private static YearMonth monthIn(Key position) {
        return Table.monthOfValue(position.values().get(PLACE));
    }

    @Override
    public Optional<CommitLog.Written> find(Key key) {
        YearMonth month = monthIn(key);
        return months.all().contains(month) ? months.rows(store, month).find(key) : Optional.empty();
    }

    @Override
    public Optional<Row> last() {
        return months.all().descendingSet().stream()
                .flatMap(month -> months.rows(store, month).last().stream())
                .findFirst();
    }

    @Override
    public void put(CommitLog.Written written) {
        months.rows(store, table.monthOf(written.row())).put(written);
    }

    @Override
    public List<CommitLog.Written> select(Query<?> query, long limit) {
        if (query.lowest().compareTo(query.highest()) >= 0) {
            return List.of();
        }
        List<CommitLog.Written> found = new ArrayList<>();
        for (YearMonth month : concerned(query)) {
            if (found.size() >= limit) {
                break;
            }
            found.addAll(months.rows(store, month).select(query, limit - found.size()));
        }
        return List.copyOf(found);
    }

    /** The months that can have rows of a query behind its position, in its order. */
    private Collection<YearMonth> concerned(Query<?> query) {
        NavigableSet<YearMonth> all = months.all();
        if (query.equal().size() > PLACE) {
            YearMonth month = Table.monthOfValue(query.equal().get(PLACE));
            return all.contains(month) ? List.of(month) : List.of();
        }
        NavigableSet<YearMonth> within = all;
        if (query.from().isPresent()) {
            within = within.tailSet(Table.monthOfValue(query.from().get()), true);
        }
        if (query.to().isPresent()) {
            within = within.headSet(Table.monthOfValue(query.to().get()), true);
        }
        Optional<YearMonth> position = query.position().map(MonthlyRows::monthIn);
        if (query.descending()) {
            return (position.isPresent() ? within.headSet(position.get(), true) : within).descendingSet();
        }
        return position.isPresent() ? within.tailSet(position.get(), true) : within;
    }
}
