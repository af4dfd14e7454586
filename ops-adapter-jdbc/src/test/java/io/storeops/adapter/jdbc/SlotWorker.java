package io.storeops.adapter.jdbc;

import static io.storeops.adapter.jdbc.Thing.S1;

import io.storeops.failure.FaultKind;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.Query;
import io.storeops.storage.StaleWriteException;
import io.storeops.storage.Storage;
import io.storeops.storage.StorageException;
import io.storeops.storage.Versioned;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Works on slots with several threads, as a server of a cluster does. The arguments: the URL, the number of threads, by how
 * many seconds this machine's clock is wrong, the lease and the work in milliseconds. Each order is a round.
 */
public final class SlotWorker {
    private final Storage storage;
    private final Clock clock;
    private final Duration lease;
    private final Duration work;

    private SlotWorker(Storage storage, Clock clock, Duration lease, Duration work) {
        this.storage = storage;
        this.clock = clock;
        this.lease = lease;
        this.work = work;
    }

    public static void main(String[] arguments) throws Exception {
        int threads = Integer.parseInt(arguments[1]);
        // Daemons, so that the process ends when its main thread fails.
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        });
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Storage storage = JdbcStorage.on(TestDatabase.pooled(arguments[0]), Slot.TABLES)) {
            SlotWorker worker = new SlotWorker(
                    storage,
                    Clock.offset(Clock.systemUTC(), Duration.ofSeconds(Long.parseLong(arguments[2]))),
                    Duration.ofMillis(Long.parseLong(arguments[3])),
                    Duration.ofMillis(Long.parseLong(arguments[4])));
            for (String round = orders.readLine(); round != null; round = orders.readLine()) {
                worker.round(pool, threads, Long.parseLong(round));
            }
        }
        pool.shutdown();
    }

    private void round(ExecutorService pool, int threads, long round) throws Exception {
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            running.add(pool.submit(() -> {
                workOn(round);
                return null;
            }));
        }
        for (Future<?> one : running) {
            one.get();
        }
        System.out.println("done");
    }

    /** Claims and completes slots until all of the round are done; what the storage says to repeat later is repeated. */
    private void workOn(long round) {
        boolean more = true;
        while (more) {
            try {
                List<Versioned<Slot>> open = open(round);
                Collections.shuffle(open);
                open.forEach(this::claim);
                more = !open.isEmpty();
            } catch (StorageException e) {
                if (e.kind() != FaultKind.TRANSIENT) {
                    throw e;
                }
            }
        }
    }

    private List<Versioned<Slot>> open(long round) {
        List<Versioned<Slot>> open = new ArrayList<>();
        for (Versioned<Slot> slot :
                storage.select(Query.of(Slot.TABLE, S1).where(round)).items()) {
            if (slot.value().doneBy().isEmpty()) {
                open.add(slot);
            }
        }
        return open;
    }

    private void claim(Versioned<Slot> slot) {
        Instant now = storage.now(S1);
        if (slot.value().leaseUntil().filter(until -> until.isAfter(now)).isPresent()) {
            return;
        }
        String token = UUID.randomUUID().toString();
        Slot claimed = slot.value().claimedBy(token, now.plus(lease));
        if (commit(slot, claimed, "claimed")) {
            System.out.println("claimed " + claimed + " at " + clock.instant());
            LockSupport.parkNanos(work.toNanos());
            commit(new Versioned<>(claimed, slot.revision() + 1), claimed.done(token), "done");
        }
    }

    private boolean commit(Versioned<Slot> from, Slot to, String what) {
        String said = what + " " + to + " " + to.owner().orElseThrow();
        try {
            storage.commit(Changes.of(S1, CommitId.of(said))
                    .replace(Slot.TABLE, to, from.revision())
                    .link(Thing.Line.TABLE, last -> Thing.Line.after(S1, last, said)));
            return true;
        } catch (StaleWriteException e) {
            return false;
        } catch (StorageException e) {
            if (e.kind() != FaultKind.TRANSIENT) {
                throw e;
            }
            return false;
        }
    }

    /** The slots that a worker said it claimed. */
    static List<String> claimed(ChildProcess worker) throws IOException {
        return worker.answersUntilDone().stream()
                .map(line -> line.replaceFirst("claimed (\\S+) .*", "$1"))
                .toList();
    }
}
