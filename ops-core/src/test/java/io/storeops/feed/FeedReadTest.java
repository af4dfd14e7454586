package io.storeops.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedReadTest {
    private static final Instant NINE = Instant.parse("2024-06-16T01:00:00Z");
    private static final Optional<Instant> SILENT = Optional.empty();

    private static FeedPage<String> page(String next, Optional<Instant> asOf, Coverage coverage, String... rows) {
        Optional<FeedCursor> cursor = next.isEmpty() ? Optional.empty() : Optional.of(new FeedCursor(next));
        return new FeedPage<>(List.of(rows), List.of(), cursor, asOf, coverage);
    }

    /** Reads pages that are named by the cursors that lead to them, the first by none. */
    private static FeedRead<String> read(Map<String, FeedPage<String>> pages) {
        return FeedRead.of(after -> pages.get(after.map(FeedCursor::text).orElse("")));
    }

    @Test
    void givesTheRowsOfAllPagesAndTheCoverageOfTheLast() {
        RowProblem problem = new RowProblem("file", 3, Optional.empty(), "is cut off");
        FeedPage<String> last =
                new FeedPage<>(List.of("c"), List.of(problem), Optional.empty(), Optional.of(NINE), Coverage.PARTIAL);
        assertEquals(
                new FeedRead<>(List.of("a", "b", "c"), List.of(problem), Optional.of(NINE), Coverage.PARTIAL),
                read(Map.of(
                        "",
                        page("1", Optional.of(NINE), Coverage.COMPLETE, "a", "b"),
                        "1",
                        page("2", SILENT, Coverage.COMPLETE),
                        "2",
                        last)));
    }

    @Test
    void isAsOldAsItsOldestPage() {
        assertEquals(
                Optional.of(NINE),
                read(Map.of(
                                "",
                                page("1", Optional.of(NINE.plusSeconds(1)), Coverage.UNKNOWN, "a"),
                                "1",
                                page("", Optional.of(NINE.plusNanos(999)), Coverage.UNKNOWN, "b")))
                        .sourceAsOf());
    }

    @Test
    void hasNoInstantWhereAPageWithRowsDoesNotSay() {
        assertEquals(
                SILENT,
                read(Map.of(
                                "",
                                page("1", Optional.of(NINE), Coverage.UNKNOWN, "a"),
                                "1",
                                page("", SILENT, Coverage.UNKNOWN, "b")))
                        .sourceAsOf());
        assertEquals(
                Optional.of(NINE),
                read(Map.of("", page("", Optional.of(NINE), Coverage.UNKNOWN))).sourceAsOf());
    }

    @Test
    void endsWhereACursorComesTwice() {
        List<String> asked = new ArrayList<>();
        AdapterException endless = assertThrows(
                AdapterException.class,
                () -> FeedRead.eachPage(
                        after -> {
                            String at = after.map(FeedCursor::text).orElse("");
                            asked.add(at);
                            return page(at.equals("x") ? "y" : "x", SILENT, Coverage.UNKNOWN);
                        },
                        page -> {}));
        assertEquals(FaultKind.INVALID, endless.kind());
        assertEquals(
                "The feed gave its own cursor 'x' back, so it would never end. Mend the adapter", endless.getMessage());
        assertEquals(List.of("", "x", "y"), asked);
    }
}
