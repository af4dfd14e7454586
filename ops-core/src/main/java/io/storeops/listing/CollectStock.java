package io.storeops.listing;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.catalog.Sku;
import io.storeops.feed.FeedRead;
import io.storeops.source.Source;
import io.storeops.source.SourceIntake;
import io.storeops.source.Taking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * COLLECT_STOCK: what the ERP can sell is written down. It is what may be shown (D10), so a source that does not say of which instant it
 * speaks approves nothing.
 *
 * @param read what the source gave
 */
record CollectStock(FeedRead<StockLevel> read) implements Act<SourceIntake> {
    @Override
    public EntryPoint entry() {
        return ListingEntries.COLLECT_STOCK;
    }

    @Override
    public String arguments() {
        return entry().name();
    }

    @Override
    public Verdict decide(Context context) {
        Taking taking = Taking.of(context, Source.STOCK, read);
        Map<String, Set<Long>> levels = new LinkedHashMap<>();
        for (StockLevel row : read.rows()) {
            Optional<Sku> sku = context.catalogue().skus().find(row.skuId());
            if (sku.isPresent()) {
                levels.computeIfAbsent(sku.get().id(), id -> new LinkedHashSet<>())
                        .add(row.units());
            } else {
                taking.stray(Optional.empty(), Optional.of(row.skuId()), "STOCK " + row.units());
            }
        }
        Optional<Instant> asOf = taking.look().asOf();
        if (asOf.isEmpty()) {
            taking.refuseAll(
                    "WITHOUT_INSTANT",
                    "the source does not say of which instant its stock is, so nobody can tell it from an older one; let it"
                            + " say so");
        } else if (!taking.refusedAsAhead()) {
            List<SellableStock> stocks = new ArrayList<>();
            levels.forEach((sku, units) -> {
                if (units.size() > 1) {
                    taking.refuse(
                            sku,
                            ListingField.STOCK.name(),
                            "CONTRADICTORY",
                            "the source says " + units + " units at the same time; correct it");
                } else {
                    SellableStock.next(
                                    context, sku, asOf.get(), units.iterator().next())
                            .ifPresent(stocks::add);
                }
            });
            if (!stocks.isEmpty()) {
                taking.take(stocks.size(), List.of(Edit.append(SellableStock.TABLE, stocks)));
            }
        }
        return taking.done();
    }

    @Override
    public SourceIntake recall(Context context, Written written) {
        return Taking.recall(context, written, read.problems());
    }
}
