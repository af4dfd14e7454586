package io.storeops.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AuditChainLawsTest {
    private static final StoreId STORE = StoreId.of("S1");

    private static List<AuditEntry> chain(int length) {
        List<AuditEntry> chain = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            AuditRecord record = new AuditRecord(
                    CommandId.of("c-" + i),
                    Instant.parse("2024-06-16T01:00:00Z").plusSeconds(i),
                    ActorId.of("op-1"),
                    ActorKind.PERSON,
                    Optional.of(ActorId.of("mgr-1")),
                    "RELEASE",
                    Target.of("thing", "T" + i),
                    AuditRecord.Outcome.DONE,
                    "EXECUTE:X1",
                    new AuditRecord.Rules("1", 3),
                    Sha256.of("arguments " + i).hex(),
                    Json.object(Map.of("rows", Json.of(i))));
            AuditEntry.Contents contents =
                    new AuditEntry.Contents("salt " + i, Json.ofNull(), Json.object(Map.of("state", Json.of("x" + i))));
            chain.add(AuditEntry.after(
                    STORE,
                    chain.isEmpty() ? Optional.empty() : Optional.of(chain.get(i - 1)),
                    record,
                    Optional.of(contents)));
        }
        return chain;
    }

    private static boolean whole(List<AuditEntry> chain) {
        String previous = "";
        long number = 0;
        for (AuditEntry entry : chain) {
            if (!entry.intact() || !entry.previousHash().equals(previous) || entry.number() != ++number) {
                return false;
            }
            previous = entry.hash();
        }
        return true;
    }

    /** Another value of the same type. */
    private static Object other(Column<?> column, Object value) {
        return switch (column.type()) {
            case TEXT ->
                Map.<String, Object>of("outcome", "DENIED", "actor_kind", "SERVICE")
                        .getOrDefault(column.name(), value + "x");
            case LONG -> (Long) value + 1;
            case INSTANT -> ((Instant) value).plusNanos(1000);
            case JSON -> Json.object(Map.of("rows", Json.of("x")));
            default -> throw new IllegalArgumentException(column + " has no other value");
        };
    }

    @Property
    void aChangeOfAnyFieldOfAnyLineIsNoticed(
            @ForAll @IntRange(min = 1, max = 8) int length,
            @ForAll @IntRange(min = 0, max = 7) int line,
            @ForAll @IntRange(min = 0, max = 20) int field) {
        List<AuditEntry> chain = chain(length);
        assertTrue(whole(chain));
        int at = line % length;
        Table<AuditEntry> table = AuditEntry.TABLE;
        List<Object> values = new ArrayList<>(table.write(chain.get(at)).values());
        assertEquals(21, values.size());
        values.set(field, other(table.columns().get(field), values.get(field)));
        chain.set(at, table.read(Row.of(table, values)));
        assertFalse(whole(chain), table.columns().get(field).name());
    }

    @Property
    void aLineTakenOutOrMovedIsNoticed(
            @ForAll @IntRange(min = 3, max = 8) int length, @ForAll @IntRange(min = 0, max = 6) int line) {
        List<AuditEntry> without = chain(length);
        without.remove(line % (length - 1));
        assertFalse(whole(without));
        List<AuditEntry> swapped = chain(length);
        AuditEntry moved = swapped.remove(line % (length - 1));
        swapped.add(moved);
        assertFalse(whole(swapped));
    }

    @Example
    void hashesAsTheStandardSays() {
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                Sha256.of("abc").hex());
        assertEquals(64, Sha256.of("时段").hex().length());
    }

    @Property
    void rowsKeepEverything(@ForAll @IntRange(min = 1, max = 8) int length) {
        for (AuditEntry entry : chain(length)) {
            assertEquals(entry, AuditEntry.TABLE.read(AuditEntry.TABLE.write(entry)));
        }
    }
}
