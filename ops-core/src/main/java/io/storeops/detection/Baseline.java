package io.storeops.detection;

import static java.util.Objects.requireNonNull;

import io.storeops.calendar.SlotId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a figure is compared with: a value that is fixed, the one that the platform states, or what the figure itself used to be (D28).
 * Scores and rates, of which there is one a day, go by these; the orders of slots, too few for a median of eight of them, by the
 * detector's own forecast. Immutable.
 */
public sealed interface Baseline {
    /**
     * The base of a figure.
     *
     * @param at where the figure stands
     * @param past the figure before it, oldest first; what is not before it is left out
     * @param stated what the platform states as usual, if it does
     * @return the base, empty below the minimum sample: then the answer is LEARNING
     */
    Optional<Base> of(SlotId at, List<Past> past, OptionalDouble stated);

    /**
     * What a figure is compared with.
     *
     * @param value the value
     * @param deviation its standard deviation, 0 if it has none
     */
    record Base(double value, double deviation) {}

    /**
     * An earlier figure.
     *
     * @param at where it stands
     * @param kind what kind of day it was
     * @param value the figure
     */
    record Past(SlotId at, DayKind kind, double value) {
        /** Checks for null. */
        public Past {
            requireNonNull(at, "at");
            requireNonNull(kind, "kind");
        }
    }

    /**
     * A value of the roster.
     *
     * @param value the value
     */
    record Fixed(double value) implements Baseline {
        @Override
        public Optional<Base> of(SlotId at, List<Past> past, OptionalDouble stated) {
            return Optional.of(new Base(value, 0));
        }
    }

    /** The figure that the platform itself states, as the mean of the trade. */
    record Stated() implements Baseline {
        @Override
        public Optional<Base> of(SlotId at, List<Past> past, OptionalDouble stated) {
            return stated.isPresent() ? Optional.of(new Base(stated.getAsDouble(), 0)) : Optional.empty();
        }
    }

    /**
     * The median of the same slot and weekday on ordinary days, with the median absolute deviation as that of a normal distribution
     * (Hampel, The influence curve and its role in robust estimation, Journal of the American Statistical Association 69, 1974).
     *
     * @param minSample the values below which there is no base, 1 or more
     * @param values how many of the latest values are taken at most, minSample or more
     */
    record Trailing(int minSample, int values) implements Baseline {
        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException if one is out of range
         */
        public Trailing {
            if (minSample < 1 || values < minSample) {
                throw new IllegalArgumentException(
                        "A trailing baseline takes 1 value or more and no fewer than it needs, not " + values
                                + " of which it needs " + minSample);
            }
        }

        @Override
        public Optional<Base> of(SlotId at, List<Past> past, OptionalDouble stated) {
            double[] alike = past.stream()
                    .filter(each -> each.kind() == DayKind.ORDINARY && isAlike(each.at(), at))
                    .mapToDouble(Past::value)
                    .toArray();
            if (alike.length < minSample) {
                return Optional.empty();
            }
            double[] latest = Arrays.copyOfRange(alike, Math.max(0, alike.length - values), alike.length);
            double middle = Robust.median(latest);
            return Optional.of(new Base(middle, Robust.deviation(latest, middle)));
        }

        private static boolean isAlike(SlotId one, SlotId at) {
            return one.compareTo(at) < 0
                    && one.number() == at.number()
                    && one.date().getDayOfWeek() == at.date().getDayOfWeek();
        }
    }
}
