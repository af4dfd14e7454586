package io.storeops.storage;

import java.util.Iterator;

/**
 * A result read bit by bit, in the order of its query. Closed by the caller, once; not thread-safe. Rows committed while it
 * runs may or may not be seen; a row is never seen twice.
 *
 * @param <T> what it holds
 */
public interface Scan<T> extends Iterator<T>, AutoCloseable {
    /** Releases what the scan holds. No method is called afterwards. */
    @Override
    void close();
}
