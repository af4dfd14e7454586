package io.storeops.promotion;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By what a floor is decided (D40): by a bound that no cart falls below, unless the roster says that the worst cart of few units is enough.
 * Immutable.
 */
public sealed interface FloorMode {
    /** The most units that EXACT looks at. */
    int MOST_UNITS = 10;

    /** The units of EXACT where nobody says how many (D40). */
    int USUAL_UNITS = 4;

    /** By the bound: a floor that passes is met by every cart, of any size. */
    record Bound() implements FloorMode {
        @Override
        public String toString() {
            return "BOUND";
        }
    }

    /**
     * By the worst cart of at most so many units. It shows a cart, and says nothing about larger ones.
     *
     * @param units the most units of a cart, 1 to {@link FloorMode#MOST_UNITS}
     */
    record Exact(int units) implements FloorMode {
        /**
         * Checks the units.
         *
         * @throws IllegalArgumentException if they are out of range
         */
        public Exact {
            if (units < 1 || units > MOST_UNITS) {
                throw new IllegalArgumentException(
                        "EXACT looks at carts of 1 to " + MOST_UNITS + " units, not " + units);
            }
        }

        @Override
        public String toString() {
            return "EXACT(" + units + ")";
        }
    }

    /**
     * By the bound.
     *
     * @return the mode
     */
    static FloorMode bound() {
        return new Bound();
    }

    /**
     * By the worst cart of few units.
     *
     * @param units the most units of a cart, 1 to {@link #MOST_UNITS}
     * @return the mode
     * @throws IllegalArgumentException if they are out of range
     */
    static FloorMode exact(int units) {
        return new Exact(units);
    }

    /**
     * Reads what {@code toString} writes.
     *
     * @param text {@code BOUND}, or as in {@code EXACT(4)}
     * @return the mode
     * @throws IllegalArgumentException if it is neither, or the units are out of range
     */
    static FloorMode parse(String text) {
        if ("BOUND".equals(text)) {
            return bound();
        }
        Matcher exact = Pattern.compile("EXACT\\(([0-9]{1,4})\\)").matcher(text);
        if (!exact.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a way to decide a floor (expected BOUND or EXACT(4))");
        }
        return exact(Integer.parseInt(exact.group(1)));
    }
}
