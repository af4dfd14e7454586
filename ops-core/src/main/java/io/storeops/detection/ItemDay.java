package io.storeops.detection;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.SortedMap;

/**
 * What a store's items sold on a whole day. Immutable.
 *
 * @param date the store's local date
 * @param kind what kind of day it is
 * @param sales what was sold, by the item's id; an item that is not there sold nothing; copied
 * @param factors by how much an announced promotion changes an item's approved price, as in 0.80, by the item's id; copied
 */
public record ItemDay(
        LocalDate date, DayKind kind, SortedMap<String, Sale> sales, SortedMap<String, BigDecimal> factors) {
    /**
     * Copies the maps.
     *
     * @throws IllegalArgumentException if a factor is not above 0
     */
    public ItemDay {
        requireNonNull(date, "date");
        requireNonNull(kind, "kind");
        sales = ImmutableSortedMap.copyOf(sales);
        factors = ImmutableSortedMap.copyOf(factors);
        factors.forEach((item, factor) -> {
            if (factor.signum() <= 0) {
                throw new IllegalArgumentException(
                        "The factor of the price of " + item + " on " + date + " is above 0, not " + factor);
            }
        });
    }

    /**
     * What an item sold on a day.
     *
     * @param price the median price paid for one unit, in minor units, above 0
     * @param lines the lines of orders that have it, 1 or more
     */
    public record Sale(long price, long lines) {
        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException if one is out of range
         */
        public Sale {
            if (price <= 0 || lines <= 0) {
                throw new IllegalArgumentException(
                        "A price and the lines of an item are above 0, not " + price + " and " + lines);
            }
        }
    }

    /** The price of an item as it would be without the promotion. */
    double ordinaryPrice(String item, Sale sale) {
        BigDecimal factor = factors.get(item);
        double price = (double) sale.price();
        return factor == null ? price : price / factor.doubleValue();
    }

    /** All lines of the day, to compute with. */
    double lines() {
        return (double) sales.values().stream().mapToLong(Sale::lines).sum();
    }
}
