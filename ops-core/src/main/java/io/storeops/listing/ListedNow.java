package io.storeops.listing;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Context;
import java.util.Optional;

/**
 * All that is known of a field of a listing, for the duties that put it right. Immutable.
 *
 * @param at which field of which listing
 * @param approval what may be shown
 * @param seen the last look at it; empty if nobody ever looked
 * @param write the last write of it; empty if there was none
 */
public record ListedNow(
        ListedField at, ListingApproval approval, Optional<ListingVersion> seen, Optional<ListingWrite> write) {
    /** Checks for null. */
    public ListedNow {
        requireNonNull(at, "at");
        requireNonNull(approval, "approval");
        requireNonNull(seen, "seen");
        requireNonNull(write, "write");
    }

    /**
     * What is known of a field.
     *
     * @param context the store, its rows and the instant
     * @param subject the SKU or item
     * @param field what of the listing
     * @return what is known; empty if the store has no such SKU or item
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static Optional<ListedNow> find(Context context, String subject, ListingField field) {
        return ListingSubject.find(context, subject, field)
                .map(at -> new ListedNow(
                        at,
                        ListingApproval.of(context, at),
                        ListingVersion.last(context, at),
                        ListingWrite.last(context, at)));
    }
}
