package io.storeops.adapter.jdbc;

import static io.storeops.adapter.jdbc.Thing.S1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.Query;
import io.storeops.storage.Storage;
import io.storeops.storage.Versioned;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KilledProcessTest {
    private static final int TIMES = Full.times(50, 2);

    @TempDir
    Path directory;

    /** Commits line after line and says so, until killed. */
    public static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) {
            Storage storage = open(arguments[0], Path.of(arguments[1]));
            for (long number = 1; ; number++) {
                storage.commit(Changes.of(S1, CommitId.of("c" + number))
                        .link(Thing.Line.TABLE, last -> Thing.Line.after(S1, last, "x")));
                System.out.println(number);
            }
        }
    }

    private static Storage open(String url, Path directory) {
        if (url.contains("//")) {
            return JdbcStorage.on(TestDatabase.plain(url), Thing.TABLES);
        }
        JdbcStorageProvider provider = new JdbcStorageProvider();
        return provider.create(
                AdapterConfig.of("jdbc", provider.configKeys(), Map.of("url", url)),
                AdapterContext.of(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), Thing.TABLES, directory));
    }

    @Test
    void whatACommitAcknowledgedInAFileIsThereAfterTheProcessWasKilled() throws IOException, InterruptedException {
        for (int time = 0; time < TIMES; time++) {
            kill("jdbc:h2:./killed" + time);
        }
    }

    @ParameterizedTest
    @MethodSource("io.storeops.adapter.jdbc.TestServer#servers")
    void whatACommitAcknowledgedOnAServerIsThereAfterTheClientWasKilled(TestServer server) throws Exception {
        for (int time = 0; time < TIMES; time++) {
            kill(TestDatabase.urlOfNewPlace(server));
        }
    }

    private void kill(String url) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        url,
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long acknowledged = 0;
        try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                acknowledged = Long.parseLong(line);
                if (acknowledged == 150) {
                    writer.toHandle().destroyForcibly();
                }
            }
        }
        writer.waitFor();

        assertTrue(acknowledged >= 150, "the writer ended at " + acknowledged);
        try (Storage storage = open(url, directory)) {
            List<Long> kept = storage.select(Query.of(Thing.Line.TABLE, S1).limit(100_000)).items().stream()
                    .map(Versioned::value)
                    .map(Thing.Line::number)
                    .toList();
            assertTrue(kept.size() >= acknowledged, kept.size() + " kept of " + acknowledged);
            assertEquals(LongStream.rangeClosed(1, kept.size()).boxed().toList(), kept);
            assertEquals(
                    kept.size() + 1L,
                    storage.commit(Changes.of(S1, CommitId.of("next"))).number());
        }
    }
}
