package io.storeops.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.calendar.SettableClock;
import io.storeops.storage.MemoryStorage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day whose amounts and buyers come from the ERP's tables and whose visitors come from a file. */
class ErpTablesDayTest {
    @TempDir
    private Path files;

    private List<String> lines() throws SQLException {
        SettableClock clock = SettableClock.at(Instant.parse("2024-06-15T16:00:00Z"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, UTF_8)) {
            ErpTablesDayExample.run(MemoryStorage.empty(clock), clock, files, out);
        }
        return bytes.toString(UTF_8).lines().toList();
    }

    @Test
    void everyReleaseIsCompleteAndWhatCameLateIsCorrected() throws SQLException {
        List<String> lines = lines();
        assertEquals(
                IntStream.rangeClosed(1, 14)
                        .mapToObj(i ->
                                (i == 14 ? "2024-06-17#01" : "2024-06-16#%02d".formatted(i)) + " PUBLISHED ON_TIME")
                        .toList(),
                lines.stream().filter(line -> line.contains("PUBLISHED")).toList());
        // The transfer of 09:55 changes the slot up to 10:00, the refund of the order of 10:10 the one up to 11:00.
        assertEquals(
                List.of(
                        "  sent: [S1] 2024-06-16 10:00 Time-slot data P02 v2 Correction",
                        "  sent: [S1] 2024-06-16 10:00 Time-slot data P02 v3 Correction"),
                lines.stream().filter(line -> line.contains("Correction")).toList());
        assertEquals(
                List.of(
                        // 24 orders of 100.50 to 123.50, 24 of 80.00 and the late one of 300.00; 12 + 24 + 1 buyers; 40
                        // an hour.
                        "amount_minor=490800 visitors=960 buyers=37 orders=49 units=49 refunded_minor=2500",
                        // 14 slots of three metrics, none of them restated for an error of the operator; 13 releases.
                        "K1.1 42/42 100.00%",
                        "K1.2 42/42 100.00%",
                        "K1.3 13/13 100.00%",
                        "K1.4 13/13 100.00%"),
                lines.subList(lines.size() - 5, lines.size()));
    }
}
