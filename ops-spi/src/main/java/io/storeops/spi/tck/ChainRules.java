package io.storeops.spi.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.storage.Changes;
import io.storeops.storage.Committed;
import io.storeops.storage.Query;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules S40 to S46: {@link Changes#link}, and rows that tell of a link. */
abstract class ChainRules extends StorageRules {
    private List<Entry> chain() {
        return all(Query.of(Entry.TABLE, STORE));
    }

    @Test
    @DisplayName("S40 the first link gets nothing, every further one the row with the greatest key")
    void links() {
        commit(changes().link(Entry.TABLE, Entry.saying(STORE, "a")));
        commit(changes().link(Entry.TABLE, Entry.saying(STORE, "b")));
        commit(changes().link(Entry.TABLE, Entry.saying(STORE, "c")));
        assertEquals(Entry.chainOf(STORE, List.of("a", "b", "c")), chain());
    }

    @Test
    @DisplayName("S41 links of one commit follow each other, also after an appended row")
    void linksOfOneCommit() {
        List<Entry> expected = Entry.chainOf(STORE, List.of("appended", "a", "b"));
        commit(changes()
                .append(Entry.TABLE, List.of(expected.get(0)))
                .link(Entry.TABLE, Entry.saying(STORE, "a"))
                .link(Entry.TABLE, Entry.saying(STORE, "b")));
        assertEquals(expected, chain());
    }

    @Test
    @DisplayName("S42 the last row is the one with the greatest key as a number, not as a text")
    void greatestKey() {
        List<String> texts = java.util.stream.IntStream.rangeClosed(1, 12)
                .mapToObj(i -> "t" + i)
                .toList();
        for (String text : texts) {
            commit(changes().link(Entry.TABLE, Entry.saying(STORE, text)));
        }
        assertEquals(Entry.chainOf(STORE, texts), chain());
    }

    @Test
    @DisplayName("S43 a link whose key is not greater is refused, and nothing of the commit is left")
    void keysMustGrow() {
        commit(changes().link(Entry.TABLE, Entry.saying(STORE, "a")));
        Changes same = changes()
                .insert(Task.TABLE, Task.of(1))
                .link(Entry.TABLE, last -> new Entry(STORE, 1, Optional.of(1L), "again", 0));
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> commit(same));
        assertEquals(
                "The next row of kit_entry must have a greater key than [S1, 1], not [S1, 1]", refusal.getMessage());
        assertEquals(Entry.chainOf(STORE, List.of("a")), chain());
        assertEquals(Optional.empty(), find(Task.of(1)));
    }

    @Test
    @DisplayName("S44 an exception while a link is made reaches the caller, and nothing of the commit is left")
    void failingLinks() {
        IllegalStateException failure = new IllegalStateException("no next row");
        Changes failing = changes().insert(Task.TABLE, Task.of(1)).link(Entry.TABLE, last -> {
            throw failure;
        });
        assertSame(failure, assertThrows(IllegalStateException.class, () -> commit(failing)));
        assertEquals(Optional.empty(), find(Task.of(1)));
        Committed next = commit(changes().link(Entry.TABLE, Entry.saying(STORE, "a")));
        assertEquals(1, next.number());
    }

    @Test
    @DisplayName("S45 each store has a chain of its own")
    void chainsPerStore() {
        commit(changes().link(Entry.TABLE, Entry.saying(STORE, "here")));
        commit(changes(OTHER).link(Entry.TABLE, Entry.saying(OTHER, "there")));
        assertEquals(Entry.chainOf(STORE, List.of("here")), chain());
        assertEquals(Entry.chainOf(OTHER, List.of("there")), all(Query.of(Entry.TABLE, OTHER)));
    }

    @Test
    @DisplayName("S46 a row that is made when it is written tells of a link of its commit")
    void rowsThatTellOfALink() {
        AtomicLong number = new AtomicLong();
        for (String text : List.of("a", "b")) {
            commit(changes()
                    .link(Entry.TABLE, last -> {
                        Entry entry = Entry.saying(STORE, text).apply(last);
                        number.set(entry.number());
                        return entry;
                    })
                    .insertMade(Task.TABLE, () -> Task.of(number.get())));
        }
        assertEquals(Optional.of(Task.of(1)), find(Task.of(1)).map(row -> row.value()));
        assertEquals(Optional.of(Task.of(2)), find(Task.of(2)).map(row -> row.value()));
    }
}
