package io.storeops.adapter.csv.storage;

import io.storeops.evidence.AuditEntry;
import io.storeops.evidence.AuditRecord;
import io.storeops.evidence.AuditRecord.Outcome;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import io.storeops.id.ActorKind;
import io.storeops.id.CommandId;
import io.storeops.id.Sha256;
import io.storeops.json.Json;
import io.storeops.storage.Changes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The line of the audit trail that says who adopted which cells. */
final class AdoptionEntry {
    private static final String ACT = "ADOPT_EDITS";

    private AdoptionEntry() {}

    /** Adds the line to a commit. It names cells, not their values, which may be personal: a trail forgets nothing. */
    static Changes link(Changes changes, ActorId person, Instant at, List<RowEdit> edits) {
        List<Json> rows = edits.stream()
                .map(edit -> Json.object(Map.of(
                        "file", Json.of(edit.file()),
                        "key", Json.array(keyOf(edit)),
                        "columns",
                                Json.array(edit.cells().stream()
                                        .map(cell -> Json.of(cell.column()))
                                        .toList()))))
                .map(Json.class::cast)
                .toList();
        AuditRecord record = new AuditRecord(
                CommandId.of(changes.id().value()),
                at,
                person,
                ActorKind.PERSON,
                Optional.empty(),
                ACT,
                Target.STORE,
                Outcome.DONE,
                "HOST",
                AuditRecord.Rules.NONE,
                Sha256.of(edits.toString()).hex(),
                Json.array(rows));
        return changes.link(
                AuditEntry.TABLE, last -> AuditEntry.after(changes.store(), last, record, Optional.empty()));
    }

    private static List<? extends Json> keyOf(RowEdit edit) {
        return edit.key().values().stream()
                .map(value -> Json.of(value.toString()))
                .toList();
    }
}
