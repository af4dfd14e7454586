package io.storeops.spi.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.storeops.evidence.AuditChain;
import io.storeops.evidence.AuditEntry;
import io.storeops.evidence.AuditRecord;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import io.storeops.id.ActorKind;
import io.storeops.id.CommandId;
import io.storeops.json.Json;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.StoreView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Rules S110 and S111: the tables that the library keeps. The seed of the generated rows is fixed, and another with
 * {@code -Dstoreops.kit.seed}.
 */
abstract class TableRules extends StorageRules {
    private static final long SEED = Long.getLong("storeops.kit.seed", 20_240_616);
    private static final int ROWS = 4;
    private static final int WRITERS = 16;
    private static final int LINES = 6;

    @Test
    @DisplayName("S110 generated rows of every table come back, written, replaced and opened again")
    void everyTable() {
        RoundTrips replaced = RoundTrips.of(SEED, STORE, bench().moduleTables());
        RoundTrips inserted = RoundTrips.of(SEED + 1, OTHER, bench().moduleTables());
        replaced.insert(storage(), ROWS);
        inserted.insert(storage(), ROWS);
        replaced.replace(storage());
        replaced.check(storage());
        inserted.check(storage());
        if (bench().closeAndReopen()) {
            replaced.check(storage());
            inserted.check(storage());
        }
    }

    /** Rule S111, on the duties' own table. */
    abstract static class Trail extends StorageRules {
        @Test
        @DisplayName("S111 the audit trail that sixteen writers link at once is one intact chain")
        void trail() throws Exception {
            List<Callable<Boolean>> writers = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> Threads.work(() -> link("writer-" + writer)))
                    .toList();
            Threads.together(writers);
            AuditChain.Intact intact = assertInstanceOf(
                    AuditChain.Intact.class, AuditChain.check(StoreView.of(storage(), STORE), List.of()));
            assertEquals(WRITERS * LINES, intact.lines());
        }

        private boolean link(String writer) {
            for (int i = 0; i < LINES; i++) {
                String id = writer + "-" + i;
                AuditRecord record = new AuditRecord(
                        CommandId.of(id),
                        Instant.parse("2024-06-16T01:30:00.123456Z").plusSeconds(i),
                        ActorId.of(writer),
                        ActorKind.SERVICE,
                        Optional.empty(),
                        "REMARK",
                        Target.of("remark", "=\"网店\"," + i),
                        AuditRecord.Outcome.DONE,
                        "EXECUTE:X1",
                        AuditRecord.Rules.NONE,
                        "",
                        Json.of(i));
                AuditEntry.Contents contents =
                        new AuditEntry.Contents("salt", Json.ofNull(), Json.object(Map.of("🛒", Json.of(i))));
                storage()
                        .commit(Changes.of(STORE, CommitId.of(id))
                                .link(
                                        AuditEntry.TABLE,
                                        last -> AuditEntry.after(STORE, last, record, Optional.of(contents))));
            }
            return true;
        }
    }
}
