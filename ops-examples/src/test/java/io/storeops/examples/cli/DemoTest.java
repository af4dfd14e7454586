package io.storeops.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    @TempDir
    Path folder;

    private Ran demo() {
        return Ran.run("demo", "--out", folder.toString());
    }

    @Test
    void printsEachReleaseAsItHappens() {
        Ran ran = demo();
        assertEquals("", ran.err());
        assertEquals(0, ran.code());
        List<String> headings =
                ran.lines().stream().filter(line -> line.matches("P\\d\\d .*")).toList();
        assertEquals(15, headings.size());
        List<String> order = headings.stream().map(line -> line.substring(0, 3)).toList();
        List<String> expected = Stream.of(
                        IntStream.rangeClosed(1, 9).mapToObj(n -> "P0" + n),
                        Stream.of("P09"),
                        IntStream.rangeClosed(10, 13).mapToObj(n -> "P" + n),
                        Stream.of("P01"))
                .flatMap(names -> names)
                .toList();
        assertEquals(expected, order);
        assertTrue(headings.contains("P07  2024-06-16 15:00  accepted 15:21  late"), headings::toString);
        assertTrue(
                headings.contains("P09 version 2  2024-06-16 17:00  accepted 17:25  correction"), headings::toString);
        assertTrue(ran.lines().contains("  ITEM:B 亚麻衬衫 slot 9 visitors 13 -> 31 (OPERATOR_ERROR)"), ran.out());
    }

    @Test
    void endsWithTheFinalDayAndItsMeasures() {
        String out = demo().out();
        assertLine(out, "STORE:S1 1576.00 205 14 6.83% 17933.60 2714 204 7.52%");
        assertLine(out, "T target 17933.60 of 15000.00 119.56%");
        assertLine(out, "K1.1 Accuracy 251 of 252 99.60%");
        assertLine(out, "K1.4 Release timeliness 12 of 13 92.31%");
    }

    private static void assertLine(String out, String expected) {
        Pattern gaps = Pattern.compile(" +");
        assertTrue(
                out.lines()
                        .map(line -> gaps.matcher(line.strip()).replaceAll(" "))
                        .anyMatch(expected::equals),
                out);
    }

    @Test
    void writesTheReleasesTheBoardAndASoundStore() throws IOException {
        demo();
        try (Stream<Path> releases = Files.list(folder.resolve("releases"))) {
            assertEquals(
                    15, releases.filter(file -> file.toString().endsWith(".md")).count());
        }
        try (Stream<Path> tables = Files.list(folder.resolve("releases"))) {
            assertEquals(
                    15 + 1,
                    tables.filter(file -> file.toString().endsWith(".csv")).count());
        }
        String board = Files.readString(folder.resolve("board.html"));
        assertTrue(board.contains("<bdi>A</bdi> <bdi>碎花连衣裙</bdi>"), "the title is on the board");
        assertTrue(board.startsWith("<!DOCTYPE html>"), board.substring(0, 40));
        assertTrue(board.contains("17,933.60") || board.contains("17933.60"), "the final amount is on the board");
        Ran verified = Ran.run("verify", folder.resolve("store").toString());
        assertEquals(0, verified.code(), verified.out());
        assertTrue(verified.lines().contains("  reading 92"), verified.out());
        assertTrue(verified.lines().contains("The store is sound."), verified.out());
    }

    @Test
    void changesNothingWhenItIsRunAgain() throws IOException {
        Ran first = demo();
        String before = Ran.run("verify", folder.resolve("store").toString()).out();
        Ran second = demo();
        assertEquals(first, second);
        assertEquals(
                before, Ran.run("verify", folder.resolve("store").toString()).out());
        try (Stream<Path> releases = Files.list(folder.resolve("releases"))) {
            assertEquals(31, releases.count());
        }
    }

    @Test
    void leavesAStoreInWhichDamageIsFound() throws IOException {
        demo();
        Path table = folder.resolve("store/reading-2024-06.csv");
        String text = Files.readString(table);
        assertTrue(text.contains("135170"), "the first amount is in the table");
        Files.writeString(table, text.replaceFirst("135170", "935170"));
        Ran ran = Ran.run("verify", folder.resolve("store").toString());
        assertEquals(1, ran.code());
        assertTrue(ran.lines().stream().anyMatch(line -> line.startsWith("finding: reading-2024-06.csv")), ran.out());
    }
}
