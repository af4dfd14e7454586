package io.storeops.examples.cli;

import static java.util.Objects.requireNonNull;

import io.storeops.Marketplace;
import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.figures.Metric;
import io.storeops.figures.MetricsFeed;
import io.storeops.figures.OrderFeed;
import io.storeops.figures.OrderLine;
import io.storeops.figures.OrdersRequest;
import java.util.Optional;
import java.util.Set;
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
        return marketplace.orders().map(feed -> new Counted(feed, progress, new AtomicLong()));
    }

    @Override
    public void close() {
        marketplace.close();
    }

    private record Counted(OrderFeed feed, LongConsumer progress, AtomicLong rows) implements OrderFeed {
        @Override
        public Grain grain() {
            return feed.grain();
        }

        @Override
        public boolean newestRules() {
            return feed.newestRules();
        }

        @Override
        public Set<Metric> carries() {
            return feed.carries();
        }

        @Override
        public FeedPage<OrderLine> read(OrdersRequest request, Optional<FeedCursor> after) {
            FeedPage<OrderLine> page = feed.read(request, after);
            progress.accept(
                    rows.addAndGet((long) page.rows().size() + page.problems().size()));
            return page;
        }
    }
}
