package io.storeops.spi.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.id.Sha256;
import io.storeops.storage.Blobs;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules S90 to S97: bytes by their SHA-256. */
abstract class BlobRules extends StorageRules {
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xFF, '\r', '\n'};

    private Blobs blobs() {
        Optional<Blobs> blobs = storage().blobs();
        assertEquals(bench().keepsBlobs(), blobs.isPresent(), "whether it keeps bytes, as its contract says");
        Assumptions.assumeTrue(blobs.isPresent(), "This storage keeps rows only");
        return blobs.orElseThrow();
    }

    @Test
    @DisplayName("S90 content comes back by its SHA-256")
    void givesContentBack() {
        Sha256 name = blobs().put(STORE, PICTURE);
        assertEquals(Sha256.of(PICTURE), name);
        assertArrayEquals(PICTURE, blobs().find(STORE, name).orElseThrow());
    }

    @Test
    @DisplayName("S91 content of any size is kept, none at all too")
    void anySize() {
        byte[] large = new byte[3_000_000];
        new Random(91).nextBytes(large);
        for (byte[] content : new byte[][] {{}, {0}, large}) {
            assertArrayEquals(
                    content, blobs().find(STORE, blobs().put(STORE, content)).orElseThrow());
        }
    }

    @Test
    @DisplayName("S92 the same content is kept once")
    void once() {
        assertEquals(blobs().put(STORE, PICTURE), blobs().put(STORE, PICTURE.clone()));
        blobs().erase(STORE, Sha256.of(PICTURE));
        assertTrue(blobs().find(STORE, Sha256.of(PICTURE)).isEmpty());
    }

    @Test
    @DisplayName("S93 content does not change with the caller's array")
    void copies() {
        byte[] given = PICTURE.clone();
        Sha256 name = blobs().put(STORE, given);
        given[0] = 0;
        byte[] found = blobs().find(STORE, name).orElseThrow();
        found[1] = 0;
        assertArrayEquals(PICTURE, blobs().find(STORE, name).orElseThrow());
    }

    @Test
    @DisplayName("S94 a store gets nothing of another, and erases nothing of it")
    void storesDoNotMix() {
        Sha256 name = blobs().put(STORE, PICTURE);
        assertTrue(blobs().find(OTHER, name).isEmpty());
        blobs().put(OTHER, PICTURE);
        blobs().erase(OTHER, name);
        assertTrue(blobs().find(OTHER, name).isEmpty());
        assertArrayEquals(PICTURE, blobs().find(STORE, name).orElseThrow());
    }

    @Test
    @DisplayName("S95 what is erased is gone for good, and erasing it again is no mistake")
    void erases() {
        Sha256 name = blobs().put(STORE, PICTURE);
        blobs().erase(STORE, name);
        blobs().erase(STORE, name);
        assertTrue(blobs().find(STORE, name).isEmpty());
        bench().closeAndReopen();
        assertTrue(blobs().find(STORE, name).isEmpty());
        assertEquals(name, blobs().put(STORE, PICTURE));
        assertTrue(blobs().find(STORE, name).isPresent());
    }

    @Test
    @DisplayName("S96 content is there again when the storage is opened again")
    void whenClosed() {
        Sha256 name = blobs().put(STORE, PICTURE);
        boolean keeps = bench().closeAndReopen();
        assertEquals(keeps, blobs().find(STORE, name).isPresent());
    }

    @Test
    @DisplayName("S97 keeping content is not a commit")
    void noCommit() {
        blobs().put(STORE, PICTURE);
        assertEquals(1, insert(Task.of(1)).number());
        assertFalse(storage().stores(Optional.empty()).items().contains(OTHER));
    }
}
