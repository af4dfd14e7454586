package io.storeops.adapter.jdbc;

import static io.storeops.StoreFixture.STORE;

import io.storeops.StoreFixture;
import io.storeops.StoreOps;
import io.storeops.activity.ActivityPlan;
import io.storeops.activity.ActivityWindow;
import io.storeops.calendar.SettableClock;
import io.storeops.campaign.Offer;
import io.storeops.failure.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.position.ActivityRules;
import io.storeops.storage.StaleWriteException;
import io.storeops.vetting.Allowances;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Approves activities that promise units, with eight threads, as a server of a cluster does: in one of three windows that overlap, a batch
 * with item A twice and item B between; what one thread holds too much of it cancels. The arguments: the URL and the number of the process.
 * Each order is a round, the instant at which it begins and how many runs each thread has; the answer is how many were approved and how
 * many refused as too much.
 */
public final class PromiseWorker {
    static final ActorId SUBMITTER = ActorId.of("planner-1");
    static final ActorId APPROVER = ActorId.of("planner-2");
    private static final int THREADS = 8;

    private PromiseWorker() {}

    public static void main(String[] arguments) throws Exception {
        SettableClock clock = SettableClock.at(Instant.EPOCH);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (StoreOps ops = StoreOps.builder()
                .storage(JdbcStorage.on(TestDatabase.pooled(arguments[0]), StoreFixture.tables()))
                .clock(clock)
                .build()) {
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                String[] words = order.split(" ", 3);
                clock.set(Instant.parse(words[1]));
                List<Future<long[]>> running = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    Runs runs = new Runs(ops, clock.instant(), words[0] + "-" + arguments[1] + "-" + i);
                    running.add(threads.submit(() -> runs.perform(Integer.parseInt(words[2]))));
                }
                long approved = 0;
                long refused = 0;
                for (Future<long[]> each : running) {
                    approved += each.get()[0];
                    refused += each.get()[1];
                }
                System.out.println(approved + " " + refused);
                System.out.println("done");
            }
        } finally {
            threads.shutdown();
            threads.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    /** The runs of one thread. */
    private record Runs(StoreOps ops, Instant begin, String name) {
        long[] perform(int times) {
            Random random = new Random(name.hashCode());
            Deque<String> held = new ArrayDeque<>();
            long[] counts = new long[2];
            for (int i = 0; i < times; i++) {
                String id = name + "-" + i;
                ActivityPlan plan = plan(random);
                again(() -> ops.deskOf(SUBMITTER).activities().submit(STORE, id, plan));
                boolean passed = again(() -> ops.deskOf(APPROVER).activities().approve(STORE, id, Allowances.NONE));
                counts[passed ? 0 : 1]++;
                if (passed) {
                    held.add(id);
                }
                if (held.size() > 1 || (!passed && !held.isEmpty())) {
                    String old = held.remove();
                    again(() -> ops.deskOf(APPROVER).activities().cancel(STORE, old, "another comes"));
                }
            }
            return counts;
        }

        private ActivityPlan plan(Random random) {
            int hour = random.nextInt(3);
            Instant from = begin.plus(Duration.ofHours(1 + hour));
            return ActivityPlan.of(
                    ActivityRules.Kind.DAILY,
                    "promises",
                    List.of(promised("A", random), promised("B", random), promised("A", random)),
                    new ActivityWindow(from, from.plus(Duration.ofHours(2))));
        }

        private static Offer promised(String item, Random random) {
            return new Offer(item, Optional.empty(), Optional.of(1L + random.nextInt(12)));
        }

        /** Whether it was done, or refused as too much; what others were faster with again and again is tried once more. */
        private static boolean again(Runnable act) {
            while (true) {
                try {
                    act.run();
                    return true;
                } catch (StaleWriteException e) {
                    // Others were first twenty times.
                } catch (RefusedException e) {
                    if (!e.refusal().code().equals("OVERCOMMITTED")) {
                        throw e;
                    }
                    return false;
                }
            }
        }
    }
}
