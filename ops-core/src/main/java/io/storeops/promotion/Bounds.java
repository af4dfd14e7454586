package io.storeops.promotion;

import static java.util.Objects.requireNonNull;

import io.storeops.promotion.Selections.Selection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An income per unit that no cart falls below, of whatever size, for each of some SKUs at once: the least, over the elementary intervals
 * and the selections of promotions that can be in effect together, of the larger of two bounds, B1 and B2.
 *
 * <p><strong>The bound.</strong> Under a selection a unit of a SKU s costs u(s) after the promotions of a unit, and the platform adds f(s).
 * Let x be what is left of a unit of s before a promotion of the order. {@link MostCut} is the most that the promotion takes off that unit:
 *
 * <pre>
 * cut(x) = min( x, the cap, v if it is an amount that applies once, rate(x) + slack )
 *
 * a percentage v                   rate = x v
 * an amount v, no threshold        none, v rules
 * v for an amount T, running       rate = x v/T
 * v for an amount T, parallel      rate = v/T max( u(s), x u(o)/rest(o) over the others o ); none if some rest(o) = 0
 * v for K units, no others         rate = v/K
 * v for K units, once              rate = max( v/K, v x/(x + (K-1) c) ), c the least rest of the others
 * v for K units, each              rate = max( v/K, v x/(K c) ); none if c = 0
 * </pre>
 *
 * <p>The others are the SKUs of the scope that cost something, without s; rest(o) is what is left of a unit of o at least. If gifts count and
 * another SKU of the scope may be one, a threshold on units has no rate. The slack is 0 if s is alone in the scope and half the number L of
 * SKUs in it if not; a percentage adds 1/2, but has no slack if nothing is rounded: it has no cap, takes a whole amount off every unit of
 * the scope, and no promotion of the order before it shares a SKU with it. Starting from rest(s) = u(s) each promotion in its turn leaves
 * rest(s) - cut(rest(s)). B1 = f + rest in the end. B2 = u + f - the sum of the seller's shares of cut(u).
 *
 * <p><strong>Why no cart has less.</strong>
 *
 * <ol>
 *   <li>Rounding. Half-up exceeds the exact value by 1/2 at most and falls short of it by less. So a line bears at most its exact share
 *       and 1/2; the last one, which bears what is left, its share and (L-1)/2; what the last one cannot bear and passes back is at most
 *       (L-1)/2. So d &lt;= D a/W + L/2 for a line of amount a when D is spread over W, and d = D if the line is alone. A total that is a
 *       percentage has another 1/2. A unit of n bears an n-th of it all, so the slack of one unit is enough.
 *   <li>Rate. Let X be the line of s, of n units. d &lt;= D X/W and the slack. Running: D = k v and k T &lt;= W, so D/W &lt;= v/T.
 *       Parallel: k T &lt;= the amount before, which is at most W times the largest quotient of u and what is left of it, over the SKUs of
 *       the scope; for s itself u(s)/x. Units: with m units of others W &gt;= n x + m c, and k &lt;= (n + m)/K for each, or n + m &gt;= K
 *       for once; the quotient per unit is monotone in m, or below a line in n, so its ends n = K with m = 0 and n = 1, or m without
 *       limit, give the table. D &lt;= the cap, D &lt;= v for once and d &lt;= X are rules of the model.
 *   <li>B1. x - cut(x) is the largest of 0, x - cap, x - v and x - rate(x) - slack, and never falls when x grows. So by induction over the
 *       promotions what is left of a unit of every SKU is at least rest(s), whether a promotion applies or misses its threshold: that can
 *       only leave more. What the platform pays of the order's promotions is left out, which is less than the truth.
 *   <li>B2. cut(x) grows with x, and x only falls from u. So the seller bears of each promotion at most his share of cut(u).
 *   <li>Each cart is priced under one of the selections of one of the intervals, and B1 and B2 hold for it both. []
 * </ol>
 *
 * <p><strong>Percentages rounded once a line.</strong> Then u depends on the units n of the line, and {@link UnitRange} holds its least and
 * most over all n, the least funding f and the least income w. B1 starts from the least u with the least f; B2 from w with the most u. An
 * exact cut of i + r a unit, i whole, is hu(n (i + r))/n = i + hu(n r)/n. If r &gt;= 1/2, n = 1 gives i + 1 and none gives more. If not,
 * let z = 1/(2r) &gt; 1 and m be z rounded up, 2 or more: hu(n r) &gt;= k needs n &gt;= (2k-1) z, hence n &gt;= (2k-1)(m-1) + 1 &gt;= k m,
 * so the quotient is at most 1/m, which n = m reaches. The least cut is its mirror. After a rounded step a MEMBER starts from a range: hu
 * is within 1/2 of the exact value, 1/2 &lt;= n/2, and x - x v - 1/2 and x - x v + 1/2 grow with x, so the ends of the range give the ends
 * of the next. The winner of ITEM or FLASH cuts at least the largest least cut and at most the largest most.
 *
 * <p><strong>Why not every selection is looked at.</strong> Adding a CODE to a selection never raises its bound. Before it nothing changes.
 * It lowers rest(s) or leaves it. All that follows it falls with rest: x - cut(x) by (3); a lower rest of others gives a larger quotient,
 * a smaller c or no rate at all, so larger cuts at x and at u; and it can only take away that nothing is rounded. So B1 and B2 both fall or
 * stay. Hence selections to which a code can be added, because the order takes one more and its exclusive group has no winner yet, are never
 * the only lowest and are passed over ({@link Selection#isWorst}). FLASH and MEMBER have no such rule: the platform may pay them, FLASH takes
 * the place of ITEM, and a lower price can round better.
 *
 * <p>The work is intervals x selections x promotions of the order x SKUs, however many of the SKUs are asked for. For one thread.
 */
final class Bounds {
    private final Board board;

    /** The positions of the SKUs whose bounds are wanted. */
    private final int[] subjects;

    private final @Nullable Lowest[] lowest;

    /** For each promotion of the order the SKUs whose rest is followed under it. */
    private final int[][] followed;

    /** The SKUs that a promotion of the order covers, and those whose bounds are wanted. */
    private final int[] involved;

    private int @Nullable [] unit;
    private final UnitRange[] ranges;
    private final Ratio[] left;
    private final boolean[] isTouched;
    private final List<MostCut> cuts = new ArrayList<>();

    /**
     * The lowest of a SKU so far.
     *
     * @param value the bound
     * @param selection where it was found
     * @param interval when
     */
    record Lowest(Ratio value, Selection selection, Window interval) {}

    Bounds(Board board, int[] subjects) {
        this.board = board;
        this.subjects = subjects;
        this.lowest = new Lowest[subjects.length];
        int skus = board.price.length;
        this.ranges = new UnitRange[skus];
        this.left = new Ratio[skus];
        this.isTouched = new boolean[skus];
        this.followed = new int[board.deals.length][];
        boolean[] isInvolved = new boolean[skus];
        boolean looksAtOthers = false;
        for (int i : board.sequence) {
            looksAtOthers |= MostCut.looksAtOthers(board, board.deals[i]);
        }
        for (int subject : subjects) {
            isInvolved[subject] = true;
        }
        for (int i : board.sequence) {
            Deal deal = board.deals[i];
            followed[i] = looksAtOthers ? deal.scope : covered(deal, subjects);
            for (int sku : deal.scope) {
                isInvolved[sku] = true;
            }
        }
        this.involved = places(isInvolved);
    }

    private static int[] covered(Deal deal, int[] subjects) {
        int[] covered = new int[subjects.length];
        int count = 0;
        for (int subject : subjects) {
            if (deal.covers(subject)) {
                covered[count++] = subject;
            }
        }
        return Arrays.copyOf(covered, count);
    }

    /** The places of what is in, rising. */
    static int[] places(boolean[] isIn) {
        int[] places = new int[isIn.length];
        int count = 0;
        for (int place = 0; place < isIn.length; place++) {
            if (isIn[place]) {
                places[count++] = place;
            }
        }
        return Arrays.copyOf(places, count);
    }

    /** Takes what can be in effect together in an interval into account. */
    void lower(List<Selection> selections, Window interval) {
        // Those with the most in effect come last and are mostly the lowest: after them little has to be calculated to
        // the end.
        for (int i = selections.size() - 1; i >= 0; i--) {
            if (selections.get(i).isWorst()) {
                lower(selections.get(i), interval);
            }
        }
    }

    private void lower(Selection selection, Window interval) {
        if (unit != selection.unit()) {
            unit = selection.unit();
            UnitPricing pricing = new UnitPricing(board, unit);
            for (int sku : involved) {
                ranges[sku] = UnitRange.of(board, sku, pricing);
            }
        }
        for (int sku : involved) {
            left[sku] = ranges[sku].least();
        }
        cuts.clear();
        Arrays.fill(isTouched, false);
        for (int i : selection.order()) {
            apply(board.deals[i], followed[i]);
        }
        for (int i = 0; i < subjects.length; i++) {
            Ratio value = value(subjects[i], lowest[i] == null ? null : lowest[i].value());
            if (value != null) {
                lowest[i] = new Lowest(value, selection, interval);
            }
        }
    }

    private void apply(Deal deal, int[] skus) {
        MostCut cut = new MostCut(board, deal, ranges, left, isFresh(deal));
        cuts.add(cut);
        for (int sku : skus) {
            if (cut.concerns(sku)) {
                left[sku] = cut.leaves(sku, left[sku]);
            }
        }
    }

    private boolean isFresh(Deal deal) {
        boolean isFresh = true;
        for (int sku : deal.scope) {
            if (ranges[sku].most().signum() > 0) {
                isFresh &= !isTouched[sku];
                isTouched[sku] = true;
            }
        }
        return isFresh;
    }

    /** The larger of the two bounds of a SKU under the selection at hand, or null if it is not below what was found so far. */
    private @Nullable Ratio value(int subject, @Nullable Ratio lowest) {
        UnitRange range = ranges[subject];
        Ratio value = range.funding().plus(left[subject]);
        if (lowest != null && value.compareTo(lowest) >= 0) {
            return null;
        }
        Ratio apart = range.income();
        for (MostCut cut : cuts) {
            Deal deal = cut.deal();
            if (deal.share > 0 && cut.concerns(subject)) {
                apart = apart.minus(cut.of(subject, range.most()).times(deal.shareTop, deal.shareBottom));
                if (apart.compareTo(value) <= 0) {
                    break;
                }
            }
        }
        value = value.max(apart);
        return lowest != null && value.compareTo(lowest) >= 0 ? null : value;
    }

    /** What was found of the subject at a place. */
    Lowest lowest(int place) {
        return requireNonNull(lowest[place], "lowest");
    }
}
