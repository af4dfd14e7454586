package io.storeops.spi.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.id.Sha256;
import io.storeops.storage.Blobs;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Bytes by their SHA-256. */
abstract class BlobRules extends StorageRules {
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xFF, '\r', '\n'};

    /** Closes the storage and opens it again; false if a storage of this kind keeps nothing. */
    abstract boolean closeAndReopen();

    private Blobs blobs() {
        Assumptions.assumeTrue(storage().blobs().isPresent(), "This storage keeps rows only");
        return storage().blobs().orElseThrow();
    }

    @Test
    void rule601GivesContentBackByItsSha256() {
        Sha256 name = blobs().put(STORE, PICTURE);
        assertEquals(Sha256.of(PICTURE), name);
        assertArrayEquals(PICTURE, blobs().find(STORE, name).orElseThrow());
    }

    @Test
    void rule602KeepsContentOfAnySize() {
        byte[] large = new byte[3_000_000];
        new Random(602).nextBytes(large);
        for (byte[] content : new byte[][] {{}, {0}, large}) {
            assertArrayEquals(
                    content, blobs().find(STORE, blobs().put(STORE, content)).orElseThrow());
        }
    }

    @Test
    void rule603KeepsTheSameContentOnce() {
        assertEquals(blobs().put(STORE, PICTURE), blobs().put(STORE, PICTURE.clone()));
        blobs().erase(STORE, Sha256.of(PICTURE));
        assertTrue(blobs().find(STORE, Sha256.of(PICTURE)).isEmpty());
    }

    @Test
    void rule604DoesNotChangeWithTheCallersArray() {
        byte[] given = PICTURE.clone();
        Sha256 name = blobs().put(STORE, given);
        given[0] = 0;
        byte[] found = blobs().find(STORE, name).orElseThrow();
        found[1] = 0;
        assertArrayEquals(PICTURE, blobs().find(STORE, name).orElseThrow());
    }

    @Test
    void rule605GivesNothingOfAnotherStore() {
        Sha256 name = blobs().put(STORE, PICTURE);
        assertTrue(blobs().find(OTHER, name).isEmpty());
        blobs().put(OTHER, PICTURE);
        blobs().erase(OTHER, name);
        assertTrue(blobs().find(OTHER, name).isEmpty());
        assertArrayEquals(PICTURE, blobs().find(STORE, name).orElseThrow());
    }

    @Test
    void rule606ErasesForGoodAndWithoutComplaint() {
        Sha256 name = blobs().put(STORE, PICTURE);
        blobs().erase(STORE, name);
        blobs().erase(STORE, name);
        assertTrue(blobs().find(STORE, name).isEmpty());
        closeAndReopen();
        assertTrue(blobs().find(STORE, name).isEmpty());
        assertEquals(name, blobs().put(STORE, PICTURE));
        assertTrue(blobs().find(STORE, name).isPresent());
    }

    @Test
    void rule607KeepsContentWhenClosed() {
        Sha256 name = blobs().put(STORE, PICTURE);
        boolean keeps = closeAndReopen();
        assertEquals(keeps, blobs().find(STORE, name).isPresent());
    }

    @Test
    void rule608IsNoCommit() {
        blobs().put(STORE, PICTURE);
        assertEquals(1, insert(Task.of(1)).number());
        assertFalse(storage().stores(java.util.Optional.empty()).items().contains(OTHER));
    }
}
