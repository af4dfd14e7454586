package io.storeops.spi.tck;

import io.storeops.calendar.SettableClock;
import io.storeops.storage.Storage;
import io.storeops.storage.Table;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;

/** What a contract gives to its groups of rules: the storage under test, and the ways to open it. JUnit hands it to each. */
abstract class Bench extends TypeBasedParameterResolver<Bench> {
    @Override
    public final Bench resolveParameter(ParameterContext parameter, ExtensionContext rule) {
        return this;
    }

    /** The storage under test, opened empty before each rule. */
    abstract Storage storage();

    /** The clock that was given to the storage. */
    abstract SettableClock clock();

    /** Whether the contract says that the storage has a time of its own. */
    abstract boolean hasOwnTime();

    /** Whether the contract says that the storage keeps bytes. */
    abstract boolean keepsBlobs();

    /** The tables of which generated rows must come back. */
    abstract List<Table<?>> moduleTables();

    /** Another handle of the same storage. */
    abstract Storage another();

    /** How another process opens the storage. */
    abstract StorageProcess process();

    /** Closes the storage, lets somebody else use it, and opens it again. */
    abstract <T> T whileClosed(Callable<T> use) throws Exception;

    /** Closes the storage and opens it again; false if it keeps nothing, and a fresh one was opened. */
    abstract boolean closeAndReopen();
}
