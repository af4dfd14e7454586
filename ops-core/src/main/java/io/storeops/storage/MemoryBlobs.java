package io.storeops.storage;

import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Content in memory. Nobody else can reach the arrays, so they stay what their names say. */
final class MemoryBlobs implements Blobs {
    private final Map<Name, byte[]> contents = new ConcurrentHashMap<>();

    private record Name(StoreId store, Sha256 sha256) {}

    @Override
    public Sha256 put(StoreId store, byte[] content) {
        byte[] kept = content.clone();
        Sha256 sha256 = Sha256.of(kept);
        contents.putIfAbsent(new Name(store, sha256), kept);
        return sha256;
    }

    @Override
    public Optional<byte[]> find(StoreId store, Sha256 sha256) {
        return Optional.ofNullable(contents.get(new Name(store, sha256))).map(byte[]::clone);
    }

    @Override
    public void erase(StoreId store, Sha256 sha256) {
        contents.remove(new Name(store, sha256));
    }

    void clear() {
        contents.clear();
    }
}
