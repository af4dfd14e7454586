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
 * <p>The rows of a page stand in one {@link Extract}. Pages that follow each other and name the same are parts of it; what the last of
 * them says of its periods rules, since a file that is cut off is known to be only at its end. Pages that name none are parts of
 * one answer.
 *
 * @param <T> what a row is
 * @param rows the rows in the source's order, copied
 * @param problems the rows that could not be taken, copied
 * @param next where to go on, empty at the end
 * @param sourceAsOf the instant of which the source speaks, if it says so
 * @param coverage how much of what was asked for this is, over all pages so far
 * @param extract the file or answer that the rows stand in, empty where the source has but one
 */
public record FeedPage<T>(
        List<T> rows,
        List<RowProblem> problems,
        Optional<FeedCursor> next,
        Optional<Instant> sourceAsOf,
        Coverage coverage,
        Optional<Extract> extract) {
    /** Copies the lists. */
    public FeedPage {
        rows = ImmutableList.copyOf(rows);
        problems = ImmutableList.copyOf(problems);
        requireNonNull(next, "next");
        requireNonNull(sourceAsOf, "sourceAsOf");
        requireNonNull(coverage, "coverage");
        requireNonNull(extract, "extract");
    }

    /**
     * A page of a source that gives but one answer.
     *
     * @param rows the rows in the source's order
     * @param problems the rows that could not be taken
     * @param next where to go on, empty at the end
     * @param sourceAsOf the instant of which the source speaks, if it says so
     * @param coverage how much of what was asked for this is, over all pages so far
     */
    public FeedPage(
            List<T> rows,
            List<RowProblem> problems,
            Optional<FeedCursor> next,
            Optional<Instant> sourceAsOf,
            Coverage coverage) {
        this(rows, problems, next, sourceAsOf, coverage, Optional.empty());
    }

    /**
     * This page as a part of an extract.
     *
     * @param from the file or answer that the rows stand in
     * @return the page
     */
    public FeedPage<T> of(Extract from) {
        return new FeedPage<>(rows, problems, next, sourceAsOf, coverage, Optional.of(from));
    }
}
