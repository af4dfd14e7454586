package io.storeops.promotion;

import static io.storeops.promotion.Cut.WHOLE;

/**
 * What a unit of a SKU can cost after the promotions of a unit, over all lines that it can be in. Where percentages are rounded for each
 * unit it does not depend on the line, and least and most are one.
 *
 * @param least the least that it costs
 * @param most the most that it costs
 * @param funding the least that the platform pays beside it
 * @param income the least of both together
 */
record UnitRange(Ratio least, Ratio most, Ratio funding, Ratio income) {
    private static final Ratio HALF = Ratio.of(1, 2);

    static UnitRange of(Board board, int sku, UnitPricing pricing) {
        if (!board.isRoundedByLine) {
            UnitPricing.Charge one = pricing.line(sku, 1);
            Ratio price = Ratio.of(one.amount());
            if (one.funding() == 0) {
                return new UnitRange(price, price, Ratio.ZERO, price);
            }
            Ratio funding = Ratio.of(one.funding(), WHOLE);
            return new UnitRange(price, price, funding, price.plus(funding));
        }
        Range range = new Range(board, sku);
        if (board.isAllOnList) {
            range.allOnList(pricing.on);
        } else {
            range.best(pricing.on);
            range.members(pricing.on);
        }
        return range.done();
    }

    /** The most that a percentage rounded once a line takes off a unit, of which it exactly takes whole x value / 10000. */
    static Ratio mostOf(long price, long value) {
        long exact = price * value;
        long whole = exact / WHOLE;
        long rest = exact % WHOLE;
        if (rest == 0) {
            return Ratio.of(whole);
        }
        if (2 * rest >= WHOLE) {
            return Ratio.of(whole + 1);
        }
        long units = (WHOLE + 2 * rest - 1) / (2 * rest);
        return Ratio.of(whole * units + 1, units);
    }

    /** The least that it takes off. */
    static Ratio leastOf(long price, long value) {
        long exact = price * value;
        long whole = exact / WHOLE;
        long rest = exact % WHOLE;
        if (2 * rest < WHOLE) {
            return Ratio.of(whole);
        }
        long units = WHOLE / (2 * (WHOLE - rest)) + 1;
        return Ratio.of((whole + 1) * units - 1, units);
    }

    /** The running range of one SKU. */
    private static final class Range {
        private final Board board;
        private final int sku;
        private final long price;
        private Ratio least;
        private Ratio most;
        private Ratio funding = Ratio.ZERO;
        private Ratio seller = Ratio.ZERO;

        Range(Board board, int sku) {
            this.board = board;
            this.sku = sku;
            this.price = board.price[sku];
            this.least = Ratio.of(price);
            this.most = least;
        }

        private Ratio leastCut(Deal deal) {
            return deal.isPercent ? leastOf(price, deal.value) : Ratio.of(cut(deal));
        }

        private Ratio mostCut(Deal deal) {
            return deal.isPercent ? mostOf(price, deal.value) : Ratio.of(cut(deal));
        }

        private long cut(Deal deal) {
            return deal.isPrice ? Math.max(0, price - deal.value) : Math.min(price, deal.value);
        }

        private void pay(Deal deal, Ratio leastCut, Ratio mostCut) {
            funding = funding.plus(leastCut.times(WHOLE - deal.share, WHOLE));
            seller = seller.plus(mostCut.times(deal.share, WHOLE));
        }

        void allOnList(boolean[] on) {
            for (int i : board.unitDeals[sku]) {
                if (on[i]) {
                    Deal deal = board.deals[i];
                    Ratio leastCut = leastCut(deal);
                    Ratio mostCut = mostCut(deal);
                    pay(deal, least.min(leastCut), most.min(mostCut));
                    least = least.minus(least.min(mostCut));
                    most = most.minus(most.min(leastCut));
                }
            }
        }

        /** The winner takes off at least the largest least cut; whoever cannot reach that is none. */
        void best(boolean[] on) {
            boolean isFlash = false;
            for (int i : board.unitDeals[sku]) {
                isFlash |= on[i] && board.deals[i].level == Level.FLASH;
            }
            Level level = isFlash ? Level.FLASH : Level.ITEM;
            Ratio sure = Ratio.of(-1);
            for (int i : board.unitDeals[sku]) {
                if (on[i] && board.deals[i].level == level) {
                    sure = sure.max(leastCut(board.deals[i]));
                }
            }
            if (sure.signum() < 0) {
                return;
            }
            int leastPlatform = WHOLE;
            Ratio largest = Ratio.ZERO;
            for (int i : board.unitDeals[sku]) {
                Deal deal = board.deals[i];
                if (on[i] && deal.level == level && mostCut(deal).compareTo(sure) >= 0) {
                    leastPlatform = Math.min(leastPlatform, WHOLE - deal.share);
                    largest = largest.max(mostCut(deal));
                    seller = seller.max(mostCut(deal).times(deal.share, WHOLE));
                }
            }
            funding = sure.times(leastPlatform, WHOLE);
            least = Ratio.of(price).minus(largest);
            most = Ratio.of(price).minus(sure);
        }

        void members(boolean[] on) {
            for (int i : board.unitDeals[sku]) {
                if (on[i] && board.deals[i].level == Level.MEMBER) {
                    member(board.deals[i]);
                }
            }
        }

        private void member(Deal deal) {
            if (least.compareTo(most) == 0 && least.isWhole()) {
                Ratio leastCut = leastOf(least.whole(), deal.value);
                Ratio mostCut = mostOf(least.whole(), deal.value);
                pay(deal, leastCut, mostCut);
                least = least.minus(mostCut);
                most = most.minus(leastCut);
                return;
            }
            Ratio low = least.times(deal.value, WHOLE);
            Ratio high = most.times(deal.value, WHOLE);
            pay(deal, Ratio.ZERO.max(low.minus(HALF)), most.min(high.plus(HALF)));
            least = Ratio.ZERO.max(least.minus(low).minus(HALF));
            most = most.min(most.minus(high).plus(HALF));
        }

        UnitRange done() {
            return new UnitRange(
                    least,
                    most,
                    funding,
                    least.plus(funding).max(Ratio.of(price).minus(seller)));
        }
    }
}
