package io.storeops.campaign;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.evidence.Target;
import io.storeops.failure.Refusal;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.util.Optional;

/** APPROVE_EXTENSION: the manager says up to when a campaign may end later. */
record ApproveExtension(String id, Instant latestEnd) implements Act<ExtensionApproval> {
    @Override
    public EntryPoint entry() {
        return CampaignEntries.APPROVE;
    }

    @Override
    public Target target() {
        return CampaignEntries.target(id);
    }

    @Override
    public String arguments() {
        return id + " " + latestEnd;
    }

    @Override
    public Verdict decide(Context context) {
        Optional<Versioned<Campaign>> found = CampaignEntries.row(context, id);
        Optional<Refusal> refusal = found.isEmpty()
                ? Optional.of(CampaignEntries.unknown(context, id))
                : ExtendActivity.refusal(context, found.get().value(), latestEnd);
        if (refusal.isPresent()) {
            return new Verdict.Refused(refusal.get());
        }
        Optional<Versioned<ExtensionApproval>> known = context.rows()
                .find(
                        ExtensionApproval.TABLE,
                        ExtensionApproval.key(context.store().id(), id, latestEnd));
        if (known.isPresent()) {
            return Verdict.refused(
                    "EXISTS",
                    known.get().value().approved().by() + " approved the end " + latestEnd + " of " + id
                            + " already; it stands");
        }
        ExtensionApproval approval = new ExtensionApproval(context.store().id(), id, latestEnd, context.stamp());
        return Verdict.done(
                        Edit.insert(ExtensionApproval.TABLE, approval),
                        Edit.unchanged(
                                Campaign.TABLE, Campaign.key(context.store().id(), id), found))
                .stating(new ExtensionApproved(approval));
    }

    @Override
    public ExtensionApproval recall(Context context, Written written) {
        return written.get(ExtensionApproval.TABLE);
    }
}
