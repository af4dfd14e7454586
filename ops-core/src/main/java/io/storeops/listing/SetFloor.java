package io.storeops.listing;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.catalog.Sku;
import io.storeops.evidence.Target;
import java.time.LocalDate;
import java.util.Optional;

/**
 * SET_FLOOR: from a date on a SKU has this floor, or none (D39).
 *
 * @param sku the SKU, or an item that has one
 * @param minor the floor in minor units; empty for none
 * @param from the first date, today or later
 */
record SetFloor(String sku, Optional<Long> minor, LocalDate from) implements Act<Floor> {
    @Override
    public EntryPoint entry() {
        return ListingEntries.SET_FLOOR;
    }

    @Override
    public Target target() {
        return Target.of(Floor.TABLE.name(), sku + "/" + from);
    }

    @Override
    public String arguments() {
        return sku + " " + minor.map(floor -> floor.toString()).orElse("none") + " " + from;
    }

    @Override
    public Verdict decide(Context context) {
        Optional<Sku> found = context.catalogue().skus().find(sku);
        if (found.isEmpty()) {
            return new Verdict.Refused(ListingSubject.noSuchSku(context, sku));
        }
        if (from.isBefore(context.today())) {
            return Verdict.refused(
                    "FROM_PASSED",
                    "the floor would count from " + from + ", and today is " + context.today()
                            + "; past dates keep theirs. Give today or a later date");
        }
        String skuId = found.get().id();
        Floor floor = new Floor(context.store().id(), skuId, from, minor, context.stamp());
        Edit<Floor> edit = context.rows()
                .find(Floor.TABLE, Floor.key(context.store().id(), skuId, from))
                .map(known -> Edit.replace(Floor.TABLE, known, floor))
                .orElseGet(() -> Edit.insert(Floor.TABLE, floor));
        return Verdict.done(edit, PriceCount.touched(context, skuId, PriceCount.of(context, skuId)))
                .stating(new FloorSet(floor));
    }

    @Override
    public Floor recall(Context context, Written written) {
        return written.get(Floor.TABLE);
    }
}
