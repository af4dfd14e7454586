package io.storeops.competitor;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.evidence.Evidence;
import io.storeops.failure.Refusal;
import io.storeops.json.Json;
import io.storeops.storage.Key;
import java.util.Optional;

/**
 * RECORD_COMPETITOR: what a person saw of a rival's item, with the evidence of it.
 *
 * @param shown what they saw
 * @param evidence the id of the evidence
 */
record RecordCompetitor(ShownCompetitor shown, String evidence) implements Act<CompetitorVersion> {
    private static final String VERSION = "version";

    @Override
    public EntryPoint entry() {
        return CompetitorEntries.RECORD;
    }

    @Override
    public String arguments() {
        return shown + " with " + evidence;
    }

    @Override
    public Verdict decide(Context context) {
        Optional<Refusal> refusal = ObservationRules.refusal(context, shown);
        if (refusal.isPresent()) {
            return new Verdict.Refused(refusal.get());
        }
        if (context.rows()
                .find(Evidence.TABLE, Key.of(context.store().id(), evidence))
                .isEmpty()) {
            return Verdict.refused(
                    "EVIDENCE_MISSING",
                    "there is no evidence '" + evidence + "' in the store; attach a screenshot first, and name it");
        }
        Optional<CompetitorVersion> known =
                CompetitorVersion.findAt(context.rows(), shown.itemId(), shown.observedAt());
        Optional<CompetitorVersion> next =
                ObservationRules.next(context, shown, known, Optional.empty(), Optional.of(evidence));
        return next.map(version -> Verdict.done(Edit.insert(CompetitorVersion.TABLE, version)))
                .orElseGet(Verdict::done)
                .telling(VERSION, Json.of(next.or(() -> known).orElseThrow().version()));
    }

    @Override
    public CompetitorVersion recall(Context context, Written written) {
        return context.rows()
                .find(
                        CompetitorVersion.TABLE,
                        CompetitorVersion.TABLE.keyOf(context.store().id(), shown.itemId(), shown.observedAt(), (int)
                                written.told().number(VERSION)))
                .orElseThrow()
                .value();
    }
}
