package io.storeops.maintenance;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.evidence.Target;
import io.storeops.inspection.InspectionRule;
import io.storeops.inspection.InspectionRules;
import io.storeops.json.JsonReader;
import java.util.List;
import java.util.Optional;

/**
 * OBSERVE: one look of a rule at a source is judged, and what it finds, sees again or finds no more is written down, all at once.
 *
 * @param sighting what the source gave
 */
record Observe(Sighting<?> sighting) implements Act<Sighted> {
    @Override
    public EntryPoint entry() {
        return MaintenanceEntries.ANOMALIES.entry(AnomalyEvent.DETECT);
    }

    @Override
    public Target target() {
        return Target.of("inspection_run", sighting.rule().toString());
    }

    @Override
    public String arguments() {
        return sighting.toString();
    }

    @Override
    public Verdict decide(Context context) {
        InspectionRules rules = RulesInForce.of(context, sighting.asOf().orElse(context.now()));
        Optional<InspectionRule<?>> rule = rules.find(sighting.rule());
        if (rule.isEmpty()) {
            return Verdict.refused(
                    "NO_SUCH_RULE",
                    "there is no rule " + sighting.rule() + "; there are "
                            + rules.rules().keySet());
        }
        return new Judging(context, sighting).by(rule.get(), Optional.empty());
    }

    @Override
    public Sighted recall(Context context, Written written) {
        JsonReader told = written.told();
        return new Sighted(
                ids(told, Judging.FOUND),
                ids(told, Judging.OBSERVED),
                ids(told, Judging.COVERED),
                ids(told, Judging.RECOVERED),
                told.member(Judging.COULD_NOT_CHECK).flag());
    }

    private static List<String> ids(JsonReader told, String name) {
        return told.elements(name).stream().map(JsonReader::text).toList();
    }
}
