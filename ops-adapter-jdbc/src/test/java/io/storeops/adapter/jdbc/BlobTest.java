package io.storeops.adapter.jdbc;

import static io.storeops.adapter.jdbc.Thing.S1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.failure.FaultKind;
import io.storeops.id.Sha256;
import io.storeops.storage.Blobs;
import io.storeops.storage.Storage;
import io.storeops.storage.StorageException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("io.storeops.adapter.jdbc.TestServer#all")
class BlobTest {
    @Parameter
    TestServer server;

    private static final byte[] PHOTO = "photo".getBytes(StandardCharsets.UTF_8);

    private TestDatabase database;
    private Storage storage;
    private Blobs blobs;

    @BeforeEach
    void open() throws SQLException {
        database = TestDatabase.on(server);
        storage = database.storage();
        blobs = storage.blobs().orElseThrow();
    }

    @AfterEach
    void close() throws SQLException {
        storage.close();
        database.close();
    }

    @Test
    void contentThatWasChangedOutsideIsRefusedByNameUntilItIsPutAgain() throws SQLException {
        Sha256 name = blobs.put(S1, PHOTO);
        database.execute("update storeops__blob set content = "
                + (server == TestServer.POSTGRESQL ? "'\\x00'::bytea" : "X'00'"));

        StorageException refused = assertThrows(StorageException.class, () -> blobs.find(S1, name));

        assertEquals(FaultKind.INVALID, refused.kind());
        assertEquals(
                "Evidence " + name + " of store S1 was changed outside: table storeops__blob has other bytes under that"
                        + " name. Put the original content again, or restore a backup",
                refused.getMessage());
        blobs.put(S1, PHOTO);
        assertArrayEquals(PHOTO, blobs.find(S1, name).orElseThrow());
    }

    /** Case 24: where the server takes packets of a size, a repeat could never succeed. */
    @Test
    void contentLargerThanAPacketOfTheServerIsRefusedByTheNameOfItsSettingAndElseKept() throws SQLException {
        byte[] picture = new byte[20 << 20];
        boolean bounded = server == TestServer.MARIADB;
        if (bounded) {
            long packet =
                    Long.parseLong(database.rows("select @@max_allowed_packet").get(0));
            assertTrue(packet < picture.length, "the server takes packets of " + packet);
            StorageException refused = assertThrows(StorageException.class, () -> blobs.put(S1, picture));
            assertEquals(FaultKind.INVALID, refused.kind());
            assertTrue(refused.getMessage().contains("Raise max_allowed_packet"), refused.getMessage());
        } else {
            assertEquals(Sha256.of(picture), blobs.put(S1, picture));
        }
        assertEquals(!bounded, blobs.find(S1, Sha256.of(picture)).isPresent());
        assertArrayEquals(PHOTO, blobs.find(S1, blobs.put(S1, PHOTO)).orElseThrow());
    }

    @Test
    void manyWhoPutTheSameContentAtOnceAllSucceed() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        CyclicBarrier start = new CyclicBarrier(4);
        for (int round = 0; round < 20; round++) {
            byte[] content = {(byte) round};
            List<Future<Sha256>> running = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                running.add(pool.submit(() -> {
                    start.await();
                    return blobs.put(S1, content);
                }));
            }
            for (Future<Sha256> one : running) {
                assertEquals(Sha256.of(content), one.get());
            }
        }
        pool.shutdown();
        assertEquals(List.of("20"), database.rows("select count(*) from storeops__blob"));
    }
}
