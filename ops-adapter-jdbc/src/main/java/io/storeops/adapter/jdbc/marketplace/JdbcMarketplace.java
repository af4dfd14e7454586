package io.storeops.adapter.jdbc.marketplace;

import io.storeops.Marketplace;
import io.storeops.figures.MetricsFeed;
import io.storeops.figures.OrderFeed;
import io.storeops.health.HealthFeed;
import io.storeops.listing.ListingFeed;
import io.storeops.listing.PriceBookFeed;
import io.storeops.listing.StockFeed;
import java.util.Optional;

/** The feeds of one store's tables: what the configuration does not speak of is absent. */
final class JdbcMarketplace implements Marketplace {
    private final Optional<TableOrders> orders;
    private final Optional<MetricsFeed> metrics;
    private final Optional<StockFeed> stock;
    private final Optional<PriceBookFeed> priceBook;
    private final Optional<ListingFeed> listings;
    private final Optional<HealthFeed> health;

    JdbcMarketplace(Tables tables) {
        this.orders = tables.source().orders().map(layout -> new TableOrders(tables, layout));
        this.metrics = tables.source().readings().map(layout -> new TableReadings(tables, layout));
        Source.States states = tables.source().states();
        this.stock = states.stock()
                .map(layout -> (request, after) -> new StateRows<>(
                                tables, layout, new StockRows(layout, tables.prepared(Feed.STOCK_LEVELS)))
                        .page(request.store(), after));
        this.priceBook = states.priceBook()
                .map(layout -> (request, after) -> new StateRows<>(
                                tables, layout, new BookRows(layout, tables.prepared(Feed.PRICE_BOOK)))
                        .page(request.store(), after));
        this.listings = states.listings()
                .map(layout -> (request, after) -> new StateRows<>(
                                tables, layout, new ListingRows(layout, tables.prepared(Feed.LISTINGS)))
                        .page(request.store(), after));
        this.health = states.health()
                .map(layout -> (request, after) -> new StateRows<>(
                                tables,
                                layout.layout(),
                                new HealthRows(
                                        layout,
                                        tables.prepared(Feed.HEALTH),
                                        request,
                                        tables.clock().instant()))
                        .page(request.store(), after));
    }

    @Override
    public Optional<OrderFeed> orders() {
        return orders.map(feed -> feed);
    }

    @Override
    public Optional<MetricsFeed> metrics() {
        return metrics;
    }

    @Override
    public Optional<StockFeed> stock() {
        return stock;
    }

    @Override
    public Optional<PriceBookFeed> priceBook() {
        return priceBook;
    }

    @Override
    public Optional<ListingFeed> listings() {
        return listings;
    }

    @Override
    public Optional<HealthFeed> health() {
        return health;
    }

    @Override
    public void close() {
        orders.ifPresent(TableOrders::close);
    }
}
