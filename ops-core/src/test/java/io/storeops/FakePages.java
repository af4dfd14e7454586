package io.storeops;

import io.storeops.feed.Coverage;
import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.feed.RowProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Pages in hand, for any reading port, and what was asked for them.
 *
 * @param <Q> the questions of the port
 * @param <R> its rows
 */
public final class FakePages<Q, R> {
    public final List<Q> requests = new ArrayList<>();
    private final List<FeedPage<R>> pages = new ArrayList<>();

    /** One page from now on, of which the source says that it has everything. */
    @SafeVarargs
    public final void gives(Instant asOf, R... rows) {
        List<R> all = new ArrayList<>();
        for (R row : rows) {
            all.add(row);
        }
        pages.clear();
        adds(Optional.of(asOf), Coverage.COMPLETE, List.of(), all);
    }

    /** One more page. */
    public void adds(Optional<Instant> asOf, Coverage coverage, List<RowProblem> problems, List<R> rows) {
        pages.add(new FeedPage<>(rows, problems, Optional.empty(), asOf, coverage));
    }

    public void clear() {
        pages.clear();
    }

    public FeedPage<R> read(Q request, Optional<FeedCursor> after) {
        requests.add(request);
        int at = after.map(cursor -> Integer.parseInt(cursor.text())).orElse(0);
        FeedPage<R> page = pages.get(at);
        return new FeedPage<>(
                page.rows(),
                page.problems(),
                at + 1 < pages.size() ? Optional.of(new FeedCursor(Integer.toString(at + 1))) : Optional.empty(),
                page.sourceAsOf(),
                page.coverage());
    }
}
