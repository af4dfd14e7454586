package io.storeops.report;

import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;

/**
 * How much of what a report counts is there: slots of a week with figures, of all. Immutable.
 *
 * @param present what is there, 0 or more
 * @param due all of it
 */
public record Coverage(int present, int due) {
    /** Nothing that could be missing. */
    public static final Coverage NONE = new Coverage(0, 0);

    private static final Column<Integer> PRESENT = Column.count("slots_present", "slots of the store with a reading");
    private static final Column<Integer> DUE = Column.count("slots_due", "slots of the week");

    /** Its columns in a table. */
    public static final ColumnGroup<Coverage> COLUMNS = ColumnGroup.of(Coverage.class)
            .column(PRESENT, Coverage::present)
            .column(DUE, Coverage::due)
            .reads(row -> new Coverage(row.get(PRESENT), row.get(DUE)));

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if one is negative
     */
    public Coverage {
        if (present < 0 || due < 0) {
            throw new IllegalArgumentException("Counts are 0 or more, not " + present + " of " + due);
        }
    }

    /**
     * Whether something is still to come.
     *
     * @return true unless all of it is there
     */
    public boolean provisional() {
        return present < due;
    }

    /**
     * Both together.
     *
     * @param other another one
     * @return the sum of each
     */
    public Coverage and(Coverage other) {
        return new Coverage(present + other.present, due + other.due);
    }

    /** As in {@code 13 of 14}. */
    @Override
    public String toString() {
        return present + " of " + due;
    }
}
