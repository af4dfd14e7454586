package io.storeops.spi.several;

import io.storeops.Marketplace;
import io.storeops.failure.AdapterException;
import io.storeops.feed.Coverage;
import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.figures.MetricsFeed;
import io.storeops.figures.MetricsRequest;
import io.storeops.figures.OrderFeed;
import io.storeops.figures.Reading;
import io.storeops.listing.ListedField;
import io.storeops.listing.ListingEditor;
import io.storeops.listing.ListingFeed;
import io.storeops.listing.ShownListing;
import io.storeops.listing.StockFeed;
import io.storeops.listing.StockLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A marketplace that has what a test gives it, writes down what it was asked, and fails where it is told to. */
final class Scripted implements Marketplace {
    final List<MetricsRequest> asked = new ArrayList<>();
    final List<ListedField> fields = new ArrayList<>();
    private final List<List<Reading>> pages = new ArrayList<>();
    private Optional<AdapterException> fault = Optional.empty();
    private int faultyPage;
    private Optional<OrderFeed> orders = Optional.empty();
    private Optional<StockFeed> stock = Optional.empty();
    private Optional<ListingFeed> listings = Optional.empty();
    private boolean writes;
    boolean closed;

    /** One more page of readings. */
    Scripted readings(Reading... readings) {
        pages.add(List.of(readings));
        return this;
    }

    /** What it throws in the place of a page, counted from 1. */
    Scripted failingAt(int page, AdapterException failure) {
        fault = Optional.of(failure);
        faultyPage = page;
        return this;
    }

    Scripted orders(OrderFeed feed) {
        orders = Optional.of(feed);
        return this;
    }

    Scripted stock(StockLevel... levels) {
        stock = Optional.of((request, after) -> {
            fault.ifPresent(failure -> {
                throw failure;
            });
            return page(List.of(levels));
        });
        return this;
    }

    Scripted listings(ShownListing... rows) {
        listings = Optional.of((request, after) -> page(List.of(rows)));
        return this;
    }

    Scripted writing() {
        writes = true;
        return this;
    }

    static <T> FeedPage<T> page(List<T> rows) {
        return new FeedPage<>(rows, List.of(), Optional.empty(), Optional.empty(), Coverage.COMPLETE);
    }

    @Override
    public Optional<MetricsFeed> metrics() {
        return pages.isEmpty() ? Optional.empty() : Optional.of(this::read);
    }

    private FeedPage<Reading> read(MetricsRequest request, Optional<FeedCursor> after) {
        asked.add(request);
        int page = after.map(cursor -> Integer.parseInt(cursor.text().split(" ")[1]))
                .orElse(0);
        if (page + 1 == faultyPage) {
            throw fault.orElseThrow();
        }
        return new FeedPage<>(
                pages.get(page),
                List.of(),
                page + 1 < pages.size() ? Optional.of(new FeedCursor("page " + (page + 1))) : Optional.empty(),
                Optional.empty(),
                Coverage.COMPLETE);
    }

    @Override
    public Optional<OrderFeed> orders() {
        return orders;
    }

    @Override
    public Optional<StockFeed> stock() {
        return stock;
    }

    @Override
    public Optional<ListingFeed> listings() {
        return listings;
    }

    @Override
    public Optional<ListingEditor> listingEditor() {
        return writes
                ? Optional.of(new ListingEditor() {
                    @Override
                    public Answer apply(Wish wish) {
                        fields.add(wish.at());
                        return new Answer.Accepted();
                    }

                    @Override
                    public Optional<Shown> read(ListedField field) {
                        fields.add(field);
                        return Optional.empty();
                    }
                })
                : Optional.empty();
    }

    @Override
    public void close() {
        closed = true;
        if (writes) {
            throw new IllegalStateException("the editor does not close");
        }
    }
}
