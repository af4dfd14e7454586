package io.storeops.figures;

import io.storeops.kpi.Ratio;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values of some metrics. A metric that is missing is missing, never 0 (R26). Immutable.
 */
// The ordinals number the bits of the metrics that are present; the array of their values never leaves the object.
@SuppressWarnings("EnumOrdinal")
public final class Figures {
    /** No metric at all. */
    public static final Figures NONE = new Figures(0, new long[0]);

    private final int present;

    // Only of what is present: a day of a store keeps thousands of these.
    private final long[] values;

    private Figures(int present, long[] values) {
        this.present = present;
        this.values = values;
    }

    /**
     * The values of some metrics.
     *
     * @param values the values by metric
     * @return the figures
     */
    public static Figures of(Map<Metric, Long> values) {
        Builder figures = builder();
        values.forEach(figures::set);
        return figures.build();
    }

    /**
     * The three key metrics.
     *
     * @param amountMinor paid amount in minor units
     * @param visitors visitors
     * @param buyers paid buyers
     * @return the figures
     */
    public static Figures of(long amountMinor, long visitors, long buyers) {
        return builder()
                .set(Metric.AMOUNT, amountMinor)
                .set(Metric.VISITORS, visitors)
                .set(Metric.BUYERS, buyers)
                .build();
    }

    /**
     * Begins figures.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Whether a metric has a value.
     *
     * @param metric the metric
     * @return false if missing
     */
    public boolean has(Metric metric) {
        return (present & bit(metric)) != 0;
    }

    /**
     * Whether no metric has a value.
     *
     * @return true for {@link #NONE}
     */
    public boolean none() {
        return present == 0;
    }

    /**
     * The value of a metric.
     *
     * @param metric the metric
     * @return its value
     * @throws IllegalArgumentException if it is missing
     */
    public long get(Metric metric) {
        if (!has(metric)) {
            throw new IllegalArgumentException(metric + " is missing; present are " + metrics());
        }
        return values[index(metric)];
    }

    /**
     * The value of a metric.
     *
     * @param metric the metric
     * @return its value, empty if missing
     */
    public OptionalLong find(Metric metric) {
        return has(metric) ? OptionalLong.of(values[index(metric)]) : OptionalLong.empty();
    }

    /**
     * The metrics that have a value.
     *
     * @return in order of declaration
     */
    public List<Metric> metrics() {
        return Metric.all().stream().filter(this::has).toList();
    }

    /**
     * The same of some metrics only.
     *
     * @param metrics which
     * @return the figures; a metric that is not among these is missing
     */
    public Figures of(Set<Metric> metrics) {
        Builder some = builder();
        metrics().stream().filter(metrics::contains).forEach(metric -> some.set(metric, get(metric)));
        return some.build();
    }

    /**
     * Buyers per visitor (转化率), computed from the two counts.
     *
     * @return undefined (denominator 0) with 0 visitors; empty if either is missing
     */
    public Optional<Ratio> conversion() {
        return has(Metric.BUYERS) && has(Metric.VISITORS)
                ? Optional.of(Ratio.of(get(Metric.BUYERS), get(Metric.VISITORS)))
                : Optional.empty();
    }

    /**
     * The paid amount less what was given back, where both are known.
     *
     * @return minor units
     */
    public OptionalLong net() {
        return has(Metric.AMOUNT) && has(Metric.REFUNDED)
                ? OptionalLong.of(Math.subtractExact(get(Metric.AMOUNT), get(Metric.REFUNDED)))
                : OptionalLong.empty();
    }

    /** The metrics that have a value, a bit each, in order of declaration from the lowest. */
    int present() {
        return present;
    }

    /**
     * Takes the values of the metrics that are present out of a row of all metrics.
     *
     * @param present a bit each, in order of declaration from the lowest
     * @param row the values by ordinal, beginning at an index of the array
     * @param start that index
     * @return the figures
     */
    static Figures of(int present, long[] row, int start) {
        if (present == 0) {
            return NONE;
        }
        long[] values = new long[Integer.bitCount(present)];
        int at = 0;
        for (int left = present; left != 0; left &= left - 1) {
            values[at++] = row[start + Integer.numberOfTrailingZeros(left)];
        }
        return new Figures(present, values);
    }

    /** Of a metric that is present. */
    private int index(Metric metric) {
        return Integer.bitCount(present & (bit(metric) - 1));
    }

    private static int bit(Metric metric) {
        return 1 << metric.ordinal();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Figures figures && present == figures.present && Arrays.equals(values, figures.values);
    }

    @Override
    public int hashCode() {
        return 31 * present + Arrays.hashCode(values);
    }

    /** The figures as text: {@code amount_minor=135170 visitors=230 buyers=19}. */
    @Override
    public String toString() {
        Map<Metric, String> parts = new EnumMap<>(Metric.class);
        metrics().forEach(metric -> parts.put(metric, metric.column() + "=" + get(metric)));
        return String.join(" ", parts.values());
    }

    /** Collects figures. Not thread-safe. */
    public static final class Builder {
        private final long[] values = new long[Metric.all().size()];
        private int present;

        private Builder() {}

        /**
         * Sets a metric.
         *
         * @param metric the metric
         * @param value its value
         * @return this builder
         */
        public Builder set(Metric metric, long value) {
            present |= bit(metric);
            values[metric.ordinal()] = value;
            return this;
        }

        /**
         * Sets a metric where there is a value.
         *
         * @param metric the metric
         * @param value its value, empty to leave it missing
         * @return this builder
         */
        public Builder setIfPresent(Metric metric, Optional<Long> value) {
            value.ifPresent(number -> set(metric, number));
            return this;
        }

        /**
         * Adds to a metric.
         *
         * @param metric the metric; missing counts as 0
         * @param value what to add
         * @return this builder
         * @throws ArithmeticException if the sum exceeds 64 bits
         */
        public Builder add(Metric metric, long value) {
            return set(metric, Math.addExact(values[metric.ordinal()], value));
        }

        /**
         * The figures collected so far.
         *
         * @return the figures
         */
        public Figures build() {
            return of(present, values, 0);
        }
    }
}
