package io.storeops.adapter.csv.storage;

import static io.storeops.adapter.csv.storage.Folders.SHOP;
import static io.storeops.adapter.csv.storage.Folders.changes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.failure.FaultKind;
import io.storeops.id.Sha256;
import io.storeops.storage.Storage;
import io.storeops.storage.StorageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Every call to the disk fails in turn, once or from then on, until a run passes. A force that fails drops what it was to
 * keep while every program still sees it, and says so once: so the power is cut afterwards as well.
 */
@DisplayName("A CSV store whose disk fails")
class FailingCallTest {
    private static final int SEEDS = Endurance.times(6, 100);

    @Test
    void writesNothingUntilItIsReopenedAndLosesNothingThen() {
        List<String> violations = new ArrayList<>();
        int runs = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            for (boolean forGood : new boolean[] {false, true}) {
                int failing = 1;
                Run run = new Run(seed, failing, forGood, UnaryOperator.identity());
                while (run.fails()) {
                    run.violation().ifPresent(violations::add);
                    failing++;
                    run = new Run(seed, failing, forGood, UnaryOperator.identity());
                }
                assertTrue(failing > 60, "seed " + seed + " has only " + failing + " calls");
                runs += failing;
            }
        }
        assertEquals(List.of(), violations, violations.size() + " violations of " + runs + " runs");
        Endurance.report(runs + " runs with a failing call: 0 violations");
    }

    /** A recovery that trusts what it sees would acknowledge what the disk does not have. */
    @Test
    void wouldBeFoundOutIfItTookTheJournalAsItLiesThere() {
        boolean found = IntStream.range(0, 2_000)
                .mapToObj(i -> new Run(1 + i / 100, 1 + i % 100, false, TrustingDisk::new))
                .anyMatch(run -> run.fails() && run.violation().isPresent());
        assertTrue(found, "it went unseen");
    }

    private static final class TrustingDisk extends WrappedDisk {
        TrustingDisk(Disk disk) {
            super(disk);
        }

        @Override
        public void replace(String name, byte[] content) throws IOException {
            if (!names(ROOT).contains(name) || !Arrays.equals(read(name), content)) {
                super.replace(name, content);
            }
        }
    }

    /** Work until a call fails, a reopening, more work, a power cut, a last look. */
    private static final class Run {
        private final long seed;
        private final int failing;
        private final boolean forGood;
        private final Random random;
        private final SimulatedDisk disk;
        private final Workload work;

        Run(long seed, int failing, boolean forGood, UnaryOperator<Disk> weakening) {
            this.seed = seed;
            this.failing = failing;
            this.forGood = forGood;
            this.random = new Random(seed);
            this.disk = new SimulatedDisk(random);
            this.work = new Workload(random, disk, weakening);
        }

        boolean fails() {
            disk.failAt(failing, forGood);
            try {
                work.run(12);
                return false;
            } catch (StorageException | UncheckedIOException e) {
                return true;
            }
        }

        Optional<String> violation() {
            try {
                if (!work.opening()) {
                    assertRefusesToWrite(work.storage());
                }
                disk.failAt(0, false);
                // Every other time the power goes already during the next opening.
                disk.cutAt((failing + seed) % 2 == 0 ? 1 + random.nextInt(16) : 0);
                try {
                    work.run(3);
                } catch (PowerCut e) {
                    // as planned
                }
                disk.restart();
                work.run(1);
                return Optional.empty();
            } catch (RuntimeException | AssertionError e) {
                return Optional.of("seed " + seed + ", call " + failing + (forGood ? " and later: " : ": ") + e);
            }
        }

        private void assertRefusesToWrite(Storage storage) {
            int before = disk.changes();
            for (Runnable write : List.<Runnable>of(
                    () -> storage.commit(changes("refused")),
                    () -> storage.blobs().orElseThrow().put(SHOP, new byte[] {1}),
                    () -> storage.blobs().orElseThrow().erase(SHOP, Sha256.of("x")))) {
                StorageException refused = assertThrows(StorageException.class, write::run);
                assertEquals(FaultKind.INVALID, refused.kind());
                assertTrue(refused.getMessage().contains("Open the store again"), refused.getMessage());
            }
            storage.close();
            assertEquals(before, disk.changes(), "a failed store leaves the disk alone");
        }
    }
}
