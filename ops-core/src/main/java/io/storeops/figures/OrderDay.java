package io.storeops.figures;

import io.storeops.calendar.BusinessDay;
import io.storeops.calendar.Slot;
import io.storeops.feed.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The rows that were paid on a day, order by order, and what they add up to in each slot. Not thread-safe. */
final class OrderDay {
    private final BusinessDay day;
    private final Set<Metric> metrics;
    private final Map<String, List<OrderLine>> orders = new HashMap<>();
    private final boolean[] doubted;
    private long gross;
    private long refunded;
    private long units;
    private long rows;

    OrderDay(BusinessDay day, Set<Metric> metrics) {
        this.day = day;
        this.metrics = Set.copyOf(metrics);
        this.doubted = new boolean[day.plan().slots()];
    }

    /** Adds a row, unless the day's sums would exceed 64 bits. */
    boolean add(OrderLine line, Instant paidAt) {
        try {
            long newGross = Math.addExact(gross, line.grossMinor());
            long newRefunded = Math.addExact(refunded, line.refundedMinor());
            units = Math.addExact(units, line.units().orElse(0));
            gross = newGross;
            refunded = newRefunded;
        } catch (ArithmeticException e) {
            return false;
        }
        orders.computeIfAbsent(line.orderId(), order -> new ArrayList<>(1)).add(line);
        rows++;
        return true;
    }

    /** Takes an order out again; gives how many rows it had. */
    long remove(String orderId) {
        List<OrderLine> taken = orders.remove(orderId);
        if (taken == null) {
            return 0;
        }
        for (OrderLine line : taken) {
            gross -= line.grossMinor();
            refunded -= line.refundedMinor();
            units -= line.units().orElse(0);
        }
        rows -= taken.size();
        return taken.size();
    }

    /** What was said of an order is not certain. */
    void doubt(String orderId) {
        orders.getOrDefault(orderId, List.of()).forEach(line -> doubted[slotOf(line)] = true);
    }

    /** What was said of a time is not all. */
    void doubt(Period time) {
        for (Slot slot : day.slots()) {
            if (time.overlaps(new Period(slot.from(), slot.to()))) {
                doubted[slot.id().number() - 1] = true;
            }
        }
    }

    boolean doubted(int slot) {
        return doubted[slot - 1];
    }

    long rows() {
        return rows;
    }

    /** What the rows add up to, once all are there. */
    Sums sums(boolean unitsKnown) {
        Sums sums = new Sums(unitsKnown);
        for (List<OrderLine> order : orders.values()) {
            boolean counted = false;
            for (OrderLine line : order) {
                int slot = slotOf(line);
                sums.add(line, slot);
                if (!counted && !line.cancels()) {
                    counted = true;
                    sums.orders[slot]++;
                }
                if (!line.cancels()) {
                    sums.bought(line.buyer(), slot);
                }
            }
        }
        return sums;
    }

    private int slotOf(OrderLine line) {
        return day.slotAt(line.paidAt().orElseThrow()) - 1;
    }

    /** The sums of all slots. */
    final class Sums {
        private final boolean[] sold = new boolean[doubted.length];
        private final long[] gross = new long[doubted.length];
        private final long[] refunded = new long[doubted.length];
        private final long[] orders = new long[doubted.length];
        private final long[] units = new long[doubted.length];
        private final boolean[] unitsUnknown = new boolean[doubted.length];
        private final Map<String, Integer> firstBought = new HashMap<>();
        private int buyersUnknown = doubted.length;

        private Sums(boolean unitsKnown) {
            Arrays.fill(unitsUnknown, !unitsKnown);
        }

        private void add(OrderLine line, int slot) {
            if (!sold[slot]) {
                sold[slot] = true;
                unitsUnknown[slot] = false;
            }
            gross[slot] += line.grossMinor();
            refunded[slot] += line.refundedMinor();
            units[slot] += line.units().orElse(0);
            unitsUnknown[slot] |= line.units().isEmpty();
        }

        private void bought(Optional<String> buyer, int slot) {
            buyer.ifPresentOrElse(
                    word -> firstBought.merge(word, slot, Math::min),
                    () -> buyersUnknown = Math.min(buyersUnknown, slot));
        }

        /**
         * How many have bought from midnight to the end of a slot, each counted once: a counter of the day, because who buys in two slots is
         * one buyer of the day. From the first row on that does not say who bought, it is not known.
         */
        OptionalLong buyersUpTo(int slot) {
            return metrics.contains(Metric.BUYERS) && slot <= buyersUnknown
                    ? OptionalLong.of(firstBought.values().stream()
                            .filter(first -> first < slot)
                            .count())
                    : OptionalLong.empty();
        }

        /** Whether a slot has a row. */
        boolean sold(int slot) {
            return sold[slot - 1];
        }

        /**
         * A slot's figures. What the source does not have is missing (D77); where one row does not say its units, the slot's units are
         * missing: a part is not the whole. A slot without rows has 0 units only if the source says units elsewhere.
         */
        Figures figures(int slot) {
            int index = slot - 1;
            Figures.Builder figures =
                    Figures.builder().set(Metric.AMOUNT, gross[index]).set(Metric.ORDERS, orders[index]);
            if (metrics.contains(Metric.REFUNDED)) {
                figures.set(Metric.REFUNDED, refunded[index]);
            }
            if (metrics.contains(Metric.UNITS) && !unitsUnknown[index]) {
                figures.set(Metric.UNITS, units[index]);
            }
            return figures.build();
        }
    }
}
