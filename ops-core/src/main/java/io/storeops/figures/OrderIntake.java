package io.storeops.figures;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.feed.RowProblem;
import java.util.List;

/**
 * What became of the orders that a source gave for a day: every row is counted, in one place. At a repetition of the command
 * the source is not read again: the count is empty and the intakes are those with a remark.
 *
 * @param count the rows that could be read
 * @param problems the rows that could not, with their places
 * @param intakes what became of the slot readings made of them
 */
public record OrderIntake(Count count, List<RowProblem> problems, List<Intake> intakes) {
    /**
     * The rows that could be read.
     *
     * @param paidInDay paid on the day; these make the slots
     * @param paidElsewhere paid on another day
     * @param unpaid never paid
     * @param repeated a second row of an order where the source has one row an order; left out
     */
    public record Count(long paidInDay, long paidElsewhere, long unpaid, long repeated) {
        /** No row at all. */
        static final Count NONE = new Count(0, 0, 0, 0);

        /**
         * All rows that could be read.
         *
         * @return the sum
         */
        public long all() {
            return paidInDay + paidElsewhere + unpaid + repeated;
        }
    }

    /** Copies the lists. */
    public OrderIntake {
        requireNonNull(count, "count");
        problems = ImmutableList.copyOf(problems);
        intakes = ImmutableList.copyOf(intakes);
    }
}
