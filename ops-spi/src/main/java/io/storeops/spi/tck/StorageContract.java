package io.storeops.spi.tck;

import io.storeops.calendar.SettableClock;
import io.storeops.storage.Storage;
import io.storeops.storage.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Timeout;

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
 * The tables are the kit's own. Each rule runs in a storage of its own, which the kit closes once.
 */
@SuppressWarnings("exports") // JUnit is there for those who extend the kit, and for nobody else
@DisplayName("A storage")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
public abstract class StorageContract {
    private static final Instant OPENED = Instant.parse("2024-06-16T01:30:00.123456789Z");

    private final SettableClock clock = SettableClock.at(OPENED);
    private Storage storage;

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

    @BeforeEach
    final void openStorage() {
        storage = open(clock, StorageRules.TABLES);
    }

    @AfterEach
    final void closeStorage() {
        storage.close();
    }

    @Nested
    @DisplayName("keeps values as they are:")
    final class Values extends ValueRules {
        @Override
        Storage storage() {
            return storage;
        }
    }

    @Nested
    @DisplayName("commits all or nothing:")
    final class Commits extends CommitRules {
        @Override
        Storage storage() {
            return storage;
        }
    }

    @Nested
    @DisplayName("links chains inside the commit:")
    final class Chains extends ChainRules {
        @Override
        Storage storage() {
            return storage;
        }
    }

    @Nested
    @DisplayName("answers queries in order:")
    final class Queries extends QueryRules {
        @Override
        Storage storage() {
            return storage;
        }
    }

    @Nested
    @DisplayName("is used by many threads:")
    final class Threads extends ThreadRules {
        @Override
        Storage storage() {
            return storage;
        }
    }

    @Nested
    @DisplayName("is closed and opened again:")
    final class Reopening extends ReopeningRules {
        @Override
        Storage storage() {
            return storage;
        }

        @Override
        boolean closeAndReopen() {
            return reopenStorage();
        }
    }

    @Nested
    @DisplayName("keeps the bytes of evidence:")
    final class Contents extends BlobRules {
        @Override
        Storage storage() {
            return storage;
        }

        @Override
        boolean closeAndReopen() {
            return reopenStorage();
        }
    }

    @Nested
    @DisplayName("forgets personal data:")
    final class Redactions extends RedactionRules {
        @Override
        Storage storage() {
            return storage;
        }

        @Override
        boolean closeAndReopen() {
            return reopenStorage();
        }
    }

    private boolean reopenStorage() {
        storage.close();
        Optional<Storage> again = reopen(clock, StorageRules.TABLES);
        storage = again.orElseGet(() -> open(clock, StorageRules.TABLES));
        return again.isPresent();
    }
}
