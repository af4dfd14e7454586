package io.storeops.listing;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Fact;

/**
 * The floor of a SKU changes: what would fall below it is checked (D38).
 *
 * @param floor the floor as it is from its date on
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public record FloorSet(Floor floor) implements Fact {
    /** Checks for null. */
    public FloorSet {
        requireNonNull(floor, "floor");
    }
}
