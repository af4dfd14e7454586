package io.storeops.step;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/**
 * What somebody says of a step. Made by the factory methods, and added to. Immutable.
 *
 * @param said the answer
 * @param value what is there now, as a step of a new listing tells it: digits of a price in minor units, hashes of images, a text
 * @param change what was there and what is there now, as a step of an optimisation tells it (R56)
 * @param measured how many units can be sold, as STOCK_VERIFY tells it
 * @param quota how many units are needed
 * @param passedOn to whom what follows was passed on, copied
 */
public record StepAnswer(
        Said said,
        Optional<String> value,
        Optional<Change> change,
        Optional<Long> measured,
        Optional<Long> quota,
        List<PassedOn> passedOn) {
    /** What can be said of a step. */
    public enum Said {
        /** It is done, and as it should be. */
        OK,
        /** It is not as it should be. */
        FAIL,
        /** Whoever was told put it right. */
        FIXED
    }

    /**
     * What was there and what is there now; evidence of an optimisation has both.
     *
     * @param before what was there; empty if nobody says
     * @param after what is there now; empty if nobody says
     */
    public record Change(Optional<String> before, Optional<String> after) {
        /** Checks for null. */
        public Change {
            requireNonNull(before, "before");
            requireNonNull(after, "after");
        }

        /**
         * A change from one value to another.
         *
         * @param before what was there
         * @param after what is there now
         * @return the change
         */
        public static Change of(String before, String after) {
            return new Change(Optional.of(before), Optional.of(after));
        }
    }

    /**
     * What was passed on to a department.
     *
     * @param to the department, as in WAREHOUSE
     * @param orders how many orders, 0 or more
     */
    public record PassedOn(String to, long orders) {
        /**
         * Checks the number.
         *
         * @throws IllegalArgumentException if the department is blank, or there are fewer than 0 orders
         */
        public PassedOn {
            if (to.isBlank() || orders < 0) {
                throw new IllegalArgumentException(
                        "0 or more orders are passed on to a department, not " + orders + " to '" + to + "'");
            }
        }
    }

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if measured or quota is negative
     */
    public StepAnswer {
        requireNonNull(said, "said");
        requireNonNull(value, "value");
        requireNonNull(change, "change");
        requireNotNegative("measured", measured);
        requireNotNegative("quota", quota);
        passedOn = ImmutableList.copyOf(passedOn);
    }

    private static void requireNotNegative(String what, Optional<Long> units) {
        if (units.filter(number -> number < 0).isPresent()) {
            throw new IllegalArgumentException("There are 0 or more units " + what + ", not " + units.get());
        }
    }

    private static StepAnswer of(Said said) {
        return new StepAnswer(said, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /**
     * It is done, and as it should be.
     *
     * @return the answer
     */
    public static StepAnswer ok() {
        return of(Said.OK);
    }

    /**
     * It is not as it should be.
     *
     * @return the answer
     */
    public static StepAnswer fail() {
        return of(Said.FAIL);
    }

    /**
     * Whoever was told put it right.
     *
     * @return the answer
     */
    public static StepAnswer fixed() {
        return of(Said.FIXED);
    }

    /**
     * The same, with what is there now.
     *
     * @param text digits of a price in minor units, hashes of images with a space between them, attributes as JSON, or the text itself
     * @return the answer
     */
    public StepAnswer showing(String text) {
        return new StepAnswer(said, Optional.of(text), change, measured, quota, passedOn);
    }

    /**
     * The same, with what was there and what is there now.
     *
     * @param values both
     * @return the answer
     */
    public StepAnswer changing(Change values) {
        return new StepAnswer(said, value, Optional.of(values), measured, quota, passedOn);
    }

    /**
     * The same, with how many units can be sold and how many are needed.
     *
     * @param units how many units can be sold, 0 or more
     * @param needed how many are needed, 0 or more
     * @return the answer
     * @throws IllegalArgumentException if one is negative
     */
    public StepAnswer measuring(long units, long needed) {
        return new StepAnswer(said, value, change, Optional.of(units), Optional.of(needed), passedOn);
    }

    /**
     * The same, with whom what follows was passed on to.
     *
     * @param to the departments
     * @return the answer
     */
    public StepAnswer passingOn(List<PassedOn> to) {
        return new StepAnswer(said, value, change, measured, quota, to);
    }
}
