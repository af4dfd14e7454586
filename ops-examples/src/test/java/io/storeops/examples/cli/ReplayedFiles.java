package io.storeops.examples.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.storeops.calendar.SettableClock;
import io.storeops.examples.replay.Replay;
import io.storeops.examples.replay.ResultTable;
import io.storeops.examples.replay.ScenarioReader;
import io.storeops.storage.MemoryStorage;
import io.storeops.storage.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The files of a replay: on every storage the same bytes as in memory, where other tests compare them with what is expected. */
public final class ReplayedFiles {
    private ReplayedFiles() {}

    /** The folder of scenario A; the test is skipped where there is none. */
    public static Path scenarioA() {
        return Ran.shared("scenario-a");
    }

    /**
     * Replays a scenario in memory and on a storage and compares.
     *
     * @param scenario the folder of the scenario
     * @param opener opens an empty storage
     * @param temp a folder for the files
     */
    public static void assertSameAsInMemory(Path scenario, Function<SettableClock, Storage> opener, Path temp)
            throws IOException {
        assertSame(
                write(scenario, MemoryStorage::empty, temp.resolve("memory")),
                write(scenario, opener, temp.resolve("found")));
    }

    private static Path write(Path scenario, Function<SettableClock, Storage> opener, Path out) throws IOException {
        Files.createDirectories(out);
        Replay replay = new Replay(ScenarioReader.read(scenario), (done, all) -> {});
        for (ResultTable table : replay.on(opener).tables()) {
            table.whole().write(out);
        }
        return out;
    }

    /** Compares two folders file by file and byte by byte. */
    static void assertSame(Path expected, Path found) throws IOException {
        List<String> names = names(expected);
        assertFalse(names.isEmpty(), () -> expected + " is empty");
        assertEquals(names, names(found));
        for (String name : names) {
            assertArrayEquals(
                    Files.readAllBytes(expected.resolve(name)), Files.readAllBytes(found.resolve(name)), name);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
