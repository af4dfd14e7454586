package io.storeops.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.examples.replay.ReplayedStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands {@code week} and {@code report} on the store of the day in a life (scenario A), of which an activity ran and was inspected. */
class StoreDocumentsTest {
    @TempDir
    static Path temp;

    private static Path scenario = Path.of("");
    private static Path configuration = Path.of("");

    @BeforeAll
    static void actTheDayOut() throws IOException {
        scenario = Ran.shared("scenario-a");
        Ran ran = Ran.run(
                "replay",
                scenario.toString(),
                "--storage",
                "csv:" + temp.resolve("store"),
                "--out",
                temp.resolve("replayed").toString());
        assertEquals(0, ran.code(), ran.out() + ran.err());
        configuration = ReplayedStore.configure(scenario, temp);
    }

    private static String written(String command, String... about) throws IOException {
        Path out = temp.resolve("out.txt");
        Ran ran = Ran.run(Stream.concat(
                        Stream.of(command, configuration.toString(), "--as", "op-1", "--out", out.toString()),
                        Stream.of(about))
                .toArray(String[]::new));
        assertEquals("", ran.err());
        assertEquals(0, ran.code(), ran.out());
        return Files.readString(out);
    }

    @Test
    void theWeekIsShownWithEveryFigureThatTheScenarioExpects() {
        Path out = temp.resolve("report.json");
        Ran ran = Ran.run(
                "week",
                configuration.toString(),
                "--as",
                "op-1",
                "--week",
                "2024-W24",
                "--person",
                "op-1",
                "--out",
                out.toString());
        assertEquals("", ran.err());
        assertEquals(0, ran.code(), ran.out());
        SortedMap<String, String> wanted =
                ReplayedStore.values(scenario.resolve("expected").resolve("weekly-report.json"));
        SortedMap<String, String> found = ReplayedStore.values(out);
        wanted.put("/report", "\"2024-W24-op-1\"");
        found.keySet().retainAll(wanted.keySet());
        assertEquals(wanted, found);
    }

    @Test
    void theReportOfAnActivityTellsOfItsCourse() throws IOException {
        String text = written("report", "--activity", "FS");
        // As expected/activities.csv has it: 46 of 50 sold for 3,174.00 to 46 of 640 visitors.
        for (String told :
                List.of("46/50", "92.00%", "3174.00", "640", "7.19%", "2024-06-16 20:00 - 2024-06-16 21:00")) {
            assertTrue(text.contains(told), told + " in " + text);
        }
    }

    @Test
    void theChecklistOfADateIsWritten() throws IOException {
        String text = written("report", "--checklist", "2024-06-16");
        assertTrue(text.contains("店铺日常检查 2024-06-16"), text);
        assertTrue(text.lines().anyMatch(line -> line.startsWith("E1 ") && line.contains("15900")), text);
    }
}
