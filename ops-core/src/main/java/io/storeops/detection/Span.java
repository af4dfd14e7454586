package io.storeops.detection;

import io.storeops.calendar.SlotId;

/**
 * A test of the last slots, as many as suit a kind of fault: whether they brought so many times what was expected of them, as likely as
 * the fault would make it and the spread of the store's own figures over as many slots does not.
 */
final class Span {
    /** Where less is expected than this, nothing can be said. */
    static final double LEAST = 0.01;

    private final Rule rule;
    private final double factor;
    private final double logFactor;
    private final double breakEven;
    private final double threshold;
    private final Dispersion dispersion;
    private final Window window;
    private final Window.Sums sums;
    private final int length;

    /**
     * A test of the last slots of a window.
     *
     * @param rule by which rule a fault is told
     * @param factor what the fault makes of the expected figure, above 1 or below
     * @param threshold the evidence above which the fault is told
     * @param window the window
     * @param length how many slots
     * @param halfLife after how many values the spread has forgotten one by half
     */
    Span(Rule rule, double factor, double threshold, Window window, int length, double halfLife) {
        this.rule = rule;
        this.factor = factor;
        this.threshold = threshold;
        this.window = window;
        this.length = length;
        logFactor = Math.log(factor);
        breakEven = Dispersion.breakEven(factor);
        dispersion = new Dispersion(factor > 1 ? Dispersion.Side.HIGH : Dispersion.Side.LOW, halfLife);
        sums = window.new Sums(length);
    }

    /** Takes in the slot that the window has just got. */
    void roll() {
        sums.roll();
    }

    /** Whether the slots show the fault, where the day was at this level before them. */
    boolean shows(double level) {
        double seen = sums.seen();
        double expected = sums.expected() * level;
        boolean against = factor > 1 ? seen <= expected * breakEven : seen >= expected * breakEven;
        return !against && window.slots() >= length && expected > LEAST && evidence(seen, expected) > threshold;
    }

    /** Learns the spread of the slots. */
    void learn(double level) {
        double expected = sums.expected() * level;
        if (window.slots() >= length && expected > LEAST) {
            dispersion.learn(sums.seen(), expected);
        }
    }

    private double evidence(double seen, double expected) {
        return dispersion.evidence(seen, expected, factor, logFactor);
    }

    /** Tells what the slots showed, from that slot on from which the evidence for it is greatest. */
    Detection told(String metric, String subject, SlotId at, double level) {
        double seen = 0;
        double expected = 0;
        double best = Double.NEGATIVE_INFINITY;
        int since = 0;
        double sinceSeen = 0;
        double sinceExpected = 0;
        for (int back = 0; back < length; back++) {
            seen += window.seen(back);
            expected += window.expected(back) * level;
            double found = expected > LEAST ? evidence(seen, expected) : Double.NEGATIVE_INFINITY;
            if (found > best) {
                best = found;
                since = back;
                sinceSeen = seen;
                sinceExpected = expected;
            }
        }
        return Detection.anomaly(rule, metric, subject, at, window.place(since), sinceSeen, sinceExpected);
    }
}
