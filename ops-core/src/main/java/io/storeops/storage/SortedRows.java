package io.storeops.storage;

import io.storeops.storage.CommitLog.Written;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the order of some of their columns, in blocks: rows mostly come in order, and then a block is filled and never
 * touched again. Neither keys nor nodes are kept, only the rows. Not thread-safe.
 */
final class SortedRows {
    private static final int BLOCK = 256;

    private final int[] columns;
    private final List<Block> blocks = new ArrayList<>();

    private static final class Block {
        private Written[] rows = new Written[16];
        private int size;

        void insert(int at, Written row) {
            if (size == rows.length) {
                rows = Arrays.copyOf(rows, 2 * size);
            }
            System.arraycopy(rows, at, rows, at + 1, size - at);
            rows[at] = row;
            size++;
        }

        void remove(int at) {
            System.arraycopy(rows, at + 1, rows, at, size - at - 1);
            size--;
        }

        /** Moves the second half into a block of its own. */
        Block split() {
            Block second = new Block();
            int half = size / 2;
            second.rows = Arrays.copyOfRange(rows, half, half + BLOCK);
            second.size = size - half;
            Arrays.fill(rows, half, size, null);
            size = half;
            return second;
        }

        Written last() {
            return rows[size - 1];
        }
    }

    /** Rows of a table in the order of the given columns, which together are unique. */
    SortedRows(Table<?> table, List<Column<?>> order) {
        this.columns = order.stream().mapToInt(table::position).toArray();
    }

    /** Where a row is, or would be: the block, and the place in it. */
    private record Place(int block, int at, boolean found) {}

    /** The first row that is not below the key, and whether it is at the key. */
    private Place placeOf(Key key) {
        int low = 0;
        int high = blocks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(blocks.get(middle).last(), key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == blocks.size()) {
            return new Place(low, 0, false);
        }
        Block block = blocks.get(low);
        int from = 0;
        int to = block.size;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (compare(block.rows[middle], key) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return new Place(low, from, compare(block.rows[from], key) == 0);
    }

    /** As {@link Key#compareTo} of the row's position. */
    private int compare(Written row, Key key) {
        List<Object> values = key.values();
        int shared = Math.min(columns.length, values.size());
        for (int i = 0; i < shared; i++) {
            int order = Key.compare(row.row().at(columns[i]), values.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(columns.length, values.size());
    }

    private int compare(Written left, Written right) {
        for (int column : columns) {
            int order = Key.compare(left.row().at(column), right.row().at(column));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private Key positionOf(Written row) {
        List<Object> values = new ArrayList<>(columns.length);
        for (int column : columns) {
            values.add(row.row().at(column));
        }
        return new Key(values);
    }

    /** The row at a position, null if there is none. */
    @Nullable
    Written find(Key key) {
        if (isBehind(key)) {
            return null;
        }
        Place place = placeOf(key);
        return place.found() ? blocks.get(place.block()).rows[place.at()] : null;
    }

    private boolean isBehind(Key key) {
        return blocks.isEmpty() || compare(blocks.get(blocks.size() - 1).last(), key) < 0;
    }

    Optional<Written> last() {
        return blocks.isEmpty()
                ? Optional.empty()
                : Optional.of(blocks.get(blocks.size() - 1).last());
    }

    /** Puts a row in its place and gives the one that was there, null if there was none. */
    @Nullable
    Written put(Written row) {
        if (blocks.isEmpty() || compare(blocks.get(blocks.size() - 1).last(), row) < 0) {
            append(row);
            return null;
        }
        Place place = placeOf(positionOf(row));
        Block block = blocks.get(place.block());
        if (place.found()) {
            Written before = block.rows[place.at()];
            block.rows[place.at()] = row;
            return before;
        }
        block.insert(place.at(), row);
        if (block.size == BLOCK) {
            blocks.add(place.block() + 1, block.split());
        }
        return null;
    }

    private void append(Written row) {
        if (blocks.isEmpty() || blocks.get(blocks.size() - 1).size == BLOCK - 1) {
            blocks.add(new Block());
        }
        Block block = blocks.get(blocks.size() - 1);
        block.insert(block.size, row);
    }

    /** Takes a row away that is there. */
    void remove(Written row) {
        Place place = placeOf(positionOf(row));
        Block block = blocks.get(place.block());
        block.remove(place.at());
        if (block.size == 0) {
            blocks.remove(place.block());
        }
    }

    /** The first rows from one position, included, to another, excluded. */
    List<Written> ascending(Key from, Key to, long limit) {
        List<Written> found = new ArrayList<>();
        Place place = placeOf(from);
        for (int i = place.block(); i < blocks.size(); i++) {
            Block block = blocks.get(i);
            for (int at = i == place.block() ? place.at() : 0; at < block.size; at++) {
                if (found.size() >= limit || compare(block.rows[at], to) >= 0) {
                    return found;
                }
                found.add(block.rows[at]);
            }
        }
        return found;
    }

    /** The last rows before one position, excluded, down to another, included. */
    List<Written> descending(Key before, Key downTo, long limit) {
        List<Written> found = new ArrayList<>();
        Place place = placeOf(before);
        for (int i = Math.min(place.block(), blocks.size() - 1); i >= 0; i--) {
            Block block = blocks.get(i);
            for (int at = (i == place.block() ? place.at() : block.size) - 1; at >= 0; at--) {
                if (found.size() >= limit || compare(block.rows[at], downTo) < 0) {
                    return found;
                }
                found.add(block.rows[at]);
            }
        }
        return found;
    }
}
