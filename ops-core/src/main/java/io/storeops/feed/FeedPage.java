package io.storeops.feed;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A part of what a source gave. Only an empty {@code next} means the end; an empty page does not. Every row that the source
 * holds is either among the rows or among the problems of exactly one page.
 *
 * @param <T> what a row is
 * @param rows the rows in the source's order, copied
 * @param problems the rows that could not be taken, copied
 * @param next where to go on, empty at the end
 * @param sourceAsOf the instant of which the source speaks, if it says so
 * @param coverage how much of what was asked for this is, over all pages so far
 */
public record FeedPage<T>(
        List<T> rows,
        List<RowProblem> problems,
        Optional<FeedCursor> next,
        Optional<Instant> sourceAsOf,
        Coverage coverage) {
    /** Copies the lists. */
    public FeedPage {
        rows = ImmutableList.copyOf(rows);
        problems = ImmutableList.copyOf(problems);
        requireNonNull(next, "next");
        requireNonNull(sourceAsOf, "sourceAsOf");
        requireNonNull(coverage, "coverage");
    }
}
