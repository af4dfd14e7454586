package io.storeops;

import io.storeops.activity.ActivityEditor;
import io.storeops.competitor.CompetitorFeed;
import io.storeops.figures.MetricsFeed;
import io.storeops.figures.OrderFeed;
import io.storeops.health.HealthFeed;
import io.storeops.listing.ListingEditor;
import io.storeops.listing.ListingFeed;
import io.storeops.listing.PriceBookFeed;
import io.storeops.listing.StockFeed;
import io.storeops.promotion.PromotionRules;
import java.util.Optional;

/**
 * What one marketplace can do for a store: a bundle of ports, each there or not. An absent port means that the marketplace
 * cannot do it and is shown as such; it is never a silent no-op. Thread-safe. {@link #close} is called once, by
 * {@code StoreOps.close()}; nothing is called afterwards.
 */
public interface Marketplace extends AutoCloseable {
    /**
     * Where the figures of boundaries come from.
     *
     * @return the feed, empty if the marketplace has none
     */
    default Optional<MetricsFeed> metrics() {
        return Optional.empty();
    }

    /**
     * Where orders come from.
     *
     * @return the feed, empty if the marketplace has none
     */
    default Optional<OrderFeed> orders() {
        return Optional.empty();
    }

    /**
     * Where scores, rates, what advertising spends and penalties come from.
     *
     * @return the feed, empty if the marketplace has none
     */
    default Optional<HealthFeed> health() {
        return Optional.empty();
    }

    /**
     * Where listings are written and read back.
     *
     * @return the editor, empty if the marketplace has none: then a person writes, and tells what is shown
     */
    default Optional<ListingEditor> listingEditor() {
        return Optional.empty();
    }

    /**
     * Where what the listings show comes from.
     *
     * @return the feed, empty if the marketplace has none
     */
    default Optional<ListingFeed> listings() {
        return Optional.empty();
    }

    /**
     * Where the ERP's sellable stock comes from.
     *
     * @return the feed, empty if the marketplace has none
     */
    default Optional<StockFeed> stock() {
        return Optional.empty();
    }

    /**
     * Where the approved prices come from.
     *
     * @return the feed, empty if the marketplace has none
     */
    default Optional<PriceBookFeed> priceBook() {
        return Optional.empty();
    }

    /**
     * Where what rivals' items show comes from.
     *
     * @return the feed, empty if the marketplace has none
     */
    default Optional<CompetitorFeed> competitors() {
        return Optional.empty();
    }

    /**
     * What the marketplace does with activities by itself: starting them, and showing prices in more places than the listing.
     *
     * @return the editor, empty if the marketplace has none: then a person does it by hand, and tells with evidence
     */
    default Optional<ActivityEditor> activities() {
        return Optional.empty();
    }

    /**
     * How its engine applies promotions (D40): asked once, when the library is opened. The roster may override single rules.
     *
     * @return the rules as far as the marketplace states them; empty if it states none: then nothing is proved of promotions, and a
     *     campaign on a SKU that has a floor is not approved
     */
    default Optional<PromotionRules> promotionRules() {
        return Optional.empty();
    }

    /** Releases what the marketplace holds. */
    @Override
    default void close() {}
}
