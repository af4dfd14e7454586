package io.storeops.listing;

import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import java.util.Optional;

/**
 * The port to where the approved prices of a store are kept (价格表). Called from the thread of the act, outside of any commit; several stores may be read at the same time:
 * thread-safe. Never closed by itself; its marketplace is.
 *
 * <p><b>Exceptions.</b> A failure of the source is an {@link io.storeops.failure.AdapterException} with its kind; a row that cannot be read
 * is a problem of its page, not an exception. What the source leaves out is left out, never 0.
 */
public interface PriceBookFeed {
    /**
     * The approved prices.
     *
     * @param request which store
     * @param after where the page before ended, empty for the first page
     * @return a page
     * @throws io.storeops.failure.AdapterException if the source cannot be read
     */
    FeedPage<BookPrice> read(PriceBookRequest request, Optional<FeedCursor> after);
}
