package io.storeops.maintenance;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import io.storeops.storage.Versioned;
import java.util.Optional;
import java.util.Set;

/**
 * DECIDE: the manager says what becomes of orders (R50).
 *
 * @param id the request
 * @param decision what is decided, as in HONOUR
 */
record DecideRequest(String id, String decision) implements Act<DecisionRequest> {
    @Override
    public EntryPoint entry() {
        return MaintenanceEntries.DECIDE_ORDERS;
    }

    @Override
    public Target target() {
        return Target.of(DecisionRequest.TABLE.name(), id);
    }

    @Override
    public String arguments() {
        return id + " " + decision;
    }

    /** Nobody decides what they asked themselves (R89). */
    @Override
    public Set<ActorId> submitters(Context context) {
        return Requests.row(context, id)
                .map(known -> Set.of(known.value().asked().by()))
                .orElse(Set.of());
    }

    @Override
    public Verdict decide(Context context) {
        Optional<Versioned<DecisionRequest>> known = Requests.row(context, id);
        if (known.isEmpty()) {
            return Verdict.refused("NO_SUCH_REQUEST", "store " + context.store().id() + " has no request " + id);
        }
        DecisionRequest request = known.get().value();
        if (request.about().newEnd().isPresent()) {
            return Verdict.refused(
                    "NOT_ABOUT_ORDERS",
                    id + " asks that " + request.about().subject()
                            + " may end later; approve its extension, which decides it");
        }
        if (!request.open()) {
            return Verdict.refused(
                    "WRONG_STATE",
                    id + " is decided: " + request.decided().get().decision());
        }
        if (decision.isBlank()) {
            return Verdict.refused("DECISION_MISSING", "say what becomes of the orders, as in HONOUR");
        }
        return Verdict.done(Edit.replace(
                DecisionRequest.TABLE,
                known.get(),
                request.with(new DecisionRequest.Decided(decision, context.now(), context.actor()))));
    }

    @Override
    public DecisionRequest recall(Context context, Written written) {
        return written.get(DecisionRequest.TABLE);
    }
}
