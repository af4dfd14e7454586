package io.storeops.adapter.csv.months;

import static java.util.Objects.requireNonNull;

import io.storeops.storage.Column;
import io.storeops.storage.ColumnType;
import io.storeops.storage.Key;
import io.storeops.storage.Query;
import io.storeops.storage.Row;
import io.storeops.storage.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known of the rows that a store has in a month without having them: for each access path between which positions
 * they are, and which texts it may begin with. Numbers and times mostly come in order, so that the positions say enough;
 * texts do not. Any number may ask while nobody adds.
 */
final class MonthOutline {
    private final Map<String, Path> paths = new HashMap<>();

    private static final class Path {
        private final List<Column<?>> order;
        private final Optional<Fingerprints> texts;
        private Key lowest;
        private Key highest;

        Path(Query<?> all, Row first, int expected) {
            order = all.order();
            boolean text = all.columns().size() > Part.FIRST
                    && all.columns().get(Part.FIRST).type() == ColumnType.TEXT;
            texts = text ? Optional.of(new Fingerprints(expected)) : Optional.empty();
            lowest = positionOf(first, order);
            highest = lowest;
        }

        void add(Row row) {
            Key position = positionOf(row, order);
            if (position.compareTo(lowest) < 0) {
                lowest = position;
            }
            if (position.compareTo(highest) > 0) {
                highest = position;
            }
            texts.ifPresent(known ->
                    known.add(Fingerprints.of((String) position.values().get(Part.FIRST))));
        }

        boolean mayHave(Part part) {
            return highest.compareTo(part.from()) >= 0
                    && lowest.compareTo(part.to()) < 0
                    && (part.text().isEmpty()
                            || texts.isEmpty()
                            || texts.get().mayContain(part.text().getAsLong()));
        }
    }

    /**
     * The rows that a question is about.
     *
     * @param path the access path
     * @param from the first position, included
     * @param to the last position, excluded
     * @param text the fingerprint of the text that the path begins with, empty if that is not a text or may be any
     */
    record Part(String path, Key from, Key to, OptionalLong text) {
        /** Where a path's first column stands: behind the store. */
        static final int FIRST = 1;

        static Part at(Key key) {
            return new Part(Table.KEY_PATH, key, key.next(), textOf(key.values()));
        }

        static Part of(Query<?> query) {
            Key low = query.lowest();
            Key high = query.highest();
            Optional<Key> position = query.position();
            if (query.descending()) {
                high = position.orElse(high);
            } else {
                low = position.map(Key::next).orElse(low);
            }
            return new Part(query.path(), low, high, textOf(query.equal()));
        }

        private static OptionalLong textOf(List<Object> first) {
            return first.size() > FIRST && first.get(FIRST) instanceof String text
                    ? OptionalLong.of(Fingerprints.of(text))
                    : OptionalLong.empty();
        }
    }

    /**
     * The outline of one row.
     *
     * @param expected how many rows there will be
     */
    MonthOutline(Table<?> table, Row first, int expected) {
        for (String path : table.paths().keySet()) {
            paths.put(path, new Path(Query.of(table, first.store(), path), first, expected));
        }
        add(first);
    }

    /** The position of a row in an order of columns that always have a value. */
    static Key positionOf(Row row, List<Column<?>> order) {
        List<Object> values = new ArrayList<>(order.size());
        for (Column<?> column : order) {
            values.add(row.get(column));
        }
        return new Key(values);
    }

    void add(Row row) {
        paths.values().forEach(path -> path.add(row));
    }

    /** False if there is certainly no such row. */
    boolean mayHave(Part part) {
        return path(part.path()).mayHave(part);
    }

    /** The position of the first row on a path. */
    Key lowest(String path) {
        return path(path).lowest;
    }

    /** The position of the last row on a path. */
    Key highest(String path) {
        return path(path).highest;
    }

    private Path path(String name) {
        return requireNonNull(paths.get(name), name);
    }
}
