package io.storeops.health;

import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import java.util.Optional;

/**
 * The port to where a store's scores, rates, spend and penalties come from. Called by {@link Health#collect}, from the thread of the act;
 * several stores may be read at the same time: thread-safe. Never closed by itself; its marketplace is.
 *
 * <p><b>Exceptions.</b> A failure of the source is an {@link io.storeops.failure.AdapterException} with its kind; a row that cannot be read
 * is a problem of its page, not an exception. A figure that the source leaves out is missing in the value, never 0.
 */
public interface HealthFeed {
    /**
     * The values that a source has.
     *
     * @param request which store and indicators
     * @param after where the page before ended, empty for the first page
     * @return a page; indicators that the source does not have are simply absent
     * @throws io.storeops.failure.AdapterException if the source cannot be read
     */
    FeedPage<HealthReading> read(HealthRequest request, Optional<FeedCursor> after);
}
