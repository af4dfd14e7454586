package io.storeops.storage;

import com.google.common.collect.ImmutableList;
import io.storeops.id.StoreId;
import java.util.List;

/**
 * The key of a row, or a position in the order of an access path: raw values, the store's id first. Immutable. The order
 * is that of the values one after the other; texts by code point, false before true.
 *
 * @param values the values, at least the store's id
 */
public record Key(List<Object> values) implements Comparable<Key> {
    private static final Object TOP = new Object();

    /**
     * Copies the values.
     *
     * @throws IllegalArgumentException if there are none
     */
    public Key {
        values = ImmutableList.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("A key has at least the store's id");
        }
    }

    /**
     * A key of raw values. {@link Table#keyOf(StoreId, Object...)} takes those of records.
     *
     * @param store the store
     * @param rest the further raw values, in the order of the table's key columns
     * @return the key
     */
    public static Key of(StoreId store, Object... rest) {
        return new Key(ImmutableList.builder().add(store.value()).add(rest).build());
    }

    /**
     * A position behind every key that begins with the given values.
     *
     * @param prefix the first values
     * @return the position, for comparing only
     */
    static Key above(List<Object> prefix) {
        return new Key(ImmutableList.builder().addAll(prefix).add(TOP).build());
    }

    /**
     * A position right behind this one.
     *
     * @return the position, for comparing only
     */
    public Key next() {
        return above(values);
    }

    @Override
    public int compareTo(Key other) {
        int shared = Math.min(values.size(), other.values.size());
        for (int i = 0; i < shared; i++) {
            int order = compare(values.get(i), other.values.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(values.size(), other.values.size());
    }

    /**
     * Compares two values of one column.
     *
     * @param left a value
     * @param right a value of the same type
     * @return negative, zero or positive
     */
    @SuppressWarnings({"unchecked", "rawtypes", "ReferenceEquality"})
    static int compare(Object left, Object right) {
        if (left == right) {
            return 0;
        }
        if (left == TOP || right == TOP) {
            return Boolean.compare(left == TOP, right == TOP);
        }
        return ((Comparable) left).compareTo(right);
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
