package io.storeops.spi.tck;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.Marketplace;
import io.storeops.competitor.CompetitorRequest;
import io.storeops.competitor.ShownCompetitor;
import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.figures.MetricsRequest;
import io.storeops.figures.OrderLine;
import io.storeops.figures.OrdersRequest;
import io.storeops.figures.Reading;
import io.storeops.health.HealthReading;
import io.storeops.health.HealthRequest;
import io.storeops.listing.BookPrice;
import io.storeops.listing.ListingsRequest;
import io.storeops.listing.PriceBookRequest;
import io.storeops.listing.ShownListing;
import io.storeops.listing.StockLevel;
import io.storeops.listing.StockRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A reading port of a marketplace, and the questions it takes.
 *
 * @param <Q> the kind of question
 * @param <R> what a row of the answer is
 * @param name the method of {@link Marketplace}
 * @param question the kind of question
 * @param feed gives the port, if the marketplace has it
 */
record FeedPort<Q, R>(String name, Class<Q> question, Function<Marketplace, Optional<Feed<Q, R>>> feed) {
    private static final int MOST_PAGES = 100_000;

    static final FeedPort<MetricsRequest, Reading> METRICS = new FeedPort<>(
            "metrics()",
            MetricsRequest.class,
            marketplace -> marketplace.metrics().map(feed -> feed::read));

    static final FeedPort<OrdersRequest, OrderLine> ORDERS = new FeedPort<>(
            "orders()", OrdersRequest.class, marketplace -> marketplace.orders().map(feed -> feed::read));

    static final FeedPort<HealthRequest, HealthReading> HEALTH = new FeedPort<>(
            "health()", HealthRequest.class, marketplace -> marketplace.health().map(feed -> feed::read));

    static final FeedPort<ListingsRequest, ShownListing> LISTINGS = new FeedPort<>(
            "listings()",
            ListingsRequest.class,
            marketplace -> marketplace.listings().map(feed -> feed::read));

    static final FeedPort<StockRequest, StockLevel> STOCK = new FeedPort<>(
            "stock()", StockRequest.class, marketplace -> marketplace.stock().map(feed -> feed::read));

    static final FeedPort<PriceBookRequest, BookPrice> PRICE_BOOK = new FeedPort<>(
            "priceBook()",
            PriceBookRequest.class,
            marketplace -> marketplace.priceBook().map(feed -> feed::read));

    static final FeedPort<CompetitorRequest, ShownCompetitor> COMPETITORS = new FeedPort<>(
            "competitors()",
            CompetitorRequest.class,
            marketplace -> marketplace.competitors().map(feed -> feed::read));

    static final List<FeedPort<?, ?>> ALL = List.of(METRICS, ORDERS, HEALTH, LISTINGS, STOCK, PRICE_BOOK, COMPETITORS);

    /** Gives one page of the answer to a question. */
    interface Feed<Q, R> {
        FeedPage<R> read(Q request, Optional<FeedCursor> after);
    }

    /** All pages of the answer to a question. */
    List<FeedPage<R>> pages(Marketplace marketplace, Q request) {
        Feed<Q, R> read = feed.apply(marketplace).orElseThrow();
        List<FeedPage<R>> pages = new ArrayList<>();
        Set<FeedCursor> seen = new HashSet<>();
        Optional<FeedCursor> after = Optional.empty();
        do {
            FeedPage<R> page = read.read(request, after);
            pages.add(page);
            after = page.next();
            after.ifPresent(cursor -> assertTrue(seen.add(cursor), "the cursor comes twice: " + cursor));
            assertTrue(pages.size() < MOST_PAGES, "no end after " + MOST_PAGES + " pages");
        } while (after.isPresent());
        return pages;
    }

    /** All rows of the answer to a question. */
    List<R> rows(Marketplace marketplace, Q request) {
        return pages(marketplace, request).stream()
                .flatMap(page -> page.rows().stream())
                .toList();
    }
}
