package io.storeops.detection;

import io.storeops.calendar.SlotId;
import io.storeops.position.DetectionRules;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Watches the number of refunds of each day: the evidence for three times the usual number, which is an exponentially weighted mean of
 * days cut at three times it. Refunds come when people get round to them, so the day's orders say little about them.
 */
final class RefundsWatch {
    static final String METRIC = "refunds";

    private static final double FACTOR = 3;
    private static final double LOG_FACTOR = Math.log(FACTOR);

    /** The cut of a day before it is learnt, in times the usual number. */
    private static final double CUT = 3;

    /** The days before which nothing is cut. */
    private static final int UNCUT_DAYS = 5;

    /** The spread of the number of refunds beside chance: half. */
    private static final double SIZE = 4;

    private final String subject;
    private final double threshold;
    private final long minDays;
    private final FadingMean mean;
    private int days;

    RefundsWatch(String subject, DetectionRules.Refunds rules) {
        this.subject = subject;
        threshold = rules.evidence().doubleValue();
        minDays = rules.minDays();
        mean = new FadingMean(rules.halfLife().doubleValue());
    }

    /** Judges a day's number, empty if it is not known. */
    void judge(LocalDate date, int slots, OptionalLong refunds, Consumer<Detection> out) {
        SlotId at = SlotId.of(date, slots);
        if (refunds.isEmpty()) {
            out.accept(Detection.plain(DetectionVerdict.MISSING, Rule.NO_READING, METRIC, subject, at));
            return;
        }
        double count = (double) refunds.getAsLong();
        double usual = mean.or(count);
        if (days < minDays) {
            out.accept(Detection.plain(DetectionVerdict.LEARNING, Rule.TOO_YOUNG, METRIC, subject, at));
        } else if (evidence(count, usual) > threshold) {
            out.accept(Detection.anomaly(Rule.REFUNDS, METRIC, subject, at, SlotId.of(date, 1), count, usual));
        } else {
            out.accept(Detection.compared(DetectionVerdict.OK, Rule.EXPECTED, METRIC, subject, at, at, count, usual));
        }
        mean.add(days < UNCUT_DAYS ? count : Math.min(count, CUT * usual + 1));
        days++;
    }

    private static double evidence(double count, double usual) {
        return Dispersion.evidence(count, usual, SIZE, FACTOR, LOG_FACTOR);
    }
}
