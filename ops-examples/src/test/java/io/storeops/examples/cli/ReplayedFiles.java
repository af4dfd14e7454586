package io.storeops.examples.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.storeops.calendar.SettableClock;
import io.storeops.examples.replay.ExpectedTables;
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
        return scenario("scenario-a");
    }

    /** The folder of a shared scenario; the test is skipped where there is none. */
    public static Path scenario(String name) {
        return Ran.shared(name);
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

    /** Replays a scenario on a storage and writes everything that comes of it. */
    public static Path write(Path scenario, Function<SettableClock, Storage> opener, Path out) throws IOException {
        return write(new Replay(ScenarioReader.read(scenario), (done, all) -> {}).on(opener), out);
    }

    /** Writes everything that came of a replay. */
    public static Path write(Replay.Outcome outcome, Path out) throws IOException {
        Files.createDirectories(out);
        for (ResultTable table : outcome.tables()) {
            table.whole().write(out);
        }
        return out;
    }

    /** Every command came out as its line expects, and every expected file is there and equal. */
    static void assertExpected(Path scenario, Replay.Outcome outcome) throws IOException {
        assertEquals(List.of(), outcome.differences());
        assertEquals(outcome.carriedOut(), outcome.asExpected());
        assertEquals(
                Files.readAllLines(scenario.resolve("events.jsonl")).size(),
                outcome.carriedOut()
                        + outcome.notBuilt().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum());
        ExpectedTables.Comparison comparison = ExpectedTables.compare(scenario.resolve("expected"), outcome.tables());
        assertEquals(List.of(), comparison.differences());
        assertEquals(
                names(scenario.resolve("expected")),
                comparison.equal().stream()
                        .map(line -> line.replaceFirst("[ ,].*", ""))
                        .sorted()
                        .toList());
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
