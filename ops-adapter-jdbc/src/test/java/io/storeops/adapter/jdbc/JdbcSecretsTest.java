package io.storeops.adapter.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.StoreOps;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.failure.StoreOpsException;
import io.storeops.spi.Adapters;
import io.storeops.spi.StoreOpsLoader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The canary of .ci/run as a database password: right, wrong, and of a database that is not there. */
class JdbcSecretsTest {
    /** Put together at run time, so that neither this source nor its class contains it. */
    private static final String CANARY = String.join("-", "storeops", "canary", "5d41402abc");

    @TempDir
    private Path directory;

    private StoreOps open(String url, String password) throws IOException {
        Path file = Files.writeString(directory.resolve("storeops.json"), """
                { "storage": { "adapter": "jdbc", "url": "%s", "user": "sa", "password": "%s" }, "stores": [] }""".formatted(url, password));
        Clock clock = Clock.fixed(Instant.parse("2024-06-16T01:00:00Z"), ZoneOffset.UTC);
        return StoreOpsLoader.open(file, Adapters.of(List.of(new JdbcStorageProvider())), clock);
    }

    private <X extends StoreOpsException> X fails(Class<X> type, String url, String password) {
        X failure = assertThrows(type, () -> open(url, password));
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        assertFalse(text.toString().contains(CANARY), text.toString());
        return failure;
    }

    @Test
    void aWrongPasswordIsNotToldAndNotWritten() throws IOException {
        open("jdbc:h2:./store", CANARY).close();
        AdapterException failure = fails(AdapterException.class, "jdbc:h2:./store", CANARY + "x");
        assertEquals(FaultKind.AUTH, failure.kind());
        Files.delete(directory.resolve("storeops.json"));
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertFalse(bytes.contains(CANARY), file.toString());
            }
        }
    }

    @Test
    void thePasswordOfADatabaseThatCannotBeOpenedIsNotTold() throws IOException {
        Files.writeString(directory.resolve("taken"), "a file where a folder should be");
        fails(StoreOpsException.class, "jdbc:h2:./taken/store", CANARY);
    }

    @Test
    void aPasswordThatStandsInTheUrlTooIsNotTold() {
        fails(StoreOpsException.class, "jdbc:h2:./store;PASSWORD=" + CANARY, CANARY);
    }

    @Test
    void aPasswordThatStandsInTheUrlAloneIsNotTold() throws IOException {
        Path file = Files.writeString(
                directory.resolve("storeops.json"),
                "{ \"storage\": { \"adapter\": \"jdbc\", \"url\": \"jdbc:h2:./store;PASSWORD=" + CANARY
                        + "\" }, \"stores\": [] }");
        StoreOpsException failure = assertThrows(
                StoreOpsException.class,
                () -> StoreOpsLoader.open(file, Adapters.of(List.of(new JdbcStorageProvider())), Clock.systemUTC()));
        assertFalse(failure.toString().contains(CANARY), failure.toString());
    }
}
