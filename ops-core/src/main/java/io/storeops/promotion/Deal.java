package io.storeops.promotion;

import java.util.BitSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A promotion of a plan, made ready for calculation: SKUs by position, texts by number. Nobody changes it. */
final class Deal {
    /** A cap or threshold that is not there. */
    static final long NONE = -1;

    final Promotion promotion;
    final Window window;
    final Level level;
    final boolean isPercent;
    final boolean isPrice;

    /** Minor units, or basis points if it is a percentage. */
    final long value;

    /** What the seller bears, in basis points, and the same as a fraction in lowest terms. */
    final int share;

    final long shareTop;
    final long shareBottom;

    /**
     * What it takes off an amount that just reaches its threshold, or a percentage off any, as a fraction in lowest terms: calculations
     * stay small that way.
     */
    final long rateTop;

    final long rateBottom;

    /** The positions of the SKUs in scope, rising. */
    final int[] scope;

    private final BitSet covers;
    private final boolean coversAll;

    /** The number of its exclusive group, or -1. */
    final int group;

    /** The amount or count to reach, or {@link #NONE}. */
    final long threshold;

    final boolean onCount;
    final boolean each;

    /** The most that it takes off an order, or {@link #NONE}. */
    final long cap;

    /**
     * A promotion of a unit.
     *
     * @param scope the positions of its SKUs, rising
     * @param skus how many SKUs the plan has
     * @param groups the numbers of exclusive groups
     */
    Deal(UnitPromotion promotion, int[] scope, int skus, Map<String, Integer> groups) {
        this(promotion, promotion.terms(), promotion.level(), promotion.cut(), scope, skus, groups, null, NONE);
    }

    /** A promotion of the order. */
    Deal(OrderPromotion promotion, int[] scope, int skus, Map<String, Integer> groups) {
        this(
                promotion,
                promotion.terms(),
                promotion.level(),
                promotion.cut(),
                scope,
                skus,
                groups,
                promotion.threshold().orElse(null),
                promotion.cap().orElse(NONE));
    }

    private Deal(
            Promotion promotion,
            Terms terms,
            Level level,
            Cut cut,
            int[] scope,
            int skus,
            Map<String, Integer> groups,
            @Nullable Threshold reached,
            long cap) {
        this.promotion = promotion;
        this.window = terms.window();
        this.level = level;
        this.isPercent = cut instanceof Cut.Percent;
        this.isPrice = cut instanceof Cut.Price;
        this.value = value(cut);
        this.share = terms.sellerShareBp();
        long common = Ratio.common(share, Cut.WHOLE);
        this.shareTop = share / common;
        this.shareBottom = Cut.WHOLE / common;
        this.scope = scope;
        this.coversAll = scope.length == skus;
        this.covers = new BitSet(coversAll ? 0 : skus);
        if (!coversAll) {
            for (int sku : scope) {
                covers.set(sku);
            }
        }
        this.group = terms.group().map(groups::get).orElse(-1);
        this.threshold = reached == null ? NONE : reached.value();
        this.onCount = reached != null && reached.on() == Threshold.On.COUNT;
        this.each = reached != null && reached.each();
        this.cap = cap;
        long base = isPercent ? Cut.WHOLE : Math.max(1, threshold);
        long shared = Ratio.common(value, base);
        this.rateTop = value / shared;
        this.rateBottom = base / shared;
    }

    private static long value(Cut cut) {
        if (cut instanceof Cut.Percent percent) {
            return percent.basisPoints();
        }
        return cut instanceof Cut.Price price ? price.minor() : ((Cut.Minus) cut).minor();
    }

    boolean covers(int sku) {
        return coversAll || covers.get(sku);
    }

    String id() {
        return promotion.id();
    }
}
