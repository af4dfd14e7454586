package io.storeops.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The detector on real order streams with labelled faults, read where they lie and counted by their own scorer. */
class DetectBenchmarkDataTest {
    private static final Pattern KIND = Pattern.compile("([\\w.]+) +([0-9]+) +([0-9]+) +[0-9.]+ .*");

    @TempDir
    Path temp;

    private Path shared;

    @BeforeEach
    void findTheData() throws Exception {
        shared = Ran.shared("detection");
        boolean python;
        try {
            python = run("python3", "--version").code() == 0;
        } catch (IOException e) {
            python = false;
        }
        Assumptions.assumeTrue(python, "python3, which the scorer needs, cannot be run here");
    }

    private Ran run(String... command) throws IOException, InterruptedException {
        Path out = temp.resolve("printed");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertTrue(process.waitFor(2, TimeUnit.MINUTES), "the scorer ends");
        return new Ran(process.exitValue(), Files.readString(out, UTF_8), "");
    }

    private List<String> detect(Path folder) throws IOException {
        Path out = temp.resolve("detections.csv");
        Ran ran = Ran.run("detect", folder.toString(), "--out", out.toString());
        assertEquals("", ran.err());
        assertEquals(0, ran.code());
        return Files.readAllLines(out);
    }

    private String score() throws IOException, InterruptedException {
        detect(shared.resolve("data"));
        Ran scored = run(
                "python3",
                shared.resolve("score.py").toString(),
                temp.resolve("detections.csv").toString());
        assertEquals(0, scored.code(), scored.out());
        return scored.out();
    }

    private static double figure(String table, String name) {
        Matcher figure = Pattern.compile(Pattern.quote(name) + " +([0-9.]+)").matcher(table);
        assertTrue(figure.find(), name + " in " + table);
        return Double.parseDouble(figure.group(1));
    }

    private static Map<String, Double> recalls(String table) {
        Map<String, Double> recalls = new TreeMap<>();
        table.lines()
                .map(KIND::matcher)
                .filter(Matcher::matches)
                .forEach(kind -> recalls.put(
                        kind.group(1), Double.parseDouble(kind.group(3)) / Double.parseDouble(kind.group(2))));
        return recalls;
    }

    private static void assertMean(Map<String, Double> recalls, double least, String table, String... kinds) {
        double sum = 0;
        for (String kind : kinds) {
            assertTrue(recalls.containsKey(kind), kind + " in " + table);
            sum += recalls.get(kind);
        }
        assertTrue(sum / kinds.length >= least, List.of(kinds) + " below " + least + " in " + table);
    }

    @Test
    void findsWhatItMustWithFewFalseAlarms() throws Exception {
        String table = score();
        assertTrue(figure(table, "false alarms per store-week") <= 0.8, table);
        assertTrue(figure(table, "mean recall over kinds") >= 0.84, table);
        Map<String, Double> recalls = recalls(table);
        assertMean(recalls, 0.97, table, "shop_down", "source_frozen");
        assertMean(recalls, 0.75, table, "spike", "dip65", "halved", "doubled");
        assertMean(recalls, 0.40, table, "drift_3pct_day", "refund_x3", "stockout");
        assertMean(recalls, 0.90, table, "price_off10", "price_x0.5");
        assertMean(recalls, 1, table, "missing_slot", "listing_price_div10", "listing_book_shift", "listing_truncated");
        assertTrue(figure(table, "LEARNING share after the learning weeks") <= 0.05, table);
        assertTrue(figure(table, "COULD_NOT_CHECK share") <= 0.01, table);
        assertTrue(figure(table, "alarms in the young store (T...)") <= 1, table);
        assertEquals(0, figure(table, "false alarms on listings"), table);
    }

    /** No look-ahead: what is told of the days up to a date does not change with what comes after it. */
    @ParameterizedTest
    @ValueSource(strings = {"2011-01-30", "2011-03-22", "2011-07-15", "2011-12-08", "2016-11-09", "2020-02-20"})
    void tellsTheSameOfThePastWhateverComes(String cut) throws Exception {
        Path known = temp.resolve("known");
        Ran ran = run("python3", shared.resolve("score.py").toString(), "--cut", cut, known.toString());
        assertEquals(0, ran.code(), ran.out());
        List<String> before = new ArrayList<>(detect(known));
        List<String> whole = detect(shared.resolve("data")).stream()
                .filter(row -> row.startsWith("store,")
                        || !LocalDate.parse(row.split(",", -1)[1]).isAfter(LocalDate.parse(cut)))
                .toList();
        assertEquals(whole, before);
    }
}
