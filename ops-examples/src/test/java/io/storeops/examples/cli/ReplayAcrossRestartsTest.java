package io.storeops.examples.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.examples.replay.Replay;
import io.storeops.examples.replay.ScenarioReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The library stops after readings and commands and starts anew on what its storage kept: what comes of every scenario is what is expected
 * of it all the same. With {@code -Dstoreops.test.full=true} it stops after every line, else after every fifth or so.
 */
class ReplayAcrossRestartsTest {
    private static final boolean FULL = Boolean.getBoolean("storeops.test.full");

    @TempDir
    Path temp;

    /** Each begins at a line of its own, and between them they stop after any kind of line. */
    @ParameterizedTest
    @CsvSource({"scenario-a, 5, 1", "scenario-c, 5, 2", "scenario-d, 5, 3", "scenario-e, 5, 4"})
    void aKilledProcessLeavesInCsvFilesWhatTheNextOneNeeds(String name, int every, int first) throws IOException {
        assertExpected(name, every, first, RestartedStorage.abandoned(temp));
    }

    @ParameterizedTest
    @CsvSource({"scenario-a, 5, 2", "scenario-c, 5, 3", "scenario-d, 5, 4", "scenario-e, 5, 0"})
    void aDatabaseThatIsClosedAndOpenedKeepsAll(String name, int every, int first) throws IOException {
        assertExpected(name, every, first, RestartedStorage.closed("jdbc:h2:" + temp.resolve("store")));
    }

    private static void assertExpected(String name, int every, int first, RestartedStorage storage) throws IOException {
        Path scenario = Ran.shared(name);
        AtomicInteger stops = new AtomicInteger();
        AtomicInteger lines = new AtomicInteger();
        try (storage) {
            Replay replay = new Replay(ScenarioReader.read(scenario), (done, all) -> lines.set(all));
            Replay.Outcome outcome = replay.on(storage, line -> {
                boolean stopping = FULL || line % every == first;
                stops.addAndGet(stopping ? 1 : 0);
                return stopping;
            });
            ReplayedFiles.assertExpected(scenario, outcome);
        }
        assertTrue(stops.get() >= lines.get() / (FULL ? 1 : every), () -> stops + " stops in " + lines + " lines");
    }
}
