package io.storeops.vetting;

import io.storeops.act.Check;
import io.storeops.act.EntryPoint;
import io.storeops.act.OpsModule;
import io.storeops.act.PersonalActs;
import io.storeops.act.Reaction;
import io.storeops.campaign.CampaignExtended;
import io.storeops.campaign.CampaignModule;
import io.storeops.campaign.CampaignsTold;
import io.storeops.listing.FloorSet;
import io.storeops.listing.PricesApproved;
import io.storeops.storage.Table;
import java.util.List;

/** What is proved and promised of campaigns, as a module. */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class VettingModule implements OpsModule {
    /** The module. */
    public static final VettingModule MODULE = new VettingModule();

    private VettingModule() {}

    @Override
    public String name() {
        return "vetting";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(Account.TABLE, Commitment.TABLE, Proof.TABLE);
    }

    @Override
    public List<EntryPoint> entryPoints() {
        return List.of(VettingEntries.READ);
    }

    @Override
    public List<OpsModule> knowledge() {
        return List.of(CampaignModule.MODULE);
    }

    @Override
    public List<Check<?>> checks() {
        return List.of(
                new Check<>(PricesApproved.class, Reproofs::prices),
                new Check<>(FloorSet.class, Reproofs::floor),
                new Check<>(CampaignExtended.class, Reproofs::extension));
    }

    @Override
    public List<Reaction<?>> reactions() {
        return List.of(
                new Reaction<>(
                        CampaignExtended.class, (context, fact) -> Reproofs.moved(context, List.of(fact.after()))),
                new Reaction<>(CampaignsTold.class, (context, fact) -> Reproofs.moved(context, fact.campaigns())));
    }

    /**
     * What is proved and promised, in the hands of a person.
     *
     * @param acts the person's acts
     * @return the proofs and commitments
     */
    public Vettings of(PersonalActs acts) {
        return new Vettings(acts);
    }
}
