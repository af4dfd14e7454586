package io.storeops.figures;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.feed.Period;
import io.storeops.feed.RowProblem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of the orders that a source gave for a day: every row is counted, in one place. At a repetition of the command
 * the source is not read again: the count and what is covered are empty, and the intakes are those with a remark.
 *
 * @param count the rows that could be read
 * @param problems the rows that could not, with their places
 * @param intakes what became of the slot readings made of them
 * @param covered what each file or answer covers, in the order in which they were read
 */
public record OrderIntake(Count count, List<RowProblem> problems, List<Intake> intakes, List<Covered> covered) {
    /**
     * The rows that could be read.
     *
     * @param paidInDay paid on the day; these make the slots
     * @param paidElsewhere paid on another day
     * @param unpaid never paid
     * @param repeated left out, because another row says the same of the order, or a later file rules and says it anew
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

    /**
     * What one file, or one answer of a source, covers (D74): what it states, else the span of its payments. Immutable.
     *
     * @param source the file's name
     * @param stated the periods that it states, copied; empty if it states none
     * @param payments its payments up to now; empty if it has none
     * @param doubted whether it proves nothing, because a row whose time cannot be read may belong anywhere
     */
    public record Covered(String source, List<Period> stated, Optional<Payments> payments, boolean doubted) {
        /** Copies the periods. */
        public Covered {
            requireNonNull(source, "source");
            stated = ImmutableList.copyOf(stated);
            requireNonNull(payments, "payments");
        }
    }

    /**
     * The payments of a file.
     *
     * @param earliest the earliest
     * @param latest the latest
     * @param inOrder whether they stand in the order of time, rising or falling; only then a slot between them without a payment is
     *     proven to be empty, for a cut through such a file takes no payment from between them
     */
    public record Payments(Instant earliest, Instant latest, boolean inOrder) {
        /** Checks for null. */
        public Payments {
            requireNonNull(earliest, "earliest");
            requireNonNull(latest, "latest");
        }
    }

    /** Copies the lists. */
    public OrderIntake {
        requireNonNull(count, "count");
        problems = ImmutableList.copyOf(problems);
        intakes = ImmutableList.copyOf(intakes);
        covered = ImmutableList.copyOf(covered);
    }
}
