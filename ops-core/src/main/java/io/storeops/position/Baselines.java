package io.storeops.position;

import com.google.common.collect.ImmutableSortedMap;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * The base values (基础值) that figures are compared with, by name [A] (R38, A2, A18). A roster names those it wants compared; the
 * rest have no baseline. Immutable.
 *
 * @param decimals the decimals, each 0 or more, with at most 12 digits before and after the point: {@link #DSR}, {@link #BAD_REVIEW_RATE}, {@link #REFUND_RATE},
 *     {@link #COMPETITOR_PRICE_MOVE}; rates are fractions, 0.02 is 2 %
 * @param numbers the whole numbers, each 1 or more: {@link #REFUND_WINDOW_DAYS}
 * @param durations the durations, each 0 or more: {@link #ACTIVITY_EXPIRY_WARNING}
 */
public record Baselines(
        SortedMap<String, BigDecimal> decimals,
        SortedMap<String, Long> numbers,
        SortedMap<String, Duration> durations) {
    /** The detailed seller rating below which there is an anomaly, 1 to 5. */
    public static final String DSR = "dsr";

    /** The share of bad reviews above which there is an anomaly. */
    public static final String BAD_REVIEW_RATE = "badReviewRate";

    /** The refund rate above which there is an anomaly. */
    public static final String REFUND_RATE = "refundRate";

    /** The move of a rival's price, as a share, from which on there is an anomaly. */
    public static final String COMPETITOR_PRICE_MOVE = "competitorPriceMove";

    /** The window of the refund rate, in days. */
    public static final String REFUND_WINDOW_DAYS = "refundWindowDays";

    /** How long before an activity's end the warning comes. */
    public static final String ACTIVITY_EXPIRY_WARNING = "activityExpiryWarning";

    static final Set<String> DECIMALS = Set.of(DSR, BAD_REVIEW_RATE, REFUND_RATE, COMPETITOR_PRICE_MOVE);
    static final Set<String> NUMBERS = Set.of(REFUND_WINDOW_DAYS);
    static final Set<String> DURATIONS = Set.of(ACTIVITY_EXPIRY_WARNING);

    private static final int DIGITS = 12;
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,12})?");

    /**
     * Copies the values.
     *
     * @throws IllegalArgumentException if a name is unknown or a value out of range
     */
    public Baselines {
        decimals = ImmutableSortedMap.copyOf(decimals);
        numbers = ImmutableSortedMap.copyOf(numbers);
        durations = ImmutableSortedMap.copyOf(durations);
        decimals.forEach((name, value) -> checked(DECIMALS, name, inRange(value), value));
        numbers.forEach((name, value) -> checked(NUMBERS, name, value >= 1, value));
        durations.forEach((name, value) -> checked(DURATIONS, name, !value.isNegative(), value));
    }

    /**
     * No baseline at all.
     *
     * @return the baselines
     */
    public static Baselines none() {
        return new Baselines(ImmutableSortedMap.of(), ImmutableSortedMap.of(), ImmutableSortedMap.of());
    }

    static BigDecimal parseDecimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is no decimal");
        }
        return new BigDecimal(text);
    }

    private static boolean inRange(BigDecimal value) {
        return value.signum() >= 0
                && value.scale() >= 0
                && value.scale() <= DIGITS
                && value.precision() - value.scale() <= DIGITS;
    }

    private static void checked(Set<String> known, String name, boolean inRange, Object value) {
        if (!known.contains(name) || !inRange) {
            throw new IllegalArgumentException("The baseline " + name + " cannot be " + value);
        }
    }

    /**
     * A decimal.
     *
     * @param name as in {@link #DSR}
     * @return the value
     * @throws IllegalArgumentException if the roster names no such baseline
     */
    public BigDecimal decimal(String name) {
        return get(decimals, name);
    }

    /**
     * A decimal.
     *
     * @param name as in {@link #DSR}
     * @return the value, empty if the roster names no such baseline
     */
    public Optional<BigDecimal> findDecimal(String name) {
        return Optional.ofNullable(decimals.get(name));
    }

    /**
     * A whole number.
     *
     * @param name as in {@link #REFUND_WINDOW_DAYS}
     * @return the value
     * @throws IllegalArgumentException if the roster names no such baseline
     */
    public long number(String name) {
        return get(numbers, name);
    }

    /**
     * A whole number.
     *
     * @param name as in {@link #REFUND_WINDOW_DAYS}
     * @return the value, empty if the roster names no such baseline
     */
    public Optional<Long> findNumber(String name) {
        return Optional.ofNullable(numbers.get(name));
    }

    /**
     * A duration.
     *
     * @param name as in {@link #ACTIVITY_EXPIRY_WARNING}
     * @return the value
     * @throws IllegalArgumentException if the roster names no such baseline
     */
    public Duration duration(String name) {
        return get(durations, name);
    }

    /**
     * A duration.
     *
     * @param name as in {@link #ACTIVITY_EXPIRY_WARNING}
     * @return the value, empty if the roster names no such baseline
     */
    public Optional<Duration> findDuration(String name) {
        return Optional.ofNullable(durations.get(name));
    }

    private static <T> T get(Map<String, T> values, String name) {
        T found = values.get(name);
        if (found == null) {
            throw new IllegalArgumentException("The roster has no baseline '" + name + "'; it has " + values.keySet());
        }
        return found;
    }
}
