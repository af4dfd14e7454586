package io.storeops.adapter.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.Storage;
import io.storeops.storage.Versioned;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code kill -9} leaves, kill upon kill: no process ever closes the database, and what is looked at is a copy of H2's
 * file, or a server that no writer was told about.
 */
@DisplayName("After one kill upon another")
class KilledProcessTest {
    private static final int ROUNDS = Full.times(100, 4);

    @TempDir
    Path directory;

    private final long seed = Long.getLong("storeops.seed", System.nanoTime());

    /** Each thread commits to a store of its own, an entry of the chain and bytes, and says so, until killed. */
    public static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) {
            Storage storage = open(arguments[0], Path.of(arguments[1]));
            for (int i = 1; i <= Integer.parseInt(arguments[2]); i++) {
                int writer = i;
                new Thread(() -> write(storage, writer)).start();
            }
        }

        private static void write(Storage storage, int writer) {
            StoreId store = store(writer);
            for (long number = lines(storage, store) + 1; ; number++) {
                storage.blobs().orElseThrow().put(store, content(number));
                storage.commit(Changes.of(store, CommitId.of("c" + number))
                        .link(Thing.Line.TABLE, last -> Thing.Line.after(store, last, "x".repeat(200))));
                synchronized (Writer.class) {
                    System.out.println(writer + " " + number);
                }
            }
        }
    }

    private static StoreId store(int writer) {
        return StoreId.of("W" + writer);
    }

    private static byte[] content(long number) {
        return ("content " + number).getBytes(StandardCharsets.UTF_8);
    }

    /** How many lines a store has, which are numbered without a gap. */
    private static long lines(Storage storage, StoreId store) {
        long count = 0;
        try (Scan<Versioned<Thing.Line>> lines = storage.scan(Query.of(Thing.Line.TABLE, store))) {
            while (lines.hasNext()) {
                count++;
                assertEquals(count, lines.next().value().number(), "a commit is missing before another");
            }
        }
        return count;
    }

    private static Storage open(String url, Path directory) {
        if (url.contains("//")) {
            return JdbcStorage.on(TestDatabase.pooled(url), Thing.TABLES);
        }
        JdbcStorageProvider provider = new JdbcStorageProvider();
        return provider.create(
                AdapterConfig.of("jdbc", provider.configKeys(), Map.of("url", url)),
                AdapterContext.of(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), Thing.TABLES, directory));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void whatCommitsAcknowledgedInAFileIsThere(int writers) throws IOException, InterruptedException {
        Path copies = Files.createDirectory(directory.resolve("copies"));
        chain("H2", "jdbc:h2:./killed", writers, () -> {
            Files.copy(
                    directory.resolve("killed.mv.db"),
                    copies.resolve("killed.mv.db"),
                    StandardCopyOption.REPLACE_EXISTING);
            return open("jdbc:h2:./killed", copies);
        });
    }

    static Stream<Arguments> serversAndWriters() {
        return TestServer.servers().flatMap(server -> Stream.of(Arguments.of(server, 1), Arguments.of(server, 4)));
    }

    @ParameterizedTest
    @MethodSource("serversAndWriters")
    void whatCommitsAcknowledgedOnAServerIsThere(TestServer server, int writers) throws Exception {
        String url = TestDatabase.urlOfNewPlace(server);
        chain(server.name(), url, writers, () -> JdbcStorage.on(TestDatabase.plain(url), Thing.TABLES));
    }

    private interface Look {
        Storage open() throws IOException;
    }

    private void chain(String where, String url, int writers, Look look) throws IOException, InterruptedException {
        Random random = new Random(seed);
        SortedMap<Integer, Long> acknowledged = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            String when = where + ", round " + round + " of -Dstoreops.seed=" + seed;
            acknowledgedUntilKilled(url, writers, 20 + random.nextInt(130), when)
                    .forEach((writer, last) -> acknowledged.merge(writer, last, Math::max));
            try (Storage storage = look.open()) {
                acknowledged.forEach((writer, last) -> assertThere(storage, writer, last, when));
            }
        }
        if (Full.run()) {
            System.out.println(where + ", " + writers + " writers, " + ROUNDS + " chained kills: 0 of "
                    + acknowledged.values().stream().mapToLong(Long::longValue).sum() + " acknowledged commits lost");
        }
    }

    private static void assertThere(Storage storage, int writer, long last, String when) {
        StoreId store = store(writer);
        long kept = lines(storage, store);
        assertTrue(kept >= last, "writer " + writer + ": " + kept + " kept of " + last + ", " + when);
        for (long number = 1; number <= last; number += Math.max(1, last / 50)) {
            assertEquals(
                    number,
                    storage.committed(store, CommitId.of("c" + number))
                            .orElseThrow()
                            .number());
        }
        IntStream.rangeClosed(0, 3)
                .mapToLong(back -> last - back)
                .filter(number -> number > 0)
                .forEach(number -> assertTrue(
                        storage.blobs()
                                .orElseThrow()
                                .find(store, Sha256.of(content(number)))
                                .isPresent(),
                        "the bytes of " + number + " are lost, " + when));
    }

    /** The last number that each writer said before it was killed. */
    private Map<Integer, Long> acknowledgedUntilKilled(String url, int writers, int enough, String when)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        url,
                        directory.toString(),
                        Integer.toString(writers)))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Map<Integer, Long> said = new TreeMap<>();
        int times = 0;
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                // What was cut off in the middle of a line was said by nobody.
                if (line.matches("[0-9]+ [0-9]+")) {
                    String[] parts = line.split(" ", 2);
                    said.merge(Integer.parseInt(parts[0]), Long.parseLong(parts[1]), Math::max);
                    times++;
                }
                if (times == enough) {
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        assertTrue(times >= enough, "the writers ended after " + times + ", " + when);
        return said;
    }
}
