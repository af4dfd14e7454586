package io.storeops.adapter.csv.storage;

import io.storeops.adapter.csv.storage.EditedTable.Adoptable;
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
import io.storeops.storage.CommitLog.Written;
import io.storeops.storage.Row;
import io.storeops.storage.RowJson;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The line of the audit trail that says who adopted which cells, and what the rows were before and are after. */
final class AdoptionEntry {
    private static final String ACT = "ADOPT_EDITS";

    private AdoptionEntry() {}

    /** Adds the line to a commit. Its result names cells and not their values, which may be personal: those can be redacted. */
    static Changes link(Changes changes, ActorId person, Instant at, List<Adoptable> edits) {
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
                Sha256.of(edits.stream().map(Adoptable::edit).toList().toString())
                        .hex(),
                Json.object(Map.of(
                        AuditRecord.EDITED,
                        array(edits, AdoptionEntry::name),
                        "columns",
                        array(edits, AdoptionEntry::columns))));
        AuditEntry.Contents contents = new AuditEntry.Contents(
                UUID.randomUUID().toString(),
                Json.array(edits.stream()
                        .flatMap(edit -> edit.before().map(Written::row).stream())
                        .map(row -> told(row.table(), row))
                        .toList()),
                array(edits, edit -> told(edit.row().table(), edit.row())));
        return changes.link(
                AuditEntry.TABLE, last -> AuditEntry.after(changes.store(), last, record, Optional.of(contents)));
    }

    private static Json array(List<Adoptable> edits, Function<Adoptable, Json> part) {
        return Json.array(edits.stream().map(part).toList());
    }

    private static Json name(Adoptable edit) {
        Table<?> table = edit.row().table();
        List<Object> key = table.keyOf(edit.row()).values();
        List<Json> texts = new ArrayList<>();
        for (int i = 1; i < key.size(); i++) {
            texts.add(Json.of(table.key().get(i).type().format(key.get(i))));
        }
        return Json.object(Map.of("table", Json.of(table.name()), "key", Json.array(texts)));
    }

    private static Json columns(Adoptable edit) {
        return Json.array(
                edit.edit().cells().stream().map(cell -> Json.of(cell.column())).toList());
    }

    private static <R> Json told(Table<R> table, Row row) {
        return Json.object(Map.of("table", Json.of(table.name()), "row", RowJson.write(table, table.read(row))));
    }
}
