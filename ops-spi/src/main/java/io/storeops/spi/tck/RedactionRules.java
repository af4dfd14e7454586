package io.storeops.spi.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.storage.Changes;
import io.storeops.storage.Query;
import io.storeops.storage.StaleWriteException;
import io.storeops.storage.Versioned;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules S100 to S105: personal data go for good; nothing else does. */
abstract class RedactionRules extends StorageRules {
    private static final Remark FIRST =
            new Remark(STORE, "r-1", "LATE", Optional.of("张三, 13800000000"), Optional.of("door \"3\""));

    private Changes redact(Remark remark) {
        return changes(remark.store()).redact(Remark.TABLE, remark.key(), List.of(Remark.BUYER));
    }

    private Optional<Versioned<Remark>> found(Remark remark) {
        return storage().find(Remark.TABLE, remark.key());
    }

    @Test
    @DisplayName("S100 the personal columns that are named become absent, the rest stays")
    void removes() {
        commit(changes().insert(Remark.TABLE, FIRST));
        commit(redact(FIRST));
        assertEquals(FIRST.withoutBuyer(), found(FIRST).orElseThrow().value());
        commit(changes().redact(Remark.TABLE, FIRST.key(), List.of(Remark.BUYER, Remark.ADDRESS)));
        assertEquals(
                new Remark(STORE, "r-1", "LATE", Optional.empty(), Optional.empty()),
                found(FIRST).orElseThrow().value());
    }

    @Test
    @DisplayName("S101 a redaction raises the revision")
    void revision() {
        commit(changes().insert(Remark.TABLE, FIRST));
        commit(redact(FIRST));
        assertEquals(2, found(FIRST).orElseThrow().revision());
        assertThrows(StaleWriteException.class, () -> commit(changes().unchanged(Remark.TABLE, FIRST.key(), 1)));
    }

    @Test
    @DisplayName("S102 other rows and stores are left alone")
    void othersStay() {
        Remark second = new Remark(STORE, "r-2", "LATE", FIRST.buyer(), FIRST.address());
        Remark elsewhere = new Remark(OTHER, "r-1", "LATE", FIRST.buyer(), FIRST.address());
        commit(changes().insert(Remark.TABLE, FIRST).insert(Remark.TABLE, second));
        commit(changes(OTHER).insert(Remark.TABLE, elsewhere));
        commit(redact(FIRST));
        assertEquals(second, found(second).orElseThrow().value());
        assertEquals(elsewhere, found(elsewhere).orElseThrow().value());
        assertEquals(List.of(FIRST.withoutBuyer(), second), all(Query.of(Remark.TABLE, STORE)));
        assertEquals(
                List.of(FIRST.withoutBuyer(), second),
                all(Query.of(Remark.TABLE, STORE, Remark.BY_CODE).where("LATE")));
    }

    @Test
    @DisplayName("S103 a redaction of a row that is not there is refused")
    void absent() {
        StaleWriteException stale = assertThrows(StaleWriteException.class, () -> commit(redact(FIRST)));
        assertEquals(FIRST.key(), stale.key());
        assertEquals(0, stale.found());
    }

    @Test
    @DisplayName("S104 a redaction is part of its commit")
    void partOfItsCommit() {
        commit(changes().insert(Remark.TABLE, FIRST));
        assertThrows(StaleWriteException.class, () -> commit(redact(FIRST).unchanged(Remark.TABLE, FIRST.key(), 7)));
        assertEquals(FIRST, found(FIRST).orElseThrow().value());
        Remark second = new Remark(STORE, "r-2", "LATE", FIRST.buyer(), FIRST.address());
        commit(changes().insert(Remark.TABLE, second).redact(Remark.TABLE, second.key(), List.of(Remark.BUYER)));
        assertEquals(second.withoutBuyer(), found(second).orElseThrow().value());
    }

    @Test
    @DisplayName("S105 a redaction lasts when the storage is opened again")
    void whenClosed() {
        commit(changes().insert(Remark.TABLE, FIRST));
        commit(redact(FIRST));
        if (bench().closeAndReopen()) {
            assertEquals(FIRST.withoutBuyer(), found(FIRST).orElseThrow().value());
            assertEquals(2, found(FIRST).orElseThrow().revision());
        } else {
            assertTrue(found(FIRST).isEmpty());
        }
    }
}
