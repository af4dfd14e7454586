package io.storeops.adapter.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.storeops.calendar.SettableClock;
import io.storeops.document.Block;
import io.storeops.document.Cell;
import io.storeops.document.Document;
import io.storeops.document.Line;
import io.storeops.id.StoreId;
import io.storeops.publishing.Channel;
import io.storeops.publishing.OutgoingMessage;
import io.storeops.publishing.SendResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Names that somebody chose to do harm, or that do it by chance, wherever a document bears a name: none mentions anybody, makes a
 * link, adds markup or a line, or breaks the JSON, in any form of any platform.
 */
class NaughtyTest {
    /** What the platforms, and the clients that read for them, take for a mention, a tag, a link or an address. */
    private static final List<Pattern> MEANT = Stream.of(
                    "<[@!#/a-zA-Z?]",
                    "@",
                    "\\]\\s*\\(",
                    "\\]\\s*\\[",
                    "!\\[",
                    "&(?:#?\\w+;)",
                    "(?i)[a-z][a-z0-9+.-]*://",
                    "(?i)(?:mailto|tel|javascript|data):",
                    "(?i)www\\.\\S",
                    "[\\p{L}\\p{N}-][.\uFF0E\uFF61](?!\\d)[\\p{L}]",
                    "[A-Za-z0-9]\u3002[A-Za-z0-9]",
                    "\\d+\\.\\d+\\.\\d+",
                    "[\\p{Cntrl}&&[^\\n]]",
                    "[\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u206F\u00AD\uFEFF\u2028\u2029]")
            .map(Pattern::compile)
            .toList();

    private static final String MARKUP = "*_~`[]{}#>|\\<@&";
    private static final String HARMLESS = "x";

    static List<String> names() throws Exception {
        Path list = Path.of(NaughtyTest.class.getResource("naughty.jsonl").toURI());
        return Files.readAllLines(list).stream()
                .map(line -> Service.json(line).textValue())
                .toList();
    }

    private static OutgoingMessage message(String name) {
        Line line = Line.ofName(name);
        return new OutgoingMessage(
                StoreId.of("S1"),
                "m-1",
                "DATA_GROUP",
                Document.of(
                        Line.of("Title ").and(line),
                        List.of(
                                new Block.Text(line),
                                new Block.Text(Line.of("before ").and(line).and(" after")),
                                new Block.Heading(Line.of("H ").and(line)),
                                new Block.Table(
                                        List.of(new Block.Column(Line.of("C ").and(line), Block.Align.LEFT)),
                                        List.of(
                                                Block.Row.of(List.of(Cell.of(line))),
                                                new Block.Row(List.of(Cell.of(line.and(" z"))), true))),
                                new Block.Fields(
                                        List.of(new Block.Field(Line.of("F ").and(line), Cell.of(line)))))));
    }

