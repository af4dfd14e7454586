package io.storeops.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayOfScenarioATest {
    @TempDir
    Path temp;

    private Path scenario;

    @BeforeEach
    void findTheScenario() {
        scenario = Ran.shared("scenario-a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "csv:STORE", "jdbc:h2:STORE"})
    void givesTheExpectedFilesOnEveryStorage(String storage) throws IOException {
        Path out = temp.resolve("out");
        Ran ran = Ran.run(
                "replay",
                scenario.toString(),
                "--storage",
                storage.replace("STORE", temp.resolve("store").toString()),
                "--out",
                out.toString());
        assertEquals("", ran.err());
        assertEquals(0, ran.code(), ran.out());
        assertExpected(out);
    }

    /** Every file, the report too, which is compared by its values and not by its bytes. */
    private void assertExpected(Path out) throws IOException {
        List<Path> files;
        try (Stream<Path> expected = Files.list(scenario.resolve("expected"))) {
            files = expected.filter(file -> file.toString().endsWith(".csv")).toList();
        }
        assertEquals(15, files.size());
        for (Path file : files) {
            assertEquals(Files.readString(file), Files.readString(out.resolve(file.getFileName())), file::toString);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UTC, en-US",
        "Asia/Shanghai, zh-CN",
        "America/New_York, ar-EG",
        "Pacific/Kiritimati, th-TH-u-ca-buddhist-nu-thai"
    })
    void doesNotDependOnTheZoneOrTheLocaleOfTheMachine(String zone, String locale) throws IOException {
        TimeZone zoneBefore = TimeZone.getDefault();
        Locale localeBefore = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            Locale.setDefault(Locale.forLanguageTag(locale));
            Ran ran = Ran.run("replay", scenario.toString(), "--out", temp.toString());
            assertEquals(0, ran.code(), ran.out() + ran.err());
            assertExpected(temp);
        } finally {
            TimeZone.setDefault(zoneBefore);
            Locale.setDefault(localeBefore);
        }
    }

    @Test
    void actsOutEverythingButTheBannerThatNoListingHas() throws IOException {
        Ran ran = Ran.run("replay", scenario.toString(), "--out", temp.toString());
        long all = commandsMatching(".+");
        assertEquals(224, all);
        assertTrue(
                ran.out()
                        .contains("  commands carried out: " + (all - 1) + ", as expected: " + (all - 1)
                                + "\n  commands not built: 1 (WRITE_LISTING 1)\n"),
                ran.out());
        assertFalse(ran.out().contains("  not built: "), ran.out());
        assertTrue(ran.out().contains("  equal: weekly-report.json "), ran.out());
    }

    private long commandsMatching(String pattern) throws IOException {
        try (Stream<String> lines = Files.lines(scenario.resolve("events.jsonl"))) {
            return lines.filter(line -> line.matches(pattern)).count();
        }
    }

    @Test
    void namesEveryValueThatDiffers() throws IOException {
        Path altered = copy();
        alter(altered.resolve("expected/kpi.csv"), "K1.1,251,252,99.60%", "K1.1,250,252,99.21%");
        alter(altered.resolve("expected/restatements.csv"), ",13,31,", ",13,32,");
        alter(altered.resolve("expected/readings.csv"), "\n37,ACCEPTED,LATE", "");
        alter(
                altered.resolve("events.jsonl"),
                "\"state\": \"PUBLISHED\", \"late\": true",
                "\"state\": \"PUBLISHED\", \"late\": false");
        Ran ran = Ran.run(
                "replay", altered.toString(), "--out", temp.resolve("out").toString());
        assertEquals(1, ran.code());
        List<String> differences =
                ran.lines().stream().filter(line -> line.contains(" row ")).toList();
        assertEquals(
                List.of(
                        "events.jsonl row seq 128 RELEASE column late: expected 'false', found 'true'",
                        "readings.csv row 37 column (all): expected 'no such row', found '[37, ACCEPTED, LATE]'",
                        "restatements.csv row P09/2/B/9/visitors column new: expected '32', found '31'",
                        "kpi.csv row K1.1 column n: expected '250', found '251'",
                        "kpi.csv row K1.1 column percent: expected '99.21%', found '99.60%'"),
                differences);
        assertEquals(
                "5 differences in what is built.", ran.lines().get(ran.lines().size() - 1));
    }

    @Test
    void namesARowThatIsMissingAndAColumnThatIsNotBuilt() throws IOException {
        Path altered = copy();
        alter(altered.resolve("expected/day.csv"), "slots,day_state", "slots,state");
        Path slots = altered.resolve("expected/slots.csv");
        Files.writeString(slots, Files.readString(slots) + "2024-06-16,ITEM,Z,1,1,1,1,100.00%,PRESENT\n");
        Ran ran = Ran.run(
                "replay", altered.toString(), "--out", temp.resolve("out").toString());
        assertEquals(1, ran.code());
        assertTrue(ran.lines().contains("  not built: day.csv columns state"), ran.out());
        assertTrue(ran.lines().contains("  equal: day.csv 12, without columns state"), ran.out());
        assertTrue(
                ran.out()
                        .contains(
                                "slots.csv row 2024-06-16/Z/1 column (all): expected '[2024-06-16, ITEM, Z, 1, 1, 1, 1,"
                                        + " 100.00%, PRESENT]', found 'no such row'"),
                ran.out());
    }

    @Test
    void refusesAStorageThatHoldsSomethingAlready() {
        String storage = "csv:" + temp.resolve("store");
        String out = temp.resolve("out").toString();
        assertEquals(
                0,
                Ran.run("replay", scenario.toString(), "--storage", storage, "--out", out)
                        .code());
        Ran again = Ran.run("replay", scenario.toString(), "--storage", storage, "--out", out);
        assertEquals(2, again.code());
        assertEquals(
                "storeops: The storage already holds the stores [S1]. A replay needs an empty one; name another\n",
                again.err());
    }

    private Path copy() throws IOException {
        Path copy = temp.resolve("scenario");
        List<Path> files = new ArrayList<>();
        try (Stream<Path> tree = Files.walk(scenario)) {
            tree.filter(Files::isRegularFile).forEach(files::add);
        }
        for (Path file : files) {
            Path target = copy.resolve(scenario.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.write(target, Files.readAllBytes(file));
        }
        return copy;
    }

    private static void alter(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertTrue(text.contains(from), file + " has no " + from);
        Files.writeString(file, text.replace(from, to));
    }
}
