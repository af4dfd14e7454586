package io.storeops.adapter.csv.marketplace;

import io.storeops.competitor.ShownCompetitor;
import io.storeops.health.HealthReading;
import io.storeops.listing.BookPrice;
import io.storeops.listing.ListingValue;
import io.storeops.listing.ShownListing;
import io.storeops.listing.StockLevel;
import java.util.function.Function;

/**
 * When two rows of a state speak of the same, and when they say the same.
 *
 * @param <T> what a row is
 * @param key what a row speaks of, as a message may show it
 * @param content what it says of it
 * @param firstCounts whether the first of two rows that say different things counts; else neither does
 */
record SheetRule<T>(Function<T, String> key, Function<T, String> content, boolean firstCounts) {
    static final SheetRule<ShownListing> LISTINGS = new SheetRule<>(
            row -> row.skuId().map(sku -> "SKU " + sku).orElseGet(() -> "item " + row.itemId()),
            SheetRule::content,
            false);

    static final SheetRule<StockLevel> STOCK =
            new SheetRule<>(row -> "SKU " + row.skuId(), row -> Long.toString(row.units()), false);

    static final SheetRule<BookPrice> PRICE_BOOK = new SheetRule<>(
            row -> "SKU " + row.skuId()
                    + row.effectiveFrom().map(from -> " from " + from).orElse(""),
            row -> Long.toString(row.priceMinor()),
            false);

    /** Of a day that was looked at twice, the first look is one that took place. */
    static final SheetRule<ShownCompetitor> COMPETITORS =
            new SheetRule<>(row -> "item " + row.itemId() + " at " + row.observedAt(), ShownCompetitor::toString, true);

    static final SheetRule<HealthReading> HEALTH = new SheetRule<>(
            row -> row.indicator() + " of " + row.subject() + " at " + row.asOf(),
            row -> row.value().toString(),
            false);

    private static String content(ShownListing row) {
        StringBuilder content = new StringBuilder(row.itemId()).append('\n').append(row.stockTracked());
        for (ListingValue value : row.values()) {
            content.append('\n').append(value.field()).append('=').append(value.text());
        }
        return content.toString();
    }
}
