package io.storeops.detection;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;

/**
 * A day of a store's figures, slot by slot, as far as it has come. Immutable.
 *
 * @param date the store's local date
 * @param kind what kind of day it is
 * @param orders the orders of its slots
 * @param others other figures of the same slots that grow with orders, as units and amounts; there may be none; copied
 */
public record SlotDay(LocalDate date, DayKind kind, Counts orders, List<Counts> others) {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if another figure has more or fewer slots than the orders
     */
    public SlotDay {
        requireNonNull(date, "date");
        requireNonNull(kind, "kind");
        others = List.copyOf(others);
        int slots = orders.size();
        others.forEach(other -> {
            if (other.size() != slots) {
                throw new IllegalArgumentException(
                        "The day " + date + " has orders of " + slots + " slots and another figure of " + other.size());
            }
        });
    }
}
