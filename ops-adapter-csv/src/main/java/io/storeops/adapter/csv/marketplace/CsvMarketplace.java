package io.storeops.adapter.csv.marketplace;

import io.storeops.Marketplace;
import io.storeops.catalog.Store;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.figures.MetricsFeed;
import io.storeops.figures.MetricsRequest;
import io.storeops.figures.OrderFeed;
import io.storeops.figures.OrderLine;
import io.storeops.figures.OrdersRequest;
import io.storeops.figures.Reading;
import java.util.Optional;

/** The feeds of the files behind one path, as one profile reads them: what the profile does not speak of is absent. */
final class CsvMarketplace implements Marketplace {
    private final Optional<FilePages<OrdersRequest, OrderLine>> orderPages;
    private final Optional<FilePages<MetricsRequest, Reading>> readingPages;
    private final Optional<OrderFeed> orders;
    private final Optional<MetricsFeed> metrics;

    CsvMarketplace(SourceFiles source, Profile profile, int pageSize) {
        orderPages = profile.orders()
                .map(layout -> new FilePages<>(request -> new FileScan<>(
                        source,
                        profile,
                        (records, places, file) ->
                                new OrderRows(cells(records, profile, request.store()), layout, places),
                        pageSize)));
        readingPages = profile.readings()
                .map(layout -> new FilePages<>(request -> new FileScan<>(
                        source,
                        profile,
                        (records, places, file) -> new ReadingRows(
                                cells(records, profile, request.store()),
                                layout,
                                places,
                                request,
                                SourceFiles.name(file)),
                        pageSize)));
        orders = profile.orders().flatMap(layout -> orderPages.map(pages -> new Orders(layout.grain(), pages)));
        metrics = readingPages.map(pages -> pages::page);
    }

    private static Cells cells(Records records, Profile profile, Store store) {
        if (profile.currency().isPresent() && !profile.currency().get().equals(store.currency())) {
            throw new AdapterException(
                    FaultKind.INVALID,
                    "The profile '" + profile.name() + "' reads amounts of "
                            + profile.currency().get() + ", but store " + store.id() + " has " + store.currency()
                            + ". Use a profile of the store's currency");
        }
        return new Cells(records, profile, store.zone(), store.currency());
    }

    private record Orders(Grain grain, FilePages<OrdersRequest, OrderLine> pages) implements OrderFeed {
        @Override
        public FeedPage<OrderLine> read(OrdersRequest request, Optional<FeedCursor> after) {
            return pages.page(request, after);
        }
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
    public void close() {
        orderPages.ifPresent(FilePages::close);
        readingPages.ifPresent(FilePages::close);
    }
}
