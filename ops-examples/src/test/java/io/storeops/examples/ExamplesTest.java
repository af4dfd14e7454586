package io.storeops.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

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
    void theAgendaReportsWhatIsOverdueAndAsksForEvidence() {
        assertEquals(
                List.of(
                        "Expected today: {1.1=13, 1.2=13, 2.1=1, 2.2=1, 5.1=1}",
                        "1.1/2024-06-16#01 OVERDUE",
                        "1.2/2024-06-16#01 OVERDUE",
                        "Look again at 2024-06-16T02:00:00Z",
                        "EVIDENCE_MISSING",
                        "LATE"),
                printed(AgendaExample::run));
    }

    @Test
    void aReleaseWaitsForAChannelThatIsDown() {
        assertEquals(List.of("QUEUED OPEN", "PUBLISHED ON_TIME"), printed(ChannelDownExample::run));
    }
}