    static Stream<Arguments> forms() {
        return Arrays.stream(Service.values())
                .flatMap(service -> service.forms.stream().map(form -> Arguments.of(service, form)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void noneMentionsLinksOrBreaks(Service service, String form) throws Exception {
        try (Group group = new Group(service);
                Channel robot = group.open(SettableClock.at(Instant.EPOCH), Map.of("form", form))) {
            robot.send(message(HARMLESS));
            String usual = String.join("\n", service.shown(group.taken().get(0)));
            for (String name : names()) {
                int before = group.taken().size();
                assertInstanceOf(SendResult.Accepted.class, robot.send(message(name)), name);
                assertTrue(group.taken().size() > before, name);
                JsonNode message = group.taken().get(before);
                String shown = String.join("\n", service.shown(message));
                for (Pattern meant : MEANT) {
                    assertFalse(
                            meant.matcher(shown).find(), () -> Service.json("\"\"") + meant.pattern() + " in " + shown);
                }
                if (group.taken().size() == before + 1) {
                    assertEquals(markup(usual), markup(shown), () -> name + " in " + shown);
                    assertEquals(
                            usual.lines().count() - blankLines(name),
                            shown.lines().count(),
                            () -> shown);
                }
                assertTrue(letters(shown).contains(letters(name)), () -> name + " is not in " + shown);
                assertNobodyIsMeant(service, message);
            }
        }
    }

    /** A paragraph that shows nothing is left out, with the empty line behind it. */
    private static int blankLines(String name) {
        return Inert.of(Line.ofName(name)).isEmpty() ? 2 : 0;
    }

    private static void assertNobodyIsMeant(Service service, JsonNode message) {
        switch (service) {
            case WECOM -> assertEquals(2, message.size());
            case DINGTALK -> {
                assertEquals(3, message.size());
                assertEquals(Service.json("{\"atMobiles\":[],\"isAtAll\":false}"), message.get("at"));
            }
            case FEISHU, SLACK -> assertEquals(message.has("text") && !message.has("blocks") ? 1 : 2, message.size());
        }
    }

    private static Map<Character, Long> markup(String text) {
        return text.chars()
                .mapToObj(c -> (char) c)
                .filter(c -> MARKUP.indexOf(c) >= 0)
                .collect(Collectors.groupingBy(c -> c, Collectors.counting()));
    }

    /** The letters and digits of ASCII, which nothing takes out. */
    private static String letters(String text) {
        return text.replaceAll("[^A-Za-z0-9]", "");
    }

    @Test
    void thereAreEnoughOfThem() throws Exception {
        assertTrue(names().stream().distinct().count() >= 500);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '"',
            value = {
                "连衣裙 A-1 3.5mm 99.9% 1,234.56!连衣裙 A-1 3.5mm 99.9% 1,234.56",
                "<@all>!＜＠all＞",
                "a.b example.com.!a. b example. com.",
                "http://127.0.0.1/x!http：//127. 0. 0. 1/x",
                "v1.2 v1.2.3!v1.2 v1. 2. 3",
                "evil。com 好。好!evil。 com 好。好",
                "wait... .net!wait... . net",
                "5.x x.5 .5 5.!5. x x. 5 . 5 5.",
                "1.5kg/2.5kg!1. 5kg/2. 5kg",
            })
    void whatStandsInTheirPlaceCanStillBeRead(String name, String shown) {
        assertEquals(
                shown,
                Inert.of(Line.ofName(name).and(".")).replaceFirst("\\.$", "").strip());
    }

    @Test
    void aVeryLongOneTakesNoTime() {
        Line line = Line.ofName("1.".repeat(500_000));
        String shown = assertTimeout(Duration.ofSeconds(10), () -> Inert.of(line));
        assertEquals(1_499_999, shown.length());
    }

    @Test
    void aPictographStaysWholeAndWhatIsInvisibleGoes() {
        assertEquals("👨‍👩‍👧 ab", Inert.of(Line.ofName("👨‍👩‍👧 a\u200D\u200Bb")));
        assertEquals("🏳️‍🌈", Inert.of(Line.ofName("🏳️‍🌈")));
    }

    @Test
    void theLibrarysWordsStandButMentionNobody() {
        assertEquals(
                "[P1] 10:00 -> 12.5 * ＜＠all> a_b ｜ ｀",
                Inert.of(Line.of("[P1] 10:00 -> 12.5 × <@all> a_b | `")).replace("×", "*"));
        assertEquals("［x］ https：//a. b", Inert.of(Line.ofName("[x] https://a.b")));
        assertEquals("[x］(y)", Inert.of(Line.of("[x](y)")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "1. x!1． x",
                "12) x!12） x",
                "1.5 x!1.5 x",
                "- x!－ x",
                "-5 x!-5 x",
                "---!－--",
                "# x!＃ x",
                "> x!＞ x",
                "+ x!＋ x",
                "===!＝=="
            })
    void aParagraphIsNoList(String words, String shown) {
        assertEquals(shown, Inert.paragraph(Line.of(words)));
    }
}
