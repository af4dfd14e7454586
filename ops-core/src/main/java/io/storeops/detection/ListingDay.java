package io.storeops.detection;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.util.SortedMap;

/**
 * A day's snapshot of a store's listings beside what is approved. Immutable.
 *
 * @param date the store's local date
 * @param shown what the platform shows, by the item's id, copied
 * @param approved what is approved, by the item's id, copied
 */
public record ListingDay(LocalDate date, SortedMap<String, Listing> shown, SortedMap<String, Listing> approved) {
    /** Copies the maps. */
    public ListingDay {
        requireNonNull(date, "date");
        shown = ImmutableSortedMap.copyOf(shown);
        approved = ImmutableSortedMap.copyOf(approved);
    }

    /**
     * The price and title of a listing.
     *
     * @param price the price, in minor units
     * @param title the title
     */
    public record Listing(long price, String title) {
        /** Checks for null. */
        public Listing {
            requireNonNull(title, "title");
        }
    }
}
