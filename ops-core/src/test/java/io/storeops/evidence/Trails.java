package io.storeops.evidence;

import io.storeops.id.ActorId;
import io.storeops.id.ActorKind;
import io.storeops.id.CommandId;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.storage.Column;
import io.storeops.storage.Row;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Trails to spoil: lines are counted from 1, as in the trail. */
final class Trails {
    static final StoreId STORE = StoreId.of("S1");
    static final int COLUMNS = AuditEntry.TABLE.columns().size();

    private Trails() {}

    /** Lines of all kinds: with and without contents, in person and as a deputy. */
    static List<AuditEntry> trail(int length) {
        List<AuditEntry> trail = new ArrayList<>();
        for (int number = 1; number <= length; number++) {
            boolean tells = number % 3 != 0;
            add(trail, record(number, "RELEASE", "EXECUTE:X1", Json.object(Map.of("version", Json.of(number)))), tells);
        }
        return trail;
    }

    static void add(List<AuditEntry> trail, AuditRecord record, boolean tells) {
        Optional<AuditEntry> last = trail.isEmpty() ? Optional.empty() : Optional.of(trail.get(trail.size() - 1));
        Optional<AuditEntry.Contents> contents = tells
                ? Optional.of(new AuditEntry.Contents("salt " + trail.size(), Json.ofNull(), Json.of("张三")))
                : Optional.empty();
        trail.add(AuditEntry.after(STORE, last, record, contents));
    }

    static AuditRecord record(int number, String act, String right, Json result) {
        return new AuditRecord(
                CommandId.of("c-" + number),
                Instant.parse("2024-06-16T01:00:00.000001Z").plusSeconds(number),
                ActorId.of("op-1"),
                ActorKind.PERSON,
                number % 2 == 0 ? Optional.of(ActorId.of("mgr-1")) : Optional.empty(),
                act,
                Target.of("thing", "T" + number),
                AuditRecord.Outcome.DONE,
                right,
                new AuditRecord.Rules("1", 3),
                Sha256.of("arguments " + number).hex(),
                result);
    }

    /** The line as somebody leaves it who writes into one column of its row. */
    static AuditEntry with(AuditEntry line, int column, @Nullable Object value) {
        List<@Nullable Object> values =
                new ArrayList<>(AuditEntry.TABLE.write(line).values());
        values.set(column, value);
        return AuditEntry.TABLE.read(Row.of(AuditEntry.TABLE, values));
    }

    /** The line with another value, or any value where there is none, in one column of its row. */
    static AuditEntry changed(AuditEntry line, int column) {
        return with(
                line,
                column,
                other(
                        AuditEntry.TABLE.columns().get(column),
                        AuditEntry.TABLE.write(line).values().get(column)));
    }

    /** The line as the trail has it after its contents went. */
    static AuditEntry withoutContents(AuditEntry line) {
        Table<AuditEntry> table = AuditEntry.TABLE;
        return table.read(table.write(line).without(AuditEntry.PERSONAL));
    }

    private static Object other(Column<?> column, @Nullable Object value) {
        return switch (column.type()) {
            case TEXT ->
                Map.of("outcome", "DENIED", "actor_kind", "SERVICE")
                        .getOrDefault(column.name(), value == null ? "x" : value + "x");
            case LONG -> value == null ? 1L : (Long) value + 1;
            case INSTANT -> value == null ? Instant.EPOCH : ((Instant) value).plusNanos(1000);
            case JSON -> Json.object(Map.of("rows", Json.of("x")));
            default -> throw new IllegalArgumentException(column + " has no other value");
        };
    }
}
