package io.storeops.examples.replay;

import io.storeops.json.Json;
import io.storeops.spi.JsonCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** The configuration with which a host would open the store that a scenario was acted out in. */
public final class ReplayedStore {
    private ReplayedStore() {}

    /**
     * Writes the configuration of a store whose CSV storage is the folder {@code store} beside it.
     *
     * @param scenario the scenario's folder
     * @param folder gets storeops.json, catalog.json and roster.json
     * @return the configuration
     */
    public static Path configure(Path scenario, Path folder) throws IOException {
        write(
                folder.resolve("catalog.json"),
                SourceAccount.inCatalog(ScenarioMembers.without(JsonCodec.read(scenario.resolve("catalog.json")))));
        write(folder.resolve("roster.json"), SourceAccount.inRoster(JsonCodec.read(scenario.resolve("roster.json"))));
        Path configuration = folder.resolve("storeops.json");
        Files.writeString(configuration, """
                { "storage": { "adapter": "csv", "directory": "store" },
                  "stores": [ { "catalog": "catalog.json", "roster": "roster.json" } ] }""");
        return configuration;
    }

    /**
     * The values of a JSON file by their paths.
     *
     * @param file the file
     * @return as in {@code /sections/SLOT_DATA/slots_due} to {@code 21}
     */
    public static SortedMap<String, String> values(Path file) {
        SortedMap<String, String> values = new TreeMap<>();
        JsonTable.read(file).rows().forEach(row -> values.put(row.text("path"), row.text("value")));
        return values;
    }

    private static void write(Path file, Json document) throws IOException {
        Files.writeString(file, document.canonical());
    }
}
