package io.storeops.adapter.csv.marketplace;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.storeops.Marketplace;
import io.storeops.calendar.SlotId;
import io.storeops.calendar.SlotPlan;
import io.storeops.catalog.Store;
import io.storeops.competitor.CompetitorRequest;
import io.storeops.competitor.ShownCompetitor;
import io.storeops.feed.Coverage;
import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.feed.RowProblem;
import io.storeops.figures.MetricsRequest;
import io.storeops.figures.OrderLine;
import io.storeops.figures.OrdersRequest;
import io.storeops.figures.Reading;
import io.storeops.figures.Subject;
import io.storeops.health.HealthReading;
import io.storeops.health.HealthRequest;
import io.storeops.id.StoreId;
import io.storeops.listing.BookPrice;
import io.storeops.listing.ListingsRequest;
import io.storeops.listing.PriceBookRequest;
import io.storeops.listing.ShownListing;
import io.storeops.listing.StockLevel;
import io.storeops.listing.StockRequest;
import io.storeops.position.HealthRules;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A folder of exported files, and what the marketplace reads from it. */
final class Exports {
    static final Store SHANGHAI =
            new Store(StoreId.of("S1"), "S1", ZoneId.of("Asia/Shanghai"), Currency.getInstance("CNY"));
    static final Store LONDON =
            new Store(StoreId.of("L1"), "L1", ZoneId.of("Europe/London"), Currency.getInstance("GBP"));
    static final SlotPlan PLAN = SlotPlan.ofHours(9, 21);

    private final Path folder;

    Exports(Path folder) {
        this.folder = folder;
    }

    /** Everything that a feed gave, over all its pages. */
    record Read<T>(List<T> rows, List<RowProblem> problems, int pages) {
        List<String> told() {
            return problems.stream().map(RowProblem::toString).toList();
        }
    }

    /** A state as a feed gave it: of the last page its instant and coverage. */
    record State<T>(List<T> rows, List<String> told, Optional<Instant> asOf, Coverage coverage) {}

    static <T> State<T> state(Function<Optional<FeedCursor>, FeedPage<T>> feed) {
        List<FeedPage<T>> pages = new ArrayList<>();
        Read<T> read = all(after -> {
            FeedPage<T> page = feed.apply(after);
            pages.add(page);
            return page;
        });
        FeedPage<T> last = pages.get(pages.size() - 1);
        return new State<>(read.rows(), read.told(), last.sourceAsOf(), last.coverage());
    }

    State<ShownListing> listings(String path, String profile, Store store) {
        try (Marketplace marketplace = marketplace(path, profile)) {
            return state(after -> marketplace.listings().orElseThrow().read(new ListingsRequest(store), after));
        }
    }

    State<StockLevel> stock(String path, String profile) {
        try (Marketplace marketplace = marketplace(path, profile)) {
            return state(after -> marketplace.stock().orElseThrow().read(new StockRequest(SHANGHAI), after));
        }
    }

    State<BookPrice> priceBook(String path, String profile) {
        try (Marketplace marketplace = marketplace(path, profile)) {
            return state(after -> marketplace.priceBook().orElseThrow().read(new PriceBookRequest(SHANGHAI), after));
        }
    }

    State<ShownCompetitor> competitors(String path, String profile) {
        try (Marketplace marketplace = marketplace(path, profile)) {
            return state(after -> marketplace.competitors().orElseThrow().read(new CompetitorRequest(SHANGHAI), after));
        }
    }

    State<HealthReading> health(String path, String profile) {
        try (Marketplace marketplace = marketplace(path, profile)) {
            return state(after -> marketplace
                    .health()
                    .orElseThrow()
                    .read(new HealthRequest(SHANGHAI, HealthRules.DEFAULT.indicators()), after));
        }
    }

    Exports file(String name, String text) {
        return file(name, text, StandardCharsets.UTF_8);
    }

    Exports file(String name, String text, Charset encoding) {
        return file(name, text.getBytes(encoding));
    }

    Exports file(String name, byte[] bytes) {
        try {
            Files.write(folder.resolve(name), bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When a file was last written. */
    Exports written(String name, String at) {
        try {
            Files.setLastModifiedTime(folder.resolve(name), FileTime.from(Instant.parse(at)));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Marketplace marketplace(String path, String profile) {
        return marketplace(Map.of("path", path, "profile", profile));
    }

    Marketplace marketplace(Map<String, String> settings) {
        CsvMarketplaceProvider provider = new CsvMarketplaceProvider();
        return provider.create(AdapterConfig.of(provider.name(), provider.configKeys(), settings), context());
    }

    AdapterContext context() {
        return AdapterContext.of(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), List.of(), folder);
    }

    Read<OrderLine> orders(String path, String profile) {
        return orders(path, profile, SHANGHAI);
    }

    Read<OrderLine> orders(String path, String profile, Store store) {
        try (Marketplace marketplace = marketplace(path, profile)) {
            OrdersRequest request = new OrdersRequest(store, Instant.EPOCH, Instant.EPOCH);
            return all(after -> marketplace.orders().orElseThrow().read(request, after));
        }
    }

    Read<Reading> readings(String path, String profile, SlotId slot, Subject... subjects) {
        try (Marketplace marketplace = marketplace(path, profile)) {
            MetricsRequest request = new MetricsRequest(SHANGHAI, PLAN, slot, List.of(subjects));
            return all(after -> marketplace.metrics().orElseThrow().read(request, after));
        }
    }

    static <T> Read<T> all(Function<Optional<FeedCursor>, FeedPage<T>> feed) {
        List<T> rows = new ArrayList<>();
        List<RowProblem> problems = new ArrayList<>();
        int pages = 0;
        Optional<FeedCursor> next = Optional.empty();
        do {
            FeedPage<T> page = feed.apply(next);
            rows.addAll(page.rows());
            problems.addAll(page.problems());
            next = page.next();
            pages++;
        } while (next.isPresent());
        return new Read<>(rows, problems, pages);
    }

    /** A file or folder of the shared data; without it the test is skipped. */
    static Path shared(String name) {
        Path path = Path.of(System.getProperty("storeops.shared", "../../shared"))
                .resolve(name)
                .toAbsolutePath()
                .normalize();
        assumeTrue(Files.exists(path), () -> "skipped: there is no " + path + " (set -Dstoreops.shared=PATH)");
        return path;
    }
}
