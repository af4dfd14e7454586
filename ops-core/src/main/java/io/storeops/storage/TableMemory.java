package io.storeops.storage;

import static java.util.Objects.requireNonNull;

import io.storeops.id.StoreId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The rows of one table, once per access path. */
final class TableMemory implements TableRows {
    private final Map<String, NavigableMap<Key, CommitLog.Written>> paths = new LinkedHashMap<>();
    private final Map<String, Function<Row, Key>> positions = new HashMap<>();
    private final NavigableMap<Key, CommitLog.Written> byKey = new TreeMap<>();
    private final Table<?> table;

    TableMemory(Table<?> table) {
        this.table = table;
        for (String path : table.paths().keySet()) {
            if (!path.equals(Table.KEY_PATH)) {
                Query<?> query = Query.of(table, StoreId.of("any"), path);
                positions.put(path, query::positionOf);
                paths.put(path, new TreeMap<>());
            }
        }
    }

    @Override
    public Optional<CommitLog.Written> find(Key key) {
        return Optional.ofNullable(byKey.get(key));
    }

    @Override
    public Optional<Row> last() {
        return byKey.isEmpty()
                ? Optional.empty()
                : Optional.of(byKey.lastEntry().getValue().row());
    }

    @Override
    public void put(CommitLog.Written written) {
        CommitLog.Written before = byKey.put(table.keyOf(written.row()), written);
        for (Map.Entry<String, NavigableMap<Key, CommitLog.Written>> path : paths.entrySet()) {
            Function<Row, Key> position = requireNonNull(positions.get(path.getKey()));
            if (before != null) {
                path.getValue().remove(position.apply(before.row()));
            }
            path.getValue().put(position.apply(written.row()), written);
        }
    }

    @Override
    public List<CommitLog.Written> select(Query<?> query, long limit) {
        Key low = query.lowest();
        Key high = query.highest();
        if (low.compareTo(high) >= 0) {
            return List.of();
        }
        NavigableMap<Key, CommitLog.Written> rows =
                paths.getOrDefault(query.path(), byKey).subMap(low, true, high, false);
        Optional<Key> position = query.position();
        if (query.descending()) {
            rows = rows.descendingMap();
        }
        if (position.isPresent()) {
            rows = rows.tailMap(position.get(), false);
        }
        return rows.values().stream().limit(limit).toList();
    }
}
