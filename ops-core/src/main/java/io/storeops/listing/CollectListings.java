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
 * COLLECT_LISTINGS: what the listings show is written down, a version a field, and the last write of each field is judged by it, as by
 * a read-back (D20).
 *
 * @param read what the source gave
 */
record CollectListings(FeedRead<ShownListing> read) implements Act<SourceIntake> {
    /**
     * What a row shows of a field.
     *
     * @param text the value; empty of a stock that is not counted
     * @param tracked whether it is counted
     */
    private record Seen(Optional<String> text, boolean tracked) {
        static Seen of(ListingValue value) {
            return new Seen(Optional.of(value.text()), true);
        }

        static Seen uncounted() {
            return new Seen(Optional.empty(), false);
        }

        @Override
        public String toString() {
            return tracked ? text.orElse("") : "not counted";
        }
    }

    @Override
    public EntryPoint entry() {
        return ListingEntries.COLLECT_LISTINGS;
    }

    @Override
    public String arguments() {
        return entry().name();
    }

    @Override
    public Verdict decide(Context context) {
        Taking taking = Taking.of(context, Source.LISTINGS, read);
        if (!taking.refusedAsAhead()) {
            Map<ListedField, Set<Seen>> seen = new LinkedHashMap<>();
            read.rows().forEach(row -> sort(context, row, taking, seen));
            List<ListingVersion> versions = new ArrayList<>();
            seen.forEach((at, values) -> {
                if (values.size() > 1) {
                    taking.refuse(
                            at.subject(),
                            at.field().name(),
                            "CONTRADICTORY",
                            "the source shows " + values + " at the same time; correct it");
                } else {
                    look(context, at, values.iterator().next(), taking).ifPresent(versions::add);
                }
            });
            if (!versions.isEmpty()) {
                taking.take(versions.size(), List.of(Edit.append(ListingVersion.TABLE, versions)));
            }
        }
        return taking.done();
    }

    /** Sorts what a row shows by whose field it is. */
    private static void sort(Context context, ShownListing row, Taking taking, Map<ListedField, Set<Seen>> seen) {
        Optional<Sku> sku = context.catalogue().skus().find(row.skuId().orElse(row.itemId()));
        if (ListingSubject.find(context, row.itemId(), ListingField.TITLE).isEmpty()
                || (row.skuId().isPresent() && sku.isEmpty())) {
            taking.stray(Optional.of(row.itemId()), row.skuId(), row.values().toString());
            return;
        }
        if (sku.filter(known -> !known.itemId().equals(row.itemId())).isPresent()) {
            taking.refuse(
                    row.skuId().orElse(row.itemId()),
                    "ITEM",
                    "OTHER_ITEM",
                    "the source shows it as one of item " + row.itemId() + ", and it is one of item "
                            + sku.get().itemId() + "; correct the source, or the catalogue");
            return;
        }
        for (ListingValue value : row.values()) {
            if (row.stockTracked() || value.field() != ListingField.STOCK) {
                Optional<ListedField> at = at(context, row, value.field());
                at.ifPresentOrElse(
                        field -> add(seen, field, Seen.of(value)),
                        () -> taking.refuse(
                                row.itemId(),
                                value.field().name(),
                                "NO_SUCH_SKU",
                                ListingSubject.noSuchSku(context, row.itemId()).detail()));
            }
        }
        if (!row.stockTracked()) {
            at(context, row, ListingField.STOCK).ifPresent(field -> add(seen, field, Seen.uncounted()));
        }
    }

    private static Optional<ListedField> at(Context context, ShownListing row, ListingField field) {
        return ListingSubject.find(context, field.ofSku() ? row.skuId().orElse(row.itemId()) : row.itemId(), field);
    }

    private static void add(Map<ListedField, Set<Seen>> seen, ListedField at, Seen value) {
        seen.computeIfAbsent(at, field -> new LinkedHashSet<>()).add(value);
    }

    /** The version that a look at a field makes, and what comes of the last write of it; none if it says nothing new. */
    private static Optional<ListingVersion> look(Context context, ListedField at, Seen seen, Taking taking) {
        Optional<Instant> stated = taking.look().asOf();
        Instant asOf = stated.orElse(context.now());
        Optional<ListingVersion> known = ListingVersion.last(context, at);
        if (stated.isPresent()
                && known.filter(last -> last.somethingSeen() && last.asOf().isAfter(asOf))
                        .isPresent()) {
            taking.refuse(
                    at.subject(),
                    at.field().name(),
                    "OUTDATED",
                    "the source shows it as of " + asOf + ", and it was seen as of "
                            + known.get().asOf() + " already");
            return Optional.empty();
        }
        if (known.filter(last ->
                        last.asOf().equals(asOf) && last.text().equals(seen.text()) && last.tracked() == seen.tracked())
                .isPresent()) {
            return Optional.empty();
        }
        if (stated.isPresent() && seen.text().isPresent()) {
            judge(context, at, new ListingValue(at.field(), seen.text().get()), asOf, taking);
        }
        return Optional.of(new ListingVersion(
                context.store().id(),
                at.subject(),
                at.field(),
                known.map(ListingVersion::version).orElse(0L) + 1,
                seen.text(),
                seen.tracked(),
                asOf,
                Optional.of(taking.look().number()),
                context.stamp()));
    }

    /** What was shown before a write says nothing of it, nor does what is shown at no known instant. */
    private static void judge(Context context, ListedField at, ListingValue value, Instant asOf, Taking taking) {
        Optional<ListingWrite> last = ListingWrite.last(context, at)
                .filter(write -> !asOf.isBefore(write.planned().at()));
        Instant when = asOf.isAfter(context.now()) ? context.now() : asOf;
        Optional<ListingWrite> judged = last.map(write -> Judgement.lookedAt(
                write, Optional.of(value), when, context.roster().maintenance().writes()));
        if (!judged.equals(last)) {
            ListingWrite next = judged.orElseThrow();
            taking.take(0, List.of(ListingWrite.replacing(context, next)));
            taking.state(new ListingWritten(next));
        }
    }

    @Override
    public SourceIntake recall(Context context, Written written) {
        return Taking.recall(context, written, read.problems());
    }
}
