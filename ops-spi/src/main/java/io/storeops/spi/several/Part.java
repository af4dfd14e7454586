package io.storeops.spi.several;

import static java.util.Objects.requireNonNull;

import io.storeops.Marketplace;
import io.storeops.activity.ActivityEditor;
import io.storeops.competitor.CompetitorFeed;
import io.storeops.competitor.ShownCompetitor;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.figures.MetricsRequest;
import io.storeops.figures.OrderFeed;
import io.storeops.figures.Reading;
import io.storeops.health.HealthFeed;
import io.storeops.health.HealthReading;
import io.storeops.listing.BookPrice;
import io.storeops.listing.ListedField;
import io.storeops.listing.ListingEditor;
import io.storeops.listing.ListingFeed;
import io.storeops.listing.PriceBookFeed;
import io.storeops.listing.ShownListing;
import io.storeops.listing.StockFeed;
import io.storeops.listing.StockLevel;
import io.storeops.promotion.PromotionRules;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One of several marketplaces, seen from the catalogue: its ids are the catalogue's, its failures say whose they are. The ports are asked
 * for only where the part has them. Immutable.
 *
 * @param name what it is called
 * @param marketplace the marketplace itself
 * @param aliases which of its ids is which of the catalogue's; empty if they are the same
 */
record Part(String name, Marketplace marketplace, Optional<Aliases> aliases) {
    Part {
        requireNonNull(marketplace, "marketplace");
        requireNonNull(aliases, "aliases");
    }

    private Translation translation() {
        return new Translation(name, aliases);
    }

    /** What it answers; if it fails, under its name. */
    private <T> T heard(Supplier<T> answer) {
        try {
            return answer.get();
        } catch (AdapterException e) {
            throw named(name, e);
        }
    }

    /** A failure of a part under its name, of the same kind. */
    static AdapterException named(String part, AdapterException failure) {
        String message = "Part '" + part + "': " + failure.getMessage();
        AdapterException named = failure.retryAt()
                .map(at -> new AdapterException(failure.kind(), message, at))
                .orElseGet(() -> new AdapterException(failure.kind(), message));
        named.initCause(failure);
        return named;
    }

    /** Its readings, of which it is the source. */
    FeedPage<Reading> readings(MetricsRequest request, Optional<FeedCursor> after) {
        return heard(() -> translation()
                .readings(request, asked -> marketplace.metrics().orElseThrow().read(asked, after)));
    }

    OrderFeed orders() {
        OrderFeed feed = marketplace.orders().orElseThrow();
        return feed.readBy((request, after) ->
                heard(() -> translation().page(feed.read(request, after), Translation::line)));
    }

    HealthFeed health() {
        HealthFeed feed = marketplace.health().orElseThrow();
        return (request, after) -> heard(() -> translation()
                .page(
                        feed.read(request, after),
                        (translation, row) -> healthReading(
                                translation, row, request.store().id().value())));
    }

    private static HealthReading healthReading(Translation translation, HealthReading row, String store) {
        return row.subject().equals(store)
                ? row
                : new HealthReading(
                        row.indicator(), translation.item(row.subject()), row.asOf(), row.value(), row.source());
    }

    ListingFeed listings() {
        ListingFeed feed = marketplace.listings().orElseThrow();
        return (request, after) -> heard(() -> translation()
                .page(
                        feed.read(request, after),
                        (translation, row) -> new ShownListing(
                                translation.item(row.itemId()),
                                row.skuId().map(translation::sku),
                                row.values(),
                                row.stockTracked())));
    }

    StockFeed stock() {
        StockFeed feed = marketplace.stock().orElseThrow();
        return (request, after) -> heard(() -> translation()
                .page(
                        feed.read(request, after),
                        (translation, row) -> new StockLevel(translation.sku(row.skuId()), row.units())));
    }

    PriceBookFeed priceBook() {
        PriceBookFeed feed = marketplace.priceBook().orElseThrow();
        return (request, after) -> heard(() -> translation()
                .page(
                        feed.read(request, after),
                        (translation, row) ->
                                new BookPrice(translation.sku(row.skuId()), row.priceMinor(), row.effectiveFrom())));
    }

    CompetitorFeed competitors() {
        CompetitorFeed feed = marketplace.competitors().orElseThrow();
        return (request, after) -> heard(() -> translation()
                .page(
                        feed.read(request, after),
                        (translation, row) -> new ShownCompetitor(
                                translation.competitor(row.itemId()),
                                row.observedAt(),
                                row.title(),
                                row.priceMinor(),
                                row.sales(),
                                row.comments())));
    }

    ListingEditor listingEditor() {
        ListingEditor editor = marketplace.listingEditor().orElseThrow();
        return new ListingEditor() {
            @Override
            public ListingEditor.Answer apply(ListingEditor.Wish wish) {
                return heard(() -> editor.apply(new ListingEditor.Wish(theirs(wish.at()), wish.value(), wish.key())));
            }

            @Override
            public Optional<Shown> read(ListedField field) {
                return heard(() -> editor.read(theirs(field)));
            }
        };
    }

    ActivityEditor activities() {
        ActivityEditor editor = marketplace.activities().orElseThrow();
        return new ActivityEditor() {
            @Override
            public ActivityEditor.Answer withdrawStart(ActivityEditor.Wish wish) {
                return heard(() -> editor.withdrawStart(wish));
            }

            @Override
            public Optional<ShownPrices> prices(ListedField price) {
                return heard(() -> editor.prices(theirs(price)));
            }
        };
    }

    PromotionRules promotionRules() {
        return marketplace.promotionRules().orElseThrow();
    }

    /** The field as the part calls it; of what has no id there nothing is written, and that is proof of it. */
    private ListedField theirs(ListedField field) {
        return aliases.map(table -> {
                    Translation translation = translation();
                    return new ListedField(
                            field.store(),
                            translation.theirItem(field.itemId()).orElseThrow(() -> unknown(table, field.itemId())),
                            field.skuId().map(sku -> translation.theirSku(sku).orElseThrow(() -> unknown(table, sku))),
                            field.field());
                })
                .orElse(field);
    }

    private static AdapterException unknown(Aliases table, String ours) {
        return new AdapterException(
                FaultKind.NOT_FOUND,
                "The table " + table + " has no id of the platform for '" + ours + "'. Add a line with it");
    }
}
