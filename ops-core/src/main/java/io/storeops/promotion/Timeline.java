package io.storeops.promotion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The elementary intervals of a plan: between two neighbouring instants at which a promotion begins or ends the same promotions are active.
 * Of those with the same promotions the earliest stands for all.
 */
final class Timeline {
    /** An elementary interval. */
    static final class Interval {
        private final Window window;
        private final int[] active;

        private Interval(Window window, int[] active) {
            this.window = window;
            this.active = active;
        }

        Window window() {
            return window;
        }

        /** The positions of the active promotions, as listed. */
        int[] active() {
            return active;
        }
    }

    private Timeline() {}

    /** The intervals in order of time; the cuts are of all windows, also of promotions that are no deals. */
    static List<Interval> of(List<Promotion> promotions, List<Deal> deals) {
        TreeSet<Instant> cuts = new TreeSet<>();
        for (Promotion promotion : promotions) {
            cuts.add(promotion.window().from());
            cuts.add(promotion.window().to());
        }
        List<Interval> intervals = new ArrayList<>();
        Set<List<Integer>> seen = new HashSet<>();
        Instant from = null;
        for (Instant to : cuts) {
            if (from != null) {
                Window window = new Window(from, to);
                List<Integer> active = new ArrayList<>();
                for (int i = 0; i < deals.size(); i++) {
                    if (deals.get(i).window.holds(window)) {
                        active.add(i);
                    }
                }
                if (seen.add(active)) {
                    intervals.add(new Interval(
                            window, active.stream().mapToInt(Integer::intValue).toArray()));
                }
            }
            from = to;
        }
        return List.copyOf(intervals);
    }
}
