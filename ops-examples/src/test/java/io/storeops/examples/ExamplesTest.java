package io.storeops.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.StoreOps;
import io.storeops.calendar.SettableClock;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.Adapters;
import io.storeops.spi.StorageProvider;
import io.storeops.storage.MemoryStorage;
import io.storeops.storage.Storage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs every example and looks at what it prints. */
class ExamplesTest {
    private static List<String> printed(Consumer<PrintStream> example) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, UTF_8)) {
            example.accept(out);
        }
        return bytes.toString(UTF_8).lines().toList();
    }

    private static List<String> standardOutput(Runnable program) {
        PrintStream usual = System.out;
        try {
            return printed(out -> {
                System.setOut(out);
                program.run();
            });
        } finally {
            System.setOut(usual);
        }
    }

    @Test
    void quickstartSendsARelease() {
        List<String> lines = standardOutput(() -> QuickstartExample.main(new String[0]));
        assertEquals("# [S1] 2024-06-16 09:00 时段数据 P01", lines.get(0));
        assertTrue(lines.contains("| **1** | **1351.70** | **230** | **19** | **8.26%** |"), lines::toString);
    }

    @Test
    void aMarketplaceMayHaveFiguresOnly() {
        assertEquals(
                List.of(
                        "2024-06-16T10:00 PUBLISHED: amount_minor=237660 visitors=380 buyers=31",
                        "Orders: this marketplace has none"),
                printed(OwnMarketplaceExample::run));
    }

    @Test
    void aCorrectionNamesOldAndNewAndLeavesTheFirstVersionAsItWas() {
        assertEquals(
                List.of(
                        "ITEM:A visitors: 102 is 120",
                        "Version 1 still shows amount_minor=59400 visitors=102 buyers=6"),
                printed(CorrectionExample::run));
    }

    @Test
    void aGapHasToBeConfirmedAndIsShown() {
        assertEquals(
                List.of("INCOMPLETE", "Released without [ITEM:A amount_minor, ITEM:A visitors, ITEM:A buyers]"),
                printed(MissingReadingExample::run));
    }

    @Test
    void aMissingRightIsNamedWithItsHolders() {
        assertEquals(List.of("EXECUTE:X1 is held by [op-1]"), printed(RightsExample::run));
    }

    @Test
    void anAcceptedSuggestionComesBackAsAnInstruction() {
        assertEquals(
                List.of(
                        "SUBMITTED version 2",
                        "DECIDE:SUGGESTION is held by [mgr-1]",
                        "ACCEPTED",
                        "op-1: set item A to 79.00 by 2024-06-16T07:00:00Z"),
                printed(SuggestionExample::run));
    }

    @Test
    void theAgendaReportsWhatIsOverdueAndTheInspectionLeavesItsChecklist() {
        assertEquals(
                List.of(
                        "Expected today: {1.1=13, 1.2=13, 2.1=1, 2.2=1, 5.1=1, 5.2=1}",
                        "1.1/2024-06-16#01 OVERDUE",
                        "1.2/2024-06-16#01 OVERDUE",
                        "2.1/2024-06-16 OVERDUE",
                        "Look again at 2024-06-16T02:00:00Z",
                        "UNANSWERED_ITEM",
                        "LATE",
                        "CLASSIFIED_CHECKLIST"),
                printed(AgendaExample::run));
    }

    @Test
    void aReleaseWaitsForAChannelThatIsDown() {
        assertEquals(List.of("QUEUED OPEN", "PUBLISHED ON_TIME"), printed(ChannelDownExample::run));
    }

    private static List<String> erpDay(Function<SettableClock, Storage> storage, Path exports) {
        SettableClock clock = SettableClock.at(Instant.parse("2024-06-15T16:00:00Z"));
        return printed(out -> ErpDayExample.run(storage.apply(clock), clock, exports, out));
    }

    private static Storage storage(String name, Map<String, String> settings, SettableClock clock, Path folder) {
        StorageProvider provider =
                Adapters.discover(ExamplesTest.class.getClassLoader()).storage(name);
        return provider.create(
                AdapterConfig.of(name, provider.configKeys(), settings),
                AdapterContext.of(clock, StoreOps.tables(), folder));
    }

    @Test
    void anErpCollectsOrdersEveryHourAndVisitorsElsewhereAndEveryReleaseIsComplete(@TempDir Path folder)
            throws IOException {
        Path exports = Files.createDirectory(folder.resolve("exports"));
        List<String> lines = erpDay(MemoryStorage::empty, exports);
        assertEquals(
                IntStream.rangeClosed(1, 14)
                        .mapToObj(i ->
                                (i == 14 ? "2024-06-17#01" : "2024-06-16#%02d".formatted(i)) + " PUBLISHED ON_TIME")
                        .toList(),
                lines.stream().filter(line -> line.contains("PUBLISHED")).toList());
        assertEquals(
                List.of(
                        "  sent: [S1] 2024-06-16 10:00 Time-slot data P02 v2 Correction",
                        "  sent: [S1] 2024-06-16 10:00 Time-slot data P02 v3 Correction"),
                lines.stream().filter(line -> line.contains("Correction")).toList());
        // 24 orders of 100.50 to 123.50, 24 of 80.00 and the late one of 300.00; 12 + 24 + 1 buyers; 40 visitors an
        // hour.
        assertEquals(
                "amount_minor=490800 visitors=960 buyers=37 orders=49 refunded_minor=2500",
                lines.get(lines.size() - 1));
        assertEquals(lines, erpDay(clock -> storage("csv", Map.of("directory", "csv"), clock, folder), exports));
        assertEquals(
                lines,
                erpDay(
                        clock -> storage("jdbc", Map.of("url", "jdbc:h2:" + folder.resolve("h2")), clock, folder),
                        exports));
    }
}
