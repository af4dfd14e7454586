package io.storeops.examples.replay;

import io.storeops.feed.Coverage;
import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.listing.ListingFeed;
import io.storeops.listing.ListingValue;
import io.storeops.listing.ListingsRequest;
import io.storeops.listing.ShownListing;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** A marketplace's listings of which only what the scenario says last is shown, as of now. Used by one thread. */
final class ScriptedListings implements ListingFeed {
    private final Clock clock;
    private List<ShownListing> shown = List.of();

    ScriptedListings(Clock clock) {
        this.clock = clock;
    }

    /** What is shown from now on. */
    void show(String item, ListingValue value) {
        shown = List.of(new ShownListing(item, Optional.empty(), List.of(value), true));
    }

    @Override
    public FeedPage<ShownListing> read(ListingsRequest request, Optional<FeedCursor> after) {
        return new FeedPage<>(shown, List.of(), Optional.empty(), Optional.of(clock.instant()), Coverage.UNKNOWN);
    }
}
