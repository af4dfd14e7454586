package io.storeops.detection;

import static java.util.Objects.requireNonNull;

import io.storeops.calendar.SlotId;
import io.storeops.position.MaintenanceRules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/**
 * What the detector says of one figure at one moment. A judgement on orders is made at the close of a slot, one on refunds, items and
 * listings at the close of a day. Anomalies are told once, when they open. Immutable.
 *
 * @param verdict what it says
 * @param rule by which rule
 * @param metric what was judged: orders, refunds, price, title, units or coverage
 * @param subject whom it is about: a store, an item, or {@code SOURCE:} and a metric (D25)
 * @param at when it was made
 * @param since the first observation of what it says (D7); {@code at} if nothing is unusual
 * @param measured what was measured, over the time since {@code since}
 * @param base what was to be expected of the same time; of a price and a title, what it was compared with
 */
public record Detection(
        DetectionVerdict verdict,
        Rule rule,
        String metric,
        String subject,
        SlotId at,
        SlotId since,
        OptionalDouble measured,
        OptionalDouble base) {
    /** Stands before the metric whose source is wrong, in place of an item (D25). */
    static final String SOURCE = "SOURCE:";

    /** Checks for null. */
    public Detection {
        requireNonNull(verdict, "verdict");
        requireNonNull(rule, "rule");
        requireNonNull(metric, "metric");
        requireNonNull(subject, "subject");
        requireNonNull(at, "at");
        requireNonNull(since, "since");
        requireNonNull(measured, "measured");
        requireNonNull(base, "base");
    }

    static Detection plain(DetectionVerdict verdict, Rule rule, String metric, String subject, SlotId at) {
        return new Detection(verdict, rule, metric, subject, at, at, OptionalDouble.empty(), OptionalDouble.empty());
    }

    static Detection compared(
            DetectionVerdict verdict,
            Rule rule,
            String metric,
            String subject,
            SlotId at,
            SlotId since,
            double measured,
            double base) {
        return new Detection(
                verdict, rule, metric, subject, at, since, OptionalDouble.of(measured), OptionalDouble.of(base));
    }

    static Detection anomaly(
            Rule rule, String metric, String subject, SlotId at, SlotId since, double measured, double base) {
        return compared(DetectionVerdict.ANOMALY, rule, metric, subject, at, since, measured, base);
    }

    /** The one judgement on a source that is itself wrong, in place of those on items (D25). */
    static Detection ofSource(MaintenanceRules.MassBreaker limits, String metric, SlotId at, int failed, int checked) {
        double most = Math.max((double) limits.count(), limits.share().doubleValue() * checked);
        return anomaly(Rule.MASS, metric, SOURCE + metric, at, SlotId.of(at.date(), 1), failed, most);
    }

    /**
     * The judgement in one sentence, for a person.
     *
     * @return the sentence, with figures rounded to two decimals
     */
    public String sentence() {
        return switch (rule) {
            case EXPECTED -> "The " + metric + " of " + subject + " are as expected" + figures(": ");
            case TOO_YOUNG ->
                "There is too little of the past to judge the " + metric + " of " + subject + " by: still learning.";
            case NO_READING -> "The reading that " + at + " needs was missed, so its " + metric + " are not known.";
            case OUTAGE -> "No " + metric + " of " + subject + " since " + since + figures(": ");
            case FROZEN ->
                "The counter of " + metric + " stood still from " + since + " and caught up at " + at
                        + ": only the sum is known" + figures(": ");
            case DIP -> "The " + metric + " of " + subject + " fell suddenly at " + since + figures(": ");
            case HALVED ->
                "About half of the " + metric + " of " + subject + " are lost since " + since + figures(": ");
            case SURGE -> "The " + metric + " of " + subject + " rose suddenly at " + since + figures(": ");
            case DOUBLED -> "About twice the usual " + metric + " of " + subject + " since " + since + figures(": ");
            case COUNTED_TWICE ->
                "Every figure of " + subject + " since " + since + " is even, as if each order were counted twice"
                        + figures(": ");
            case DRIFT -> "The " + metric + " of " + subject + " fall slowly since " + since + figures(": ");
            case REFUNDS -> "Unusually many " + metric + " of " + subject + " on " + at.date() + figures(": ");
            case PRICE -> "The price of " + subject + " is not what it should be since " + since + figures(": ");
            case TITLE -> "The title of " + subject + " is not the approved one since " + since + ".";
            case STOCKOUT -> subject + ", which sells daily, stopped selling at " + since + figures(": ");
            case MASS ->
                "So many items fail the check of the " + metric + " at once that its source is wrong" + figures(": ");
            case COVERAGE -> "The snapshot of " + at.date() + " has too few listings to be judged by" + figures(": ");
        };
    }

    private String figures(String before) {
        return measured.isPresent() && base.isPresent()
                ? before + rounded(measured.getAsDouble()) + " where " + rounded(base.getAsDouble()) + " is usual."
                : ".";
    }

    /** A figure with at most two decimals. */
    private static String rounded(double figure) {
        BigDecimal two = BigDecimal.valueOf(figure).setScale(2, RoundingMode.HALF_UP);
        return two.signum() == 0 ? "0" : two.stripTrailingZeros().toPlainString();
    }
}
