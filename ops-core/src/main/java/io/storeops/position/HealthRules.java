package io.storeops.position;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which scores, rates and advertising tools of the store are looked at, and how each is judged (D29): DSR today, another score or tool
 * tomorrow is one indicator more and no line of code. Immutable.
 *
 * @param indicators the indicators, each category and metric once, in order, copied
 */
public record HealthRules(List<Indicator> indicators) {
    /**
     * The indicators of the default roster [A], of which a store has those of the categories of its duties. The least numbers are
     * those at which a single bad vote, review or refund alone is not yet an anomaly: one 1 among 20 votes of 5 is 4.80, one bad review
     * in 50 is 2 %, one refund in 20 orders is 5 %.
     */
    public static final HealthRules DEFAULT = new HealthRules(List.of(
            score("DESCRIPTION", "描述相符", "Item as described"),
            score("SERVICE", "服务态度", "Service"),
            score("LOGISTICS", "物流服务", "Logistics"),
            rate(
                    "REVIEWS",
                    new Name("差评率", "Bad reviews"),
                    "badReviewRate",
                    new Counting("BAD_REVIEWS_PER_REVIEW", Period.ofDays(30), 50)),
            rate(
                    "REFUND_RATE",
                    new Name("退款率", "Refunds"),
                    "refundRate",
                    new Counting(
                            Optional.of("REFUNDS_PER_PAID_ORDER"), Optional.empty(), 20, Counting.DEFAULT_DECIMALS)),
            spend("ZHITONGCHE", "直通车", "Search ads (Zhitongche)"),
            spend("ZUANZHAN", "钻展", "Display ads (Zuanzhan)")));

    /**
     * Copies the indicators.
     *
     * @throws IllegalArgumentException if two have one category and metric
     */
    public HealthRules {
        indicators = ImmutableList.copyOf(indicators);
        for (int i = 0; i < indicators.size(); i++) {
            Indicator indicator = indicators.get(i);
            if (indicators.subList(0, i).stream().anyMatch(indicator::isSame)) {
                throw new BrokenRule(
                        "$.health[" + i + "]",
                        indicator.category()
                                + indicator.metric().map(of -> ":" + of).orElse(""),
                        "is the category and metric of two indicators");
            }
        }
    }

    /**
     * The indicators of the default roster that belong to some categories.
     *
     * @param categories the categories of the duties
     * @return the rules
     */
    public static HealthRules of(Collection<String> categories) {
        return new HealthRules(DEFAULT.indicators.stream()
                .filter(indicator -> categories.contains(indicator.category()))
                .toList());
    }

    private static Indicator score(String metric, String zh, String en) {
        return new Indicator(
                "DSR",
                Optional.of(metric),
                new Name(zh, en),
                Kind.SCORE,
                new Threshold(Direction.BELOW, Optional.of("dsr"), Optional.empty(), Optional.empty()),
                new Counting("MEAN_OF_VOTES", Period.ofMonths(6), 20));
    }

    private static Indicator rate(String category, Name name, String baseline, Counting counting) {
        return new Indicator(
                category,
                Optional.empty(),
                name,
                Kind.RATE,
                new Threshold(Direction.ABOVE, Optional.of(baseline), Optional.empty(), Optional.empty()),
                counting);
    }

    private static Indicator spend(String category, String zh, String en) {
        return new Indicator(
                category,
                Optional.empty(),
                new Name(zh, en),
                Kind.SPEND,
                new Threshold(Direction.ABOVE, Optional.empty(), Optional.empty(), Optional.empty()),
                new Counting("SPEND", Period.ofDays(1), 1));
    }

    /** What an indicator measures. */
    public enum Kind {
        /** A mean of votes, compared as rounded (R46). */
        SCORE,
        /** A share of counted things, compared as an exact fraction (D4). */
        RATE,
        /** Money spent, compared with a budget. */
        SPEND
    }

    /** On which side of the base it is bad; the base itself is good (D4). */
    public enum Direction {
        /** Below the base. */
        BELOW,
        /** Above the base. */
        ABOVE
    }

