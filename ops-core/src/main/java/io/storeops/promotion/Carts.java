package io.storeops.promotion;

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

    /** For each SKU the one that can be taken only after it, as places in the list; -1 for none. */
    private final int[] later;

    /** Where the subject is in the list. */
    private final int subject;

    private final int mostUnits;

    /** Those that can be taken next, as a ring in rising order that begins and ends at the place after the last. */
    private final int[] next;

    private final int[] previous;
    private boolean hasSubject;

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
     * @param later for each the place of the one that it goes before, or -1
     * @param subject the place of the SKU that every cart holds, which goes before or after none
     * @param mostUnits the most units of a cart
     */
    Carts(int[] skus, int[] earlier, int[] later, int subject, int mostUnits) {
        this.skus = skus;
        this.later = later;
        this.subject = subject;
        this.mostUnits = mostUnits;
        this.lineSkus = new int[mostUnits];
        this.lineUnits = new int[mostUnits];
        this.next = new int[skus.length + 1];
        this.previous = new int[skus.length + 1];
        int last = skus.length;
        for (int place = 0; place < skus.length; place++) {
            if (earlier[place] < 0) {
                link(last, place);
                last = place;
            }
        }
        link(last, skus.length);
    }

    private void link(int before, int after) {
        next[before] = after;
        previous[after] = before;
    }

    /** Shows them all, or those up to the first that nobody wants to see more after. */
    boolean each(Visitor visitor) {
        for (int total = 1; total <= mostUnits; total++) {
            if (!grow(total, visitor)) {
                return false;
            }
        }
        return true;
    }

    private boolean grow(int rest, Visitor visitor) {
        if (rest == 0) {
            return visitor.cart(lineSkus, lineUnits, lines);
        }
        if (rest == 1 && !hasSubject) {
            return grow(subject, 1, visitor);
        }
        for (int place = next[skus.length]; place < skus.length; place = next[place]) {
            if (!grow(place, rest, visitor)) {
                return false;
            }
        }
        return true;
    }

    /** The carts whose next line is of the SKU at a place. */
    private boolean grow(int place, int rest, Visitor visitor) {
        int line = lines++;
        lineSkus[line] = skus[place];
        link(previous[place], next[place]);
        if (later[place] >= 0) {
            insert(later[place], next[place]);
        }
        hasSubject |= place == subject;
        // Units that the subject would need are not given to another.
        int most = hasSubject ? rest : rest - 1;
        boolean goesOn = true;
        for (int count = 1; count <= most && goesOn; count++) {
            lineUnits[line] = count;
            goesOn = grow(rest - count, visitor);
        }
        hasSubject &= place != subject;
        if (later[place] >= 0) {
            link(previous[later[place]], next[later[place]]);
        }
        link(previous[place], place);
        link(place, next[place]);
        lines--;
        return goesOn;
    }

    private void insert(int place, int from) {
        int after = from;
        while (after < place) {
            after = next[after];
        }
        link(previous[after], place);
        link(place, after);
    }
}
