package io.storeops.campaign;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.EntryPoint;
import io.storeops.act.OpsModule;
import io.storeops.act.PersonalActs;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import io.storeops.evidence.Target;
import io.storeops.failure.Refusal;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.util.List;
import java.util.Optional;

/** Campaigns as knowledge of the duties: what runs, and until when. */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class CampaignModule implements OpsModule {
    /** The module. */
    public static final CampaignModule MODULE = new CampaignModule();

    static final EntryPoint APPROVE = EntryPoint.act("APPROVE_EXTENSION", List.of(Right.APPROVE_EXTENSION));

    static final EntryPoint EXTEND =
            EntryPoint.act("EXTEND_ACTIVITY", List.of(Right.MAINTAIN, Right.APPROVE_EXTENSION), DataClass.OPERATIONS);

    static final EntryPoint TELL = EntryPoint.host("TELL_CAMPAIGN");

    static final EntryPoint READ = EntryPoint.look(
            "READ_CAMPAIGNS",
            List.of(
                    Right.MAINTAIN,
                    Right.RUN_ACTIVITIES,
                    Right.LIAISE,
                    Right.FEED_BACK,
                    Right.INSTRUCT,
                    Right.APPROVE_ACTIVITY,
                    Right.APPROVE_EXTENSION,
                    Right.READ),
            DataClass.OPERATIONS);

    private CampaignModule() {}

    static Target target(String id) {
        return Target.of(Campaign.TABLE.name(), id);
    }

    static Optional<Versioned<Campaign>> row(Context context, String id) {
        return context.rows().find(Campaign.TABLE, Campaign.key(context.store().id(), id));
    }

    static Refusal unknown(Context context, String id) {
        return new Refusal("NO_SUCH_CAMPAIGN", "store " + context.store().id() + " has no campaign " + id);
    }

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
        return List.of(APPROVE, EXTEND, TELL, READ);
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
