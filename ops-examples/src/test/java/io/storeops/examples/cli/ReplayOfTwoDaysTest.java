package io.storeops.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A replay of two days made for the test, one of them an hour short: other headers than those of the shared scenarios, a period of
 * two dates, a repeated command, and commands, files, columns, rows and measures of duties that do not exist.
 */
class ReplayOfTwoDaysTest {
    private static final List<String> WHOLE_FILES =
            List.of("readings.csv", "slots.csv", "releases.csv", "merged.csv", "spans.csv", "day.csv");

    @TempDir
    Path temp;

    private Path days;

    @BeforeEach
    void copyTheDays() throws IOException, URISyntaxException {
        Path resources =
                Path.of(ReplayOfTwoDaysTest.class.getResource("two-days").toURI());
        days = temp.resolve("two-days");
        List<Path> files = new ArrayList<>();
        try (Stream<Path> tree = Files.walk(resources)) {
            tree.filter(Files::isRegularFile).forEach(files::add);
        }
        for (Path file : files) {
            Path target = days.resolve(resources.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.write(target, Files.readAllBytes(file));
        }
    }

    private Ran replay() {
        return Ran.run("replay", days.toString(), "--out", temp.resolve("out").toString());
    }

    private List<String> written(String file) throws IOException {
        return Files.readAllLines(temp.resolve("out").resolve(file));
    }

    private void alter(String file, String from, String to) throws IOException {
        Path path = days.resolve(file);
        String text = Files.readString(path);
        assertTrue(text.contains(from), file + " has no " + from);
        Files.writeString(path, text.replace(from, to));
    }

    @Test
    void writesTheColumnsThatTheHeadersNameInTheirOrder() throws IOException {
        Ran ran = replay();
        assertEquals("", ran.err());
        assertEquals(0, ran.code(), ran.out());
        for (String file : WHOLE_FILES) {
            assertEquals(Files.readAllLines(days.resolve("expected").resolve(file)), written(file), file);
        }
        assertEquals(
                List.of("percent,id,n,d", "N/A,T,0,0", "50.00%,K1.4,2,4", "60.00%,K1.2,18,30"), written("kpi.csv"));
        assertEquals(
                List.of("text,suggestion,state,reason", "open at eleven,G1,DEFERRED,after Easter"),
                written("suggestions.csv"));
        assertEquals(
                List.of(
                        "command,at,code,target",
                        "RELEASE,2024-03-30T12:12:00+01:00,EXECUTE:X1,2024-03-30T12:00",
                        "WITHDRAW_SUGGESTION,2024-03-30T13:14:00+01:00,SUGGEST:S1,G1"),
                written("refusals.csv"));
    }

    @Test
    void listsWhatIsNotBuiltByName() throws IOException {
        List<String> lines = replay().lines();
        assertEquals("Replay of store M2, 2024-03-30 to 2024-03-31", lines.get(0));
        assertTrue(lines.contains("  commands carried out: 21, as expected: 21"), lines.toString());
        assertTrue(
                lines.contains("  commands not built: 4 (AGENDA 1, CHANNEL_ACCEPT 1, SING 1, TICK 1)"),
                lines.toString());
        assertEquals(
                List.of(
                        "  not built: suggestions.csv columns mood",
                        "  not built: kpi.csv rows K9.1",
                        "  not built: refusals.csv rows SING",
                        "  not built: songs.csv"),
                lines.stream().filter(line -> line.startsWith("  not built:")).toList());
        assertTrue(lines.contains("  equal: suggestions.csv 1, without columns mood"), lines.toString());
        assertTrue(lines.contains("  equal: kpi.csv 3"), lines.toString());
        assertTrue(lines.contains("  equal: refusals.csv 2"), lines.toString());
        assertEquals("No difference in what is built.", lines.get(lines.size() - 1));
    }

    @Test
    void speaksOfThePeriodOfTheCatalogueOnly() throws IOException {
        alter("catalog.json", "{\"from\": \"2024-03-30\"", "{\"from\": \"2024-03-31\"");
        Files.move(days.resolve("expected"), temp.resolve("elsewhere"));
        Ran ran = replay();
        assertEquals(0, ran.code(), ran.out() + ran.err());
        assertEquals("Replay of store M2, 2024-03-31", ran.lines().get(0));
        assertEquals(
                List.of("2024-03-31"),
                written("slots.csv").stream()
                        .skip(1)
                        .map(row -> row.substring(0, 10))
                        .distinct()
                        .toList());
        assertEquals(2, written("releases.csv").size());
        assertTrue(
                written("kpi.csv").contains("K1.4,1,2,50.00%"),
                written("kpi.csv").toString());
    }

    @Test
    void namesAPeriodThatEndsBeforeItBegins() throws IOException {
        alter("catalog.json", "{\"from\": \"2024-03-30\"", "{\"from\": \"2024-04-01\"");
        Ran ran = replay();
        assertEquals(2, ran.code());
        assertEquals(
                "storeops: catalog.json $.kpi_period: {\"from\":\"2024-04-01\",\"to\":\"2024-03-31\"} ends before it begins\n",
                ran.err());
    }

    @Test
    void comparesListsByWhatIsInThemAndHowOften() throws IOException {
        alter("events.jsonl", "\"missing\": [\"A\"]}}", "\"missing\": [\"A\", \"A\"]}}");
        assertEquals(
                List.of(
                        "events.jsonl row seq 3 COLLECT column missing: expected '[\"A\",\"A\"]', found '[\"A\"]'",
                        "events.jsonl row seq 15 RELEASE column missing: expected '[\"A\",\"A\"]', found '[\"A\"]'"),
                replay().lines().stream().filter(line -> line.contains(" row ")).toList());
    }

    @Test
    void tellsWhatARepetitionUnderAnotherIdGives() throws IOException {
        Path events = days.resolve("events.jsonl");
        List<String> lines = new ArrayList<>(Files.readAllLines(events));
        lines.set(5, lines.get(5).replace("press-1", "press-2"));
        Files.write(events, lines);
        Ran ran = replay();
        assertEquals(1, ran.code());
        assertTrue(
                ran.lines().contains("events.jsonl row seq 6 RELEASE column repeated: expected 'true', found 'false'"),
                ran.out());
    }

    @Test
    void tellsWhatTheEngineRaisedInstead() throws IOException {
        alter("events.jsonl", "[\"RELEASE_OVERDUE:2024-03-31T18:00\"]", "[\"RELEASE_OVERDUE:2024-03-31T12:00\"]");
        assertEquals(
                List.of("events.jsonl row seq 24 TICK column raised: expected '[\"RELEASE_OVERDUE:2024-03-31T12:00\"]',"
                        + " found '[\"RELEASE_OVERDUE:2024-03-31T18:00\"]'"),
                replay().lines().stream().filter(line -> line.contains(" row ")).toList());
    }

    @Test
    void refusesAQueryWithoutADateWhereThereAreSeveral() throws IOException {
        alter("events.jsonl", "{\"date\": \"2024-03-30\", \"subject\"", "{\"subject\"");
        Ran ran = replay();
        assertEquals(2, ran.code());
        assertTrue(
                ran.err().contains("needs the member 'date': the scenario has several, [2024-03-30, 2024-03-31]"),
                ran.err());
    }
}
