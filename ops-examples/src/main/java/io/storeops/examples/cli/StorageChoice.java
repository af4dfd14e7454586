package io.storeops.examples.cli;

import static java.util.Objects.requireNonNull;

import io.storeops.StoreOps;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.Adapters;
import io.storeops.spi.StorageProvider;
import io.storeops.storage.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

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
            // A JDBC url begins with jdbc: itself; people write the prefix once or twice.
            case "jdbc" -> new StorageChoice(name, Map.of("url", value.startsWith("jdbc:") ? value : text));
            default -> {
                if (!value.isEmpty()) {
                    throw new WrongUse(
                            "'" + text + "' is no storage. Expected memory, csv:PATH or jdbc:URL, as in jdbc:h2:./day");
                }
                yield new StorageChoice(name, Map.of());
            }
        };
    }

    /**
     * The same storage, which must not be made if it is missing.
     *
     * @throws WrongUse if it is a folder that is missing or empty
     */
    StorageChoice existing() {
        if (adapter.equals("csv")) {
            refuseEmpty(Path.of(settings.getOrDefault("directory", "")));
        }
        String url = settings.getOrDefault("url", "");
        boolean file = url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:h2:mem:");
        return file && !url.toUpperCase(Locale.ROOT).contains(";IFEXISTS=")
                ? new StorageChoice(adapter, Map.of("url", url + ";IFEXISTS=TRUE"))
                : this;
    }

    private static void refuseEmpty(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new WrongUse("There is no folder " + folder + ". Name the folder of a CSV store");
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isEmpty()) {
                throw new WrongUse("The folder " + folder + " is empty. Name the folder of a CSV store");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Storage open(Adapters adapters, Clock clock) {
        StorageProvider provider = adapters.storage(adapter);
        return provider.create(
                AdapterConfig.of(adapter, provider.configKeys(), settings),
                AdapterContext.of(clock, StoreOps.tables(), Path.of("")));
    }
}
