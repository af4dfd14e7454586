package io.storeops.detection;

import java.util.List;

/**
 * How many figures in a row, other than 0, are even. Where an import runs twice, each order is counted twice, and every count, unit and
 * amount is even; of figures that are not doubled about every second one is odd, whatever the store's trade is. So this sign needs no
 * forecast, and busy days do not set it off.
 */
final class EvenFigures {
    private final long threshold;
    private long run;
    private int slots;

    EvenFigures(long threshold) {
        this.threshold = threshold;
    }

    void open() {
        run = 0;
        slots = 0;
    }

    /**
     * Takes in a slot.
     *
     * @return whether so many figures are even that they are counted twice
     */
    boolean add(SlotDay day, int slot) {
        slots++;
        if (isOdd(day.orders(), slot) || anyOdd(day.others(), slot)) {
            run = 0;
            slots = 0;
            return false;
        }
        run += figures(day.orders(), slot);
        for (Counts other : day.others()) {
            run += figures(other, slot);
        }
        return run >= threshold;
    }

    /** How many slots the run has. */
    int slots() {
        return slots;
    }

    private static boolean anyOdd(List<Counts> figures, int slot) {
        for (Counts figure : figures) {
            if (isOdd(figure, slot)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOdd(Counts counts, int slot) {
        return !counts.isMissing(slot) && counts.isOdd(slot);
    }

    private static int figures(Counts counts, int slot) {
        return counts.isMissing(slot) || counts.at(slot) == 0 ? 0 : 1;
    }
}
