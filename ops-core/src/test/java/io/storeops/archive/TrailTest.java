package io.storeops.archive;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.StoreFixture;
import io.storeops.evidence.Anchor;
import io.storeops.evidence.AuditChain;
import io.storeops.evidence.AuditEntry;
import io.storeops.evidence.AuditRecord;
import io.storeops.evidence.Target;
import io.storeops.failure.DeniedException;
import io.storeops.failure.NotEnrolledException;
import io.storeops.failure.RefusedException;
import io.storeops.id.CommandId;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrailTest {
    private final StoreFixture shop = StoreFixture.open();
    private final Archive manager = shop.ops.deskOf(MANAGER).archive();

    @BeforeEach
    void workThreeHours() {
        shop.work(DAY, 3);
    }

    @Test
    void isReadPageByPage() {
        List<AuditEntry> all = shop.trail();
        assertEquals(all, manager.trail(STORE, 1, 1000));
        assertEquals(all.subList(4, 6), manager.trail(STORE, 5, 2));
        assertEquals(List.of(), manager.trail(STORE, all.size() + 1, 1000));
        assertEquals(
                "A page has 1 to 100000 rows, not 0",
                assertThrows(IllegalArgumentException.class, () -> manager.trail(STORE, 1, 0))
                        .getMessage());
    }

    @Test
    void isReadByWhatItsLinesAreAbout() {
        assertThrows(RefusedException.class, () -> shop.operator().correct(STORE, StoreFixture.slot(2)));
        assertEquals(
                List.of("RELEASE DONE", "RELEASE_CORRECTION REFUSED"),
                manager
                        .trail(
                                STORE,
                                Target.of("publication", StoreFixture.slot(2).toString()))
                        .stream()
                        .map(line -> line.record().act() + " " + line.record().outcome())
                        .toList());
        assertEquals(List.of(), manager.trail(STORE, Target.of("suggestion", "SG1")));
    }

    @Test
    void rowsKeepEachLine() {
        for (AuditEntry line : shop.trail()) {
            assertEquals(
                    Optional.of(line),
                    shop.storage
                            .find(AuditEntry.TABLE, AuditEntry.key(STORE, line.number()))
                            .map(row -> row.value()));
        }
    }

    @Test
    void isIntactAsItWasWrittenAndStaysSoBehindItsAnchors() {
        List<AuditEntry> before = shop.trail();
        Anchor anchor = manager.head(STORE).orElseThrow();
        assertEquals(before.get(before.size() - 1).anchor(), anchor);
        shop.collect(4, 400, 40, 4);
        Anchor head = manager.head(STORE).orElseThrow();
        assertEquals(
                new AuditChain.Intact(before.size() + 1, Optional.of(head), List.of()),
                manager.verify(STORE, List.of(anchor, head)));
    }

    @Test
    void isCutOffWhereAnAnchorLiesBeyondItsEnd() {
        int lines = shop.trail().size();
        Anchor beyond = new Anchor(STORE, lines + 2, Sha256.of("lost"));
        assertEquals(
                new AuditChain.Broken(
                        lines + 1, "the tail after line " + lines + " was cut off: there is an anchor " + beyond),
                manager.verify(STORE, List.of(beyond)));
    }

    @Test
    void isBrokenWhereContentsWereTakenAway() {
        AuditEntry told = shop.trail().stream()
                .filter(line -> line.contents().isPresent())
                .findFirst()
                .orElseThrow();
        shop.storage.commit(Changes.of(STORE, CommitId.of("by hand"))
                .redact(AuditEntry.TABLE, AuditEntry.key(STORE, told.number()), AuditEntry.PERSONAL));
        assertEquals(
                new AuditChain.Broken(
                        told.number(),
                        "what it told of before and after is gone, and no later line says that it was redacted"),
                manager.verify(STORE, List.of()));
    }

    @Test
    void isForThoseWhoInstructOrRead() {
        Archive operator = shop.ops.deskOf(OPERATOR).archive();
        DeniedException denied = assertThrows(DeniedException.class, () -> operator.trail(STORE, 1, 10));
        assertEquals(
                "op-1 may not READ_TRAIL in store S1: the right INSTRUCT is missing. It is held by [mgr-1]",
                denied.getMessage());
        assertThrows(DeniedException.class, () -> operator.head(STORE));
        assertEquals(
                "op-1 may not VERIFY_TRAIL in store S1: the right INSTRUCT is missing. It is held by [mgr-1]",
                assertThrows(DeniedException.class, () -> operator.verify(STORE, List.of()))
                        .getMessage());
    }

    @Test
    void ofAStoreThatIsNotThereIsNoEmptyTrail() {
        assertThrows(NotEnrolledException.class, () -> manager.verify(StoreId.of("S9"), List.of()));
    }

    @Test
    void tellsOfADeniedLookAtItself() {
        Archive operator = shop.ops.deskOf(OPERATOR).under(CommandId.of("c-1")).archive();
        assertThrows(DeniedException.class, () -> operator.verify(STORE, List.of()));
        AuditEntry last = shop.trail().get(shop.trail().size() - 1);
        assertEquals(AuditRecord.Outcome.DENIED, last.record().outcome());
        assertEquals("VERIFY_TRAIL", last.record().act());
    }
}
