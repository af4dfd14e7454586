package io.storeops.adapter.jdbc;

import static io.storeops.adapter.jdbc.Thing.S1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.storeops.failure.FaultKind;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.CommitUnknownException;
import io.storeops.storage.Query;
import io.storeops.storage.Storage;
import io.storeops.storage.StorageException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behind a pooler that gives each transaction another connection; runs where {@code pgbouncer} is installed. */
class PgBouncerTest {
    private static final int THREADS = 6;
    private static final int TURNS = 20;

    @TempDir
    Path directory;

    private Process bouncer;
    private String url;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/sbin/pgbouncer")), "pgbouncer is not installed");
        URI server = URI.create(TestServer.POSTGRESQL.url().substring("jdbc:".length()));
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Path users = Files.writeString(directory.resolve("users.txt"), "\"postgres\" \"\"\n");
        Path settings =
                Files.writeString(directory.resolve("pgbouncer.ini"), """
                [databases]
                postgres = host=127.0.0.1 port=%d dbname=postgres user=postgres
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = any
                auth_file = %s
                pool_mode = transaction
                default_pool_size = 3
                ignore_startup_parameters = extra_float_digits
                """.formatted(server.getPort(), port, users));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        // It refuses to be root.
        bouncer = new ProcessBuilder("runuser", "-u", "nobody", "--", "/usr/sbin/pgbouncer", settings.toString())
                .redirectOutput(directory.resolve("log").toFile())
                .redirectErrorStream(true)
                .start();
        awaitOpen(port);
        url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    private void awaitOpen(int port) throws Exception {
        for (int attempt = 0; attempt < 100; attempt++) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException e) {
                assumeTrue(bouncer.isAlive(), () -> log());
                Thread.sleep(100);
            }
        }
    }

    private String log() {
        try {
            return Files.readString(directory.resolve("log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (bouncer != null) {
            bouncer.destroy();
            bouncer.waitFor();
        }
    }

    private Storage open(String address) {
        JdbcStorageProvider provider = new JdbcStorageProvider();
        return provider.create(
                AdapterConfig.of("jdbc", provider.configKeys(), Map.of("url", address, "user", "postgres")),
                AdapterContext.of(Clock.systemUTC(), Thing.TABLES, directory));
    }

    /** What went wrong of many threads' commits and reads, each told once. */
    private static List<StorageException> work(Storage storage, String name) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<StorageException>> all = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            String worker = name + i;
            all.add(threads.submit(() -> {
                try {
                    for (int turn = 0; turn < TURNS; turn++) {
                        String id = worker + "-" + turn;
                        storage.commit(Changes.of(S1, CommitId.of(id)).insert(Thing.TABLE, Thing.of(id, 1)));
                        storage.select(Query.of(Thing.TABLE, S1));
                        storage.committed(S1, CommitId.of(id));
                    }
                    return null;
                } catch (StorageException e) {
                    return e;
                }
            }));
        }
        List<StorageException> failures = new ArrayList<>();
        for (Future<StorageException> one : all) {
            if (one.get() != null) {
                failures.add(one.get());
            }
        }
        threads.shutdown();
        return failures;
    }

    @Test
    void worksWithoutPreparedStatementsAndSaysSoWhereTheyAreLost() throws Exception {
        try (Storage storage = open(url + "?prepareThreshold=0")) {
            assertEquals(List.of(), work(storage, "without"));
            assertEquals(
                    THREADS * TURNS,
                    storage.select(Query.of(Thing.TABLE, S1).limit(1_000))
                            .items()
                            .size());
        }
        try (Storage storage = open(url)) {
            List<StorageException> failures = work(storage, "with");
            // A COMMIT that finds another statement under its name may break the connection; of that one nobody can
            // know.
            failures.removeIf(CommitUnknownException.class::isInstance);
            assertTrue(!failures.isEmpty(), "prepared statements were not lost");
            for (StorageException failure : failures) {
                assertTrue(failure.getMessage().contains("add prepareThreshold=0 to the url"), failure.getMessage());
                assertEquals(FaultKind.INVALID, failure.kind());
            }
        }
    }
}
