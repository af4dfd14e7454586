package io.storeops.adapter.csv.marketplace;

import io.storeops.Marketplace;
import io.storeops.adapter.csv.marketplace.OrderLayout.Role;
import io.storeops.catalog.Store;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.feed.Period;
import io.storeops.figures.Metric;
import io.storeops.figures.MetricsFeed;
import io.storeops.figures.MetricsRequest;
import io.storeops.figures.OrderFeed;
import io.storeops.figures.OrderLine;
import io.storeops.figures.OrdersRequest;
import io.storeops.figures.Reading;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The feeds of the files behind one path, as one profile reads them: what the profile does not speak of is absent. */
final class CsvMarketplace implements Marketplace {
    private final Optional<FilePages<OrdersRequest, OrderLine>> orderPages;
    private final Optional<FilePages<MetricsRequest, Reading>> readingPages;
    private final Optional<OrderFeed> orders;
    private final Optional<MetricsFeed> metrics;

    CsvMarketplace(SourceFiles source, Profile profile, int pageSize) {
        orderPages = profile.orders()
                .map(layout -> new FilePages<>(request ->
                        new FileScan<>(source, profile, new OrderFiles(profile, layout, request.store()), pageSize)));
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
        orders = profile.orders().flatMap(layout -> orderPages.map(pages -> new Orders(layout, pages)));
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

    /** How files of orders are read. */
    private record OrderFiles(Profile profile, OrderLayout layout, Store store) implements FileScan.Opening<OrderLine> {
        @Override
        public RowReader<OrderLine> rows(Records records, Map<String, Integer> places, Path file) {
            return new OrderRows(
                    cells(records, profile, store),
                    layout,
                    places,
                    TellingColumns.of(places.keySet(), profile),
                    zone());
        }

        @Override
        public List<Period> states(Path file) {
            return layout.statement().names().stream()
                    .map(name -> name.of(file, zone()))
                    .flatMap(Optional::stream)
                    .limit(1)
                    .toList();
        }

        private ZoneId zone() {
            return profile.zone().orElse(store.zone());
        }
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
