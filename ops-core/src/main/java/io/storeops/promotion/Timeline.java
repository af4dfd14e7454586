package io.storeops.promotion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The elementary intervals of a plan: between two neighbouring instants at which a promotion begins or ends the same promotions are active.
 * Of those with the same promotions the earliest stands for all.
 */
final class Timeline {
    /** An elementary interval. */
    static final class Interval {
        private final Window window;
        private final int[] active;
        private @Nullable Likeness likeness;

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

        /** Which SKUs are alike in it. Whoever asks first finds out; it does not matter who that is. */
        Likeness likeness(Board board) {
            Likeness found = likeness;
            if (found == null) {
                found = Likeness.of(board, active);
                likeness = found;
            }
            return found;
        }
    }

    private Timeline() {}

    /** The intervals in order of time; the cuts are of all windows, also of promotions that are no deals. */
    static List<Interval> of(List<Promotion> promotions, Deal[] deals) {
        Instant[] cuts = new Instant[2 * promotions.size()];
        for (int i = 0; i < promotions.size(); i++) {
            cuts[2 * i] = promotions.get(i).window().from();
            cuts[2 * i + 1] = promotions.get(i).window().to();
        }
        Arrays.sort(cuts);
        List<Interval> intervals = new ArrayList<>();
        Set<List<Integer>> seen = new HashSet<>();
        for (int i = 1; i < cuts.length; i++) {
            if (!cuts[i].equals(cuts[i - 1])) {
                Window window = new Window(cuts[i - 1], cuts[i]);
                int[] active = active(deals, window);
                if (seen.add(Arrays.stream(active).boxed().toList())) {
                    intervals.add(new Interval(window, active));
                }
            }
        }
        return List.copyOf(intervals);
    }

    private static int[] active(Deal[] deals, Window window) {
        int[] active = new int[deals.length];
        int count = 0;
        for (int i = 0; i < deals.length; i++) {
            if (deals[i].window.holds(window)) {
                active[count++] = i;
            }
        }
        return Arrays.copyOf(active, count);
    }
}
