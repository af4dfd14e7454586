package io.storeops.adapter.jdbc.marketplace;

import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.feed.Period;
import io.storeops.figures.Metric;
import io.storeops.figures.OrderFeed;
import io.storeops.figures.OrderLine;
import io.storeops.figures.OrdersRequest;
import java.io.Closeable;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The orders of an ERP. A page has up to 5,000 of them, and memory is bounded by it. Thread-safe. */
final class TableOrders implements OrderFeed, Closeable {
    private static final int PAGE = 5_000;

    private final Tables tables;
    private final OrderLayout layout;
    private final OrderPages pages = new OrderPages(this::scan);

    TableOrders(Tables tables, OrderLayout layout) {
        this.tables = tables;
        this.layout = layout;
    }

    @Override
    public Grain grain() {
        return layout.grain();
    }

    @Override
    public Set<Metric> carries() {
        Set<Metric> carries = EnumSet.of(Metric.AMOUNT, Metric.ORDERS);
        Set<Role> roles = layout.layout().columns().keySet();
        if (roles.contains(Role.REFUNDED)) {
            carries.add(Metric.REFUNDED);
        }
        if (roles.contains(Role.UNITS)) {
            carries.add(Metric.UNITS);
        }
        if (roles.contains(Role.BUYER)) {
            carries.add(Metric.BUYERS);
        }
        return carries;
    }

    @Override
    public FeedPage<OrderLine> read(OrdersRequest request, Optional<FeedCursor> after) {
        return pages.page(request, after);
    }

    private OrderScan scan(OrdersRequest request) {
        Instant began = tables.clock().instant();
        Prepared prepared = tables.prepared(Feed.ORDERS);
        Optional<Period> asked =
                layout.requested() ? Optional.of(new Period(request.from(), request.to())) : Optional.empty();
        OpenResult open = tables.database()
                .run(Feed.ORDERS, prepared.select(), tables.values(request.store(), request.from(), request.to()));
        return new OrderScan(
                open,
                new Row(open.result(), tables.times(), request.store()),
                new OrderRows(layout, prepared, asked),
                tables.name(Feed.ORDERS),
                asked.flatMap(period -> upTo(period, began)),
                began,
                PAGE);
    }

    /** What will be paid is in no table. */
    private static Optional<Period> upTo(Period asked, Instant now) {
        return asked.from().isBefore(now)
                ? Optional.of(new Period(asked.from(), asked.to().isBefore(now) ? asked.to() : now))
                : Optional.empty();
    }

    @Override
    public void close() {
        pages.close();
    }
}
