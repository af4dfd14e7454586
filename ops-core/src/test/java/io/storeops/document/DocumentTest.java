package io.storeops.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.catalog.Money;
import io.storeops.id.Sha256;
import io.storeops.json.DocumentException;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.kpi.Ratio;
import java.util.Currency;
import java.util.List;
import java.util.Map;
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
            Json blocks = Json.array(List.of(Json.object(Map.of("kind", Json.of("CHART")))));
            assertEquals(
                    "document $.blocks[0].kind: \"CHART\" is not a kind of block (expected HEADING, TEXT, FIELDS, TABLE or"
                            + " IMAGE)",
                    read(Map.of("title", Json.of("t"), "blocks", blocks)));
            assertEquals(
                    "document $: {\"blocks\":[],\"title\":\"\"} is not part of a document: A document needs a title",
                    read(Map.of("title", Json.of(""), "blocks", Json.array(List.of()))));
        }
    }
}
