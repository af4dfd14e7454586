package io.storeops.spi.tck;

import static java.util.Objects.requireNonNull;

import io.storeops.storage.Storage;
import io.storeops.storage.Table;
import java.time.Clock;
import java.util.List;

/**
 * How another process opens the storage that a {@link StorageContract} opened. The kit starts a JVM with the class path of
 * the test, opens the storage there and lets it work beside the test, or kills it at its work. Immutable.
 *
 * @param opener opens the storage; a class with a constructor without parameters, which may be private like the class itself
 * @param place what the opener needs to know, as a URL or a directory
 */
public record StorageProcess(Class<? extends Opener> opener, String place) {
    /** Opens the storage in a process of its own. Called once a process. */
    public interface Opener {
        /**
         * Opens the storage that is there, with its content.
         *
         * @param clock the clock to give to the storage; it stands still
         * @param tables the tables that it will be asked for
         * @param place what {@link StorageProcess#place} says
         * @return the storage
         * @throws Exception if it cannot; the rule fails
         */
        Storage open(Clock clock, List<Table<?>> tables, String place) throws Exception;
    }

    /** Checks for null. */
    public StorageProcess {
        requireNonNull(opener, "opener");
        requireNonNull(place, "place");
    }
}
