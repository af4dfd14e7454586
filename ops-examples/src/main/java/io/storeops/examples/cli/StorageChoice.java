package io.storeops.examples.cli;

import static java.util.Objects.requireNonNull;

import io.storeops.StoreOps;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.Adapters;
import io.storeops.spi.StorageProvider;
import io.storeops.storage.Storage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * A storage as the command line names it: {@code memory}, {@code csv:PATH} or {@code jdbc:URL}.
 *
 * @param adapter the adapter's name
 * @param settings its settings
 */
record StorageChoice(String adapter, Map<String, String> settings) {
    StorageChoice {
        requireNonNull(adapter, "adapter");
        settings = Map.copyOf(settings);
    }

    /**
     * Reads a choice.
     *
     * @throws WrongUse if the text names no storage
     */
    static StorageChoice parse(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        String value = colon < 0 ? "" : text.substring(colon + 1);
        return switch (name) {
            case "csv" -> new StorageChoice(name, Map.of("directory", value));
            case "jdbc" -> new StorageChoice(name, Map.of("url", text));
            default -> {
                if (!value.isEmpty()) {
                    throw new WrongUse(
                            "'" + text + "' is no storage. Expected memory, csv:PATH or jdbc:URL, as in jdbc:h2:./day");
                }
                yield new StorageChoice(name, Map.of());
            }
        };
    }

    Storage open(Adapters adapters, Clock clock) {
        StorageProvider provider = adapters.storage(adapter);
        return provider.create(
                AdapterConfig.of(adapter, provider.configKeys(), settings),
                AdapterContext.of(clock, StoreOps.tables(), Path.of("")));
    }
}