    /**
     * One score, rate or tool.
     *
     * @param category the category of its anomalies, as in DSR
     * @param metric which of the category's metrics it is, as in DESCRIPTION; empty where the category has one only (D16)
     * @param name what people call it
     * @param kind what it measures
     * @param threshold what is bad
     * @param counting how it is counted
     */
    public record Indicator(
            String category, Optional<String> metric, Name name, Kind kind, Threshold threshold, Counting counting) {
        /**
         * Checks the words.
         *
         * @throws IllegalArgumentException if the category or the metric is not a word, or an amount spent is to be bad below its budget
         */
        public Indicator {
            Duty.word(category);
            metric.ifPresent(Duty::word);
            requireNonNull(name, "name");
            requireNonNull(kind, "kind");
            requireNonNull(threshold, "threshold");
            requireNonNull(counting, "counting");
            if (kind == Kind.SPEND && threshold.direction() == Direction.BELOW) {
                throw new IllegalArgumentException(
                        "Spend is bad ABOVE its budget, not BELOW it; see the indicator " + category);
            }
        }

        private boolean isSame(Indicator other) {
            return category.equals(other.category) && metric.equals(other.metric);
        }

        /**
         * The value with which it is compared.
         *
         * @param baselines the base values in force
         * @return its own base, else the base value that it names; empty if there is neither
         */
        public Optional<BigDecimal> base(Baselines baselines) {
            return threshold.base().or(() -> threshold.sharedBase().flatMap(key -> value(baselines, key)));
        }

        /**
         * The window over which it is counted.
         *
         * @param baselines the base values in force
         * @return its own window, else that of the refund rate where it names that base; empty if there is neither
         */
        public Optional<Period> window(Baselines baselines) {
            return counting.window()
                    .or(() -> threshold.sharedBase().equals(Optional.of("refundRate"))
                            ? baselines
                                    .refundWindowDays()
                                    .map(days -> Period.ofDays((int) Math.min(days, Integer.MAX_VALUE)))
                            : Optional.empty());
        }

        private static Optional<BigDecimal> value(Baselines baselines, String key) {
            return switch (key) {
                case "dsr" -> baselines.dsr();
                case "badReviewRate" -> baselines.badReviewRate();
                case "refundRate" -> baselines.refundRate();
                default -> throw new IllegalStateException("The base value " + key + " is not one of an indicator");
            };
        }
    }

    /**
     * What people call an indicator.
     *
     * @param zh in Chinese, as in 描述相符
     * @param en in English
     */
    public record Name(String zh, String en) {
        /**
         * Checks the texts.
         *
         * @throws IllegalArgumentException if one is blank
         */
        public Name {
            if (zh.isBlank() || en.isBlank()) {
                throw new IllegalArgumentException("An indicator has a name in Chinese and one in English");
            }
        }
    }

    /**
     * What is bad.
     *
     * @param direction on which side of the base
     * @param sharedBase the member of {@code baselines} that is the base: dsr, badReviewRate or refundRate; empty if it has its own, or
     *     none
     * @param base its own base: a score, a fraction, or a budget in major units of the store's currency; empty if it has none
     * @param clear the value from which on it counts as recovered (D87): the base itself if empty, and never worse than the base
     */
    public record Threshold(
            Direction direction, Optional<String> sharedBase, Optional<BigDecimal> base, Optional<BigDecimal> clear) {
        static final List<String> BASELINES = List.of("dsr", "badReviewRate", "refundRate");

        /**
         * Checks the values.
         *
         * @throws IllegalArgumentException if a decimal is out of range, the base value unknown, or there are two bases
         */
        public Threshold {
            requireNonNull(direction, "direction");
            Stream.of(base, clear).flatMap(Optional::stream).forEach(Baselines::decimal);
            if (sharedBase.isPresent() && !BASELINES.contains(sharedBase.get())) {
                throw new IllegalArgumentException(
                        "The base value " + sharedBase.get() + " is not one of an indicator; known: " + BASELINES);
            }
            if (sharedBase.isPresent() && base.isPresent()) {
                throw new IllegalArgumentException("An indicator has either a base of its own or one of the baselines;"
                        + " this has " + base.get() + " and " + sharedBase.get());
            }
        }
    }

    /**
     * How an indicator is counted.
     *
     * @param definition a word for what is divided by what, as in REFUNDS_PER_PAID_ORDER, so that a source that counts otherwise is
     *     noticed; any if empty
     * @param window the time that it is counted over, as in P6M; any if empty
     * @param minSample how many votes, reviews or orders it needs to be judged, 1 or more (D28)
     * @param decimals to how many decimals a score is rounded before it is compared, 0 to 12
     */
    public record Counting(Optional<String> definition, Optional<Period> window, long minSample, long decimals) {
        static final long DEFAULT_DECIMALS = 2;
        static final long MOST_DECIMALS = 12;

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException if the definition is not a word, the window not positive, the sample below 1 or there are
         *     too many decimals
         */
        public Counting {
            definition.ifPresent(Duty::word);
            window.ifPresent(Counting::positive);
            if (minSample < 1) {
                throw new IllegalArgumentException("The least sample is 1 or more, not " + minSample);
            }
            if (decimals < 0 || decimals > MOST_DECIMALS) {
                throw new IllegalArgumentException(
                        "A score is rounded to 0 to " + MOST_DECIMALS + " decimals, not " + decimals);
            }
        }

        Counting(String definition, Period window, long minSample) {
            this(Optional.of(definition), Optional.of(window), minSample, DEFAULT_DECIMALS);
        }

        static Period positive(Period window) {
            if (window.isNegative() || window.isZero()) {
                throw new IllegalArgumentException("A window is longer than 0, not " + window);
            }
            return window;
        }
    }
}
