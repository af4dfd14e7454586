package io.storeops.listing;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Fact;
import java.util.Optional;

/**
 * A price is approved: what relies on the price book checks it (D38) and reacts to it.
 *
 * @param change the price that is approved, from its instant on
 * @param beforeMinor what was approved for that instant until now, in minor units; empty if nothing was
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public record PriceApproved(PriceChange change, Optional<Long> beforeMinor) implements Fact {
    /** Checks for null. */
    public PriceApproved {
        requireNonNull(change, "change");
        requireNonNull(beforeMinor, "beforeMinor");
    }
}
