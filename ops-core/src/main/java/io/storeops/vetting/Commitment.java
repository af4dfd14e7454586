package io.storeops.vetting;

import static java.util.Objects.requireNonNull;

import io.storeops.evidence.Stamp;
import io.storeops.id.IdText;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.Optional;

/**
 * Units of a SKU that an approved campaign promises (D45). Immutable.
 *
 * @param store the store
 * @param skuId the SKU
 * @param campaignId the campaign
 * @param units how many units, 1 or more
 * @param peak the most units that it and those that it overlaps with promise at one instant of its window, at its approval
 * @param sellable what the ERP could sell then; empty if nobody told: then it was not judged, and the verification of the stock before the
 *     start is what protects it (R60)
 * @param committed who approved it, when, under which rules (R1)
 * @param release when and why they are promised no more; empty while they are
 */
public record Commitment(
        StoreId store,
        String skuId,
        String campaignId,
        long units,
        long peak,
        Optional<Long> sellable,
        Stamp committed,
        Optional<Release> release) {
    private static final Column<String> SKU = Column.text("sku_id", "the SKU");
    private static final Column<String> CAMPAIGN = Column.text("campaign_id", "the campaign");
    private static final Column<Long> UNITS = Column.number("units", "how many units");
    private static final Column<Long> PEAK = Column.number(
            "peak", "the most units promised at one instant of its window, its own included, at its approval");
    private static final Column<Long> SELLABLE =
            Column.number("sellable", "what the ERP could sell then; absent if nobody told");
    private static final ColumnGroup<Stamp> COMMITTED =
            Stamp.columns(Column.instant("committed_at", "when"), Column.actor("committed_by", "who approved it"));
    private static final Column<Instant> RELEASED = Column.instant("released_at", "when they were released");
    private static final Column<Released> WHY = Column.constant("released_for", "why", Released.class);
    private static final ColumnGroup<Release> RELEASE = ColumnGroup.of(Release.class)
            .column(RELEASED, Release::at)
            .column(WHY, Release::why)
            .reads(row -> new Release(row.get(RELEASED), row.get(WHY)));

    static final String BY_CAMPAIGN = "by_campaign";

    /** The table of commitments. */
    public static final Table<Commitment> TABLE = Table.of("commitment", Commitment::store)
            .column(SKU, Commitment::skuId)
            .column(CAMPAIGN, Commitment::campaignId)
            .column(UNITS, Commitment::units)
            .column(PEAK, Commitment::peak)
            .optional(SELLABLE, Commitment::sellable)
            .group(COMMITTED, Commitment::committed)
            .optional(RELEASE, Commitment::release)
            .key(SKU, CAMPAIGN)
            .path(BY_CAMPAIGN, CAMPAIGN)
            .reads(row -> new Commitment(
                    row.store(),
                    row.get(SKU),
                    row.get(CAMPAIGN),
                    row.get(UNITS),
                    row.get(PEAK),
                    row.find(SELLABLE),
                    row.get(COMMITTED),
                    row.find(RELEASE)));

    /**
     * When and why units are promised no more.
     *
     * @param at when, by the clock of the library
     * @param why why
     */
    public record Release(Instant at, Released why) {
        /** Checks for null. */
        public Release {
            requireNonNull(at, "at");
            requireNonNull(why, "why");
        }
    }

    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException if an id breaks the rule of {@link IdText}, or no units are promised, or more than at the peak or
     *     than could be sold
     */
    public Commitment {
        requireNonNull(store, "store");
        IdText.checked("SKU id", skuId);
        IdText.checked("campaign id", campaignId);
        requireNonNull(committed, "committed");
        requireNonNull(release, "release");
        requireNonNull(sellable, "sellable");
        if (units < 1 || peak < units || sellable.orElse(peak) < peak) {
            throw new IllegalArgumentException("Campaign " + campaignId + " promises 1 unit of " + skuId
                    + " or more, no more than are promised together, and those can be sold; not " + units + " of "
                    + peak + " of " + sellable.orElse(peak));
        }
    }

    /** The same, promised no more. */
    Commitment released(Instant at, Released why) {
        return new Commitment(
                store, skuId, campaignId, units, peak, sellable, committed, Optional.of(new Release(at, why)));
    }
}
