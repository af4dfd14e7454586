package io.storeops.maintenance;

import io.storeops.act.Context;
import io.storeops.act.Move;
import io.storeops.act.Written;
import io.storeops.evidence.Evidence;
import io.storeops.evidence.EvidenceNeed;
import io.storeops.failure.Refusal;
import io.storeops.storage.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the moves of anomalies have in common. */
final class Steps {
    private Steps() {}

    /** A move that gives the anomaly as it stands after it, whether or not its own row changed. */
    static Move<Anomaly, AnomalyState, AnomalyEvent, Anomaly> of(AnomalyEvent event, String id, Object... arguments) {
        return MaintenanceEntries.ANOMALIES
                .move(event, id, arguments)
                .giving((context, written) -> left(context, written, id));
    }

    private static Anomaly left(Context context, Written written, String id) {
        boolean changed = written.told()
                .findMember("edited")
                .filter(edited -> edited.elements().stream()
                        .anyMatch(row -> row.text("table").equals(Anomaly.TABLE.name())))
                .isPresent();
        return changed
                ? written.get(Anomaly.TABLE)
                : MaintenanceEntries.ANOMALIES.find(context, id).orElseThrow();
    }

    /** Somebody else has it (D86). */
    static Optional<Refusal> conflict(Context context, Anomaly known) {
        return known.holder()
                .filter(holder -> !holder.equals(context.actor()))
                .map(holder -> new Refusal(
                        "CONFLICT",
                        "anomaly " + known.id() + " is " + holder + "'s, in version " + known.version()
                                + "; it is handed over, or left to them"));
    }

    /** Evidence that lacks in an episode: what was attached before it was found is of another. */
    static List<EvidenceNeed> missing(Context context, Case each, List<EvidenceNeed> needs) {
        Instant from = each.episode().found().at();
        List<Evidence> there = context
                .rows()
                .all(Query.of(Evidence.TABLE, context.store().id(), Evidence.BY_TARGET)
                        .where(Anomaly.target(each.anomaly().id())))
                .stream()
                .filter(item -> !item.stamp().at().isBefore(from))
                .toList();
        return needs.stream()
                .filter(need -> there.stream().noneMatch(item -> need.metBy(item.kind())))
                .toList();
    }

    static Optional<Refusal> lacking(Context context, Case each, List<EvidenceNeed> needs) {
        List<EvidenceNeed> missing = missing(context, each, needs);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "EVIDENCE_MISSING",
                        "episode " + each.episode().number() + " of anomaly "
                                + each.anomaly().id() + ", found at "
                                + each.episode().found().at() + ", has no evidence of " + missing
                                + "; attach it to anomaly/" + each.anomaly().id() + " first"));
    }

    static Optional<Refusal> wrongState(Anomaly known, String why) {
        return Optional.of(new Refusal("WRONG_STATE", "anomaly " + known.id() + " is " + known.state() + "; " + why));
    }
}
