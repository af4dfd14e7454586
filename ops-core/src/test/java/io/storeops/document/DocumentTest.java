package io.storeops.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.catalog.Money;
import io.storeops.evidence.Attachment;
import io.storeops.id.Sha256;
import io.storeops.json.DocumentException;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.kpi.Ratio;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DocumentTest {
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final Block.Table TABLE = new Block.Table(
            List.of(Block.Column.text("单品"), Block.Column.number("支付金额"), Block.Column.number("转化率")),
            List.of(
                    Block.Row.of(List.of(
                            Cell.of(Line.ofName("A|1").and(" ").andName("连衣裙")),
                            new Cell.Amount(Money.ofMinor(123_456, CNY)),
                            new Cell.Share(Ratio.of(1, 8)))),
                    new Block.Row(
                            List.of(Cell.of(Line.ofName("B")), new Cell.Missing("缺"), new Cell.Share(Ratio.of(0, 0))),
                            true)));
    private static final Document WHOLE = Document.of(
            Line.of("[").andName("店 @all").and("] 时段数据"),
            List.of(
                    new Block.Text(Line.of("缺: 访客数")),
                    new Block.Heading(Line.of("单品")),
                    TABLE,
                    new Block.Fields(List.of(
                            new Block.Field(Line.of("目标"), new Cell.Amount(Money.ofMinor(100, CNY))),
                            new Block.Field(Line.of("A"), Cell.of(7)))),
                    new Block.Image(Sha256.of("x"), "image/png", Line.of("曲线"))));

    @Test
    void isMarkdown() {
        assertEquals("""
                # [店 \\@all] 时段数据

                缺: 访客数

                ## 单品

                | 单品 | 支付金额 | 转化率 |
                | --- | ---: | ---: |
                | A\\|1 连衣裙 | 1234.56 | 12.50% |
                | **B** | **缺** | **-** |

                - 目标: 1.00
                - A: 7

                \\[曲线\\]
                """, Markdown.of(WHOLE));
    }

    @Test
    void showsADateAsItIsWritten() {
        assertEquals("2024-06-16", Cell.of(LocalDate.of(2024, 6, 16)).shown().text());
    }

    @Test
    void isPlainTextWhoseColumnsStandBelowEachOtherWhereChineseTakesTwo() {
        assertEquals("""
                [店 @all] 时段数据

                缺: 访客数

                单品

                  单品        支付金额  转化率
                  A|1 连衣裙   1234.56  12.50%
                > B                 缺       -

                目标  1.00
                A     7

                [曲线]
                """, PlainText.of(WHOLE));
    }

    @Test
    void isATableOfAChartWithoutAPicture() {
        Document document = Document.of(
                Line.of("周报"),
                List.of(new Chart(
                        Line.of("支付金额"),
                        Chart.Form.LINE,
                        List.of(
                                new Block.Field(Line.of("周一"), new Cell.Amount(Money.ofMinor(50, CNY))),
                                new Block.Field(Line.ofName("2*"), new Cell.Missing("缺"))),
                        Optional.of(new Block.Field(Line.of("目标"), new Cell.Amount(Money.ofMinor(10_000, CNY)))))));
        assertEquals("""
                | 支付金额 |  |
                | --- | ---: |
                | 周一 | 0.50 |
                | 2\\* | 缺 |
                | 目标 | 100.00 |
                """, Markdown.body(document));
        assertEquals("""
                支付金额
                周一        0.50
                2*            缺
                目标      100.00
                """, PlainText.body(document));
    }

    @Test
    void isAFileOfPlainTextWithoutARenderer() {
        Attachment file = DocumentRenderer.plainText().render(WHOLE, Locale.CHINESE, sha256 -> Optional.empty());
        assertEquals("text/plain", file.contentType());
        assertTrue(file.bears());
        assertEquals(PlainText.of(WHOLE), new String(file.content(), StandardCharsets.UTF_8));
    }

    @Test
    void makesNoListOfANumberWithAFullStop() {
        Document document = Document.of(Line.of("t"), List.of(new Block.Text(Line.ofName("12. Juni"))));
        assertEquals("12\\. Juni\n", Markdown.body(document));
    }

    @Test
    void leavesOutWhatHasNoText() {
        Document document = Document.of(
                Line.of("t"),
                List.of(new Block.Text(Line.EMPTY), new Block.Fields(List.of()), new Block.Text(Line.of("x"))));
        assertEquals("x\n", Markdown.body(document));
        assertEquals("x\n", PlainText.body(document));
    }

    @Test
    void joinsWordsAndNamesThatStandTogether() {
        assertEquals(
                new Line(List.of(new Line.Part("ab", false), new Line.Part("c", true))),
                Line.of("a").and("").and("b").andName("").andName("c"));
        assertEquals(Line.EMPTY, Line.of("").andName(""));
    }

    @Nested
    class Refuses {
        private String refusal(Runnable making) {
            return assertThrows(IllegalArgumentException.class, making::run).getMessage();
        }

        @Test
        void whatIsNoDocument() {
            assertEquals("A document needs a title", refusal(() -> Document.of(Line.of(" "), List.of())));
            assertEquals("A table has one column or more", refusal(() -> new Block.Table(List.of(), List.of())));
            assertEquals(
                    "A row has as many cells as the table has columns, which is 1, not 2",
                    refusal(() -> new Block.Table(
                            List.of(Block.Column.text("a")), List.of(Block.Row.of(List.of(Cell.of(1), Cell.of(2)))))));
            assertEquals(
                    "'text/html' is not the type of an image (expected something like image/png)",
                    refusal(() -> new Block.Image(Sha256.of("x"), "text/html", Line.of("x"))));
            assertEquals(
                    "An image needs words for those who cannot see it",
                    refusal(() -> new Block.Image(Sha256.of("x"), "image/png", Line.EMPTY)));
            assertEquals("A missing value is shown by a word, not by ''", refusal(() -> new Cell.Missing("")));
        }

        private Chart chart(String title, Cell... values) {
            return new Chart(
                    Line.of(title),
                    Chart.Form.BARS,
                    Stream.of(values)
                            .map(value -> new Block.Field(Line.of("v" + value.shown()), value))
                            .toList(),
                    Optional.empty());
        }

        @Test
        void chartsOfWhatCannotBeCompared() {
            assertEquals("A chart needs a title", refusal(() -> chart(" ", Cell.of(1))));
            assertEquals("A chart has one value or more", refusal(() -> chart("t")));
            assertEquals(
                    "'vx' cannot be drawn: Text[line=x] (expected a whole number, an amount or a share)",
                    refusal(() -> chart("t", new Cell.Missing("-"), Cell.of("x"))));
            assertEquals(
                    "A chart has values of one measure: 'v1' is a whole number and 'v50.00%' is a share",
                    refusal(() -> chart("t", Cell.of(1), new Cell.Share(Ratio.of(1, 2)))));
            assertEquals(
                    "A chart has values of one measure: 'v0.01' is an amount of CNY and 'v1' is an amount of JPY",
                    refusal(() -> chart(
                            "t",
                            new Cell.Amount(Money.ofMinor(1, CNY)),
                            new Cell.Amount(Money.ofMinor(1, Currency.getInstance("JPY"))))));
            Block.Field none = new Block.Field(Line.of("aim"), new Cell.Missing("-"));
            assertEquals(
                    "'aim' cannot be drawn: Missing[word=-] (expected a whole number, an amount or a share)",
                    refusal(() -> new Chart(
                            Line.of("t"),
                            Chart.Form.LINE,
                            List.of(new Block.Field(Line.of("a"), Cell.of(1))),
                            Optional.of(none))));
        }

        @Test
        void charactersThatNoStorageKeeps() {
            assertEquals("A text cannot contain U+0000 (position 2)", refusal(() -> Line.of("a\0")));
            assertEquals("A text cannot contain U+D83D (position 1)", refusal(() -> Line.ofName("\uD83Dx")));
        }

        private String read(Map<String, Json> members) {
            return assertThrows(
                            DocumentException.class,
                            () -> Document.fromJson(JsonReader.root("document", Json.object(members))))
                    .getMessage();
        }

        @Test
        void jsonThatSaysSomethingElseWithItsPlace() {
            Json blocks = Json.array(List.of(Json.object(Map.of("kind", Json.of("SONG")))));
            assertEquals(
                    "document $.blocks[0].kind: \"SONG\" is not a kind of block (expected HEADING, TEXT, FIELDS, TABLE,"
                            + " CHART or IMAGE)",
                    read(Map.of("title", Json.of("t"), "blocks", blocks)));
            assertEquals(
                    "document $: {\"blocks\":[],\"title\":\"\"} is not part of a document: A document needs a title",
                    read(Map.of("title", Json.of(""), "blocks", Json.array(List.of()))));
        }
    }
}
