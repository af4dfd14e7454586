package io.storeops.examples.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.HookedStorage;
import io.storeops.calendar.SettableClock;
import io.storeops.examples.cli.ReplayedFiles;
import io.storeops.examples.replay.Machine.Edge;
import io.storeops.storage.MemoryStorage;
import io.storeops.storage.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Which transitions of the library's machines the scenarios walk. Each of the others stands in {@code unwalked.csv} with the reason why no
 * scenario walks it; a reason for one that is walked is stale. What came of it is written to {@code target/transitions.txt}.
 */
class TransitionCoverageTest {
    private static final String REASONS = "unwalked.csv";

    private static WalkedTransitions walked() {
        WalkedTransitions all = new WalkedTransitions();
        for (String name : List.of("scenario-a", "scenario-c", "scenario-d", "scenario-e")) {
            WalkedTransitions.Watch watch = all.watch();
            Function<SettableClock, Storage> opener = clock -> {
                HookedStorage storage = new HookedStorage(MemoryStorage.empty(clock));
                storage.atEachCommit(watch::committed, true);
                return storage;
            };
            try (ReplayRun run =
                    new ReplayRun(ScenarioReader.read(ReplayedFiles.scenario(name)), true, "replay", opener)) {
                run.begin();
                watch.line(run.stage());
                for (int line = 1; line <= run.lines(); line++) {
                    run.act(line);
                    watch.line(run.stage());
                }
            }
        }
        return all;
    }

    /** The reasons by the transitions, each written as machine, from, event, to. */
    private static Map<String, String> reasons() throws IOException {
        Path file = Path.of("src", "test", "resources", "io", "storeops", "examples", "replay", REASONS);
        return CsvTable.read(file).rows().stream()
                .collect(Collectors.toMap(
                        row -> String.join(",", row.cells().subList(0, 4)),
                        row -> row.text("reason"),
                        (one, two) -> {
                            throw new IllegalArgumentException("Two reasons: " + one + "; " + two);
                        },
                        TreeMap::new));
    }

    private static List<String> report(Map<Edge, Integer> walked, Map<String, String> reasons) {
        List<String> report = new ArrayList<>();
        for (Machine machine : Machine.all()) {
            long done = machine.edges().stream().filter(walked::containsKey).count();
            report.add(machine.thing() + ": " + done + " of " + machine.edges().size() + " transitions walked");
            for (Edge edge : machine.edges()) {
                report.add("  " + edge.from() + " -" + edge.event() + "-> " + edge.to() + ": "
                        + (walked.containsKey(edge)
                                ? walked.get(edge) + " times"
                                : "not walked: " + reasons.getOrDefault(edge.text(), "nobody says why")));
            }
        }
        return report;
    }

    @Test
    void everyTransitionIsWalkedByAScenarioOrThereIsAReason() throws IOException {
        WalkedTransitions all = walked();
        Map<String, String> reasons = reasons();
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target", "transitions.txt"), report(all.walked(), reasons));
        assertEquals(List.of(), all.unexplained());
        TreeSet<String> unwalked = Machine.all().stream()
                .flatMap(machine -> machine.edges().stream())
                .filter(edge -> !all.walked().containsKey(edge))
                .map(Edge::text)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(String.join("\n", unwalked), String.join("\n", reasons.keySet()));
        reasons.forEach((transition, reason) -> assertFalse(reason.isBlank(), transition));
        assertTrue(all.walked().size() > unwalked.size());
    }
}
