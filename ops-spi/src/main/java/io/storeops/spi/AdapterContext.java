package io.storeops.spi;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.Marketplace;
import io.storeops.json.Json;
import io.storeops.storage.Table;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * What the library gives an adapter besides its settings. Made by {@link #of}; grows by methods with a default, so that
 * {@link AdapterProvider#create} never changes. Immutable.
 */
public interface AdapterContext {
    /**
     * The one clock of the library. An adapter asks no other.
     *
     * @return the clock
     */
    Clock clock();

    /**
     * The tables that a storage will be asked for.
     *
     * @return the tables in a fixed order; of no interest to other adapters
     */
    List<Table<?>> tables();

    /**
     * Where relative paths of the configuration begin, usually the folder of {@code storeops.json}.
     *
     * @return an absolute, normalized path
     */
    Path directory();

    /**
     * Makes a marketplace that stands among the settings of another, as {@link ConfigKey#marketplaces} reads them.
     *
     * @param name what it is called there, for messages
     * @param place its settings, its adapter among them
     * @return the marketplace, to be closed by the caller
     * @throws ConfigurationException if there is no such adapter, or a setting is unknown, missing or cannot be read
     * @throws io.storeops.failure.AdapterException if it cannot be made now
     * @throws IllegalArgumentException if its settings do not go together, or the context knows no adapters: one of
     *     {@link Adapters#context} does
     */
    default Marketplace marketplace(String name, Json.Obj place) {
        throw new IllegalArgumentException(
                "The context of an adapter that is made of others must know them; take it from Adapters.context");
    }

    /**
     * A path of the configuration, made absolute.
     *
     * @param path the path as it was configured
     * @return the path seen from {@link #directory()}, normalized
     */
    default Path resolve(Path path) {
        return directory().resolve(path).normalize();
    }

    /**
     * A context of these parts.
     *
     * @param clock the clock
     * @param tables the tables that a storage will be asked for, copied
     * @param directory where relative paths begin
     * @return the context
     */
    static AdapterContext of(Clock clock, List<? extends Table<?>> tables, Path directory) {
        return new Parts(
                clock, ImmutableList.copyOf(tables), directory.toAbsolutePath().normalize());
    }

    /**
     * The context that {@link AdapterContext#of} makes.
     *
     * @param clock the clock
     * @param tables the tables, copied
     * @param directory where relative paths begin
     */
    record Parts(Clock clock, List<Table<?>> tables, Path directory) implements AdapterContext {
        /** Copies the tables. */
        public Parts {
            requireNonNull(clock, "clock");
            tables = ImmutableList.copyOf(tables);
            requireNonNull(directory, "directory");
        }
    }
}
