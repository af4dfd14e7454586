package io.storeops.listing;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What was read back of a field of a listing (R52).
 *
 * @param shown what is shown, a version of its own
 * @param verdict what came of the last write of the field; empty if there was none
 * @param until until when that may be PENDING; empty unless it is
 * @param equalsApproved whether what is shown may be shown; where nobody knows what is approved, whether it is what was written (D9)
 */
public record ReadBack(
        ListingVersion shown, Optional<WriteVerdict> verdict, Optional<Instant> until, boolean equalsApproved) {
    /** Checks for null. */
    public ReadBack {
        requireNonNull(shown, "shown");
        requireNonNull(verdict, "verdict");
        requireNonNull(until, "until");
    }
}
