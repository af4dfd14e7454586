package io.storeops.adapter.csv.storage;

import java.io.IOException;

/** The right to write to a folder, until it is closed or somebody takes it away. */
interface Hold extends AutoCloseable {
    /** Of a folder that nobody else can know of, or that is only read. */
    Hold UNSHARED = () -> {};

    /**
     * Makes sure that the folder still is ours. Asked right before and after each change.
     *
     * @throws io.storeops.storage.StorageException if it is not
     */
    void refuseIfLost() throws IOException;

    @Override
    default void close() throws IOException {}
}
