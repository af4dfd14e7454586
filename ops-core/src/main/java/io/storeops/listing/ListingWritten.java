package io.storeops.listing;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Fact;

/**
 * A write of a listing has a verdict, or another one than before.
 *
 * @param write the write with its verdict
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public record ListingWritten(ListingWrite write) implements Fact {
    /** Checks for null. */
    public ListingWritten {
        requireNonNull(write, "write");
    }
}
