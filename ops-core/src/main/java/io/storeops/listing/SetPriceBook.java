package io.storeops.listing;

import static io.storeops.listing.ListingEntries.PRICES;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.catalog.Sku;
import io.storeops.evidence.Target;
import io.storeops.lifecycle.Transition;
import java.time.Instant;
import java.util.Optional;

/**
 * SET_PRICE_BOOK: the price is approved, or held for somebody else to look at (D26).
 *
 * @param id the change
 * @param sku the SKU, or an item that has one
 * @param priceMinor the price in minor units
 * @param from from when it counts; empty for at once
 */
record SetPriceBook(String id, String sku, long priceMinor, Optional<Instant> from) implements Act<PriceChange> {
    SetPriceBook {
        PriceChange.requirePrice(sku, priceMinor);
        Target.of(PriceChange.TABLE.name(), id);
    }

    @Override
    public EntryPoint entry() {
        return PRICES.entry(PriceEvent.SET);
    }

    @Override
    public Target target() {
        return Target.of(PriceChange.TABLE.name(), id);
    }

    @Override
    public String arguments() {
        return id + " " + sku + " " + priceMinor + from.map(at -> " " + at).orElse("");
    }

    @Override
    public Verdict decide(Context context) {
        Optional<PriceChange> known = PRICES.find(context, id);
        if (known.isPresent()) {
            return Verdict.refused(
                    "EXISTS",
                    "store " + context.store().id() + " has a price change " + id + " already, which is "
                            + known.get().state() + "; choose another id");
        }
        Optional<Sku> found = context.catalogue().skus().find(sku);
        if (found.isEmpty()) {
            return new Verdict.Refused(ListingSubject.noSuchSku(context, sku));
        }
        Instant at = from.orElse(context.now());
        if (at.isBefore(context.now())) {
            return Verdict.refused(
                    "FROM_PASSED",
                    "the price would count from " + at + ", and now is " + context.now()
                            + "; what was approved in the past stays. Give no instant, or a later one");
        }
        return decided(context, found.get().id(), at);
    }

    private Verdict decided(Context context, String skuId, Instant at) {
        PriceChange change =
                entered(context, PriceBook.of(context, skuId), id, skuId, priceMinor, at, Optional.empty());
        return change.state() == PriceState.HELD
                ? Verdict.done(
                        Edit.insert(PriceChange.TABLE, change),
                        PriceCount.touched(context, skuId, PriceCount.of(context, skuId)))
                : PriceMoves.approved(context, change, Optional.empty());
    }

    /** A price as it is entered: IN_FORCE, still without its number, or HELD (D26). */
    static PriceChange entered(
            Context context,
            PriceBook book,
            String id,
            String skuId,
            long priceMinor,
            Instant at,
            Optional<Long> look) {
        Optional<HoldReason> held = HoldReason.of(
                priceMinor,
                book.minorAt(at),
                Floor.at(context, skuId, at),
                context.roster().maintenance().writes().priceGuard());
        PriceEvent event = held.isPresent() ? PriceEvent.HOLD : PriceEvent.SET;
        return new PriceChange(
                context.store().id(),
                id,
                skuId,
                priceMinor,
                PRICES.machine()
                        .find(Optional.empty(), event)
                        .map(Transition::to)
                        .orElseThrow(),
                0,
                at,
                false,
                context.stamp(),
                context.onBehalfOf(),
                look,
                held,
                Optional.empty());
    }

    @Override
    public PriceChange recall(Context context, Written written) {
        return written.get(PriceChange.TABLE);
    }
}
