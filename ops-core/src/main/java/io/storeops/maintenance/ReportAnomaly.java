package io.storeops.maintenance;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.evidence.Target;
import io.storeops.failure.Refusal;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.storage.Versioned;
import java.util.Optional;

/**
 * REPORT_ANOMALY: a person finds something, or writes down what somebody else found (R49).
 *
 * @param report what was found
 */
record ReportAnomaly(Report report) implements Act<Reported> {
    private static final String REMARK = "remark";
    private static final String ANOMALY = "anomaly";
    private static final String EPISODE = "episode";
    private static final String SILENCED = "silencedSoFar";

    @Override
    public EntryPoint entry() {
        return MaintenanceEntries.ANOMALIES.entry(AnomalyEvent.REPORT);
    }

    @Override
    public Target target() {
        return Anomaly.target(report.id());
    }

    @Override
    public String arguments() {
        return report.toString();
    }

    @Override
    public Verdict decide(Context context) {
        Optional<Refusal> unknown = Categories.in(context).unknown(report.rule().category());
        if (unknown.isPresent()) {
            return new Verdict.Refused(unknown.get());
        }
        if (report.since().isAfter(context.now())) {
            return Verdict.refused(
                    "FROM_THE_FUTURE",
                    "it is said to be wrong since " + report.since() + ", and now is " + context.now()
                            + "; correct the instant");
        }
        AnomalyKey key = new AnomalyKey(report.rule(), Subjects.of(context, report.subject()));
        Finding.Outcome outcome = new Finding(
                        context,
                        key,
                        new Observation.Seen(
                                report.measured(), report.base(), context.now(), report.since(), report.lastGoodAt()),
                        report.finder().orElse(context.actor()),
                        report.latest(),
                        Optional.of(report.id()))
                .decide(Subjects.covered(context, key));
        return taken(context, outcome)
                ? Verdict.refused(
                        "EXISTS",
                        "store " + context.store().id() + " has an anomaly " + report.id()
                                + " already, which is another one; choose another id")
                : told(Verdict.done().with(outcome.edits()), outcome);
    }

    /** A new anomaly has the id that the person chose, or none. */
    private boolean taken(Context context, Finding.Outcome outcome) {
        return MaintenanceEntries.ANOMALIES.row(context, report.id()).isPresent()
                && outcome.about()
                        .filter(about -> about.anomaly().id().startsWith(report.id() + "."))
                        .filter(about -> MaintenanceEntries.ANOMALIES
                                .row(context, about.anomaly().id())
                                .isEmpty())
                        .isPresent();
    }

    private static Verdict.Done told(Verdict.Done done, Finding.Outcome outcome) {
        Verdict.Done told =
                done.telling(REMARK, Json.of(outcome.remark().name())).telling(SILENCED, Json.of(outcome.silenced()));
        if (outcome.about().isPresent()) {
            Case about = outcome.about().get();
            told = told.telling(ANOMALY, Json.of(about.anomaly().id()))
                    .telling(EPISODE, Json.of(about.episode().number()));
        }
        return told;
    }

    @Override
    public Reported recall(Context context, Written written) {
        JsonReader told = written.told();
        Optional<Anomaly> anomaly = told.findMember(ANOMALY).map(place -> written.get(Anomaly.TABLE));
        return new Reported(
                Remark.valueOf(told.text(REMARK)),
                anomaly,
                anomaly.flatMap(known -> episode(context, known, (int) told.number(EPISODE))),
                (int) told.number(SILENCED));
    }

    /** The episode as it stands: what happened to it since does not change how it began. */
    private static Optional<Episode> episode(Context context, Anomaly anomaly, int number) {
        return context.rows()
                .find(Episode.TABLE, Episode.TABLE.keyOf(anomaly.store(), anomaly.id(), number))
                .map(Versioned::value);
    }
}
