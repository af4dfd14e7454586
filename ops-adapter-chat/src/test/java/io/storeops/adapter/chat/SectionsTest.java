package io.storeops.adapter.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.document.Block;
import io.storeops.document.Cell;
import io.storeops.document.Document;
import io.storeops.document.Line;
import io.storeops.document.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** How documents are divided. */
class SectionsTest {
    private static final String[] WORDS = {
        "运营", "连衣裙", "x", "release", "😀", "👨‍👩‍👧", "e\u0301", "12.34", "𠮷野家", "，", "。"
    };

    private static Predicate<String> bytes(int most) {
        return text -> text.getBytes(UTF_8).length <= most;
    }

    private static String text(Random random, int most) {
        StringBuilder text = new StringBuilder("w");
        while (text.length() < most && random.nextInt(most) > 0) {
            text.append(random.nextInt(3) == 0 ? " " : "").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }

    /** Rows and paragraphs that know their number; rows of at most 240 bytes. */
    private static Document document(Random random) {
        List<Block> blocks = new ArrayList<>();
        int number = 0;
        for (int i = random.nextInt(12); i >= 0; i--) {
            switch (random.nextInt(4)) {
                case 0 -> blocks.add(new Block.Heading(Line.of("H" + i)));
                case 1 -> blocks.add(new Block.Text(Line.of("<" + number++ + "> " + text(random, 400))));
                case 2 ->
                    blocks.add(new Block.Fields(List.of(
                            new Block.Field(Line.of("F <" + number++ + ">"), Cell.of(text(random, 30))),
                            new Block.Field(Line.of("F <" + number++ + ">"), Cell.of(text(random, 30))))));
                default -> {
                    List<Block.Row> rows = new ArrayList<>();
                    for (int row = random.nextInt(40); row >= 0; row--) {
                        rows.add(new Block.Row(
                                List.of(Cell.of("<" + number++ + ">"), Cell.of(text(random, 20))),
                                random.nextBoolean()));
                    }
                    blocks.add(new Block.Table(List.of(Block.Column.text("No"), Block.Column.number("Text")), rows));
                }
            }
        }
        return Document.of(Line.of("title"), blocks);
    }

    private static List<Notation> notations() {
        return List.of(
                new WeCom(null, WeCom.Form.MARKDOWN_V2, false).notation(),
                new WeCom(null, WeCom.Form.MARKDOWN, false).notation(),
                new Slack(null, Slack.Form.BLOCKS).notation(),
                Notation.TEXT);
    }

    @Property(tries = 200)
    void everythingArrivesInOrderWithinTheLimit(@ForAll long seed, @ForAll @IntRange(min = 700, max = 4096) int most) {
        Document document = document(new Random(seed));
        for (Notation notation : notations()) {
            List<Passage> passages = Passages.of(document, notation);
            List<String> sections = Sections.of(passages, bytes(most));
            for (String section : sections) {
                assertTrue(bytes(most).test(section), () -> section.getBytes(UTF_8).length + " bytes");
                assertEquals(section, new String(section.getBytes(UTF_8), UTF_8), "a half of a character");
                assertTrue(!section.isBlank() && section.endsWith("\n"), section);
                assertEquals(0, section.split("```", -1).length % 2 == 1 ? 0 : 1, "preformatted text does not end");
            }
            assertEquals(numbers(whole(passages)), numbers(String.join("", sections)), "each row once, in order");
            assertEquals(letters(whole(passages)), letters(String.join("", sections)), "no text is lost");
        }
    }

    private static String whole(List<Passage> passages) {
        return passages.stream()
                .map(passage -> passage.head() + String.join("", passage.rows()))
                .collect(Collectors.joining());
    }

    private static List<String> numbers(String text) {
        // The full-width twin of the sign stands for it.
        return java.util.regex.Pattern.compile("\uFF1C(\\d+)>")
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** What is in rows and paragraphs, and not in the heads that are repeated. */
    private static String letters(String text) {
        return text.replaceAll("(?m)^.*(No.*Text|:--).*$|^[*# ]*H\\d+[*]*$", "").replaceAll("[\\s`]", "");
    }

    static final List<Platform> PLATFORMS = List.of(
            new WeCom(null, WeCom.Form.MARKDOWN_V2, false),
            new WeCom(null, WeCom.Form.TEXT, false),
            new DingTalk(null, DingTalk.Form.MARKDOWN, Optional.empty()),
            new Feishu(null, Feishu.Form.CARD, Optional.empty()),
            new Slack(null, Slack.Form.BLOCKS),
            new Slack(null, Slack.Form.TEXT));

    /** Names that grow most on their way: by twins, by spaces behind dots, by what JSON escapes. */
    @Property(tries = 6)
    void aDocumentOfTheLengthThatIsPromisedFitsIntoTwentyMessages(@ForAll long seed) {
        Random random = new Random(seed);
        String piece = List.of("*", "a.", "\"", "长", "x", "\\ ").get(random.nextInt(6));
        for (Platform platform : PLATFORMS) {
            List<Block.Row> rows = new ArrayList<>();
            Document document = Document.of(Line.of("title"), List.of());
            Document longer = document;
            while (Markdown.of(longer).getBytes(UTF_8).length <= 5 * platform.longest()) {
                document = longer;
                for (int i = Math.max(1, rows.size() / 10); i > 0; i--) {
                    rows.add(Block.Row.of(List.of(Cell.of(Line.ofName(piece.repeat(1 + random.nextInt(120)))))));
                }
                longer = Document.of(
                        Line.of("title"), List.of(new Block.Table(List.of(Block.Column.text("Name")), rows)));
            }
            int sections = Sections.of(
                            Passages.of(document, platform.notation()),
                            section -> platform.fits("title (20/20)", section))
                    .size();
            assertTrue(
                    sections <= Robot.MOST_PARTS * platform.sections(),
                    platform.name() + ": " + sections + " of " + piece);
        }
    }

    @Example
    void asManyRowsAsFitAndNotOneMore() {
        List<String> rows =
                IntStream.range(0, 10).mapToObj(i -> "row " + i + "\n").toList();
        assertEquals(
                List.of(
                        "h\nrow 0\nrow 1\nt\n",
                        "h\nrow 2\nrow 3\nt\n",
                        "h\nrow 4\nrow 5\nt\n",
                        "h\nrow 6\nrow 7\nt\n",
                        "h\nrow 8\nrow 9\nt\n"),
                Sections.of(List.of(new Passage("h\n", rows, "t\n", false)), bytes(16)));
        assertEquals(
                10,
                Sections.of(List.of(new Passage("h\n", rows, "t\n", false)), bytes(15))
                        .size());
        assertEquals(
                "a row of 6 characters is longer than one of its messages may be",
                assertThrows(
                                DoesNotFitException.class,
                                () -> Sections.of(List.of(new Passage("h\n", rows, "t\n", false)), bytes(9)))
                        .getMessage());
    }

    @Example
    void anEmptyLineStandsBetweenPassages() {
        assertEquals(
                List.of("a\n\nh\nb\n"),
                Sections.of(List.of(Passage.prose("", "a\n"), Passage.prose("h\n", "b\n")), bytes(100)));
        assertEquals(List.of(), Sections.of(List.of(), bytes(100)));
    }

    @Example
    void aParagraphIsDividedBetweenWordsOrElseBetweenCharacters() {
        assertEquals(
                List.of("one two\n", "three\n"), Sections.of(List.of(Passage.prose("", "one two three\n")), bytes(9)));
        assertEquals(List.of("abcdefgh\n", "ij\n"), Sections.of(List.of(Passage.prose("", "abcdefghij\n")), bytes(9)));
        assertEquals(List.of("😀😀\n", "😀\n"), Sections.of(List.of(Passage.prose("", "😀😀😀\n")), bytes(11)));
        assertEquals(List.of("h\nab\n", "h\ncd\n"), Sections.of(List.of(Passage.prose("h\n", "abcd\n")), bytes(5)));
        assertThrows(
                DoesNotFitException.class, () -> Sections.of(List.of(Passage.prose("heading\n", "abcd\n")), bytes(8)));
    }

    @Example
    void aHeadingStandsAboveWhatFollowsAndAloneIfNothingDoes() {
        Notation text = Notation.TEXT;
        List<Passage> passages = Passages.of(
                Document.of(
                        Line.of("title"),
                        List.of(
                                new Block.Heading(Line.of("one")),
                                new Block.Heading(Line.of("two")),
                                new Block.Text(Line.of("a")),
                                new Block.Text(Line.of("b")),
                                new Block.Heading(Line.of("three")))),
                text);
        assertEquals(
                List.of(
                        Passage.prose("", "one\n"),
                        Passage.prose("two\n", "a\n"),
                        Passage.prose("", "b\n"),
                        Passage.prose("", "three\n")),
                passages);
    }
}
