package io.storeops.detection;

import static java.util.Objects.requireNonNull;

import io.storeops.position.DetectionRules;
import io.storeops.position.MaintenanceRules;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Tells what is unusual in a store's figures (D28): pure functions over a series of days, oldest first. A judgement rests on nothing
 * that lies after it, so that the judgements on the first days of a series are those on the whole series as far as they go. Immutable
 * and thread-safe.
 */
public final class Detector {
    private final DetectionRules rules;
    private final MaintenanceRules maintenance;
    private final int slots;

    /**
     * A detector of stores with one slot plan.
     *
     * @param rules what it goes by
     * @param maintenance the roster's breaker of a source (D25) and the share of listings that a snapshot must have (D5)
     * @param slots how many slots a day has, 2 or more
     * @throws IllegalArgumentException if there are fewer slots
     */
    public Detector(DetectionRules rules, MaintenanceRules maintenance, int slots) {
        this.rules = requireNonNull(rules, "rules");
        this.maintenance = requireNonNull(maintenance, "maintenance");
        if (slots < 2) {
            throw new IllegalArgumentException("A day has 2 slots or more, not " + slots);
        }
        this.slots = slots;
    }

    /**
     * Judges the orders of a store, each slot at its close and slow falls at the close of the day. The method stands in
     * docs/detection.md.
     *
     * @param subject what the judgements are about, the store's id
     * @param days its open days; only the last may have fewer slots than the plan, because it is not over
     * @param out gets the judgements as they are made: at least one for each slot, more where it opens several anomalies
     * @throws IllegalArgumentException if days are not in order or have slots that the plan does not
     */
    public void orders(String subject, List<SlotDay> days, Consumer<Detection> out) {
        OrdersWatch watch = new OrdersWatch(subject, rules, slots);
        LocalDate before = LocalDate.MIN;
        for (int i = 0; i < days.size(); i++) {
            SlotDay day = days.get(i);
            before = requireLater(before, day.date());
            int come = day.orders().size();
            if (come > slots || (come < slots && i < days.size() - 1)) {
                throw new IllegalArgumentException(
                        "The day " + day.date() + " has " + come + " slots; the plan has " + slots);
            }
            watch.judge(day, out);
        }
    }

    /**
     * Judges the number of refunds of each day.
     *
     * @param subject what the judgements are about, the store's id
     * @param dates the open days
     * @param refunds their numbers, empty if not known
     * @param out gets a judgement for each day
     * @throws IllegalArgumentException if days are not in order, or not as many as numbers
     */
    public void refunds(String subject, List<LocalDate> dates, List<OptionalLong> refunds, Consumer<Detection> out) {
        if (dates.size() != refunds.size()) {
            throw new IllegalArgumentException(dates.size() + " days have " + refunds.size() + " numbers of refunds");
        }
        RefundsWatch watch = new RefundsWatch(subject, rules.refunds());
        LocalDate before = LocalDate.MIN;
        for (int i = 0; i < dates.size(); i++) {
            before = requireLater(before, dates.get(i));
            watch.judge(dates.get(i), slots, refunds.get(i), out);
        }
    }

    /**
     * Judges what each item cost and whether it still sells, at the close of each day.
     *
     * @param days the open days
     * @param out gets a judgement on the price of each item sold, or one on the source (D25), and one on each item that stops selling
     * @throws IllegalArgumentException if days are not in order
     */
    public void items(List<ItemDay> days, Consumer<Detection> out) {
        PricesWatch prices = new PricesWatch(rules.prices(), maintenance.massBreaker());
        StockoutsWatch stockouts = new StockoutsWatch(rules.stockouts());
        LocalDate before = LocalDate.MIN;
        for (ItemDay day : days) {
            before = requireLater(before, day.date());
            prices.judge(day, slots, out);
            stockouts.judge(day, slots, out);
        }
    }

    /**
     * Judges snapshots of listings against what is approved.
     *
     * @param days the days with a snapshot
     * @param out gets a judgement on each listing that differs, or one on the source (D5, D25)
     * @throws IllegalArgumentException if days are not in order
     */
    public void listings(List<ListingDay> days, Consumer<Detection> out) {
        ListingsWatch watch = new ListingsWatch(maintenance);
        LocalDate before = LocalDate.MIN;
        for (ListingDay day : days) {
            before = requireLater(before, day.date());
            watch.judge(day, slots, out);
        }
    }

    private static LocalDate requireLater(LocalDate before, LocalDate date) {
        if (!date.isAfter(before)) {
            throw new IllegalArgumentException(
                    "The days of a series are in order, " + date + " is not after " + before);
        }
        return date;
    }
}
