package io.storeops.feed;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * All that a source gave, its pages read to the end. Immutable.
 *
 * @param <T> what a row is
 * @param rows the rows of all pages in the source's order, copied
 * @param problems the rows that could not be taken, copied
 * @param sourceAsOf the instant of which the source speaks, in whole microseconds: of several the earliest; empty if a page with rows or
 *     problems does not say
 * @param coverage how much of what was asked for this is, as the last page says
 */
public record FeedRead<T>(List<T> rows, List<RowProblem> problems, Optional<Instant> sourceAsOf, Coverage coverage) {
    /** Copies the lists and cuts the instant. */
    public FeedRead {
        rows = ImmutableList.copyOf(rows);
        problems = ImmutableList.copyOf(problems);
        sourceAsOf = sourceAsOf.map(instant -> instant.truncatedTo(ChronoUnit.MICROS));
        requireNonNull(coverage, "coverage");
    }

    /**
     * What is in hand of a source that was not read.
     *
     * @param <T> what a row is
     * @return no rows, of an unknown coverage
     */
    public static <T> FeedRead<T> nothing() {
        return new FeedRead<>(List.of(), List.of(), Optional.empty(), Coverage.UNKNOWN);
    }

    /**
     * Reads a source to its end.
     *
     * @param <T> what a row is
     * @param read gives the page after a cursor
     * @return all that it gave
     * @throws AdapterException INVALID if it gives a cursor twice, and what the source throws
     */
    public static <T> FeedRead<T> of(Function<Optional<FeedCursor>, FeedPage<T>> read) {
        List<FeedPage<T>> pages = new ArrayList<>();
        eachPage(read, pages::add);
        List<FeedPage<T>> filled = pages.stream()
                .filter(page -> !page.rows().isEmpty() || !page.problems().isEmpty())
                .toList();
        List<FeedPage<T>> speaking = filled.isEmpty() ? pages : filled;
        return new FeedRead<>(
                pages.stream().flatMap(page -> page.rows().stream()).toList(),
                pages.stream().flatMap(page -> page.problems().stream()).toList(),
                speaking.stream().allMatch(page -> page.sourceAsOf().isPresent())
                        ? speaking.stream()
                                .flatMap(page -> page.sourceAsOf().stream())
                                .min(Instant::compareTo)
                        : Optional.empty(),
                pages.get(pages.size() - 1).coverage());
    }

    /**
     * Follows the cursors of a source to the end, for whoever does not keep the pages.
     *
     * @param <T> what a row is
     * @param read gives the page after a cursor
     * @param each takes each page in order
     * @throws AdapterException INVALID if the source gives a cursor twice, and what the source throws
     */
    public static <T> void eachPage(Function<Optional<FeedCursor>, FeedPage<T>> read, Consumer<FeedPage<T>> each) {
        Set<FeedCursor> seen = new HashSet<>();
        Optional<FeedCursor> after = Optional.empty();
        do {
            FeedPage<T> page = read.apply(after);
            each.accept(page);
            after = page.next();
            if (after.isPresent() && !seen.add(after.get())) {
                throw new AdapterException(
                        FaultKind.INVALID,
                        "The feed gave its own cursor '" + after.get().text()
                                + "' back, so it would never end. Mend the adapter");
            }
        } while (after.isPresent());
    }
}
