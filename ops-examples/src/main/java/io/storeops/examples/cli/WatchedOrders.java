package io.storeops.examples.cli;

import static java.util.Objects.requireNonNull;

import io.storeops.Marketplace;
import io.storeops.feed.FeedPage;
import io.storeops.figures.MetricsFeed;
import io.storeops.figures.OrderFeed;
import io.storeops.figures.OrderLine;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * A marketplace that tells how many rows of orders were read so far.
 *
 * @param marketplace the marketplace
 * @param progress told the number of rows after each page
 */
record WatchedOrders(Marketplace marketplace, LongConsumer progress) implements Marketplace {
    WatchedOrders {
        requireNonNull(marketplace, "marketplace");
        requireNonNull(progress, "progress");
    }

    @Override
    public Optional<MetricsFeed> metrics() {
        return marketplace.metrics();
    }

    @Override
    public Optional<OrderFeed> orders() {
        return marketplace.orders().map(feed -> counted(feed, new AtomicLong()));
    }

    @Override
    public void close() {
        marketplace.close();
    }

    private OrderFeed counted(OrderFeed feed, AtomicLong rows) {
        return feed.readBy((request, after) -> {
            FeedPage<OrderLine> page = feed.read(request, after);
            progress.accept(
                    rows.addAndGet((long) page.rows().size() + page.problems().size()));
            return page;
        });
    }
}
