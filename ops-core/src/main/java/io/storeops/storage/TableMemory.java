package io.storeops.storage;

import static java.util.Objects.requireNonNull;

import io.storeops.id.StoreId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of one table, once per access path. */
final class TableMemory implements TableRows {
    private final Map<String, SortedRows> paths = new LinkedHashMap<>();
    private final SortedRows byKey;

    TableMemory(Table<?> table) {
        for (String path : table.paths().keySet()) {
            paths.put(
                    path,
                    new SortedRows(
                            table, Query.of(table, StoreId.of("any"), path).order()));
        }
        byKey = requireNonNull(paths.get(Table.KEY_PATH));
    }

    @Override
    public Optional<CommitLog.Written> find(Key key) {
        return Optional.ofNullable(byKey.find(key));
    }

    @Override
    public Optional<Row> last() {
        return byKey.last().map(CommitLog.Written::row);
    }

    @Override
    public void put(CommitLog.Written written) {
        CommitLog.Written before = byKey.put(written);
        if (paths.size() > 1) {
            for (SortedRows rows : paths.values()) {
                if (rows != byKey) {
                    if (before != null) {
                        rows.remove(before);
                    }
                    rows.put(written);
                }
            }
        }
    }

    @Override
    public List<CommitLog.Written> select(Query<?> query, long limit) {
        Key low = query.lowest();
        Key high = query.highest();
        if (low.compareTo(high) >= 0) {
            return List.of();
        }
        SortedRows rows = requireNonNull(paths.get(query.path()));
        Optional<Key> position = query.position();
        return List.copyOf(
                query.descending()
                        ? rows.descending(position.orElse(high), low, limit)
                        : rows.ascending(position.map(Key::next).orElse(low), high, limit));
    }
}
