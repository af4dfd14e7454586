package io.storeops.feed;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A row that could not be taken, with the place and the reason, so that nothing is dropped silently.
 *
 * @param source the file or the call it came from
 * @param line the line at which the row starts, from 1; 0 if the source has no lines
 * @param column the column at fault, if one is
 * @param reason what stands there and what was expected
 * @param when the time in which the row may count, so that no figure of that time is proven; empty if it counts at no time
 */
public record RowProblem(String source, long line, Optional<String> column, String reason, Optional<Period> when) {
    /** Checks for null. */
    public RowProblem {
        requireNonNull(source, "source");
        requireNonNull(column, "column");
        requireNonNull(reason, "reason");
        requireNonNull(when, "when");
    }

    /**
     * A row of which nobody knows the time in which it counts.
     *
     * @param source the file or the call it came from
     * @param line the line at which the row starts, from 1; 0 if the source has no lines
     * @param column the column at fault, if one is
     * @param reason what stands there and what was expected
     */
    public RowProblem(String source, long line, Optional<String> column, String reason) {
        this(source, line, column, reason, Optional.of(Period.ALWAYS));
    }

    /** The problem as one line: {@code orders.csv:17 column 订单付款时间: '2020-13-40' is not a date-time (...)}. */
    @Override
    public String toString() {
        return source + (line > 0 ? ":" + line : "")
                + column.map(name -> " column " + name).orElse("") + ": " + reason;
    }
}
