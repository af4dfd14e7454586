package io.storeops.promotion;

import static java.util.Objects.requireNonNull;

import io.storeops.promotion.Selections.Selection;
import io.storeops.promotion.UnitPricing.Charge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The lowest income of a unit over all carts of few units, by pricing every one of them under every selection.
 */
final class ExactSearch {
    private final Board board;
    private final int subject;
    private final int mostUnits;
    private @Nullable Found best;

    /**
     * The worst cart so far.
     *
     * @param income the seller's income of all units of the subject, in 1/10000 of a minor unit
     * @param units how many they are
     * @param lines each a SKU's position and its units
     * @param selection what is in effect
     * @param interval when
     */
    record Found(long income, int units, List<Line> lines, Selection selection, Window interval) {}

    /**
     * A line of a cart.
     *
     * @param sku the position of the SKU
     * @param units how many
     */
    record Line(int sku, int units) {}

    ExactSearch(Board board, int subject, int mostUnits) {
        this.board = board;
        this.subject = subject;
        this.mostUnits = mostUnits;
    }

    /** How many prices of a cart an interval takes, or the limit if more. */
    long pricings(Likeness likeness, int selections, long limit) {
        if (likeness.leastCarts(subject, mostUnits) * selections >= limit) {
            return limit;
        }
        long[] left = {limit};
        likeness.carts(subject, mostUnits).each((skus, units, lines) -> (left[0] -= selections) > 0);
        return limit - Math.max(0, left[0]);
    }

    /** Takes an interval into account; a cart that was found earlier stays unless another is worse. */
    void search(Likeness likeness, int[] active, List<Selection> selections, Window interval) {
        Outcomes outcomes = new Outcomes(board, active, selections);
        List<Stage> stages = new ArrayList<>();
        for (Selection selection : selections) {
            Stage last = stages.isEmpty() ? null : stages.get(stages.size() - 1);
            stages.add(
                    last != null && last.unit == selection.unit()
                            ? last
                            : new Stage(board, selection.unit(), mostUnits));
        }
        OrderPricing pricing = new OrderPricing(board, mostUnits);
        long[] total = new long[selections.size()];
        long[] income = new long[selections.size()];
        likeness.carts(subject, mostUnits).each((skus, units, lines) -> {
            int own = 0;
            while (skus[own] != subject) {
                own++;
            }
            for (int i = 0; i < total.length; i++) {
                for (int line = 0; line < lines; line++) {
                    pricing.begin(line, stages.get(i).charge(skus[line], units[line]));
                }
                pricing.apply(selections.get(i).order(), skus, units, lines, OrderPricing.Steps.NOBODY);
                total[i] = 0;
                for (int line = 0; line < lines; line++) {
                    total[i] += pricing.amount[line];
                }
                income[i] = pricing.amount[own] * Cut.WHOLE + pricing.funding[own];
            }
            int worst = outcomes.worst(total, income);
            if (best == null || isLess(income[worst], units[own], best)) {
                best = new Found(
                        income[worst],
                        units[own],
                        IntStream.range(0, lines)
                                .mapToObj(line -> new Line(skus[line], units[line]))
                                .toList(),
                        selections.get(worst),
                        interval);
            }
            return true;
        });
    }

    private static boolean isLess(long income, int units, Found found) {
        return Ratio.of(income, units).compareTo(Ratio.of(found.income, found.units)) < 0;
    }

    /** The worst cart of all intervals that were searched. */
    Found found() {
        return requireNonNull(best, "best");
    }

    /** What lines cost after the promotions of a unit, of the SKUs and units that came up. */
    private static final class Stage {
        private final int[] unit;
        private final UnitPricing pricing;
        private final Map<Integer, Charge[]> charges = new HashMap<>();
        private final int mostUnits;

        Stage(Board board, int[] unit, int mostUnits) {
            this.unit = unit;
            this.pricing = new UnitPricing(board, unit);
            this.mostUnits = mostUnits;
        }

        Charge charge(int sku, int units) {
            Charge[] ofSku = charges.computeIfAbsent(sku, any -> {
                Charge[] all = new Charge[mostUnits];
                for (int i = 0; i < mostUnits; i++) {
                    all[i] = pricing.line(any, i + 1);
                }
                return all;
            });
            return ofSku[units - 1];
        }
    }
}
