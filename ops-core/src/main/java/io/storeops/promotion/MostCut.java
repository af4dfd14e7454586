package io.storeops.promotion;

import org.jspecify.annotations.Nullable;

/**
 * The most that a promotion of the order can take off a unit of a SKU in any cart, as a function of the running amount of the unit: the
 * table of {@link Bounds}, rule by rule. It remembers what it has to know of the other SKUs before the promotion applies.
 */
final class MostCut {
    private final Board board;
    private final Deal deal;
    private final UnitRange[] ranges;

    /** How many SKUs of the scope can bear a share. */
    private int lines;

    /** How many SKUs of the scope may be gifts. */
    private int gifts;

    /** The slack, in halves of a minor unit. */
    private final int halves;

    /** What other SKUs can run down to: the least of them, and the least beside its own. */
    private @Nullable Ratio least;

    private @Nullable Ratio leastBut;
    private int leastAt = -1;

    /** By how much others can have fallen: the largest quotient of their price and what is left of it, and the largest beside its own. */
    private @Nullable Ratio fall;

    private @Nullable Ratio fallBut;
    private int fallAt = -1;

    /** How many SKUs of the scope can run down to 0, and the last of them. */
    private int exhausted;

    private int exhaustedAt = -1;

    /** Whether the bound of a SKU under a promotion rests on what is left of others. */
    static boolean looksAtOthers(Board board, Deal deal) {
        return deal.threshold != Deal.NONE && (deal.onCount || !board.isRunning);
    }

    /** Of a promotion, after those before it; fresh if none of them shares a SKU with it. */
    MostCut(Board board, Deal deal, UnitRange[] ranges, Ratio[] left, boolean isFresh) {
        this.board = board;
        this.deal = deal;
        this.ranges = ranges;
        boolean isWhole = deal.isPercent && isFresh && deal.cap == Deal.NONE;
        boolean looksAtOthers = looksAtOthers(board, deal);
        for (int sku : deal.scope) {
            UnitRange range = ranges[sku];
            gifts += range.least().signum() == 0 ? 1 : 0;
            if (range.most().signum() == 0) {
                continue;
            }
            lines++;
            isWhole = isWhole && isWhole(range);
            if (looksAtOthers) {
                look(sku, left[sku], range.most());
            }
        }
        this.halves = isWhole ? 0 : (lines > 1 ? lines : 0) + (deal.isPercent ? 1 : 0);
    }

    private boolean isWhole(UnitRange range) {
        return range.least().compareTo(range.most()) == 0
                && range.least().times(deal.rateTop, deal.rateBottom).isWhole();
    }

    private void look(int sku, Ratio rest, Ratio price) {
        if (least == null || rest.compareTo(least) < 0) {
            leastBut = least;
            least = rest;
            leastAt = sku;
        } else if (leastBut == null || rest.compareTo(leastBut) < 0) {
            leastBut = rest;
        }
        if (rest.signum() == 0) {
            exhausted++;
            exhaustedAt = sku;
            return;
        }
        Ratio quotient = price.over(rest);
        if (fall == null || quotient.compareTo(fall) > 0) {
            fallBut = fall;
            fall = quotient;
            fallAt = sku;
        } else if (fallBut == null || quotient.compareTo(fallBut) > 0) {
            fallBut = quotient;
        }
    }

    Deal deal() {
        return deal;
    }

    /** Whether it can take anything off a SKU. */
    boolean concerns(int sku) {
        return deal.covers(sku) && ranges[sku].most().signum() > 0;
    }

    /** The most that it takes off a unit of a SKU that it concerns, of which there is so much left before it. */
    Ratio of(int sku, Ratio rest) {
        return rest.minus(leaves(sku, rest));
    }

    /** What it leaves of that unit at least: the largest of 0 and what each rule leaves, as in the proof. */
    Ratio leaves(int sku, Ratio rest) {
        Ratio left = Ratio.ZERO;
        if (deal.cap != Deal.NONE) {
            left = left.max(rest.minus(Ratio.of(deal.cap)));
        }
        if (!deal.isPercent && !deal.each) {
            left = left.max(rest.minus(Ratio.of(deal.value)));
        }
        if (isShare()) {
            return left.max(rest.less(deal.rateTop, deal.rateBottom, halves));
        }
        if (deal.threshold == Deal.NONE) {
            return left;
        }
        Ratio rate = deal.onCount ? byCount(sku, rest) : byAmount(sku, rest);
        return rate == null ? left : left.max(rest.minus(rate).minus(Ratio.of(halves, 2)));
    }

    /** Whether it takes off a share of what is left, whatever becomes of others. */
    private boolean isShare() {
        return deal.isPercent || (deal.threshold != Deal.NONE && !deal.onCount && board.isRunning);
    }

    private @Nullable Ratio byAmount(int sku, Ratio rest) {
        if (exhausted > (sku == exhaustedAt ? 1 : 0)) {
            return null;
        }
        Ratio others = sku == fallAt ? fallBut : fall;
        Ratio own = ranges[sku].most();
        return (others == null ? own : own.max(rest.times(others))).times(deal.rateTop, deal.rateBottom);
    }

    private @Nullable Ratio byCount(int sku, Ratio rest) {
        if (board.giftsCount && gifts > (ranges[sku].least().signum() == 0 ? 1 : 0)) {
            return null;
        }
        Ratio alone = Ratio.of(deal.rateTop, deal.rateBottom);
        Ratio others = sku == leastAt ? leastBut : least;
        if (others == null || rest.signum() == 0) {
            return alone;
        }
        if (deal.each) {
            return others.signum() == 0
                    ? null
                    : alone.max(rest.times(deal.rateTop, deal.rateBottom).over(others));
        }
        return alone.max(rest.times(deal.value, 1).over(rest.plus(others.times(deal.threshold - 1, 1))));
    }
}
