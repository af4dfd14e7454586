package io.storeops.promotion;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The SKUs that can be in a cart of an interval, and which of them no promotion tells apart: those of one price, covered by the same
 * promotions. Of such a cart takes the first ones first. Nobody changes it.
 */
final class Likeness {
    private static final int NONE = -1;

    /** The positions of the SKUs that an active promotion covers, rising. */
    private final int[] skus;

    /** For each the place of the last one before it that is like it, or -1, and of the first one after it. */
    private final int[] earlier;

    private final int[] later;

    private final int kinds;

    private Likeness(int[] skus, int[] earlier, int[] later, int kinds) {
        this.skus = skus;
        this.earlier = earlier;
        this.later = later;
        this.kinds = kinds;
    }

    static Likeness of(Board board, int[] active) {
        boolean[] isIn = new boolean[board.price.length];
        for (int deal : active) {
            for (int sku : board.deals[deal].scope) {
                isIn[sku] = true;
            }
        }
        int[] skus = Bounds.places(isIn);
        int[] earlier = filled(skus.length);
        int[] later = filled(skus.length);
        Map<List<Long>, Integer> last = new HashMap<>();
        for (int place = 0; place < skus.length; place++) {
            Integer before = last.put(traits(board, active, skus[place]), place);
            if (before != null) {
                earlier[place] = before;
                later[before] = place;
            }
        }
        return new Likeness(skus, earlier, later, last.size());
    }

    private static int[] filled(int length) {
        int[] none = new int[length];
        Arrays.fill(none, NONE);
        return none;
    }

    /** The price, and a bit for each promotion that covers the SKU. */
    private static List<Long> traits(Board board, int[] active, int sku) {
        Long[] traits = new Long[1 + (active.length + Long.SIZE - 1) / Long.SIZE];
        Arrays.fill(traits, 0L);
        traits[0] = board.price[sku];
        for (int i = 0; i < active.length; i++) {
            if (board.deals[active[i]].covers(sku)) {
                traits[1 + i / Long.SIZE] |= 1L << i;
            }
        }
        return List.of(traits);
    }

    /** How many kinds of SKUs there are beside one, of which none is like another. */
    private int kindsBeside(int subject) {
        int place = Arrays.binarySearch(skus, subject);
        return place >= 0 && earlier[place] == NONE && later[place] == NONE ? kinds - 1 : kinds;
    }

    /**
     * How many carts there are at least: lines in any order, each of a SKU and its units, of which one is the subject and no two are alike.
     *
     * @return the number, or one above every limit
     */
    double leastCarts(int subject, int mostUnits) {
        int others = kindsBeside(subject);
        double carts = 0;
        for (int units = 1; units <= mostUnits; units++) {
            // With one more line: ways to cut the units into lines, places of the subject, and the others in any order.
            double cuts = 1;
            double orders = 1;
            for (int lines = 1; lines <= Math.min(units, others + 1); lines++) {
                carts += cuts * lines * orders;
                cuts = cuts * (units - lines) / lines;
                orders *= others - lines + 1;
            }
        }
        return carts;
    }

    /** The carts that hold a subject, to which nothing is alike. */
    Carts carts(int subject, int mostUnits) {
        int found = Arrays.binarySearch(skus, subject);
        if (found < 0) {
            return alone(-found - 1, subject, mostUnits);
        }
        int[] before = earlier.clone();
        int[] after = later.clone();
        if (before[found] != NONE) {
            after[before[found]] = after[found];
        }
        if (after[found] != NONE) {
            before[after[found]] = before[found];
        }
        before[found] = NONE;
        after[found] = NONE;
        return new Carts(skus, before, after, found, mostUnits);
    }

    /** No promotion covers the subject. */
    private Carts alone(int place, int subject, int mostUnits) {
        int[] all = new int[skus.length + 1];
        System.arraycopy(skus, 0, all, 0, place);
        all[place] = subject;
        System.arraycopy(skus, place, all, place + 1, skus.length - place);
        return new Carts(all, moved(earlier, place), moved(later, place), place, mostUnits);
    }

    /** References to places where one was put in. */
    private static int[] moved(int[] references, int place) {
        int[] moved = new int[references.length + 1];
        for (int i = 0; i < references.length; i++) {
            moved[i < place ? i : i + 1] = references[i] < place ? references[i] : references[i] + 1;
        }
        moved[place] = NONE;
        return moved;
    }
}
