package io.storeops.campaign;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Context;
import io.storeops.evidence.Stamp;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Key;
import io.storeops.storage.Query;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.Set;

/**
 * The manager's approval that a campaign may end later: it names the latest end, and stands for every end up to it (R66). Never changed.
 *
 * @param store the store
 * @param campaignId the campaign
 * @param latestEnd the latest end
 * @param approved who approved it, when, under which rules (R1)
 */
public record ExtensionApproval(StoreId store, String campaignId, Instant latestEnd, Stamp approved) {
    private static final Column<String> CAMPAIGN = Column.text("campaign_id", "the campaign");
    private static final Column<Instant> LATEST = Column.instant("latest_end", "the latest end that is approved");
    private static final ColumnGroup<Stamp> APPROVED =
            Stamp.columns(Column.instant("approved_at", "when"), Column.actor("approved_by", "who approved it"));

    static final Table<ExtensionApproval> TABLE = Table.of("extension_approval", ExtensionApproval::store)
            .column(CAMPAIGN, ExtensionApproval::campaignId)
            .column(LATEST, ExtensionApproval::latestEnd)
            .group(APPROVED, ExtensionApproval::approved)
            .key(CAMPAIGN, LATEST)
            .appendOnly()
            .reads(row -> new ExtensionApproval(row.store(), row.get(CAMPAIGN), row.get(LATEST), row.get(APPROVED)));

    /** Checks for null. */
    public ExtensionApproval {
        requireNonNull(store, "store");
        requireNonNull(campaignId, "campaignId");
        requireNonNull(latestEnd, "latestEnd");
        requireNonNull(approved, "approved");
    }

    static Key key(StoreId store, String campaignId, Instant latestEnd) {
        return Key.of(store, campaignId, latestEnd);
    }

    /** Whether somebody other than those who would use it approved an end. */
    static boolean covers(Context context, String campaignId, Instant newEnd, Set<ActorId> users) {
        return context
                .rows()
                .all(Query.of(TABLE, context.store().id()).where(campaignId).from(newEnd))
                .stream()
                .anyMatch(approval -> !users.contains(approval.approved().by()));
    }
}
