package io.storeops.storage;

import io.storeops.id.StoreId;
import java.util.List;

/**
 * Where a {@link MemoryStorage} writes each commit before it becomes visible: what a file adapter adds to it. Called
 * inside the commit, one commit of a store at a time, but commits of different stores at the same time.
 */
public interface CommitLog {
    /**
     * Makes a commit durable. If it throws, nothing becomes visible and the exception reaches the caller of
     * {@link Storage#commit}.
     *
     * @param store the store
     * @param committed the receipt
     * @param rows every row as it will be, in order
     */
    void append(StoreId store, Committed committed, List<Written> rows);

    /**
     * A row as a commit leaves it.
     *
     * @param row the row
     * @param revision its revision
     */
    record Written(Row row, long revision) {}
}
