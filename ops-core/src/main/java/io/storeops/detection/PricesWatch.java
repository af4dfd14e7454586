package io.storeops.detection;

import io.storeops.calendar.SlotId;
import io.storeops.position.DetectionRules;
import io.storeops.position.MaintenanceRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Watches the price that each item was paid at, day by day, against the prices that it had before: their median and the nearest of
 * them. One price seldom seen is no proof of the next, so what comes near to an earlier one is taken for a kind of customer. Where
 * more items than the breaker allows are far from all that they ever cost, the source is wrong, and no item is named (D25).
 */
final class PricesWatch {
    static final String METRIC = "price";

    /** The share of an item's past that may have been as odd and still be taken for earlier faults. */
    private static final double ODD_SHARE = 0.08;

    /** A price is another unit's if it is so near to ten, a hundred times or a tenth, a hundredth of the median, as a logarithm. */
    private static final double UNIT_NEAR = 0.2;

    private final DetectionRules.Prices rules;
    private final MaintenanceRules.MassBreaker breaker;
    private final double below;
    private final double above;
    private final double apart;
    private final Map<String, Past> pasts = new HashMap<>();

    PricesWatch(DetectionRules.Prices rules, MaintenanceRules.MassBreaker breaker) {
        this.rules = rules;
        this.breaker = breaker;
        below = Math.log(rules.below().doubleValue());
        above = Math.log(rules.above().doubleValue());
        apart = Math.log1p(rules.apart().doubleValue());
    }

    private static final class Past {
        private final double[] prices;
        private int count;
        private boolean odd;

        Past(int length) {
            prices = new double[length];
        }

        double[] sorted() {
            double[] sorted = Arrays.copyOf(prices, Math.min(count, prices.length));
            Arrays.sort(sorted);
            return sorted;
        }

        void add(double price) {
            prices[count % prices.length] = price;
            count++;
        }
    }

    /** What was paid for an item on a day, beside its past. */
    private record Paid(String item, Past past, double logPrice, double price) {}

    void judge(ItemDay day, int slots, Consumer<Detection> out) {
        SlotId at = SlotId.of(day.date(), slots);
        List<Paid> all = new ArrayList<>();
        int checked = 0;
        int far = 0;
        for (Map.Entry<String, ItemDay.Sale> sale : day.sales().entrySet()) {
            String item = sale.getKey();
            Past past = pasts.computeIfAbsent(item, id -> new Past(Math.toIntExact(rules.history())));
            double logPrice = Math.log(day.ordinaryPrice(item, sale.getValue()));
            all.add(new Paid(item, past, logPrice, (double) sale.getValue().price()));
            if (past.count >= rules.minDays()) {
                checked++;
                far += nearest(past.sorted(), logPrice) > apart ? 1 : 0;
            }
        }
        if (breaker.trips(far, checked)) {
            out.accept(Detection.ofSource(breaker, METRIC, at, far, checked));
            return;
        }
        for (Paid paid : all) {
            judge(paid, at, out);
            paid.past.add(paid.logPrice);
        }
    }

    private void judge(Paid paid, SlotId at, Consumer<Detection> out) {
        Past past = paid.past;
        if (past.count < rules.minDays()) {
            out.accept(Detection.plain(DetectionVerdict.LEARNING, Rule.TOO_YOUNG, METRIC, paid.item, at));
            return;
        }
        double[] sorted = past.sorted();
        double middle = sorted[sorted.length / 2];
        boolean before = past.odd;
        past.odd = isOdd(sorted, middle, paid.logPrice);
        // Of a promotion, the price to be expected is that of the promotion.
        double usual = paid.price * Math.exp(middle - paid.logPrice);
        if (!past.odd) {
            out.accept(Detection.compared(
                    DetectionVerdict.OK, Rule.EXPECTED, METRIC, paid.item, at, at, paid.price, usual));
        } else if (!before) {
            SlotId since = SlotId.of(at.date(), 1);
            out.accept(Detection.anomaly(Rule.PRICE, METRIC, paid.item, at, since, paid.price, usual));
        }
    }

    private boolean isOdd(double[] sorted, double middle, double price) {
        double off = price - middle;
        if (isOtherUnit(Math.abs(off))) {
            return true;
        }
        boolean low = off < below && shareBelow(sorted, middle + below) <= ODD_SHARE;
        return low || (off > above && nearest(sorted, price) > above);
    }

    /** Whether the price is that of another unit, as in yuan for fen. */
    private static boolean isOtherUnit(double off) {
        return Math.abs(off - Math.log(10)) < UNIT_NEAR || Math.abs(off - Math.log(100)) < UNIT_NEAR;
    }

    private static double shareBelow(double[] sorted, double limit) {
        return Arrays.stream(sorted).filter(value -> value < limit).count() / (double) sorted.length;
    }

    private static double nearest(double[] sorted, double price) {
        int found = Arrays.binarySearch(sorted, price);
        if (found >= 0) {
            return 0;
        }
        int after = -found - 1;
        double above = after < sorted.length ? sorted[after] - price : Double.POSITIVE_INFINITY;
        double below = after > 0 ? price - sorted[after - 1] : Double.POSITIVE_INFINITY;
        return Math.min(above, below);
    }
}
