package io.storeops.listing;

import static io.storeops.listing.ListingEntries.WORKERS;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.authority.Decision;
import io.storeops.authority.Right;
import io.storeops.campaign.Campaign;
import io.storeops.evidence.Target;
import io.storeops.failure.Refusal;
import io.storeops.listing.ListingEditor.Shown;
import io.storeops.listing.ListingWrite.Outcome;
import io.storeops.position.MaintenanceRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * WRITE_LISTING up to the sending: guards, and the write is stored with its key (D10, D20). What is shown before is the version on which
 * it rests.
 *
 * @param subject whose field: the SKU or item
 * @param value what is to be written
 * @param activity for which activity; empty if for none
 * @param shown what is shown now; empty if it could not be read
 */
record PlanWrite(String subject, ListingValue value, Optional<String> activity, Optional<Shown> shown)
        implements Act<PlanWrite.Planned> {
    /**
     * What was planned.
     *
     * @param write the write
     * @param at which field of which listing
     * @param first whether it was planned now, by nobody before
     */
    record Planned(ListingWrite write, ListedField at, boolean first) {}

    @Override
    public EntryPoint entry() {
        return ListingEntries.WRITE_LISTING;
    }

    @Override
    public Target target() {
        return ListingEntries.target(subject, value.field());
    }

    @Override
    public String arguments() {
        return subject + " " + value.field() + " " + value.text()
                + activity.map(id -> " for " + id).orElse("");
    }

    /** Whoever may write, writes approved prices; another one is for whoever approves prices, who then has to do so first (D10). */
    @Override
    public List<Right> anyOf(Context context) {
        boolean writes =
                context.charter().decide(context.actor(), context.now(), WORKERS, Set.of()) instanceof Decision.Allowed;
        return writes && value.field().price() && unapproved(context) ? List.of(Right.SET_PRICE_BOOK) : WORKERS;
    }

    private boolean unapproved(Context context) {
        return ListingSubject.find(context, subject, value.field())
                .filter(at -> !ListingApproval.of(context, at).allows(value))
                .isPresent();
    }

    /** Why nothing would be sent, whatever is shown. */
    Optional<Refusal> refusal(Context context) {
        Optional<ListedField> found = ListingSubject.find(context, subject, value.field());
        if (found.isEmpty()) {
            return Optional.of(ListingSubject.unknown(context, subject, value.field()));
        }
        if (activity.isPresent() && Campaign.find(context, activity.get()).isEmpty()) {
            return Optional.of(new Refusal(
                    "NO_SUCH_CAMPAIGN",
                    "nobody approved an activity " + activity.get() + " of store "
                            + context.store().id() + ", so nothing is written for it"));
        }
        ListingApproval approval = ListingApproval.of(context, found.get());
        if (!approval.allows(value)) {
            return Optional.of(new Refusal(
                    "NOT_APPROVED",
                    value + " of " + subject + " is not approved; approved is "
                            + approval.approved().map(ListingValue::toString).orElse("nothing that is known")
                            + ". Have it approved first, or a decision name it"));
        }
        return Judgement.waits(ListingWrite.last(context, found.get()), context.now());
    }

    @Override
    public Verdict decide(Context context) {
        Optional<Refusal> refusal = refusal(context);
        if (refusal.isPresent()) {
            return new Verdict.Refused(refusal.get());
        }
        ListedField at = ListingSubject.find(context, subject, value.field()).orElseThrow();
        List<Edit<?>> edits = new ArrayList<>();
        Optional<ListingWrite> overdue = ListingWrite.last(context, at)
                .filter(last ->
                        last.verdict().filter(WriteVerdict.PENDING::equals).isPresent());
        overdue.ifPresent(last -> edits.add(ListingWrite.replacing(
                context, Judgement.lookedAt(last, shown.map(Shown::value), context.now(), writes(context)))));
        long base = ListingVersion.lastNumber(context, at);
        if (shown.isPresent() || overdue.isPresent()) {
            ListingVersion version = ListingVersion.next(context, at, shown);
            edits.add(Edit.insert(ListingVersion.TABLE, version));
            base = version.version();
        }
        Optional<Outcome> there =
                shown.map(Shown::value).filter(value::equals).map(same -> Outcome.of(WriteVerdict.NO_CHANGE));
        ListingWrite write = new ListingWrite(
                context.store().id(),
                at.subject(),
                base,
                value,
                shown.map(seen -> seen.value().text()),
                activity,
                context.stamp(),
                Optional.empty(),
                there);
        // First among the rows of its table: it is what the act gives back.
        edits.add(0, Edit.insert(ListingWrite.TABLE, write));
        return Verdict.done(edits.toArray(Edit<?>[]::new));
    }

    private static MaintenanceRules.Writes writes(Context context) {
        return context.roster().maintenance().writes();
    }

    @Override
    public Planned recall(Context context, Written written) {
        return new Planned(
                written.get(ListingWrite.TABLE),
                ListingSubject.find(context, subject, value.field()).orElseThrow(),
                written.first());
    }
}
