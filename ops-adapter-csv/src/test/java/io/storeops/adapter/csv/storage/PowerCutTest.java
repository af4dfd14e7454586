package io.storeops.adapter.csv.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing acknowledged is lost and nothing is half there, wherever the power is cut. */
@DisplayName("A CSV store whose power is cut")
class PowerCutTest {
    private static final int CUTS_A_RUN = 4;
    private static final int RUNS = Endurance.times(1_250, 5_000);

    private final AtomicInteger duringRecovery = new AtomicInteger();
    private final AtomicInteger tornTails = new AtomicInteger();

    @Test
    void losesNothingAndMixesNothing() {
        List<String> violations = LongStream.rangeClosed(1, RUNS)
                .mapToObj(seed -> violation(seed, UnaryOperator.identity()))
                .flatMap(Optional::stream)
                .toList();
        assertEquals(List.of(), violations, violations.size() + " violations of " + RUNS + " runs");
        assertTrue(duringRecovery.get() > RUNS / 10, "too few cuts fell into an opening: " + duringRecovery);
        assertTrue(tornTails.get() > RUNS / 10, "too few frames were torn: " + tornTails);
        Endurance.report(RUNS * CUTS_A_RUN + " power cuts, " + duringRecovery + " of them while opening, " + tornTails
                + " torn frames: 0 violations");
    }

    /** The list of weakened stores tests the test: each must be found out. */
    @ParameterizedTest
    @EnumSource(Weakening.class)
    void wouldBeFoundOutIf(Weakening weakening) {
        long violations = LongStream.rangeClosed(1, RUNS)
                .filter(seed -> violation(seed, weakening).isPresent())
                .limit(Endurance.times(1, RUNS))
                .count();
        assertTrue(violations > 0, weakening + " went unseen in " + RUNS + " runs");
        Endurance.report(weakening + ": " + violations + " violations of " + RUNS + " runs");
    }

    /** What went wrong in a run of four power cuts, empty if nothing did. */
    private Optional<String> violation(long seed, UnaryOperator<Disk> weakening) {
        Random random = new Random(seed);
        SimulatedDisk disk = new SimulatedDisk(random);
        Workload work = new Workload(random, disk, weakening);
        try {
            for (int cut = 1; cut <= CUTS_A_RUN; cut++) {
                cutThePowerInTheMiddle(random, disk, work);
                disk.restart();
                work.assertForgotten();
            }
            work.run(1);
            tornTails.addAndGet(work.tornFrames());
            return Optional.empty();
        } catch (RuntimeException | AssertionError e) {
            return Optional.of("seed " + seed + ": " + e);
        }
    }

    private void cutThePowerInTheMiddle(Random random, SimulatedDisk disk, Workload work) {
        // One in three comes soon after the last one, to fall into the recovery.
        disk.cutAt(1 + random.nextInt(random.nextInt(3) == 0 ? 12 : 120));
        while (true) {
            try {
                work.run(20);
            } catch (PowerCut e) {
                duringRecovery.addAndGet(work.opening() ? 1 : 0);
                return;
            }
        }
    }
}
