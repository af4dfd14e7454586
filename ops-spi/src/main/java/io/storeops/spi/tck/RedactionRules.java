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
import org.junit.jupiter.api.Test;

/** Personal data go for good; nothing else does. */
abstract class RedactionRules extends StorageRules {
    private static final Remark FIRST =
            new Remark(STORE, "r-1", "LATE", Optional.of("张三, 13800000000"), Optional.of("door \"3\""));

    /** Closes the storage and opens it again; false if a storage of this kind keeps nothing. */
    abstract boolean closeAndReopen();

    private Changes redact(Remark remark) {
        return changes(remark.store()).redact(Remark.TABLE, remark.key(), List.of(Remark.BUYER));
    }

    private Optional<Versioned<Remark>> found(Remark remark) {
        return storage().find(Remark.TABLE, remark.key());
    }

    @Test
    void rule701RemovesThePersonalColumnsThatAreNamed() {
        commit(changes().insert(Remark.TABLE, FIRST));
        commit(redact(FIRST));
        assertEquals(FIRST.withoutBuyer(), found(FIRST).orElseThrow().value());
        commit(changes().redact(Remark.TABLE, FIRST.key(), List.of(Remark.BUYER, Remark.ADDRESS)));
        assertEquals(
                new Remark(STORE, "r-1", "LATE", Optional.empty(), Optional.empty()),
                found(FIRST).orElseThrow().value());
    }

    @Test
    void rule702RaisesTheRevision() {
        commit(changes().insert(Remark.TABLE, FIRST));
        commit(redact(FIRST));
        assertEquals(2, found(FIRST).orElseThrow().revision());
        assertThrows(StaleWriteException.class, () -> commit(changes().unchanged(Remark.TABLE, FIRST.key(), 1)));
    }

    @Test
    void rule703LeavesOtherRowsAndStoresAlone() {
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
    void rule704RefusesARowThatIsNotThere() {
        StaleWriteException stale = assertThrows(StaleWriteException.class, () -> commit(redact(FIRST)));
        assertEquals(FIRST.key(), stale.key());
        assertEquals(0, stale.found());
    }

    @Test
    void rule705IsPartOfItsCommit() {
        commit(changes().insert(Remark.TABLE, FIRST));
        assertThrows(StaleWriteException.class, () -> commit(redact(FIRST).unchanged(Remark.TABLE, FIRST.key(), 7)));
        assertEquals(FIRST, found(FIRST).orElseThrow().value());
        Remark second = new Remark(STORE, "r-2", "LATE", FIRST.buyer(), FIRST.address());
        commit(changes().insert(Remark.TABLE, second).redact(Remark.TABLE, second.key(), List.of(Remark.BUYER)));
        assertEquals(second.withoutBuyer(), found(second).orElseThrow().value());
    }

    @Test
    void rule706LastsWhenClosed() {
        commit(changes().insert(Remark.TABLE, FIRST));
        commit(redact(FIRST));
        if (closeAndReopen()) {
            assertEquals(FIRST.withoutBuyer(), found(FIRST).orElseThrow().value());
            assertEquals(2, found(FIRST).orElseThrow().revision());
        } else {
            assertTrue(found(FIRST).isEmpty());
        }
    }
}
