package io.storeops.adapter.jdbc;

import static io.storeops.adapter.jdbc.Thing.S1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.Storage;
import io.storeops.storage.Versioned;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two JVMs with four threads each and clocks six minutes apart claim the same slots. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class ClaimTest {
    private static final int SLOTS = 14;
    private static final int ROUNDS = Full.times(1000, 6);
    private static final int ROUNDS_WITH_SIGNALS = Full.times(40, 1);
    private static final String THREADS = "4";
    private static final String LEASE = "400";
    private static final String BEHIND = "-180";
    private static final String AHEAD = "180";

    private static void open(Storage storage, long round) {
        storage.commit(Changes.of(S1, CommitId.of("round " + round))
                .append(
                        Slot.TABLE,
                        LongStream.range(0, SLOTS)
                                .mapToObj(slot -> Slot.open(round, slot))
                                .toList()));
    }

    @ParameterizedTest
    @MethodSource("io.storeops.adapter.jdbc.TestServer#processes")
    void everySlotHasOneOwner(TestServer server) throws Exception {
        String url = TestDatabase.urlOfNewPlace(server);
        try (Storage storage = JdbcStorage.on(TestDatabase.plain(url), Slot.TABLES);
                ChildProcess one = ChildProcess.start(SlotWorker.class, url, THREADS, BEHIND, "600000", "0");
                ChildProcess two = ChildProcess.start(SlotWorker.class, url, THREADS, AHEAD, "600000", "0")) {
            List<ChildProcess> workers = List.of(one, two);
            int[] share = new int[2];
            for (int round = 0; round < ROUNDS; round++) {
                open(storage, round);
                for (ChildProcess worker : workers) {
                    worker.tell(Integer.toString(round));
                }
                List<String> claimed = new ArrayList<>();
                for (int i = 0; i < 2; i++) {
                    List<String> his = SlotWorker.claimed(workers.get(i));
                    share[i] += his.size();
                    claimed.addAll(his);
                }
                int current = round;
                List<String> expected = LongStream.range(0, SLOTS)
                        .mapToObj(slot -> current + "/" + slot)
                        .sorted()
                        .toList();
                assertEquals(expected, claimed.stream().sorted().toList());
            }
            assertCompletedByItsOwner(storage, ROUNDS);
            assertTrue(share[0] > 0 && share[1] > 0, "both had a share: " + share[0] + " and " + share[1]);
        }
    }

    /**
     * While one worker is stopped in the middle of its work for longer than its lease, and another is killed at any moment.
     * The stopped one is not within a transaction: there it would keep the store's turn until the database ends its session.
     */
    @ParameterizedTest
    @MethodSource("io.storeops.adapter.jdbc.TestServer#processes")
    void noSlotIsLostAndNoStaleCompletionIsAccepted(TestServer server) throws Exception {
        String url = TestDatabase.urlOfNewPlace(server);
        try (Storage storage = JdbcStorage.on(TestDatabase.plain(url), Slot.TABLES);
                ChildProcess stopped = ChildProcess.start(SlotWorker.class, url, "1", BEHIND, LEASE, "900")) {
            for (int round = 0; round < ROUNDS_WITH_SIGNALS; round++) {
                open(storage, round);
                stopped.tell(Integer.toString(round));
                assertTrue(stopped.answer().startsWith("claimed"));
                stopped.signal("STOP");
                try (ChildProcess killed = ChildProcess.start(SlotWorker.class, url, THREADS, AHEAD, LEASE, "20")) {
                    killed.tell(Integer.toString(round));
                    assertTrue(killed.answer().startsWith("claimed"));
                    killed.kill();
                }
                try (ChildProcess third = ChildProcess.start(SlotWorker.class, url, THREADS, AHEAD, LEASE, "20")) {
                    third.tell(Integer.toString(round));
                    third.answersUntilDone();
                }
                stopped.signal("CONT");
                stopped.answersUntilDone();
            }
            assertCompletedByItsOwner(storage, ROUNDS_WITH_SIGNALS);
        }
    }

    /** Every slot is done, once, and by whoever claimed it last, as the chain of what happened says. */
    private static void assertCompletedByItsOwner(Storage storage, int rounds) {
        Map<String, String> lastClaim = new HashMap<>();
        Map<String, String> completed = new HashMap<>();
        try (Scan<Versioned<Thing.Line>> scan = storage.scan(Query.of(Thing.Line.TABLE, S1))) {
            scan.forEachRemaining(line -> {
                String[] said = line.value().text().split(" ", 3);
                if (said[0].equals("claimed")) {
                    assertTrue(!completed.containsKey(said[1]), "claimed after it was done: " + said[1]);
                    lastClaim.put(said[1], said[2]);
                } else {
                    assertEquals(lastClaim.get(said[1]), said[2], "completed by a stale owner: " + said[1]);
                    assertEquals(null, completed.put(said[1], said[2]), "completed twice: " + said[1]);
                }
            });
        }
        assertEquals(rounds * SLOTS, completed.size());
        try (Scan<Versioned<Slot>> scan = storage.scan(Query.of(Slot.TABLE, S1))) {
            scan.forEachRemaining(
                    slot -> assertEquals(slot.value().owner(), slot.value().doneBy()));
        }
    }
}
