package io.storeops.spi.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.Committed;
import io.storeops.storage.DuplicateCommitException;
import io.storeops.storage.Key;
import io.storeops.storage.Query;
import io.storeops.storage.StaleWriteException;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules S20 to S37: commits of one thread. */
abstract class CommitRules extends StorageRules {
    private static final Task FIRST = Task.of(1);
    private static final Task SECOND = Task.of(2);

    private void refused(Changes changes, Task task, long expected, long found) {
        StaleWriteException refusal = assertThrows(StaleWriteException.class, () -> commit(changes));
        assertEquals("kit_task", refusal.table());
        assertEquals(task.key(), refusal.key());
        assertEquals(expected, refusal.expected(), "the revision that was expected");
        assertEquals(found, refusal.found(), "the revision that was found");
    }

    @Test
    @DisplayName("S20 commits of a store are numbered 1, 2, 3 without gaps, refused ones take no number")
    void numbers() {
        assertEquals(1, insert(FIRST).number());
        refused(changes().insert(Task.TABLE, FIRST), FIRST, 0, 1);
        assertEquals(2, insert(SECOND).number());
        Changes again = Changes.of(STORE, CommitId.of("commit-1"));
        assertThrows(DuplicateCommitException.class, () -> commit(again));
        assertEquals(3, insert(Task.of(3)).number());
        assertEquals(1, insert(FIRST.in(OTHER)).number(), "another store counts by itself");
    }

    @Test
    @DisplayName("S21 a commit without changes is a commit")
    void emptyCommit() {
        assertEquals(1, commit(changes()).number());
        assertEquals(2, commit(changes()).number());
    }

    @Test
    @DisplayName("S22 a receipt has the commit's id and the storage's own time, in whole microseconds")
    void receipts() {
        Instant before = storage().now(STORE);
        Committed committed = insert(FIRST);
        Instant after = storage().now(STORE);
        assertEquals(CommitId.of("commit-1"), committed.id());
        assertEquals(before.truncatedTo(ChronoUnit.MICROS), before);
        assertEquals(committed.at().truncatedTo(ChronoUnit.MICROS), committed.at());
        assertFalse(committed.at().isBefore(before), committed.at() + " is before " + before);
        assertFalse(committed.at().isAfter(after), committed.at() + " is after " + after);
    }

    @Test
    @DisplayName("S23 a commit is looked up by store and id")
    void lookUp() {
        Committed first = insert(FIRST);
        Committed second = insert(SECOND);
        assertEquals(Optional.of(first), storage().committed(STORE, first.id()));
        assertEquals(Optional.of(second), storage().committed(STORE, second.id()));
        assertEquals(Optional.empty(), storage().committed(STORE, CommitId.of("COMMIT-1")));
        assertEquals(Optional.empty(), storage().committed(OTHER, first.id()));
    }

    @Test
    @DisplayName("S24 a commit id that exists is refused with the first receipt, and nothing changes")
    void duplicates() {
        Committed first = insert(FIRST);
        insert(SECOND);
        Changes repeat = Changes.of(STORE, first.id()).insert(Task.TABLE, Task.of(3));
        DuplicateCommitException refusal = assertThrows(DuplicateCommitException.class, () -> commit(repeat));
        assertEquals(first, refusal.first());
        assertEquals(Optional.empty(), find(Task.of(3)));
        assertEquals(Optional.of(first), storage().committed(STORE, first.id()));
    }

    @Test
    @DisplayName("S25 a commit id that exists is refused as such even if its changes are stale by now")
    void duplicateBeforeStale() {
        Committed first = insert(FIRST);
        Changes repeat = Changes.of(STORE, first.id()).insert(Task.TABLE, FIRST);
        DuplicateCommitException refusal = assertThrows(DuplicateCommitException.class, () -> commit(repeat));
        assertEquals(first, refusal.first());
    }

