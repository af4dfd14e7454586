package io.storeops.spi.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.storage.Changes;
import io.storeops.storage.Committed;
import io.storeops.storage.StaleWriteException;
import io.storeops.storage.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules S85 to S87: claims with a lease in the storage's own time. */
abstract class LeaseRules extends StorageRules {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(20);

    private Task claim(Task task, String owner, Duration lease) {
        return task.by(owner).due(storage().now(STORE).plus(lease));
    }

    private boolean isFree(Task task) {
        return !stored(task).value().dueAt().isAfter(storage().now(STORE));
    }

    private void replace(Task task, long revision) {
        commit(changes().replace(Task.TABLE, task, revision));
    }

    private void refused(Task task, long expected, long found) {
        Changes changes = changes().replace(Task.TABLE, task, expected);
        StaleWriteException refusal = assertThrows(StaleWriteException.class, () -> commit(changes));
        assertEquals(expected, refusal.expected());
        assertEquals(found, refusal.found());
    }

    /** Lets the storage's time come to an instant. */
    private void waitUntil(Instant until) {
        while (!storage().now(STORE).isAfter(until)) {
            if (!bench().hasOwnTime()) {
                bench().clock().advance(Duration.ofMillis(1));
            }
        }
    }

    @Test
    @DisplayName("S85 of two that read a free row, the first to claim it owns it until its lease ends")
    void oneOwner() {
        Task free = Task.of(1).by("nobody").due(Instant.EPOCH);
        insert(free);
        assertTrue(isFree(free));
        Task first = claim(free, "first", LONG);
        Task second = claim(free, "second", LONG);
        replace(first, 1);
        refused(second, 1, 2);
        assertEquals(new Versioned<>(first, 2), stored(free));
        assertFalse(isFree(free));
        replace(first.done(true), 2);
        assertEquals(new Versioned<>(first.done(true), 3), stored(free));
    }

    @Test
    @DisplayName("S86 a claim whose lease ended is taken over, and what the paused owner completes is refused")
    void takenOver() {
        Task free = Task.of(1).by("nobody").due(Instant.EPOCH);
        insert(free);
        Task paused = claim(free, "paused", SHORT);
        replace(paused, 1);
        waitUntil(paused.dueAt());
        assertTrue(isFree(free));
        Task next = claim(free, "next", LONG);
        replace(next, 2);
        refused(paused.done(true), 2, 3);
        assertFalse(isFree(free));
        replace(next.done(true), 3);
        assertEquals(new Versioned<>(next.done(true), 4), stored(free));
    }

    @Test
    @DisplayName(
            "S87 the storage's time is that of its receipts, moves on, and is a server's own where there is a server")
    void time() {
        Instant before = storage().now(STORE);
        bench().clock().advance(Duration.ofDays(100));
        Committed committed = insert(Task.of(1));
        Instant after = storage().now(STORE);
        assertTrue(!committed.at().isBefore(before) && !committed.at().isAfter(after), committed + " at " + after);
        assertEquals(
                committed.at(),
                storage().committed(STORE, committed.id()).orElseThrow().at());
        if (bench().hasOwnTime()) {
            assertTrue(after.isBefore(before.plus(Duration.ofDays(1))), "it went with the caller's clock to " + after);
        } else {
            assertEquals(bench().clock().instant().truncatedTo(ChronoUnit.MICROS), committed.at());
        }
        waitUntil(after);
        Committed later = insert(Task.of(2));
        assertTrue(later.at().isAfter(after), later + " is not after " + after);
    }
}
