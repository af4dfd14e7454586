package io.storeops.spi.tck;

import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.storage.Blobs;
import io.storeops.storage.Key;
import io.storeops.storage.Page;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.Storage;
import io.storeops.storage.StorageClosedException;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.util.Optional;

/** A storage whose content stays when it is closed, as far as it keeps it. */
class WrongKeeping extends WrongStorage {
    WrongKeeping(Storage right) {
        super(right);
    }

    private boolean closed;

    @Override
    Storage right() {
        if (closed) {
            throw new StorageClosedException();
        }
        return super.right();
    }

    /** Asks for the storage's bytes at each call, so that they end with it. */
    @Override
    public Optional<Blobs> blobs() {
        return right().blobs().map(now -> new Blobs() {
            @Override
            public Sha256 put(StoreId store, byte[] content) {
                return right().blobs().orElseThrow().put(store, content);
            }

            @Override
            public Optional<byte[]> find(StoreId store, Sha256 sha256) {
                return right().blobs().orElseThrow().find(store, sha256);
            }

            @Override
            public void erase(StoreId store, Sha256 sha256) {
                right().blobs().orElseThrow().erase(store, sha256);
            }
        });
    }

    @Override
    public <R> Scan<Versioned<R>> scan(Query<R> query) {
        Scan<Versioned<R>> scan = super.scan(query);
        return new Scan<>() {
            @Override
            public boolean hasNext() {
                right();
                return scan.hasNext();
            }

            @Override
            public Versioned<R> next() {
                return scan.next();
            }

            @Override
            public void close() {
                scan.close();
            }
        };
    }

    /** Ends its use; what is in memory would be gone if it closed that too. */
    @Override
    public void close() {
        closed = true;
    }

    /** Was opened without one of the rows that were committed before. */
    static final class LosingARow extends WrongKeeping {
        LosingARow(Storage right) {
            super(right);
        }

        private static boolean isLost(Versioned<?> row) {
            return row.value() instanceof Task task && task.number() == 2;
        }

        @Override
        public <R> Optional<Versioned<R>> find(Table<R> table, Key key) {
            return super.find(table, key).filter(row -> !isLost(row));
        }

        @Override
        public <R> Page<Versioned<R>> select(Query<R> query) {
            Page<Versioned<R>> page = super.select(query);
            return new Page<>(page.items().stream().filter(row -> !isLost(row)).toList(), page.next());
        }
    }

    /** Keeps rows only, though its contract says otherwise. */
    static final class LosingBlobs extends WrongStorage {
        LosingBlobs(Storage right) {
            super(right);
        }

        @Override
        public Optional<Blobs> blobs() {
            return super.blobs().filter(lost -> false);
        }
    }

    /** Keeps the bytes of all stores in one place. */
    static final class SharingBlobs extends WrongStorage {
        private static final StoreId ALL = StoreId.of("all");

        SharingBlobs(Storage right) {
            super(right);
        }

        @Override
        public Optional<Blobs> blobs() {
            return super.blobs().map(Shared::new);
        }

        private record Shared(Blobs blobs) implements Blobs {
            @Override
            public Sha256 put(StoreId store, byte[] content) {
                return blobs.put(ALL, content);
            }

            @Override
            public Optional<byte[]> find(StoreId store, Sha256 sha256) {
                return blobs.find(ALL, sha256);
            }

            @Override
            public void erase(StoreId store, Sha256 sha256) {
                blobs.erase(ALL, sha256);
            }
        }
    }
}
