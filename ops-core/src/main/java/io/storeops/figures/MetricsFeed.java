package io.storeops.figures;

import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.reporting.SlotReporting;
import java.util.Optional;

/**
 * The port to where a store's figures come from. Called by {@link SlotReporting} at a boundary, from the thread of the act;
 * several stores may be read at the same time: thread-safe. Never closed by itself; its marketplace is.
 *
 * <p><b>Exceptions.</b> A failure of the source is an {@link io.storeops.failure.AdapterException} with its kind; a row that
 * cannot be read is a problem of its page, not an exception.
 */
public interface MetricsFeed {
    /**
     * The readings that a source has for a boundary.
     *
     * @param request which store, boundary and subjects
     * @param after where the page before ended, empty for the first page
     * @return a page; subjects without a reading are simply absent
     * @throws io.storeops.failure.AdapterException if the source cannot be read
     */
    FeedPage<Reading> read(MetricsRequest request, Optional<FeedCursor> after);
}
