package io.storeops.campaign;

import io.storeops.act.Context;
import io.storeops.act.EntryPoint;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import io.storeops.evidence.Target;
import io.storeops.failure.Refusal;
import io.storeops.storage.Versioned;
import java.util.List;
import java.util.Optional;

/** What can be done with campaigns, and under which rights. */
final class CampaignEntries {
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

    private CampaignEntries() {}

    static Target target(String id) {
        return Target.of(Campaign.TABLE.name(), id);
    }

    static Optional<Versioned<Campaign>> row(Context context, String id) {
        return context.rows().find(Campaign.TABLE, Campaign.key(context.store().id(), id));
    }

    static Refusal unknown(Context context, String id) {
        return new Refusal("NO_SUCH_CAMPAIGN", "store " + context.store().id() + " has no campaign " + id);
    }
}
