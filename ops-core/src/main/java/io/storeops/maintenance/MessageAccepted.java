package io.storeops.maintenance;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.evidence.Target;
import java.time.Instant;
import java.util.Optional;

/**
 * A channel accepted what an anomaly waited for: its escalation, by which it is ESCALATED (D12), or the notice of its correction, by which
 * it is CLOSED. The engine notices it, once however many processes look.
 *
 * @param id the anomaly
 * @param message the message
 */
record MessageAccepted(String id, String message) implements Act<Anomaly> {
    @Override
    public EntryPoint entry() {
        return MaintenanceEntries.ACCEPTED;
    }

    @Override
    public Target target() {
        return Anomaly.target(id);
    }

    @Override
    public String arguments() {
        return id + " " + message;
    }

    @Override
    public Verdict decide(Context context) {
        Case known =
                Case.of(context, MaintenanceEntries.ANOMALIES.find(context, id).orElseThrow());
        Optional<Instant> at = AnomalyTimers.acceptedAt(context, message);
        if (at.isEmpty() || !AnomalyTimers.waiting(known).equals(Optional.of(message))) {
            return Verdict.refused("NOTHING_WAITS", "anomaly " + id + " does not wait for " + message);
        }
        return known.anomaly().state() == AnomalyState.CORRECTED
                ? closed(context, known, at.get())
                : escalated(context, known, at.get());
    }

    private static Verdict closed(Context context, Case known, Instant at) {
        Anomaly.Ending ending = new Anomaly.Ending(at, AnomalyResult.CORRECTED);
        return known.becoming(
                context,
                Changing.of(known.anomaly())
                        .to(AnomalyState.CLOSED)
                        .ended(ending)
                        .under(context),
                known.episode().ended(ending));
    }

    private static Verdict escalated(Context context, Case known, Instant at) {
        Escalation escalation = known.episode().escalation().orElseThrow().acceptedAt(at);
        return known.becoming(
                context,
                Changing.of(known.anomaly())
                        .to(AnomalyState.ESCALATED)
                        .heldBy(Optional.of(escalation.by()))
                        .under(context),
                known.episode()
                        .escalation(escalation)
                        .acted(new Episode.FirstAct(Episode.FirstAct.Kind.ESCALATE, at, escalation.by())));
    }

    @Override
    public Anomaly recall(Context context, Written written) {
        return written.get(Anomaly.TABLE);
    }
}
