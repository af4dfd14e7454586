package io.storeops.figures;

import io.storeops.calendar.BusinessDay;
import io.storeops.calendar.Slot;
import io.storeops.feed.Coverage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns orders into a store's direct slot values: basis PAID by payment time; gross, refunds and orders apart. Orders have
 * no traffic, so visitors and buyers stay missing and conversion undefined. Memory grows with the day's orders, not with the
 * source. Not thread-safe.
 *
 * <p>A slot is ACTUAL only where the source proves that it speaks of the whole of it: it says that it is COMPLETE, or it holds a
 * payment at or after the slot's end, and not later than now. Elsewhere a slot with orders is ESTIMATED, and one without stays
 * missing.
 */
final class OrderRollup {
    private final BusinessDay day;
    private final Instant now;
    private final OrderFeed.Grain grain;
    private final Figures.Builder[] slots;
    private final boolean[] sold;
    private final long[] units;
    private final boolean[] unitsUnknown;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> orders = new HashSet<>();
    private Instant evidence = Instant.MIN;
    private long paidInDay;
    private long paidElsewhere;
    private long unpaid;
    private long repeated;

    OrderRollup(BusinessDay day, OrderFeed.Grain grain, Instant now) {
        this.day = day;
        this.now = now;
        this.grain = grain;
        int count = day.plan().slots();
        this.slots = new Figures.Builder[count];
        this.sold = new boolean[count];
        this.units = new long[count];
        this.unitsUnknown = new boolean[count];
        for (int i = 0; i < count; i++) {
            slots[i] = Figures.builder()
                    .set(Metric.AMOUNT, 0)
                    .set(Metric.REFUNDED, 0)
                    .set(Metric.ORDERS, 0);
        }
    }

    void add(OrderLine line) {
        if (line.paidAt().isEmpty()) {
            unpaid++;
            return;
        }
        Instant paidAt = line.paidAt().get();
        evidence = paidAt.isAfter(evidence) && !paidAt.isAfter(now) ? paidAt : evidence;
        if (paidAt.isBefore(day.start()) || !paidAt.isBefore(day.end())) {
            paidElsewhere++;
            return;
        }
        if (grain == OrderFeed.Grain.ORDER && !seen.add(line.orderId())) {
            repeated++;
            return;
        }
        paidInDay++;
        int index = day.slotAt(paidAt) - 1;
        sold[index] = true;
        Figures.Builder slot = slots[index];
        slot.add(Metric.AMOUNT, line.grossMinor()).add(Metric.REFUNDED, line.refundedMinor());
        if (!line.cancels() && orders.add(line.orderId())) {
            slot.add(Metric.ORDERS, 1);
        }
        units[index] = Math.addExact(units[index], line.units().orElse(0));
        unitsUnknown[index] |= line.units().isEmpty();
    }

    /** The readings of the slots that are closed and that the source proves. */
    List<Reading> readings(Subject subject, Coverage coverage, String source) {
        List<Reading> readings = new ArrayList<>();
        for (Slot slot : day.slots()) {
            int index = slot.id().number() - 1;
            boolean proven = coverage == Coverage.COMPLETE || !evidence.isBefore(slot.to());
            if (!slot.to().isAfter(now) && (proven || sold[index])) {
                readings.add(new Reading(
                        subject,
                        slot.id(),
                        now,
                        figures(index),
                        Semantics.DELTA,
                        proven ? Quality.ACTUAL : Quality.ESTIMATED,
                        source,
                        Optional.empty()));
            }
        }
        return readings;
    }

    /** Where one row does not say its units, the slot's units are missing: a part is not the whole. */
    private Figures figures(int index) {
        return unitsUnknown[index]
                ? slots[index].build()
                : slots[index].set(Metric.UNITS, units[index]).build();
    }

    OrderIntake.Count count() {
        return new OrderIntake.Count(paidInDay, paidElsewhere, unpaid, repeated);
    }
}
