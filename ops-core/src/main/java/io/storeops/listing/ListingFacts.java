package io.storeops.listing;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.act.Act;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a host tells of a store's listings. Stock is told as often as the ERP knows better. Approved prices, floors and content are told
 * once, when the library begins with them: what it knows already is not changed by it, since that takes somebody's right (D10, D26).
 * Immutable.
 */
public final class ListingFacts {
    private final List<Fact> facts;

    private ListingFacts(List<Fact> facts) {
        this.facts = ImmutableList.copyOf(facts);
    }

    /** One thing that is told. */
    sealed interface Fact {
        /** The price that was approved from an instant on. */
        record Price(String sku, long minor, Instant since) implements Fact {}

        /** The floor that there was from the date of an instant on. */
        record LowestPrice(String sku, long minor, Instant since) implements Fact {}

        /** The content that was approved from an instant on. */
        record Content(String item, ListingValue value, Instant since) implements Fact {}

        /** What a SKU was shown at in a span of time. */
        record Shown(String sku, long minor, Instant since, Instant to) implements Fact {}

        /** What the ERP could sell at an instant. */
        record Stock(String sku, long units, Instant asOf) implements Fact {}
    }

    /**
     * Begins what is told.
     *
     * @param since from when on what is told counts: prices, floors and content as approved, stock as the ERP's; not to come
     * @return a builder without facts
     */
    public static Builder since(Instant since) {
        return new Builder(since);
    }

    /**
     * The facts as an act of the host.
     *
     * @return the act
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public Act<?> telling() {
        return new TellListing(facts);
    }

    /** Collects facts. Not thread-safe. */
    public static final class Builder {
        private final Instant since;
        private final List<Fact> facts = new ArrayList<>();

        private Builder(Instant since) {
            this.since = requireNonNull(since, "since");
        }

        /**
         * Adds the approved price of a SKU.
         *
         * @param sku the SKU, or an item that has one
         * @param priceMinor the price in minor units of the store's currency, 1 or more
         * @return this builder
         * @throws IllegalArgumentException if the price is below 1
         */
        public Builder price(String sku, long priceMinor) {
            PriceChange.requirePrice(sku, priceMinor);
            facts.add(new Fact.Price(sku, priceMinor, since));
            return this;
        }

        /**
         * Adds the floor of a SKU; one that is not told is "no floor" (D39).
         *
         * @param sku the SKU, or an item that has one
         * @param floorMinor the floor in minor units of the store's currency, 1 or more
         * @return this builder
         * @throws IllegalArgumentException if the floor is below 1
         */
        public Builder floor(String sku, long floorMinor) {
            Floor.requireFloor(sku, floorMinor);
            facts.add(new Fact.LowestPrice(sku, floorMinor, since));
            return this;
        }

        /**
         * Adds approved content of an item: a page, images, a title or attributes.
         *
         * @param item the item
         * @param value the content
         * @return this builder
         * @throws IllegalArgumentException if it is a price or a stock
         */
        public Builder content(String item, ListingValue value) {
            ApprovedContent.requireContent(value);
            facts.add(new Fact.Content(item, value, since));
            return this;
        }

        /**
         * Adds a price that a SKU was shown at in a span of time that is over, where it differed from the price book: it counts for the
         * reference price (D44).
         *
         * @param sku the SKU, or an item that has one
         * @param priceMinor the price in minor units of the store's currency, 1 or more
         * @param from from when it was shown, included
         * @param to until when, excluded and after it
         * @return this builder
         * @throws IllegalArgumentException if the price is below 1, or it was shown for no time
         */
        public Builder shown(String sku, long priceMinor, Instant from, Instant to) {
            PriceChange.requirePrice(sku, priceMinor);
            ShownPrice.requireSpan(sku, from, to);
            facts.add(new Fact.Shown(sku, priceMinor, from, to));
            return this;
        }

        /**
         * Adds what the ERP can sell of a SKU.
         *
         * @param sku the SKU, or an item that has one
         * @param units how many units, 0 or more
         * @return this builder
         * @throws IllegalArgumentException if there are fewer than 0
         */
        public Builder stock(String sku, long units) {
            SellableStock.requireUnits(sku, units);
            facts.add(new Fact.Stock(sku, units, since));
            return this;
        }

        /**
         * The facts.
         *
         * @return what was collected
         */
        public ListingFacts build() {
            return new ListingFacts(facts);
        }
    }
}
