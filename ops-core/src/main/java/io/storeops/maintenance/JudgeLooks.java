package io.storeops.maintenance;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.evidence.Target;
import io.storeops.inspection.InspectionRule;
import io.storeops.inspection.RuleKey;
import io.storeops.storage.Versioned;
import java.util.Optional;

/**
 * OBSERVE, of what was collected: the last looks are judged by one rule, once (R38). A source that went back to an earlier instant says
 * nothing that is not known.
 *
 * @param rule the rule
 * @param number 1 for the first judgement of the rule, one more for each: of two who make the same one, one does
 */
record JudgeLooks(RuleKey rule, long number) implements Act<Boolean> {
    @Override
    public EntryPoint entry() {
        return MaintenanceEntries.ANOMALIES.entry(AnomalyEvent.DETECT);
    }

    @Override
    public Target target() {
        return Target.of(SeenRun.TABLE.name(), rule + "/" + number);
    }

    @Override
    public String arguments() {
        return target().id();
    }

    @Override
    public Verdict decide(Context context) {
        LastLooks looks = LastLooks.of(context);
        Optional<String> marks = looks.marks(context, rule);
        Optional<Versioned<SeenRun>> last = SeenRun.find(context, rule);
        Optional<InspectionRule<?>> judging =
                RulesInForce.of(context, context.now()).find(rule);
        if (judging.isEmpty()
                || marks.isEmpty()
                || last.map(Versioned::value).flatMap(SeenRun::looks).equals(marks)) {
            return Verdict.done().quietly();
        }
        Sighting<?> sighting = new Sightings(context, looks).of(judging.get());
        boolean older = last.map(Versioned::value)
                .flatMap(SeenRun::asOf)
                .filter(at -> sighting.asOf().filter(at::isAfter).isPresent())
                .isPresent();
        return older
                ? Verdict.done(Edit.touch(
                                SeenRun.TABLE, last, last.get().value().marked(marks.get())))
                        .quietly()
                : new Judging(context, sighting).by(judging.get(), marks);
    }

    @Override
    public Boolean recall(Context context, Written written) {
        return true;
    }
}
