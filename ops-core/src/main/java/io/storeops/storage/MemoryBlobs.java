package io.storeops.storage;

import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Content in memory. Nobody else can reach the arrays, so they stay what their names say. */
final class MemoryBlobs implements Blobs {
    private final Map<Name, byte[]> contents = new ConcurrentHashMap<>();

    private final Runnable refuseIfClosed;

    MemoryBlobs(Runnable refuseIfClosed) {
        this.refuseIfClosed = refuseIfClosed;
    }

    private record Name(StoreId store, Sha256 sha256) {}

    @Override
    public Sha256 put(StoreId store, byte[] content) {
        refuseIfClosed.run();
        byte[] kept = content.clone();
        Sha256 sha256 = Sha256.of(kept);
        contents.putIfAbsent(new Name(store, sha256), kept);
        return sha256;
    }

    @Override
    public Optional<byte[]> find(StoreId store, Sha256 sha256) {
        refuseIfClosed.run();
        return Optional.ofNullable(contents.get(new Name(store, sha256))).map(byte[]::clone);
    }

    @Override
    public void erase(StoreId store, Sha256 sha256) {
        refuseIfClosed.run();
        contents.remove(new Name(store, sha256));
    }

    void clear() {
        contents.clear();
    }
}
