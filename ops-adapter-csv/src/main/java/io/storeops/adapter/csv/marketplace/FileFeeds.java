package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.file.SourceFiles;
import io.storeops.adapter.csv.marketplace.OrderLayout.Role;
import io.storeops.competitor.CompetitorFeed;
import io.storeops.competitor.CompetitorRequest;
import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.figures.Metric;
import io.storeops.figures.MetricsFeed;
import io.storeops.figures.MetricsRequest;
import io.storeops.figures.OrderFeed;
import io.storeops.figures.OrderLine;
import io.storeops.figures.OrdersRequest;
import io.storeops.health.HealthFeed;
import io.storeops.health.HealthRequest;
import io.storeops.listing.ListingFeed;
import io.storeops.listing.ListingsRequest;
import io.storeops.listing.PriceBookFeed;
import io.storeops.listing.PriceBookRequest;
import io.storeops.listing.StockFeed;
import io.storeops.listing.StockRequest;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The feeds of the files behind one path, as one profile reads them: what the profile does not speak of is absent. */
final class FileFeeds implements Closeable {
    private final SourceFiles source;
    private final Profile profile;
    private final int pageSize;
    private final List<FilePages<?, ?>> opened = new ArrayList<>();
    private final Optional<OrderFeed> orders;
    private final Optional<MetricsFeed> metrics;
    private final Optional<ListingFeed> listings;
    private final Optional<StockFeed> stock;
    private final Optional<PriceBookFeed> priceBook;
    private final Optional<CompetitorFeed> competitors;
    private final Optional<HealthFeed> health;

    FileFeeds(SourceFiles source, Profile profile, int pageSize) {
        this.source = source;
        this.profile = profile;
        this.pageSize = pageSize;
        Sheets sheets = profile.sheets();
        Openings openings = new Openings(source, profile);
        orders = profile.orders()
                .map(layout ->
                        new Orders(layout, pages((OrdersRequest request) -> openings.orders(layout, request.store()))));
        metrics = profile.readings()
                .map(layout -> pages((MetricsRequest request) -> openings.readings(layout, request, false)))
                .map(pages -> pages::page);
        listings = sheets.listings()
                .map(layout -> pages((ListingsRequest request) -> openings.listings(layout, request.store())))
                .map(pages -> pages::page);
        stock = sheets.stock()
                .map(layout -> pages((StockRequest request) -> openings.stock(layout, request.store())))
                .map(pages -> pages::page);
        priceBook = sheets.priceBook()
                .map(layout -> pages((PriceBookRequest request) -> openings.priceBook(layout, request.store())))
                .map(pages -> pages::page);
        competitors = sheets.competitors()
                .map(layout -> pages((CompetitorRequest request) -> openings.competitors(layout, request.store())))
                .map(pages -> pages::page);
        health = sheets.health()
                .map(layout -> pages(
                        (HealthRequest request) -> openings.health(layout, request.store(), HealthRows.asked(request))))
                .map(pages -> pages::page);
    }

    private <Q, T> FilePages<Q, T> pages(Function<Q, FileScan.Opening<T>> opening) {
        FilePages<Q, T> pages =
                new FilePages<>(request -> new FileScan<>(source, profile, opening.apply(request), pageSize));
        opened.add(pages);
        return pages;
    }

    private record Orders(OrderLayout layout, FilePages<OrdersRequest, OrderLine> pages) implements OrderFeed {
        @Override
        public Grain grain() {
            return layout.grain();
        }

        @Override
        public boolean newestRules() {
            return layout.rules().newestRules();
        }

        /** A total of quantity times price may be below 0, and says of each line its units. */
        @Override
        public Set<Metric> carries() {
            boolean product = layout.columns().containsKey(Role.QUANTITY);
            Set<Metric> carried = EnumSet.of(Metric.AMOUNT, Metric.ORDERS);
            if (product || layout.columns().containsKey(Role.REFUNDED)) {
                carried.add(Metric.REFUNDED);
            }
            if (product || layout.columns().containsKey(Role.UNITS)) {
                carried.add(Metric.UNITS);
            }
            if (layout.columns().containsKey(Role.BUYER)) {
                carried.add(Metric.BUYERS);
            }
            return carried;
        }

        @Override
        public FeedPage<OrderLine> read(OrdersRequest request, Optional<FeedCursor> after) {
            return pages.page(request, after);
        }
    }

    /** Whether the files of a folder are read here. */
    boolean reads(Path folder) {
        return source.path().equals(folder);
    }

    Optional<OrderFeed> orders() {
        return orders;
    }

    Optional<MetricsFeed> metrics() {
        return metrics;
    }

    Optional<ListingFeed> listings() {
        return listings;
    }

    Optional<StockFeed> stock() {
        return stock;
    }

    Optional<PriceBookFeed> priceBook() {
        return priceBook;
    }

    Optional<CompetitorFeed> competitors() {
        return competitors;
    }

    Optional<HealthFeed> health() {
        return health;
    }

    @Override
    public void close() {
        opened.forEach(FilePages::close);
    }

    @Override
    public String toString() {
        return source.path().getFileName() + " (" + profile.name() + ")";
    }
}