    @Test
    @DisplayName("S26 two stores may use the same commit id")
    void idsPerStore() {
        CommitId id = CommitId.of("shared");
        Committed here = commit(Changes.of(STORE, id).insert(Task.TABLE, FIRST));
        Committed there = commit(Changes.of(OTHER, id).insert(Task.TABLE, FIRST.in(OTHER)));
        assertEquals(Optional.of(here), storage().committed(STORE, id));
        assertEquals(Optional.of(there), storage().committed(OTHER, id));
    }

    @Test
    @DisplayName("S27 an inserted row is at revision 1, each replacement adds one")
    void revisions() {
        insert(FIRST);
        assertEquals(new Versioned<>(FIRST, 1), stored(FIRST));
        Task done = FIRST.done(true);
        commit(changes().replace(Task.TABLE, done, 1));
        assertEquals(new Versioned<>(done, 2), stored(FIRST));
        commit(changes().replace(Task.TABLE, done, 2));
        assertEquals(new Versioned<>(done, 3), stored(FIRST));
    }

    @Test
    @DisplayName("S28 an insert of a key that exists is refused and names the revision found")
    void insertOfExisting() {
        insert(FIRST);
        commit(changes().replace(Task.TABLE, FIRST, 1));
        refused(changes().insert(Task.TABLE, FIRST.by("op-2")), FIRST, 0, 2);
        assertEquals(new Versioned<>(FIRST, 2), stored(FIRST));
    }

    @Test
    @DisplayName("S29 a replace at a wrong revision is refused and names the revision found")
    void staleReplace() {
        insert(FIRST);
        commit(changes().replace(Task.TABLE, FIRST, 1));
        refused(changes().replace(Task.TABLE, FIRST.by("late"), 1), FIRST, 1, 2);
        refused(changes().replace(Task.TABLE, FIRST.by("early"), 3), FIRST, 3, 2);
        refused(changes().replace(Task.TABLE, SECOND, 1), SECOND, 1, 0);
        assertEquals(new Versioned<>(FIRST, 2), stored(FIRST));
        assertEquals(Optional.empty(), find(SECOND));
    }

    @Test
    @DisplayName("S30 a read guard holds at its revision, 0 for absent, and changes nothing")
    void guards() {
        insert(FIRST);
        commit(changes().unchanged(Task.TABLE, FIRST.key(), 1).unchanged(Task.TABLE, SECOND.key(), 0));
        assertEquals(new Versioned<>(FIRST, 1), stored(FIRST));
        assertEquals(Optional.empty(), find(SECOND));
    }

    @Test
    @DisplayName("S31 a broken read guard refuses the whole commit and names the revision found")
    void brokenGuards() {
        insert(FIRST);
        Task third = Task.of(3);
        refused(changes().insert(Task.TABLE, third).unchanged(Task.TABLE, FIRST.key(), 2), FIRST, 2, 1);
        refused(changes().insert(Task.TABLE, third).unchanged(Task.TABLE, FIRST.key(), 0), FIRST, 0, 1);
        refused(changes().insert(Task.TABLE, third).unchanged(Task.TABLE, SECOND.key(), 1), SECOND, 1, 0);
        assertEquals(Optional.empty(), find(third));
    }

    @Test
    @DisplayName("S32 a refused commit leaves nothing behind and its id may be used again")
    void nothingIsLeft() {
        Committed first = insert(FIRST);
        CommitId id = CommitId.of("refused");
        Changes refused = Changes.of(STORE, id)
                .insert(Task.TABLE, SECOND)
                .replace(Task.TABLE, FIRST.done(true), 1)
                .link(Entry.TABLE, Entry.saying(STORE, "refused"))
                .insert(Specimen.TABLE, Specimen.of("refused", Specimen.Always.plain()))
                .insert(Task.TABLE, FIRST);
        refused(refused, FIRST, 0, 2);
        assertEquals(List.of(FIRST), all(Query.of(Task.TABLE, STORE)));
        assertEquals(new Versioned<>(FIRST, 1), stored(FIRST));
        assertEquals(List.of(), all(Query.of(Task.TABLE, STORE, Task.BY_DONE).where(true)));
        assertEquals(List.of(), all(Query.of(Entry.TABLE, STORE)));
        assertEquals(List.of(), all(Query.of(Specimen.TABLE, STORE)));
        assertEquals(Optional.empty(), storage().committed(STORE, id));
        Committed second = commit(Changes.of(STORE, id).insert(Task.TABLE, SECOND));
        assertEquals(first.number() + 1, second.number());
    }

