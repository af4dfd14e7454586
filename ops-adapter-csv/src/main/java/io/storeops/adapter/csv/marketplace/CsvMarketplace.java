package io.storeops.adapter.csv.marketplace;

import io.storeops.Marketplace;
import io.storeops.adapter.csv.changes.ByHandEditor;
import io.storeops.competitor.CompetitorFeed;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.figures.MetricsFeed;
import io.storeops.figures.OrderFeed;
import io.storeops.health.HealthFeed;
import io.storeops.listing.ListingEditor;
import io.storeops.listing.ListingFeed;
import io.storeops.listing.PriceBookFeed;
import io.storeops.listing.StockFeed;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The feeds of one store's files: what no profile speaks of is absent. */
final class CsvMarketplace implements Marketplace {
    private final List<FileFeeds> sources;
    private final Optional<OrderFeed> orders;
    private final Optional<MetricsFeed> metrics;
    private final Optional<ListingFeed> listings;
    private final Optional<StockFeed> stock;
    private final Optional<PriceBookFeed> priceBook;
    private final Optional<CompetitorFeed> competitors;
    private final Optional<HealthFeed> health;
    private final Optional<ListingEditor> editor;

    /**
     * The feeds of all sources.
     *
     * @param changes where files of changes are written for a person; without it nobody writes
     * @throws AdapterException if two sources have one feed, or there are changes and no listings to read back
     */
    CsvMarketplace(List<FileFeeds> sources, Optional<Path> changes) {
        this.sources = List.copyOf(sources);
        this.orders = only("orders", FileFeeds::orders);
        this.metrics = only("readings", FileFeeds::metrics);
        this.listings = only("listings", FileFeeds::listings);
        this.stock = only("stock", FileFeeds::stock);
        this.priceBook = only("priceBook", FileFeeds::priceBook);
        this.competitors = only("competitors", FileFeeds::competitors);
        this.health = only("health", FileFeeds::health);
        if (changes.isPresent() && listings.isEmpty()) {
            throw new AdapterException(
                    FaultKind.INVALID,
                    "With the key 'changes' a profile must read listings, from which a change is read back; add their files"
                            + " under 'more', or leave the key out");
        }
        changes.flatMap(folder -> this.sources.stream()
                        .filter(source -> source.reads(folder))
                        .findFirst())
                .ifPresent(source -> {
                    throw new AdapterException(
                            FaultKind.INVALID,
                            "The key 'changes' names the folder that is read as " + source
                                    + "; a file of changes would be taken for one of it. Name another folder");
                });
        this.editor = changes.map(folder -> new ByHandEditor(folder, listings.orElseThrow()));
    }

    private <F> Optional<F> only(String member, Function<FileFeeds, Optional<F>> feed) {
        List<FileFeeds> having = sources.stream()
                .filter(source -> feed.apply(source).isPresent())
                .toList();
        if (having.size() > 1) {
            throw new AdapterException(
                    FaultKind.INVALID,
                    "Both " + having.get(0) + " and " + having.get(1) + " have " + member
                            + "; name one of them, or put the files into one folder");
        }
        return having.stream().findFirst().flatMap(feed);
    }

    @Override
    public Optional<MetricsFeed> metrics() {
        return metrics;
    }

    @Override
    public Optional<OrderFeed> orders() {
        return orders;
    }

    @Override
    public Optional<ListingFeed> listings() {
        return listings;
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
    public Optional<CompetitorFeed> competitors() {
        return competitors;
    }

    @Override
    public Optional<HealthFeed> health() {
        return health;
    }

    @Override
    public Optional<ListingEditor> listingEditor() {
        return editor;
    }

    @Override
    public void close() {
        sources.forEach(FileFeeds::close);
    }
}
