package io.storeops.storage;

import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import java.util.Optional;

/**
 * The bytes of a store's evidence, by their SHA-256: what is too large for a row. Content is put before the commit that
 * refers to it, so a reference always finds its content; content that nothing refers to does no harm. Thread-safe. Arrays
 * are copied on the way in and out. Closed with the storage.
 *
 * <p><b>Exceptions.</b> A failure of the storage is a {@link StorageException}. Content that is no longer what its name
 * says is damage: a {@link StorageException} that names it, never other bytes.
 */
public interface Blobs {
    /**
     * Keeps content. After it returned, the content survives a crash as far as the adapter promises. Content that is
     * already there is kept once.
     *
     * @param store the store whose evidence it is
     * @param content the bytes, none or more
     * @return their SHA-256
     */
    Sha256 put(StoreId store, byte[] content);

    /**
     * Finds content.
     *
     * @param store the store whose evidence it is
     * @param sha256 the content's SHA-256
     * @return the bytes, checked against their SHA-256; empty if the store has none of that name, or had it erased
     */
    Optional<byte[]> find(StoreId store, Sha256 sha256);

    /**
     * Erases content for good, for the sake of somebody's personal data. Does nothing if the store has none of that name;
     * other stores keep theirs.
     *
     * @param store the store whose evidence it was
     * @param sha256 the content's SHA-256
     */
    void erase(StoreId store, Sha256 sha256);
}
