package io.storeops.id;

import java.io.Serializable;

/**
 * A store (店铺), on whatever marketplace.
 *
 * @param value the id as text, by the rule of {@link IdText}
 */
public record StoreId(String value) implements Comparable<StoreId>, Serializable {

    /**
     * Creates the id.
     *
     * @throws IllegalArgumentException if the text is not an id, saying why
     */
    public StoreId {
        IdText.checked("store id", value);
    }

    /**
     * The id with the given text.
     *
     * @param value the text
     * @return the id
     * @throws IllegalArgumentException if the text is not an id, saying why
     */
    public static StoreId of(String value) {
        return new StoreId(value);
    }

    @Override
    public int compareTo(StoreId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
