package io.storeops.maintenance;

import io.storeops.act.Context;
import io.storeops.evidence.AuditEntry;
import io.storeops.evidence.AuditRecord;
import io.storeops.inspection.RuleKey;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.storage.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an anomaly was taken for at an instant: its row has its present class, the trail each one before (D18, R90). Where the contents of a
 * line were redacted, the class before it is not known any more, and the present one stands. Pure.
 */
final class PastClass {
    private static final String ACT =
            MaintenanceEntries.ANOMALIES.entry(AnomalyEvent.RECLASSIFY).name();

    private PastClass() {}

    /** The anomaly with its class as of an instant, and whether it had another one before that. */
    static Anomaly of(Context context, Anomaly anomaly, Instant asOf) {
        if (!anomaly.reclassified() || !asOf.isBefore(context.now())) {
            return anomaly;
        }
        List<AuditEntry> changes = changes(context, anomaly);
        boolean before = changes.stream().anyMatch(line -> !line.record().at().isAfter(asOf));
        return changes.stream()
                .filter(line -> line.record().at().isAfter(asOf))
                .findFirst()
                .map(next -> anomaly.classed(rule(next).orElse(anomaly.key().rule()), before))
                .orElse(anomaly);
    }

    private static List<AuditEntry> changes(Context context, Anomaly anomaly) {
        return context
                .rows()
                .all(Query.of(AuditEntry.TABLE, context.store().id(), AuditEntry.BY_TARGET)
                        .where(Anomaly.target(anomaly.id()).toString()))
                .stream()
                .filter(line -> line.record().act().equals(ACT) && line.record().outcome() == AuditRecord.Outcome.DONE)
                .toList();
    }

    /** Which rule it was of before. */
    private static Optional<RuleKey> rule(AuditEntry line) {
        return line.contents()
                .map(AuditEntry.Contents::before)
                .filter(Json.Arr.class::isInstance)
                .map(before -> JsonReader.root("line " + line.number() + " of the trail", before))
                .flatMap(before -> before.elements().stream()
                        .filter(row -> row.text("table").equals(Anomaly.TABLE.name()))
                        .findFirst())
                .map(row -> AnomalyKey.rule(row.member("row").text(AnomalyKey.RULE.name())));
    }
}
