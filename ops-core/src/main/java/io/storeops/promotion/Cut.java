package io.storeops.promotion;

/** What a promotion takes off. Immutable. */
public sealed interface Cut {
    /** A whole in basis points. */
    int WHOLE = 10_000;

    /** The most minor units that an amount may be: beyond it the unit is mistaken, and sums could exceed 64 bits. */
    long MOST_MINOR = 1_000_000_000_000L;

    /**
     * A price of a unit. It never raises a price.
     *
     * @param minor the price in minor units, 0 to {@link #MOST_MINOR}
     */
    record Price(long minor) implements Cut {
        /**
         * Checks the price.
         *
         * @throws IllegalArgumentException if it is out of range
         */
        public Price {
            checked("price of a promotion", minor);
        }
    }

    /**
     * An amount off: off a unit, or off the order for each time that the promotion applies.
     *
     * @param minor the amount in minor units, 0 to {@link #MOST_MINOR}
     */
    record Minus(long minor) implements Cut {
        /**
         * Checks the amount.
         *
         * @throws IllegalArgumentException if it is out of range
         */
        public Minus {
            checked("amount off", minor);
        }
    }

    /**
     * A percentage off, rounded half-up to the minor unit.
     *
     * @param basisPoints hundredths of a percent off, 0 to {@link #WHOLE}: 2000 for 8折 (20 % off)
     */
    record Percent(int basisPoints) implements Cut {
        /**
         * Checks the percentage.
         *
         * @throws IllegalArgumentException if it is out of range
         */
        public Percent {
            if (basisPoints < 0 || basisPoints > WHOLE) {
                throw new IllegalArgumentException(
                        "A percentage off is 0 to " + WHOLE + " basis points, not " + basisPoints);
            }
        }
    }

    /**
     * What one unit costs after it.
     *
     * @param minor what it costs before, in minor units, 0 to {@link #MOST_MINOR}
     * @return what is left, in minor units; never more than before
     */
    default long of(long minor) {
        if (this instanceof Price price) {
            return Math.min(minor, price.minor());
        }
        return this instanceof Percent percent
                ? minor - Rounding.halfUp(minor, percent.basisPoints(), WHOLE)
                : Math.max(0, minor - ((Minus) this).minor());
    }

    /**
     * Checks an amount.
     *
     * @param what what it is, for the message
     * @param minor the amount in minor units
     * @return the same amount
     * @throws IllegalArgumentException if it is negative or above {@link #MOST_MINOR}
     */
    static long checked(String what, long minor) {
        if (minor < 0 || minor > MOST_MINOR) {
            throw new IllegalArgumentException("The " + what + " is 0 to " + MOST_MINOR + " minor units, not " + minor);
        }
        return minor;
    }
}
