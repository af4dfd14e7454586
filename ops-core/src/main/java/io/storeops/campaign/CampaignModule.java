package io.storeops.campaign;

import io.storeops.act.Act;
import io.storeops.act.EntryPoint;
import io.storeops.act.OpsModule;
import io.storeops.act.PersonalActs;
import io.storeops.storage.Table;
import java.util.List;

/** Campaigns as knowledge of the duties: what runs, and until when. */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class CampaignModule implements OpsModule {
    /** The module. */
    public static final CampaignModule MODULE = new CampaignModule();

    private CampaignModule() {}

    @Override
    public String name() {
        return "campaign";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(Campaign.TABLE, ExtensionApproval.TABLE);
    }

    @Override
    public List<EntryPoint> entryPoints() {
        return List.of(CampaignEntries.APPROVE, CampaignEntries.EXTEND, CampaignEntries.TELL, CampaignEntries.READ);
    }

    /**
     * What tells of activities that are approved already.
     *
     * @param plans the activities
     * @return the act of the host
     */
    public Act<Boolean> telling(List<CampaignPlan> plans) {
        return new TellCampaigns(List.copyOf(plans));
    }

    /**
     * Campaigns in the hands of a person.
     *
     * @param acts the person's acts
     * @return the campaigns
     */
    public Campaigns of(PersonalActs acts) {
        return new Campaigns(acts);
    }
}
