package io.storeops.campaign;

import com.google.common.collect.ImmutableSet;
import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.authority.Decision;
import io.storeops.authority.Right;
import io.storeops.evidence.Target;
import io.storeops.failure.Refusal;
import io.storeops.id.ActorId;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * EXTEND_ACTIVITY: a running campaign ends later, if somebody else approved an end that late (R66, A12). Who may extend and lacks the
 * approval is denied the right to approve, their own extension too (R89).
 */
record ExtendActivity(String id, Instant newEnd) implements Act<Campaign> {
    @Override
    public EntryPoint entry() {
        return CampaignEntries.EXTEND;
    }

    @Override
    public Target target() {
        return CampaignEntries.target(id);
    }

    @Override
    public String arguments() {
        return id + " " + newEnd;
    }

    @Override
    public List<Right> anyOf(Context context) {
        return maintaining(context) instanceof Decision.Allowed && unapproved(context)
                ? List.of(Right.APPROVE_EXTENSION)
                : List.of(Right.MAINTAIN);
    }

    @Override
    public Set<ActorId> submitters(Context context) {
        return unapproved(context) ? users(context) : Set.of();
    }

    private boolean unapproved(Context context) {
        return CampaignEntries.row(context, id).isPresent()
                && !ExtensionApproval.covers(context, id, newEnd, users(context));
    }

    private static Decision maintaining(Context context) {
        return context.charter().decide(context.actor(), context.now(), Right.MAINTAIN);
    }

    /** Who extends it, and for whom they stand in when they do. */
    private static Set<ActorId> users(Context context) {
        ImmutableSet.Builder<ActorId> users = ImmutableSet.builder();
        users.add(context.actor());
        if (maintaining(context) instanceof Decision.Allowed allowed) {
            allowed.onBehalfOf().ifPresent(users::add);
        }
        return users.build();
    }

    @Override
    public Verdict decide(Context context) {
        Optional<Versioned<Campaign>> found = CampaignEntries.row(context, id);
        if (found.isEmpty()) {
            return new Verdict.Refused(CampaignEntries.unknown(context, id));
        }
        Campaign before = found.get().value();
        Optional<Refusal> refusal = refusal(context, before, newEnd);
        if (refusal.isPresent()) {
            return new Verdict.Refused(refusal.get());
        }
        Campaign after = before.until(newEnd);
        return Verdict.done(Edit.replace(Campaign.TABLE, found.get(), after))
                .stating(new CampaignExtended(before, after));
    }

    /** Why a campaign cannot end later: it is over (D37), has not started, or ends as late already. */
    static Optional<Refusal> refusal(Context context, Campaign campaign, Instant newEnd) {
        String name = "campaign " + campaign.id();
        Optional<Instant> left = campaign.course().leftAt();
        if (left.isPresent() || !context.now().isBefore(campaign.end())) {
            return Optional.of(new Refusal(
                    "ENDED",
                    name + " ended at " + left.orElse(campaign.end()) + ", now is " + context.now()
                            + "; what is over starts anew"));
        }
        if (!campaign.runsAt(context.now())) {
            return Optional.of(new Refusal(
                    "WRONG_STATE",
                    name + " starts at " + campaign.start()
                            + " and does not run yet; EXTEND is possible while it runs"));
        }
        return newEnd.isAfter(campaign.end())
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "NOT_LATER", name + " ends at " + campaign.end() + "; an extension names a later end"));
    }

    @Override
    public Campaign recall(Context context, Written written) {
        return written.get(Campaign.TABLE);
    }
}
