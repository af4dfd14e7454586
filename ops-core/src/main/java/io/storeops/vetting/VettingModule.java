package io.storeops.vetting;

import io.storeops.act.EntryPoint;
import io.storeops.act.OpsModule;
import io.storeops.campaign.CampaignModule;
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
        return List.of();
    }

    @Override
    public List<EntryPoint> entryPoints() {
        return List.of();
    }

    @Override
    public List<OpsModule> knowledge() {
        return List.of(CampaignModule.MODULE);
    }
}
