package io.storeops.figures;

import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.reporting.SlotReporting;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The port to a store's orders. Called by {@link SlotReporting}, from the thread of the act; several stores may be read at
 * the same time: thread-safe. Never closed by itself; its marketplace is.
 *
 * <p><b>Exceptions.</b> A failure of the source is an {@link io.storeops.failure.AdapterException} with its kind; a row that
 * cannot be read is a problem of its page, not an exception.
 */
public interface OrderFeed {
    /** What a row of the source stands for. */
    enum Grain {
        /** A whole order; a second row of the same order is a fault of the source. */
        ORDER,
        /** A line of an order; an order may have many. */
        LINE
    }

    /**
     * What a row stands for.
     *
     * @return always the same
     */
    Grain grain();

    /**
     * Whether the extracts are snapshots in the order of time, so that of an order that stands in two of them the later rules. Without
     * that an order with other content in a later extract is a contradiction, and neither is chosen (D76).
     *
     * @return always the same
     */
    default boolean newestRules() {
        return false;
    }

    /**
     * What the source can say of orders. What it cannot is missing, never 0 (D77).
     *
     * @return of AMOUNT, ORDERS, REFUNDED, UNITS and BUYERS those that its rows have; always the same
     */
    default Set<Metric> carries() {
        return EnumSet.of(Metric.AMOUNT, Metric.ORDERS, Metric.REFUNDED, Metric.UNITS);
    }

    /**
     * The orders paid in a period. A source that cannot select gives all it has; the caller counts what lies outside.
     *
     * @param request which store and period
     * @param after where the page before ended, empty for the first page
     * @return a page
     * @throws io.storeops.failure.AdapterException if the source cannot be read
     */
    FeedPage<OrderLine> read(OrdersRequest request, Optional<FeedCursor> after);

    /**
     * The same feed, read in another way: for who looks at its pages, or changes them, on their way. What it says of itself stays.
     *
     * @param reading gives a page, as {@link #read} does
     * @return the feed
     */
    default OrderFeed readBy(BiFunction<OrdersRequest, Optional<FeedCursor>, FeedPage<OrderLine>> reading) {
        OrderFeed feed = this;
        return new OrderFeed() {
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
                return reading.apply(request, after);
            }
        };
    }
}
