package io.storeops.adapter.jdbc.marketplace;

import io.storeops.feed.RowProblem;

/** How a rejected row is told: its number in the result, what it is of, the column and what stands there. */
final class Problems {
    private Problems() {}

    static <T> RowProblem of(String source, long number, Rejected refusal, RowReader<T> reader, Row row) {
        return new RowProblem(
                source,
                number,
                refusal.column(),
                reader.key(row).map(key -> key + ": ").orElse("") + refusal.reason(),
                reader.when(row));
    }
}
