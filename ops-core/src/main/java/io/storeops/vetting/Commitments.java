package io.storeops.vetting;

import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.storage.Key;
import io.storeops.storage.Query;
import java.time.Instant;
import java.util.List;

/** What campaigns of a store promise, as rows. */
final class Commitments {
    private Commitments() {}

    static List<Commitment> ofCampaign(Context context, String campaign) {
        return context.rows()
                .all(Query.of(Commitment.TABLE, context.store().id(), Commitment.BY_CAMPAIGN)
                        .where(campaign));
    }

    static List<Commitment> ofSku(Context context, String sku) {
        return context.rows()
                .all(Query.of(Commitment.TABLE, context.store().id()).where(sku));
    }

    static List<Commitment> all(Context context) {
        return context.rows().all(Query.of(Commitment.TABLE, context.store().id()));
    }

    static Edit<Commitment> released(Context context, Commitment known, Instant at, Released why) {
        Key key = Key.of(context.store().id(), known.skuId(), known.campaignId());
        return Edit.replace(
                Commitment.TABLE,
                context.rows().find(Commitment.TABLE, key).orElseThrow(),
                known.released(at, why));
    }
}
