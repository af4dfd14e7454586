package io.storeops.reporting;

import io.storeops.Marketplace;
import io.storeops.feed.Coverage;
import io.storeops.feed.Extract;
import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.feed.Period;
import io.storeops.feed.RowProblem;
import io.storeops.figures.OrderFeed;
import io.storeops.figures.OrderLine;
import io.storeops.figures.OrdersRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Order files in memory, a row a page. */
final class OrderFiles implements OrderFeed {
    private final List<FeedPage<OrderLine>> pages = new ArrayList<>();
    Grain grain = Grain.ORDER;
    boolean newestRules;
    Coverage coverage = Coverage.UNKNOWN;

    /** A file that states no period. */
    OrderFiles file(String name, OrderLine... rows) {
        return file(new Extract(name, List.of()), rows);
    }

    /** A file that states a period. */
    OrderFiles file(String name, Period states, OrderLine... rows) {
        return file(new Extract(name, List.of(states)), rows);
    }

    private OrderFiles file(Extract extract, OrderLine... rows) {
        if (rows.length == 0) {
            pages.add(page(List.of(), List.of()).of(extract));
        }
        for (int i = 0; i < rows.length; i++) {
            pages.add(page(List.of(rows[i].atLine(i + 2)), List.of()).of(extract));
        }
        return this;
    }

    /** A row of the last file that cannot be read. */
    OrderFiles broken(Optional<Period> when) {
        FeedPage<OrderLine> last = pages.get(pages.size() - 1);
        Extract extract = last.extract().orElseThrow();
        RowProblem problem = new RowProblem(extract.name(), 99, Optional.empty(), "is broken", when);
        pages.add(page(List.of(), List.of(problem)).of(extract));
        return this;
    }

    private static FeedPage<OrderLine> page(List<OrderLine> rows, List<RowProblem> problems) {
        return new FeedPage<>(rows, problems, Optional.empty(), Optional.empty(), Coverage.UNKNOWN);
    }

    Marketplace marketplace() {
        return new Marketplace() {
            @Override
            public Optional<OrderFeed> orders() {
                return Optional.of(OrderFiles.this);
            }
        };
    }

    @Override
    public Grain grain() {
        return grain;
    }

    @Override
    public boolean newestRules() {
        return newestRules;
    }

    @Override
    public FeedPage<OrderLine> read(OrdersRequest request, Optional<FeedCursor> after) {
        int at = after.map(cursor -> Integer.parseInt(cursor.text())).orElse(0);
        FeedPage<OrderLine> page = pages.get(at);
        return new FeedPage<>(
                page.rows(),
                page.problems(),
                at + 1 == pages.size() ? Optional.empty() : Optional.of(new FeedCursor(Integer.toString(at + 1))),
                Optional.empty(),
                coverage,
                page.extract());
    }
}
