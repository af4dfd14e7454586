package io.storeops.maintenance;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.campaign.Campaign;
import io.storeops.evidence.Target;
import io.storeops.failure.Refusal;
import java.util.Optional;

/**
 * REQUEST_DECISION (R50, R66).
 *
 * @param id the id of the request
 * @param about what it is about
 */
record RequestDecision(String id, DecisionRequest.About about) implements Act<DecisionRequest> {
    @Override
    public EntryPoint entry() {
        return MaintenanceEntries.REQUEST_DECISION;
    }

    @Override
    public Target target() {
        return Target.of(DecisionRequest.TABLE.name(), id);
    }

    @Override
    public String arguments() {
        return id + " " + about;
    }

    @Override
    public Verdict decide(Context context) {
        Optional<Refusal> refusal = Requests.row(context, id)
                .map(known -> new Refusal(
                        "EXISTS",
                        "store " + context.store().id() + " has a request " + id + " already, about "
                                + known.value().about() + "; choose another id"))
                .or(() -> unknown(context));
        return refusal.<Verdict>map(Verdict.Refused::new)
                .orElseGet(() -> Verdict.done(Edit.insert(
                        DecisionRequest.TABLE,
                        new DecisionRequest(context.store().id(), id, about, context.stamp(), Optional.empty()))));
    }

    private Optional<Refusal> unknown(Context context) {
        if (about.newEnd().isEmpty()) {
            return MaintenanceEntries.ANOMALIES.row(context, about.subject()).isPresent()
                    ? Optional.empty()
                    : Optional.of(new Refusal(
                            "NO_SUCH_ANOMALY", "store " + context.store().id() + " has no anomaly " + about.subject()));
        }
        Optional<Campaign> campaign = Campaign.find(context, about.subject());
        if (campaign.isEmpty()) {
            return Optional.of(new Refusal(
                    "NO_SUCH_CAMPAIGN", "store " + context.store().id() + " has no campaign " + about.subject()));
        }
        return about.newEnd().get().isAfter(campaign.get().end())
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "NOT_LATER",
                        "campaign " + about.subject() + " ends at "
                                + campaign.get().end() + "; an extension names a later end"));
    }

    @Override
    public DecisionRequest recall(Context context, Written written) {
        return written.get(DecisionRequest.TABLE);
    }
}
