package io.storeops.adapter.jdbc.sharding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.StoreOps;
import io.storeops.adapter.jdbc.JdbcStorage;
import io.storeops.examples.cli.ReplayedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardedReplayTest {
    @TempDir
    Path temp;

    /** The ids of the stores lead to different servers: all of a store stands on one of them. */
    @ParameterizedTest
    @CsvSource({"scenario-a, S1", "scenario-a, T1", "scenario-c, S3", "scenario-d, S4", "scenario-e, S5"})
    void givesTheSameBytesAsInMemory(String name, String store) throws Exception {
        Path scenario = name.equals("scenario-a") ? scenarioAOf(store) : ReplayedFiles.scenario(name);
        Shards shards = Shards.of(StoreOps.tables());
        shards.clear();
        ReplayedFiles.assertSameAsInMemory(scenario, clock -> JdbcStorage.on(shards.source(), StoreOps.tables()), temp);
        int server = Math.floorMod(store.hashCode(), 2);
        assertTrue(shards.rows("storeops_audit").get(server) > 0);
        assertEquals(0, shards.rows("storeops_audit").get(1 - server));
    }

    /** Scenario A with another store's id; what the roster calls S1 is a right. */
    private Path scenarioAOf(String store) throws IOException {
        Path copy = Files.createDirectories(temp.resolve("scenario"));
        try (Stream<Path> files = Files.list(ReplayedFiles.scenarioA())) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String text = Files.readString(file);
                Files.writeString(
                        copy.resolve(file.getFileName()),
                        file.endsWith("roster.json") ? text : text.replaceAll("\\bS1\\b", store));
            }
        }
        return copy;
    }
}
