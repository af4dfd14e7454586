package io.storeops.vetting;

import com.google.common.collect.ImmutableList;
import io.storeops.act.Context;
import io.storeops.act.PersonalActs;
import io.storeops.campaign.Campaign;
import io.storeops.campaign.CampaignPlan;
import io.storeops.id.StoreId;
import io.storeops.storage.Query;
import java.util.Comparator;
import java.util.List;

/**
 * What is proved and promised of a store's campaigns, in the hands of one person, who looks and changes nothing. Thread-safe.
 */
public final class Vettings {
    private final PersonalActs acts;

    Vettings(PersonalActs acts) {
        this.acts = acts;
    }

    /**
     * What was proved of all campaigns that were approved.
     *
     * @param store the store
     * @return the proofs, one a SKU of each campaign, in the order of the approvals
     */
    public List<Proof> proofs(StoreId store) {
        return acts.look(
                store,
                VettingEntries.READ,
                context -> ImmutableList.sortedCopyOf(
                        Comparator.comparing(proof -> proof.judged().at()),
                        context.rows().all(Query.of(Proof.TABLE, context.store().id()))));
    }

    /**
     * What was proved of a campaign when it was approved.
     *
     * @param store the store
     * @param campaign the campaign
     * @return the proofs, one a SKU, in the order of their ids; none if it was not approved here
     */
    public List<Proof> proofsOf(StoreId store, String campaign) {
        return acts.look(store, VettingEntries.READ, context -> context.rows()
                .all(Query.of(Proof.TABLE, context.store().id()).where(campaign)));
    }

    /**
     * All units that campaigns promise or promised.
     *
     * @param store the store
     * @return the commitments in the order in which they were made
     */
    public List<Commitment> commitments(StoreId store) {
        return acts.look(
                store,
                VettingEntries.READ,
                context -> ImmutableList.sortedCopyOf(
                        Comparator.comparing(each -> each.committed().at()), Commitments.all(context)));
    }

    /**
     * The units of a SKU that campaigns promise or promised.
     *
     * @param store the store
     * @param sku the SKU
     * @return the commitments in the order of the campaigns' ids
     */
    public List<Commitment> commitmentsOf(StoreId store, String sku) {
        return acts.look(store, VettingEntries.READ, context -> Commitments.ofSku(context, sku));
    }

    /**
     * What would be proved of a campaign if it were approved now, for whoever plans it: whether it would be refused BELOW_FLOOR, and the
     * cart that shows it. Nothing is written down.
     *
     * @param store the store
     * @param plan the campaign
     * @return a proof of each SKU that it offers, in the order of its offers
     * @throws IllegalArgumentException if the store does not have a SKU, or the plan contradicts itself
     */
    public List<Proof> wouldProve(StoreId store, CampaignPlan plan) {
        return acts.look(store, VettingEntries.READ, context -> Vetting.proofs(context, planned(context, plan)));
    }

    private static Campaign planned(Context context, CampaignPlan plan) {
        return Campaign.planned(context, plan);
    }
}
