package io.storeops.listing;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.act.Context;
import io.storeops.campaign.Campaign;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a SKU costs by approval: at an instant the price of an approved activity that runs then and sets one, else the price book's (D8).
 * Immutable.
 *
 * @param sku the SKU
 * @param book its price book
 * @param campaigns the activities that may run at the instants that are asked for, copied
 */
public record ApprovedPrices(String sku, PriceBook book, List<Campaign> campaigns) {
    /** Copies the activities. */
    public ApprovedPrices {
        requireNonNull(sku, "sku");
        requireNonNull(book, "book");
        campaigns = ImmutableList.copyOf(campaigns);
    }

    /**
     * The approved prices of a SKU.
     *
     * @param context the store and its rows
     * @param sku the SKU
     * @param from the first instant that will be asked for
     * @return its prices
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static ApprovedPrices since(Context context, String sku, Instant from) {
        return new ApprovedPrices(sku, PriceBook.of(context, sku), Campaign.notOver(context, from));
    }

    /**
     * The approved price at an instant.
     *
     * @param at the instant
     * @return the price in minor units; empty if nobody approved one
     */
    public Optional<Long> minorAt(Instant at) {
        return Campaign.priceOf(campaigns, sku, at).or(() -> book.minorAt(at));
    }

    /** The approved price now: many SKUs are asked for at the same instant. */
    static Optional<Long> now(Context context, String sku) {
        return Campaign.priceOf(context, sku, context.now())
                .or(() -> PriceBook.of(context, sku).minorAt(context.now()));
    }
}
