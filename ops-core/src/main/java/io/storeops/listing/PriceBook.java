package io.storeops.listing;

import com.google.common.collect.ImmutableList;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Every price that was entered for a SKU, approved or not. Immutable.
 *
 * @param changes the changes in the order of their instants, of equal ones in the order of their approval, copied
 */
public record PriceBook(List<PriceChange> changes) {
    /** Copies and orders the changes. */
    public PriceBook {
        changes = ImmutableList.sortedCopyOf(PriceChange.ORDER, changes);
    }

    /**
     * The price book of a SKU.
     *
     * @param context the store and its rows
     * @param skuId the SKU
     * @return the book; empty if nothing was ever entered
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static PriceBook of(Context context, String skuId) {
        return new PriceBook(ListingEntries.PRICES.all(context, PriceChange.BY_SKU, skuId));
    }

    /**
     * The price that is approved at an instant, be it past or to come (D8).
     *
     * @param instant the instant
     * @return the change that counts then; empty if there is none
     */
    public Optional<PriceChange> approvedAt(Instant instant) {
        return changes.stream()
                .filter(change ->
                        change.state().approved() && !change.effectiveFrom().isAfter(instant))
                .reduce((earlier, later) -> later);
    }

    /**
     * What makes a commit fail if a price or the floor of a SKU was decided on since it was read.
     *
     * @param context the store and its rows
     * @param skuId the SKU
     * @return the guard
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static Edit.Unchanged<?> unchanged(Context context, String skuId) {
        return PriceCount.unchanged(context, skuId);
    }

    /**
     * The same with one more.
     *
     * @param change the change
     * @return the book
     */
    public PriceBook with(PriceChange change) {
        return new PriceBook(
                ImmutableList.<PriceChange>builder().addAll(changes).add(change).build());
    }

    /**
     * The approved price at an instant, be it past or to come.
     *
     * @param instant the instant
     * @return the price in minor units; empty if there is none
     */
    public Optional<Long> minorAt(Instant instant) {
        return approvedAt(instant).map(PriceChange::priceMinor);
    }

    /** Those in force that a price takes the place of as soon as it counts, the latest last. */
    List<PriceChange> before(PriceChange next) {
        return changes.stream()
                .filter(change -> change.state() == PriceState.IN_FORCE
                        && !change.id().equals(next.id())
                        && PriceChange.ORDER.compare(change, next) < 0)
                .toList();
    }

    /**
     * What waits for a release.
     *
     * @return the changes that are HELD, in the order of their instants
     */
    public List<PriceChange> held() {
        return changes.stream()
                .filter(change -> change.state() == PriceState.HELD)
                .toList();
    }
}
