package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.file.RowRefused;
import io.storeops.feed.Period;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads the records that are rows of this store and leaves out the others. Not thread-safe.
 *
 * @param <T> what a row is
 */
final class ConditionedRows<T> implements RowReader<T> {
    private final RowConditions conditions;
    private final RowReader<T> rows;

    ConditionedRows(RowConditions conditions, RowReader<T> rows) {
        this.conditions = conditions;
        this.rows = rows;
    }

    @Override
    public void read(List<T> into) throws RowRefused {
        if (!conditions.leaves()) {
            rows.read(into);
        }
    }

    @Override
    public void pass() {
        try {
            if (!conditions.leaves()) {
                rows.pass();
            }
        } catch (RowRefused e) {
            // It was told when it was read.
        }
    }

    @Override
    public Optional<Period> when(boolean cut) {
        return rows.when(cut);
    }

    @Override
    public Optional<Instant> asOf() {
        return rows.asOf();
    }

    @Override
    public List<Period> states() {
        return rows.states();
    }
}
