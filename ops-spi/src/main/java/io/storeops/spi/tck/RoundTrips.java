package io.storeops.spi.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import io.storeops.StoreOps;
import io.storeops.id.StoreId;
import io.storeops.storage.Changes;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnType;
import io.storeops.storage.CommitId;
import io.storeops.storage.Key;
import io.storeops.storage.Query;
import io.storeops.storage.Row;
import io.storeops.storage.Scan;
import io.storeops.storage.Storage;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Generated rows of every table of the library, for one store: written, replaced, and read back by key, by page and by scan on
 * every access path. The same seed makes the same rows. Not thread-safe. For properties of an adapter's own, beside
 * {@link StorageContract}, which uses it too.
 *
 * <p>The rows are generated from the declarations of the columns alone, so they mean nothing to the duties: hence
 * {@link #tables()}, which are those of {@link StoreOps#tables()} without the duties' records.
 */
public final class RoundTrips {
    private static final Map<Table<?>, Table<Row>> TWINS = new ConcurrentHashMap<>();

    private final List<Table<Row>> tables;
    private final long seed;
    private final StoreId store;
    private final GeneratedRows generated;
    private final Map<Table<Row>, Map<Key, Versioned<Row>>> expected = new LinkedHashMap<>();
    private int commits;

    private RoundTrips(long seed, StoreId store, List<Table<?>> tables) {
        this.tables = twins(tables);
        this.seed = seed;
        this.store = store;
        this.generated = new GeneratedRows(seed);
    }

    private static List<Table<Row>> twins(List<Table<?>> tables) {
        return tables.stream().map(RoundTrips::twin).toList();
    }

    /** One twin a table, however often it is asked for: tables are compared by identity. */
    private static Table<Row> twin(Table<?> table) {
        return TWINS.computeIfAbsent(table, RowTable::of);
    }

    /**
     * Round trips through the library's tables that have not begun.
     *
     * @param seed decides what the rows are
     * @param store the store that they belong to; nobody else writes there
     * @return the round trips
     */
    public static RoundTrips of(long seed, StoreId store) {
        return of(seed, store, StoreOps.tables());
    }

    /**
     * Round trips that have not begun.
     *
     * @param seed decides what the rows are
     * @param store the store that they belong to; nobody else writes there
     * @param tables the tables
     * @return the round trips
     */
    public static RoundTrips of(long seed, StoreId store, List<Table<?>> tables) {
        return new RoundTrips(seed, store, tables);
    }

    /**
     * The library's tables as the storage is opened with them.
     *
     * @return twins of the tables by name, columns, key and paths
     */
    public static List<Table<?>> tables() {
        return tables(StoreOps.tables());
    }

    /**
     * Tables as the storage is opened with them.
     *
     * @param tables the tables
     * @return their twins by name, columns, key and paths
     */
    public static List<Table<?>> tables(List<Table<?>> tables) {
        return List.copyOf(twins(tables));
    }

    /**
     * Writes new rows into every table.
     *
     * @param storage the storage
     * @param rows how many a table
     */
    public void insert(Storage storage, int rows) {
        telling(() -> {
            for (Table<Row> table : tables) {
                Changes changes = changes();
                for (Row row : generated.rows(table, store, rows)) {
                    changes.insert(table, row);
                    kept(table).put(table.keyOf(row), new Versioned<>(row, 1));
                }
                storage.commit(changes);
            }
        });
    }

    /**
     * Replaces every row whose table allows it.
     *
     * @param storage the storage
     */
    public void replace(Storage storage) {
        telling(() -> {
            for (Table<Row> table : tables) {
                if (!table.appendOnly()) {
                    Changes changes = changes();
                    kept(table).replaceAll((key, old) -> {
                        Row next = generated.replacement(table, old.value());
                        changes.replace(table, next, old.revision());
                        return new Versioned<>(next, old.revision() + 1);
                    });
                    storage.commit(changes);
                }
            }
        });
    }

    /**
     * Reads every row back in every way there is, and fails where one differs from what was written.
     *
     * @param storage the storage
     */
    public void check(Storage storage) {
        telling(() -> expected.forEach((table, rows) -> {
            rows.forEach((key, row) -> assertEquals(Optional.of(row), storage.find(table, key), table.name()));
            table.paths().forEach((path, columns) -> {
                Query<Row> all = Query.of(table, store, path);
                assertEquals(rows, byKey(table, storage.select(all).items()), table + " by " + path);
                assertEquals(rows, byKey(table, scanned(storage, all)), table + " by " + path);
                if (columns.size() > 1) {
                    checkEquality(storage, all, columns.get(1), rows);
                }
            });
        }));
    }

    /** Each row is found by the value of its path's first column, among those that have the same. */
    private static void checkEquality(
            Storage storage, Query<Row> all, Column<?> column, Map<Key, Versioned<Row>> rows) {
        // 1.0 and 1.00 are equal to a path and two values to Java.
        if (column.type() == ColumnType.DECIMAL) {
            return;
        }
        rows.values().stream()
                .collect(Collectors.groupingBy(row -> row.value().get(column)))
                .forEach((value, same) -> assertEquals(
                        byKey(all.table(), same),
                        byKey(all.table(), storage.select(all.where(value)).items()),
                        all.table() + " where " + column + " is " + value));
    }

    private static Map<Key, Versioned<Row>> byKey(Table<Row> table, List<Versioned<Row>> rows) {
        // Fails if a row is given twice.
        return rows.stream().collect(Collectors.toMap(row -> table.keyOf(row.value()), row -> row));
    }

    private static List<Versioned<Row>> scanned(Storage storage, Query<Row> query) {
        try (Scan<Versioned<Row>> scan = storage.scan(query)) {
            return ImmutableList.copyOf(scan);
        }
    }

    private Changes changes() {
        commits++;
        return Changes.of(store, CommitId.of("round-trip-" + commits));
    }

    private Map<Key, Versioned<Row>> kept(Table<Row> table) {
        return expected.computeIfAbsent(table, missing -> new HashMap<>());
    }

    private void telling(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("With rows of the seed " + seed + ": " + e.getMessage(), e);
        }
    }
}
