package io.storeops.promotion;

import org.jspecify.annotations.Nullable;

/** The first two steps of the model: what a line costs after the promotions of a unit, and what the platform pays of it. */
final class UnitPricing {
    private final Board board;

    /** Of each promotion of the plan whether it is in effect. */
    final boolean[] on;

    /**
     * A line after the promotions of a unit.
     *
     * @param amount what it costs, in minor units
     * @param funding what the platform pays beside it, in 1/10000 of a minor unit
     */
    record Charge(long amount, long funding) {}

    UnitPricing(Board board, int[] unit) {
        this.board = board;
        this.on = new boolean[board.deals.length];
        for (int deal : unit) {
            on[deal] = true;
        }
    }

    /** A line of so many units of the SKU at a position. */
    Charge line(int sku, long units) {
        if (units > 1 && !board.isRoundedByLine) {
            Charge one = line(sku, 1);
            return new Charge(units * one.amount, units * one.funding);
        }
        return board.isAllOnList ? allOnList(sku, units) : bestThenMember(sku, units);
    }

    private Charge allOnList(int sku, long units) {
        long left = units * board.price[sku];
        long funding = 0;
        for (int i : board.unitDeals[sku]) {
            if (on[i]) {
                Deal deal = board.deals[i];
                long cut = Math.min(left, onList(deal, board.price[sku], units));
                left -= cut;
                funding += cut * (Cut.WHOLE - deal.share);
            }
        }
        return new Charge(left, funding);
    }

    private Charge bestThenMember(int sku, long units) {
        long left = units * board.price[sku];
        long funding = 0;
        Deal best = best(sku, units);
        if (best != null) {
            long cut = onList(best, board.price[sku], units);
            left -= cut;
            funding += cut * (Cut.WHOLE - best.share);
        }
        for (int i : board.unitDeals[sku]) {
            Deal deal = board.deals[i];
            if (on[i] && deal.level == Level.MEMBER) {
                long cut = Rounding.halfUp(left, deal.value, Cut.WHOLE);
                left -= cut;
                funding += cut * (Cut.WHOLE - deal.share);
            }
        }
        return new Charge(left, funding);
    }

    /** Of FLASH, or if there is none of ITEM: the one that cuts most, of equal ones that of which the seller bears most. */
    private @Nullable Deal best(int sku, long units) {
        Deal best = null;
        long most = 0;
        for (int i : board.unitDeals[sku]) {
            Deal deal = board.deals[i];
            if (!on[i] || deal.level == Level.MEMBER) {
                continue;
            }
            long cut = onList(deal, board.price[sku], units);
            if (best == null || isBetter(deal, cut, best, most)) {
                best = deal;
                most = cut;
            }
        }
        return best;
    }

    private static boolean isBetter(Deal deal, long cut, Deal best, long most) {
        if (deal.level != best.level) {
            return deal.level == Level.FLASH;
        }
        return cut > most || (cut == most && deal.share > best.share);
    }

    private static long onList(Deal deal, long price, long units) {
        if (deal.isPercent) {
            return Rounding.halfUp(units * price, deal.value, Cut.WHOLE);
        }
        return units * (deal.isPrice ? Math.max(0, price - deal.value) : Math.min(price, deal.value));
    }
}
