package io.storeops.spi.tck;

import io.storeops.StoreOps;
import io.storeops.calendar.SettableClock;
import io.storeops.storage.Storage;
import io.storeops.storage.Table;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What every {@link Storage} does. Extend it in the adapter's test and say how the storage is opened:
 *
 * <pre>{@code
 * class MemoryStorageContractTest extends StorageContract {
 *     protected Storage open(Clock clock, List<Table<?>> tables) {
 *         return MemoryStorage.empty(clock);
 *     }
 *
 *     protected Optional<Storage> reopen(Clock clock, List<Table<?>> tables) {
 *         return Optional.empty();
 *     }
 * }
 * }</pre>
 *
 * That is all for a storage in memory. One that others can use at the same time overrides {@link #openAnother}, one that
 * outlives its process {@link #otherProcess}, one whose time is a server's {@link #hasOwnTime}; what those rules ask for is
 * reported as skipped where the contract does not say so. Each rule runs in a storage of its own, which the kit closes once.
 */
@SuppressWarnings("exports") // JUnit is there for those who extend the kit, and for nobody else
@DisplayName("A storage")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
public abstract class StorageContract {
    private final SettableClock clock = SettableClock.at(StorageRules.OPENED);
    private final List<AutoCloseable> others = new ArrayList<>();
    private List<Table<?>> tables = StorageRules.TABLES;
    private Storage storage;

    /** For the groups of rules. */
    @RegisterExtension
    final Bench bench = new Bench() {
        @Override
        Storage storage() {
            return storage;
        }

        @Override
        SettableClock clock() {
            return clock;
        }

        @Override
        Storage another() {
            Optional<Storage> another = openAnother(clock, tables);
            Assumptions.assumeTrue(another.isPresent(), "This storage is for one process at a time");
            others.add(another.orElseThrow());
            return another.orElseThrow();
        }

        @Override
        StorageProcess process() {
            Optional<StorageProcess> process = otherProcess();
            Assumptions.assumeTrue(process.isPresent(), "This storage is this process's own");
            return process.orElseThrow();
        }

        @Override
        <T> T whileClosed(Callable<T> use) throws Exception {
            storage.close();
            try {
                return use.call();
            } finally {
                openAgain();
            }
        }

        @Override
        boolean closeAndReopen() {
            storage.close();
            return openAgain();
        }

        @Override
        boolean hasOwnTime() {
            return StorageContract.this.hasOwnTime();
        }

        @Override
        boolean keepsBlobs() {
            return StorageContract.this.keepsBlobs();
        }

        @Override
        List<Table<?>> moduleTables() {
            return StorageContract.this.moduleTables();
        }
    };

    /** For the adapter's test. */
    protected StorageContract() {}

    /**
     * Opens a storage without any content. Called once before each rule, and once more by a rule of a storage that keeps
     * nothing.
     *
     * @param clock the clock to give to the storage
     * @param tables the tables that it will be asked for
     * @return the storage
     */
    protected abstract Storage open(Clock clock, List<Table<?>> tables);

    /**
     * Opens the storage again that {@link #open} opened last and that was closed since, with its content.
     *
     * @param clock the clock to give to the storage
     * @param tables the tables that it will be asked for
     * @return the storage; empty if a storage of this kind keeps nothing when it is closed
     */
    protected abstract Optional<Storage> reopen(Clock clock, List<Table<?>> tables);

    /**
     * Opens the storage that {@link #open} opened last once more while it is open, as another process on another machine
     * does: with a pool, files or locks of its own. Closed by the kit.
     *
     * @param clock the clock to give to the storage
     * @param tables the tables that it will be asked for
     * @return the second handle; empty if a storage of this kind is for one process at a time
     */
    protected Optional<Storage> openAnother(Clock clock, List<Table<?>> tables) {
        return Optional.empty();
    }

    /**
     * How another process opens the storage that {@link #open} opened last. It works beside the test if there is
     * {@linkplain #openAnother another handle}, and alone, until it is killed, by a rule that closed its storage before.
     *
     * @return the way; empty if a storage of this kind is this process's own
     */
    protected Optional<StorageProcess> otherProcess() {
        return Optional.empty();
    }

    /**
     * Whether {@link Storage#now} is a server's time and not that of the clock given to {@link #open}.
     *
     * @return false unless overridden
     */
    protected boolean hasOwnTime() {
        return false;
    }

    /**
     * Whether {@link Storage#blobs} is there. A contract says so itself, lest an adapter lose its bytes unnoticed.
     *
     * @return true unless overridden
     */
    protected boolean keepsBlobs() {
        return true;
    }

    /**
     * The tables of which generated rows must come back (S110).
     *
     * @return those of the library unless overridden, as by whoever adds modules of their own
     */
    protected List<Table<?>> moduleTables() {
        return StoreOps.tables();
    }

    @BeforeEach
    final void openStorage(TestInfo rule) {
        Class<?> group = rule.getTestClass().orElseThrow();
        if (group == EveryTable.class) {
            tables = RoundTrips.tables(moduleTables());
        } else if (group == AuditTrail.class) {
            tables = StoreOps.tables();
        }
        storage = open(clock, tables);
    }

    @AfterEach
    final void closeStorage() throws Exception {
        for (AutoCloseable other : others) {
            other.close();
        }
        storage.close();
    }

    private Site siteInAnotherProcess() {
        bench.another();
        ProcessSite site = ProcessSite.start(bench.process());
        others.add(site);
        return site;
    }

    private boolean openAgain() {
        Optional<Storage> again = reopen(clock, tables);
        storage = again.orElseGet(() -> open(clock, tables));
        return again.isPresent();
    }

    @Nested
    @DisplayName("keeps values as they are:")
    final class Values extends ValueRules {}

    @Nested
    @DisplayName("commits all or nothing:")
    final class Commits extends CommitRules {}

    @Nested
    @DisplayName("links chains inside the commit:")
    final class Chains extends ChainRules {}

    @Nested
    @DisplayName("answers queries in order:")
    final class Queries extends QueryRules {}

    @Nested
    @DisplayName("is used by many threads:")
    final class Threads extends RaceRules {
        @Override
        List<Site> sites() {
            return List.of(Site.of(storage));
        }
    }

    @Nested
    @DisplayName("is used through two handles at once:")
    final class Handles extends RaceRules {
        @Override
        List<Site> sites() {
            return List.of(Site.of(storage), Site.of(bench.another()));
        }
    }

    @Nested
    @DisplayName("is used by two processes at once:")
    final class Processes extends RaceRules {
        @Override
        List<Site> sites() {
            return List.of(Site.of(storage), siteInAnotherProcess());
        }
    }

    @Nested
    @DisplayName("is left open:")
    final class Abandoned extends CrashRules.Abandoned {}

    @Nested
    @DisplayName("outlives a killed process:")
    final class Crashes extends CrashRules {}

    @Nested
    @DisplayName("is used by threads that are interrupted:")
    final class Interrupts extends InterruptRules {}

    @Nested
    @DisplayName("lends rows for a time:")
    final class Leases extends LeaseRules {}

    @Nested
    @DisplayName("keeps whatever the tables of the library allow:")
    final class EveryTable extends TableRules {}

    @Nested
    @DisplayName("keeps the audit trail:")
    final class AuditTrail extends TableRules.Trail {}

    @Nested
    @DisplayName("is closed and opened again:")
    final class Reopening extends ReopeningRules {}

    @Nested
    @DisplayName("keeps the bytes of evidence:")
    final class Contents extends BlobRules {}

    @Nested
    @DisplayName("forgets personal data:")
    final class Redactions extends RedactionRules {}
}
