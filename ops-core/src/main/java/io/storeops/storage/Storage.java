package io.storeops.storage;

import io.storeops.id.StoreId;
import java.time.Instant;
import java.util.Optional;

/**
 * The port through which the services remember. Thread-safe. Called by the services of this library from whatever thread
 * the host uses; {@link #close} is called once, by {@code StoreOps.close()}, and every later call, also of a scan or of
 * {@link Blobs} got before, is a {@link StorageClosedException}. Each call is one transaction.
 *
 * <p><b>Exceptions.</b> A failure of the storage is a {@link StorageException}; wrong arguments are
 * {@link IllegalArgumentException}s. Reads see a commit wholly or not at all.
 */
public interface Storage extends AutoCloseable {
    /**
     * One row.
     *
     * @param <R> the record
     * @param table the table
     * @param key the row's key
     * @return the record with its revision, empty if there is none
     */
    <R> Optional<Versioned<R>> find(Table<R> table, Key key);

    /**
     * A page of rows.
     *
     * @param <R> the record
     * @param query which, in what order, from where, how many
     * @return the page
     */
    <R> Page<Versioned<R>> select(Query<R> query);

    /**
     * All rows of a query bit by bit, with bounded memory. The query's limit is ignored, its cursor is not.
     *
     * @param <R> the record
     * @param query which and in what order
     * @return the scan, to be closed by the caller
     */
    <R> Scan<Versioned<R>> scan(Query<R> query);

    /**
     * Makes changes, all or nothing. After it returned, they survive a crash as far as the adapter promises.
     *
     * @param changes what to change
     * @return the receipt
     * @throws StaleWriteException if somebody else was first; nothing changed
     * @throws DuplicateCommitException if the store already has a commit of this id; nothing changed
     * @throws CommitUnknownException if nobody can know whether it happened; ask {@link #committed}
     */
    Committed commit(Changes changes);

    /**
     * Does what may follow a commit only when nothing can undo it any more, as sending a message or remembering what was
     * read. At once, unless this thread is in a transaction of the host's that the storage has joined: then after the host
     * committed it, perhaps in another thread, and never if the host does not.
     *
     * @param next what to do
     */
    default void afterCommit(Runnable next) {
        next.run();
    }

    /**
     * Looks up a commit.
     *
     * @param store the store
     * @param id the commit's id
     * @return its receipt, empty if it did not happen
     */
    Optional<Committed> committed(StoreId store, CommitId id);

    /**
     * The storage's own time, the same for all who share the storage. For leases only; never compared with the domain's
     * clock.
     *
     * @param store the store
     * @return an instant in whole microseconds
     */
    Instant now(StoreId store);

    /**
     * The stores that have commits, in order of their ids.
     *
     * @param after where the page before ended, empty for the first page
     * @return a page
     */
    Page<StoreId> stores(Optional<Cursor> after);

    /**
     * Where the bytes of evidence are kept.
     *
     * @return the same at every call; empty if this storage keeps rows only, which is then said to whoever attaches bytes
     */
    default Optional<Blobs> blobs() {
        return Optional.empty();
    }

    /** Releases everything. Called once; everything committed stays. */
    @Override
    void close();
}
