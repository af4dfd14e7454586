package io.storeops.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every shared scenario loads and is acted out, and nothing of it is left unmentioned. */
class ReplayOfEveryScenarioTest {
    private static final Pattern COUNTS =
            Pattern.compile("  commands carried out: (\\d+), as expected: (\\d+)\n  commands not built: (\\d+)");

    @TempDir
    Path out;

    private Ran replay(Path scenario) {
        return Ran.run("replay", scenario.toString(), "--out", out.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"scenario-a", "scenario-c", "scenario-d", "scenario-e"})
    void mentionsEveryCommandAndEveryFile(String name) throws IOException {
        Path scenario = Ran.shared(name);
        Ran ran = replay(scenario);
        assertEquals("", ran.err());
        Matcher counts = COUNTS.matcher(ran.out());
        assertTrue(counts.find(), ran.out());
        assertEquals(
                Files.readAllLines(scenario.resolve("events.jsonl")).size(),
                Integer.parseInt(counts.group(1)) + Integer.parseInt(counts.group(3)));
        List<String> files;
        try (Stream<Path> expected = Files.list(scenario.resolve("expected"))) {
            files = expected.map(file -> file.getFileName().toString()).toList();
        }
        for (String file : files) {
            assertTrue(
                    ran.lines().stream().anyMatch(line -> line.matches("(  equal: |  not built: |)" + file + "\\b.*")),
                    file + " is not mentioned in " + ran.out());
        }
    }

    @Test
    void failsAsSoonAsSomethingThatIsBuiltDiffers() throws IOException {
        for (String name : List.of("scenario-a", "scenario-c", "scenario-d", "scenario-e")) {
            Ran ran = replay(Ran.shared(name));
            boolean differs = ran.lines().stream().anyMatch(line -> line.contains(" row "));
            assertEquals(differs ? 1 : 0, ran.code(), ran.out());
        }
    }

    @Test
    void countsTheTargetOfAMonthAcrossTheWeekThatIsLookedAt() throws IOException {
        Path scenario = Ran.shared("scenario-e");
        replay(scenario);
        List<String> expected;
        try (Stream<String> rows = Files.lines(scenario.resolve("expected/kpi.csv"))) {
            expected = rows.filter(row -> row.startsWith("T,")).toList();
        }
        assertEquals(1, expected.size());
        assertTrue(Files.readAllLines(out.resolve("kpi.csv")).containsAll(expected));
    }

    /** A campaign week, and a week between departments with its reports: every line and every file, on every storage. */
    @ParameterizedTest
    @CsvSource({
        "scenario-d, memory",
        "scenario-d, csv:",
        "scenario-d, jdbc:jdbc:h2:",
        "scenario-e, memory",
        "scenario-e, csv:",
        "scenario-e, jdbc:jdbc:h2:"
    })
    void givesWholeWeeksOnEveryStorage(String name, String storage) throws IOException {
        Path scenario = Ran.shared(name);
        String place = storage.equals("memory") ? storage : storage + out.resolve("storage");
        Ran ran = Ran.run(
                "replay",
                scenario.toString(),
                "--storage",
                place,
                "--out",
                out.resolve("results").toString());
        assertEquals(0, ran.code(), ran.out());
        long commands = Files.readAllLines(scenario.resolve("events.jsonl")).size();
        assertTrue(
                ran.out()
                        .contains("  commands carried out: " + commands + ", as expected: " + commands
                                + "\n  commands not built: 0\n"),
                ran.out());
        assertFalse(ran.out().contains("  not built: "), ran.out());
        try (Stream<Path> expected = Files.list(scenario.resolve("expected"))) {
            for (Path file : expected.toList()) {
                assertTrue(ran.out().contains("  equal: " + file.getFileName() + " "), file + " in " + ran.out());
            }
        }
    }

    @Test
    void carriesOutEveryCommandOnPricesListingsAndAnomaliesOfThreeBadDays() throws IOException {
        Path scenario = Ran.shared("scenario-c");
        Ran ran = replay(scenario);
        Matcher counts = COUNTS.matcher(ran.out());
        assertTrue(counts.find(), ran.out());
        assertEquals(counts.group(1), counts.group(2), ran.out());
        String notBuilt = ran.lines().stream()
                .filter(line -> line.startsWith("  commands not built:"))
                .findFirst()
                .orElseThrow();
        for (String command : List.of(
                "SET_PRICE_BOOK",
                "RELEASE_PRICE",
                "WITHDRAW_PRICE",
                "WRITE_LISTING",
                "READ_BACK",
                "OBSERVE",
                "REPORT_ANOMALY",
                "CLAIM",
                "CORRECT",
                "NOTIFY_CORRECTION",
                "ESCALATE",
                "GIVE_FEEDBACK",
                "INSTRUCT_WORK",
                "CLOSE_ANOMALY",
                "DISMISS_ANOMALY",
                "RECLASSIFY_ANOMALY",
                "SILENCE",
                "HAND_OVER",
                "ATTACH_EVIDENCE",
                "CHANNEL_ACCEPT",
                "START_INSPECTION",
                "ANSWER_ITEM",
                "COMPLETE_INSPECTION",
                "SWEEP")) {
            assertFalse(notBuilt.contains(command), notBuilt);
        }
        List<String> refused;
        try (Stream<String> rows = Files.lines(scenario.resolve("expected/refusals.csv"))) {
            refused = rows.filter(row -> row.matches(".*,(WRITE_LISTING|RELEASE_PRICE),.*"))
                    .toList();
        }
        assertEquals(5, refused.size());
        assertTrue(Files.readAllLines(out.resolve("refusals.csv")).stream()
                .map(row -> row.replaceFirst("^events,", ""))
                .toList()
                .containsAll(refused));
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "csv:", "jdbc:jdbc:h2:"})
    void givesTheFiguresAndTheAnomaliesOfThreeBadDaysOnEveryStorage(String storage) throws IOException {
        Path scenario = Ran.shared("scenario-c");
        String place = storage.equals("memory") ? storage : storage + out.resolve("storage");
        Ran ran = Ran.run(
                "replay",
                scenario.toString(),
                "--storage",
                place,
                "--out",
                out.resolve("results").toString());
        assertEquals(0, ran.code(), ran.out());
        for (String file : List.of(
                "readings",
                "slots",
                "merged",
                "releases",
                "restatements",
                "day",
                "anomalies",
                "inspections",
                "sweeps",
                "notices",
                "kpi")) {
            assertEquals(
                    Files.readString(scenario.resolve("expected").resolve(file + ".csv")),
                    Files.readString(out.resolve("results").resolve(file + ".csv")),
                    file);
        }
        assertFalse(ran.out().contains("not built: refusals.csv"), ran.out());
    }
}
