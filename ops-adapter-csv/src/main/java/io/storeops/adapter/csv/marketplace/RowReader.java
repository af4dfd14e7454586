package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.file.RowRefused;
import io.storeops.feed.Period;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads the current record of a file.
 *
 * @param <T> what a row is
 */
interface RowReader<T> {
    /**
     * Adds what the record is to the rows, or nothing if it is not asked for.
     *
     * @throws RowRefused if the record cannot be taken
     */
    void read(List<T> rows) throws RowRefused;

    /** Passes over a record that was read before, and remembers of it what the records after it need. */
    default void pass() {}

    /**
     * The time in which the record counts, for one that was refused.
     *
     * @param cut whether its last cells may be cut off or missing
     * @return empty if it counts at no time
     */
    default Optional<Period> when(boolean cut) {
        return Optional.of(Period.ALWAYS);
    }

    /** The instant of which the file speaks, as far as it says so. */
    default Optional<Instant> asOf() {
        return Optional.empty();
    }

    /** The periods that the records so far state. */
    default List<Period> states() {
        return List.of();
    }
}
