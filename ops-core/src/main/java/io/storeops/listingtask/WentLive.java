package io.storeops.listingtask;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * What came of a read-back. Immutable.
 *
 * @param listing the listing: LIVE, or IN_PROGRESS again
 * @param difference the steps that show something else than they should, copied; none if it is LIVE
 */
public record WentLive(ListingTask listing, List<String> difference) {
    /** Copies the steps. */
    public WentLive {
        requireNonNull(listing, "listing");
        difference = ImmutableList.copyOf(difference);
    }
}
