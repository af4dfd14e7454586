package io.storeops.detection;

import io.storeops.calendar.SlotId;
import java.util.Optional;

/**
 * The run of slots without an order that today is in, if it is in one; and what it was when it ends: an outage, or a counter that stood
 * still and catches up in one slot with all that came meanwhile.
 */
final class Outage {
    /** A run is judged by so many slots at most: in the small hours, many slots with little to expect are no outage. */
    private static final int SLOTS = 3;

    private final double threshold;
    private final Window window;
    private final Window.Sums lately;
    private final Dispersion dispersion;
    private final double[] last = new double[SLOTS];
    private int slots;
    private double expected;
    private boolean told;

    Outage(double threshold, Window window, double halfLife) {
        this.threshold = threshold;
        this.window = window;
        lately = window.new Sums(SLOTS);
        dispersion = new Dispersion(Dispersion.Side.LOW, halfLife);
    }

    /** Ends the run: with the first order, or at midnight, when counters begin anew. */
    void end() {
        slots = 0;
        expected = 0;
        told = false;
    }

    /** Whether an outage was told that has not ended. */
    boolean isOpen() {
        return told;
    }

    /** Takes in the slot that the window has just got. */
    void roll() {
        lately.roll();
    }

    /** Learns the spread of the last slots of an ordinary day, of which this one has the index. */
    void learn(int slot) {
        if (slot + 1 >= SLOTS && lately.expected() > Span.LEAST) {
            dispersion.learn(lately.seen(), lately.expected());
        }
    }

    /** Takes in a count and says whether an outage begins to be told with it, or was no outage. */
    Optional<Detection> judge(String metric, String subject, SlotId at, double count, double usual) {
        if (count > 0) {
            return told && caughtUp(count, usual)
                    ? Optional.of(frozen(metric, subject, at, count, usual))
                    : Optional.empty();
        }
        last[slots % SLOTS] = usual;
        slots++;
        expected += usual;
        double recent = 0;
        for (int i = 0; i < Math.min(slots, SLOTS); i++) {
            recent += last[i];
        }
        if (told || dispersion.evidenceOfNone(recent) <= threshold) {
            return Optional.empty();
        }
        told = true;
        SlotId since = window.place(Math.min(slots, window.length()) - 1);
        return Optional.of(Detection.anomaly(Rule.OUTAGE, metric, subject, at, since, 0, expected));
    }

    /** Whether a count is rather that of the whole run than of its slot. */
    private boolean caughtUp(double count, double usual) {
        if (usual < Span.LEAST) {
            return true;
        }
        double factor = (expected + usual) / usual;
        return dispersion.evidence(count, usual, factor, Math.log(factor)) > 0;
    }

    private Detection frozen(String metric, String subject, SlotId at, double count, double usual) {
        SlotId since = window.place(Math.min(slots + 1, window.length()) - 1);
        return Detection.compared(
                DetectionVerdict.COULD_NOT_CHECK, Rule.FROZEN, metric, subject, at, since, count, expected + usual);
    }
}
