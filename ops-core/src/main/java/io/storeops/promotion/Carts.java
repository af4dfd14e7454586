package io.storeops.promotion;

import java.util.Arrays;

/**
 * Every cart of few units that holds the subject: fewest units first, then line by line by the position of the SKU and its units, so that
 * the first of equal ones is the one to show.
 *
 * <p>SKUs that no promotion tells apart (of one price, covered by the same promotions) are taken in their order: exchanging two of them in
 * a cart changes no amount but whose it is, so a cart that takes a later one first costs the same as one that comes before it here. The
 * subject has none that it is exchanged with.
 */
final class Carts {
    private final int[] skus;

    /** For each SKU the one that must be in the cart before it, as places in the list; -1 for none. */
    private final int[] earlier;

    private final int subject;
    private final int[] units;
    private final boolean[] isIn;

    /** The lines of the cart at hand. */
    private final int[] lineSkus;

    private final int[] lineUnits;
    private int lines;

    /** Who is shown the carts. */
    interface Visitor {
        /** One cart; false to see no more. The arrays are used again. */
        boolean cart(int[] skus, int[] units, int lines);
    }

    /**
     * Carts of some SKUs.
     *
     * @param skus their positions, rising
     * @param earlier for each the place in the list of the one that goes before it, or -1
     * @param subject the position of the SKU that every cart holds
     * @param mostUnits the most units of a cart
     */
    Carts(int[] skus, int[] earlier, int subject, int mostUnits) {
        this.skus = skus;
        this.earlier = earlier;
        this.subject = Arrays.binarySearch(skus, subject);
        this.units = new int[mostUnits];
        for (int i = 0; i < mostUnits; i++) {
            units[i] = i + 1;
        }
        this.isIn = new boolean[skus.length];
        this.lineSkus = new int[mostUnits];
        this.lineUnits = new int[mostUnits];
    }

    /** Shows them all, or those up to the first that nobody wants to see more after. */
    boolean each(Visitor visitor) {
        for (int total : units) {
            if (!grow(total, visitor)) {
                return false;
            }
        }
        return true;
    }

    private boolean grow(int rest, Visitor visitor) {
        if (rest == 0) {
            return !isIn[subject] || visitor.cart(lineSkus, lineUnits, lines);
        }
        for (int place = 0; place < skus.length; place++) {
            if (isIn[place] || (earlier[place] >= 0 && !isIn[earlier[place]])) {
                continue;
            }
            isIn[place] = true;
            int line = lines++;
            lineSkus[line] = skus[place];
            // Units that the subject would need are not given to another.
            int most = isIn[subject] ? rest : rest - 1;
            boolean goesOn = true;
            for (int count = 1; count <= most && goesOn; count++) {
                lineUnits[line] = count;
                goesOn = grow(rest - count, visitor);
            }
            lines--;
            isIn[place] = false;
            if (!goesOn) {
                return false;
            }
        }
        return true;
    }
}
