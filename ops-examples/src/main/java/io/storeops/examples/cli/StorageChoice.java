package io.storeops.examples.cli;

import static java.util.Objects.requireNonNull;

import io.storeops.StoreOps;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.Adapters;
import io.storeops.spi.JsonCodec;
import io.storeops.spi.StorageProvider;
import io.storeops.storage.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A storage as the command line names it: {@code memory}, {@code csv:PATH}, {@code jdbc:URL}, or {@code json:FILE} for one that
 * needs more than a path. A password stands in such a file only: a command line can be seen by everybody on the machine.
 *
 * @param adapter the adapter's name
 * @param settings its settings
 */
record StorageChoice(String adapter, Map<String, String> settings) {
    private static final String ADAPTER = "adapter";

    StorageChoice {
        requireNonNull(adapter, "adapter");
        settings = Map.copyOf(settings);
    }

    /**
     * Reads a choice.
     *
     * @throws WrongUse if the text names no storage
     * @throws io.storeops.failure.StoreOpsException if the file that it names cannot be read
     */
    static StorageChoice parse(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        String value = colon < 0 ? "" : text.substring(colon + 1);
        return switch (name) {
            case "csv" -> new StorageChoice(name, Map.of("directory", value));
            // A JDBC url begins with jdbc: itself; people write the prefix once or twice.
            case "jdbc" -> new StorageChoice(name, Map.of("url", value.startsWith("jdbc:") ? value : text));
            case "json" -> read(Path.of(value));
            default -> {
                if (!value.isEmpty()) {
                    throw new WrongUse(
                            "'" + text
                                    + "' is not a storage. Expected memory, csv:PATH, jdbc:URL, as in jdbc:h2:./day, or json:FILE");
                }
                yield new StorageChoice(name, Map.of());
            }
        };
    }

    /** The adapter and its settings, as the member {@code storage} of a configuration has them. */
    private static StorageChoice read(Path file) {
        Json document = JsonCodec.read(file);
        if (!(document instanceof Json.Obj)) {
            // Refused here, because JsonReader would show what stands there, a password perhaps.
            throw new WrongUse(
                    "The file " + file + " holds no JSON object. Expected {\"adapter\": \"jdbc\", \"url\": ...}");
        }
        JsonReader root = JsonReader.root(String.valueOf(file.getFileName()), document);
        Map<String, String> settings = new LinkedHashMap<>();
        for (String name : root.names()) {
            JsonReader member = root.member(name);
            settings.put(
                    name,
                    member.value() instanceof Json.Text
                            ? member.text()
                            : member.value().canonical());
        }
        settings.remove(ADAPTER);
        return new StorageChoice(root.text(ADAPTER), settings);
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
        if (!file || url.toUpperCase(Locale.ROOT).contains(";IFEXISTS=")) {
            return this;
        }
        Map<String, String> existing = new LinkedHashMap<>(settings);
        existing.put("url", url + ";IFEXISTS=TRUE");
        return new StorageChoice(adapter, existing);
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

    /** Without the values: one of them can be a password. */
    @Override
    public String toString() {
        return adapter + settings.keySet();
    }
}
