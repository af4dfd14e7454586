package io.storeops.storage;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/**
 * A part of a result. Only an empty {@code next} means the end; a page may be empty and not the last.
 *
 * @param <T> what it holds
 * @param items the items in order, copied
 * @param next where to go on, empty at the end
 */
public record Page<T>(List<T> items, Optional<Cursor> next) {
    /** Copies the items. */
    public Page {
        items = ImmutableList.copyOf(items);
    }
}