    @Test
    @DisplayName("S33 changes of a commit see the earlier ones of the same commit")
    void ownChanges() {
        commit(changes()
                .unchanged(Task.TABLE, FIRST.key(), 0)
                .insert(Task.TABLE, FIRST)
                .unchanged(Task.TABLE, FIRST.key(), 1)
                .replace(Task.TABLE, FIRST.by("op-2"), 1)
                .replace(Task.TABLE, FIRST.by("op-3"), 2)
                .unchanged(Task.TABLE, FIRST.key(), 3));
        assertEquals(new Versioned<>(FIRST.by("op-3"), 3), stored(FIRST));
        assertEquals(List.of(FIRST.by("op-3")), all(Query.of(Task.TABLE, STORE, Task.BY_OWNER)));
        refused(changes().insert(Task.TABLE, SECOND).insert(Task.TABLE, SECOND), SECOND, 0, 1);
        refused(changes().replace(Task.TABLE, FIRST, 3).unchanged(Task.TABLE, FIRST.key(), 3), FIRST, 3, 4);
        assertEquals(Optional.empty(), find(SECOND));
    }

    @Test
    @DisplayName("S34 two stores do not mix: neither rows, nor revisions, nor refusals")
    void storesDoNotMix() {
        Task there = FIRST.in(OTHER).by("other");
        insert(FIRST);
        insert(there);
        commit(changes().replace(Task.TABLE, FIRST.done(true), 1));
        assertEquals(new Versioned<>(there, 1), stored(there));
        assertEquals(new Versioned<>(FIRST.done(true), 2), stored(FIRST));
        assertEquals(List.of(there), all(Query.of(Task.TABLE, OTHER)));
        refused(changes(OTHER).replace(Task.TABLE, there, 2), there, 2, 1);
    }

    @Test
    @DisplayName("S35 a row or a store that nobody committed is absent")
    void absent() {
        assertEquals(Optional.empty(), find(FIRST));
        assertEquals(List.of(), all(Query.of(Task.TABLE, STORE)));
        assertEquals(List.of(), scanned(Query.of(Task.TABLE, STORE, Task.BY_DUE)));
        assertEquals(Optional.empty(), storage().committed(STORE, CommitId.of("commit-1")));
    }

    @Test
    @DisplayName("S36 a commit of thousands of rows is there as a whole, or refused as a whole by its last row")
    void largeCommits() {
        List<Task> tasks = java.util.stream.LongStream.rangeClosed(1, 3000)
                .mapToObj(Task::of)
                .toList();
        refused(changes().append(Task.TABLE, tasks).insert(Task.TABLE, FIRST), FIRST, 0, 1);
        assertEquals(List.of(), all(Query.of(Task.TABLE, STORE)));
        commit(changes().append(Task.TABLE, tasks));
        assertEquals(tasks, all(Query.of(Task.TABLE, STORE).limit(100_000)));
    }

    @Test
    @DisplayName("S37 a table may have one row a store, whose key is the store alone")
    void oneRowAStore() {
        Setting here = new Setting(STORE, "here");
        Setting there = new Setting(OTHER, "there");
        commit(changes().insert(Setting.TABLE, here));
        commit(changes(OTHER).insert(Setting.TABLE, there));
        commit(changes().replace(Setting.TABLE, new Setting(STORE, "again"), 1));
        assertEquals(
                Optional.of(new Versioned<>(new Setting(STORE, "again"), 2)),
                storage().find(Setting.TABLE, Key.of(STORE)));
        assertEquals(List.of(there), all(Query.of(Setting.TABLE, OTHER)));
        Changes second = changes().insert(Setting.TABLE, here);
        assertEquals(
                2, assertThrows(StaleWriteException.class, () -> commit(second)).found());
    }
}
