package io.storeops.adapter.jdbc.marketplace;

import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.figures.OrderLine;
import io.storeops.figures.OrdersRequest;
import java.io.Closeable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The pages of the orders. After a page its reading is kept open for whoever comes with the cursor of that page, so that following the
 * cursors runs the statement once; any other cursor runs it again up to there. Of readings that nobody goes on with only the latest few are kept,
 * since each has a connection. Thread-safe.
 */
final class OrderPages implements Closeable {
    private static final int KEPT = 4;

    private record Kept(OrdersRequest request, FeedCursor cursor, OrderScan scan) {}

    private final Function<OrdersRequest, OrderScan> scans;
    private final Deque<Kept> kept = new ArrayDeque<>();
    private boolean closed;

    OrderPages(Function<OrdersRequest, OrderScan> scans) {
        this.scans = scans;
    }

    FeedPage<OrderLine> page(OrdersRequest request, Optional<FeedCursor> after) {
        OrderScan open = after.isEmpty() ? null : taken(request, after.get());
        OrderScan scan = open == null ? scans.apply(request) : open;
        try {
            if (open == null && after.isPresent()) {
                scan.seek(after.get());
            }
            FeedPage<OrderLine> page = scan.page();
            if (page.next().isPresent()) {
                unneeded(new Kept(request, page.next().get(), scan)).forEach(OrderScan::close);
            } else {
                scan.close();
            }
            return page;
        } catch (RuntimeException e) {
            scan.close();
            throw e;
        }
    }

    private synchronized @Nullable OrderScan taken(OrdersRequest request, FeedCursor cursor) {
        for (Iterator<Kept> each = kept.iterator(); each.hasNext(); ) {
            Kept one = each.next();
            if (one.request().equals(request) && one.cursor().equals(cursor)) {
                each.remove();
                return one.scan();
            }
        }
        return null;
    }

    private synchronized List<OrderScan> unneeded(Kept latest) {
        List<OrderScan> unneeded = new ArrayList<>();
        kept.addLast(latest);
        while (kept.size() > (closed ? 0 : KEPT)) {
            unneeded.add(kept.removeFirst().scan());
        }
        return unneeded;
    }

    @Override
    public void close() {
        List<OrderScan> open;
        synchronized (this) {
            closed = true;
            open = kept.stream().map(Kept::scan).toList();
            kept.clear();
        }
        open.forEach(OrderScan::close);
    }
}
