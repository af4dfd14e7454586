package io.storeops.promotion;

import io.storeops.promotion.UnitPricing.Charge;

/**
 * The third step of the model on one cart after another: what its lines cost after the promotions of the order. Keeps the arrays that it
 * works on, so it is for one thread.
 */
final class OrderPricing {
    private final Board board;

    /** What each line costs after the steps so far, in minor units. */
    final long[] amount;

    /** What the platform pays beside it, in 1/10000 of a minor unit. */
    final long[] funding;

    private final long[] before;
    private final int[] sharing;
    private final long[] amounts;
    private final long[] shares;

    /** Who is told of each promotion that applied. */
    interface Steps {
        Steps NOBODY = (deal, pricing) -> {};

        void applied(Deal deal, OrderPricing pricing);
    }

    OrderPricing(Board board, int mostLines) {
        this.board = board;
        this.amount = new long[mostLines];
        this.funding = new long[mostLines];
        this.before = new long[mostLines];
        this.sharing = new int[mostLines];
        this.amounts = new long[mostLines];
        this.shares = new long[mostLines];
    }

    /** Begins with a line as the promotions of a unit leave it. */
    void begin(int line, Charge charge) {
        amount[line] = charge.amount();
        funding[line] = charge.funding();
        before[line] = charge.amount();
    }

    /** Applies promotions of the order, in their sequence, to the first lines, of which each has a SKU and units. */
    void apply(int[] order, int[] skus, int[] units, int lines, Steps steps) {
        for (int i : order) {
            Deal deal = board.deals[i];
            if (apply(deal, skus, units, lines)) {
                steps.applied(deal, this);
            }
        }
    }

    private boolean apply(Deal deal, int[] skus, int[] units, int lines) {
        int count = 0;
        long pot = 0;
        long first = 0;
        long pieces = 0;
        for (int line = 0; line < lines; line++) {
            if (!deal.covers(skus[line])) {
                continue;
            }
            if (before[line] > 0) {
                first += before[line];
                pieces += units[line];
                if (amount[line] > 0) {
                    pot = Math.addExact(pot, amount[line]);
                    sharing[count] = line;
                    amounts[count] = amount[line];
                    count++;
                }
            } else if (board.giftsCount) {
                pieces += units[line];
            }
        }
        if (pot == 0) {
            return false;
        }
        long times = times(deal, deal.onCount ? pieces : board.isRunning ? pot : first);
        if (times == 0) {
            return false;
        }
        Allocation.spread(total(deal, times, pot), amounts, count, pot, shares);
        for (int i = 0; i < count; i++) {
            amount[sharing[i]] -= shares[i];
            funding[sharing[i]] += shares[i] * (Cut.WHOLE - deal.share);
        }
        return true;
    }

    private static long times(Deal deal, long measure) {
        if (deal.threshold == Deal.NONE) {
            return 1;
        }
        long full = measure / deal.threshold;
        return deal.each ? full : Math.min(1, full);
    }

    private static long total(Deal deal, long times, long pot) {
        long most = deal.cap == Deal.NONE ? pot : Math.min(pot, deal.cap);
        return deal.isPercent
                ? Math.min(most, Rounding.halfUp(pot, deal.value, Cut.WHOLE))
                : Rounding.productUpTo(most, deal.value, times);
    }
}
