package io.storeops.adapter.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.catalog.Money;
import io.storeops.document.Block;
import io.storeops.document.Cell;
import io.storeops.document.Chart;
import io.storeops.document.Document;
import io.storeops.document.Line;
import io.storeops.evidence.Attachment;
import io.storeops.id.Sha256;
import io.storeops.kpi.Ratio;
import java.util.Base64;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class HtmlRendererTest {
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 1, 2};
    private static final Function<Sha256, Optional<byte[]>> NONE = sha256 -> Optional.empty();

    private static Attachment file(Locale language, Function<Sha256, Optional<byte[]>> pictures, Block... blocks) {
        Document document = Document.of(Line.of("巡检 ").andName("A<b>"), List.of(blocks));
        return new HtmlRenderer().render(document, language, pictures);
    }

    private static org.jsoup.nodes.Document page(Block... blocks) {
        return Jsoup.parse(new String(file(Locale.CHINESE, NONE, blocks).content(), UTF_8));
    }

    private static Block heading(String words) {
        return new Block.Heading(Line.of(words));
    }

    private static Block.Table table() {
        return new Block.Table(
                List.of(Block.Column.text("商品"), Block.Column.number("价格"), Block.Column.number("转化率")),
                List.of(
                        Block.Row.of(List.of(
                                Cell.of(Line.ofName("<i>红|裙")),
                                new Cell.Amount(Money.ofMinor(123_456, CNY)),
                                new Cell.Share(Ratio.of(1, 8)))),
                        new Block.Row(
                                List.of(Cell.of("合计"), new Cell.Missing("缺"), new Cell.Share(Ratio.of(0, 0))), true)));
    }

    private static List<String> texts(Element in, String selector) {
        return in.select(selector).stream().map(Element::text).toList();
    }

    @Nested
    class File {
        @Test
        void isHtmlInUtf8ThatSaysItsLanguage() {
            for (Locale language : List.of(Locale.CHINESE, Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH, Locale.UK)) {
                Attachment file = file(language, NONE, table());
                assertEquals("text/html", file.contentType());
                Element page = Jsoup.parse(new String(file.content(), UTF_8));
                assertEquals(language.toLanguageTag(), page.selectFirst("html").attr("lang"));
                assertEquals("UTF-8", page.selectFirst("meta[charset]").attr("charset"));
            }
        }

        @Test
        void isRefusedInALanguageWithoutWords() {
            assertEquals(
                    "No words in 'fr-CA'. Known languages: [zh, en]",
                    assertThrows(IllegalArgumentException.class, () -> file(Locale.CANADA_FRENCH, NONE))
                            .getMessage());
        }

        @Test
        void hasTheSameBytesForTheSameDocumentWhateverTheMachinesLocale() {
            Block[] blocks = {table(), chart(Chart.Form.BARS, 1, 2), chart(Chart.Form.LINE, 1, 2)};
            Attachment before = file(Locale.CHINESE, NONE, blocks);
            Locale machine = Locale.getDefault();
            try {
                Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
                assertEquals(before, file(Locale.CHINESE, NONE, blocks));
            } finally {
                Locale.setDefault(machine);
            }
        }

        @Test
        void needsNothingFromOutside() {
            org.jsoup.nodes.Document page = page(heading("h"), table(), chart(Chart.Form.LINE, 3, 4));
            assertEquals(List.of(), texts(page, "script, link, iframe, object, embed, img, a, form, base"));
            assertFalse(page.selectFirst("style").data().matches("(?s).*(url\\(|@import|//).*"));
            assertEquals(
                    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
                    page.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content"));
            assertEquals(
                    "width=device-width, initial-scale=1",
                    page.selectFirst("meta[name=viewport]").attr("content"));
            assertTrue(page.selectFirst("style").data().contains("@media screen and (prefers-color-scheme:dark)"));
            assertTrue(page.selectFirst("style").data().contains("@media print"));
        }
    }

    @Nested
    class Structure {
        @Test
        void isATitleAndASectionForEachHeading() {
            org.jsoup.nodes.Document page = page(
                    new Block.Text(Line.of("前言")),
                    heading("一"),
                    new Block.Text(Line.of("甲").andName("&amp;")),
                    new Block.Text(Line.EMPTY),
                    heading("二"),
                    new Block.Text(Line.of("乙")));
            assertEquals("巡检 A<b>", page.title());
            assertEquals(List.of("巡检 A<b>"), texts(page, "h1"));
            assertEquals(List.of("A<b>"), texts(page, "h1 > bdi"));
            assertEquals(List.of("前言"), texts(page, "main > p"));
            assertEquals(List.of("一 甲&amp;", "二 乙"), texts(page, "main > section"));
            for (Element section : page.select("section")) {
                assertEquals(
                        section.attr("aria-labelledby"),
                        section.selectFirst("h2").id());
            }
        }

        @Test
        void isATableWithCaptionAndScopes() {
            org.jsoup.nodes.Document page = page(table(), heading("店铺"), table());
            assertEquals(List.of("巡检 A<b>", "店铺"), texts(page, "table > caption"));
            Element table = page.select("table").get(1);
            assertEquals(table.selectFirst("caption").id(), table.parent().attr("aria-labelledby"));
            assertEquals(List.of("商品", "价格", "转化率"), texts(table, "thead > tr > th[scope=col]"));
            assertEquals(List.of("<i>红|裙", "合计"), texts(table, "tbody > tr > th[scope=row]"));
            assertEquals(List.of("1234.56", "12.50%", "缺", "-"), texts(table, "tbody > tr > td.number"));
            assertEquals(List.of("合计 缺 -"), texts(table, "tbody > tr.emphasised"));
            assertEquals(List.of("合计", "缺", "-"), texts(table, "tr.emphasised strong"));
            assertEquals(List.of("缺"), texts(table, "span.missing"));
            assertEquals(
                    List.of("price"),
                    texts(page(new Block.Table(List.of(Block.Column.text("price")), List.of())), "thead th"));
        }

        @Test
        void isALineInATableWithoutRows() {
            Block.Table empty = new Block.Table(List.of(Block.Column.text("a"), Block.Column.number("b")), List.of());
            assertEquals(List.of("空表"), texts(page(empty), "tbody > tr > td[colspan=2]"));
            String english = new String(file(Locale.ENGLISH, NONE, empty).content(), UTF_8);
            assertEquals(List.of("no rows"), texts(Jsoup.parse(english), "tbody td"));
        }

        @Test
        void isAListOfFields() {
            org.jsoup.nodes.Document page = page(
                    new Block.Fields(List.of()),
                    new Block.Fields(List.of(
                            new Block.Field(Line.of("目标"), new Cell.Amount(Money.ofMinor(5, CNY))),
                            new Block.Field(Line.ofName("<x>"), new Cell.Missing("缺")))));
            assertEquals(1, page.select("dl").size());
            assertEquals(List.of("目标", "<x>"), texts(page, "dl > div > dt"));
            assertEquals(List.of("0.05", "缺"), texts(page, "dl > div > dd"));
        }

        @Test
        void hasNoIdTwice() {
            org.jsoup.nodes.Document page = page(
                    heading("一"),
                    table(),
                    table(),
                    chart(Chart.Form.BARS, 1),
                    heading(" "),
                    chart(Chart.Form.LINE, 1),
                    heading("一"));
            List<String> ids = page.select("[id]").stream().map(Element::id).toList();
            assertEquals(ids.stream().distinct().toList(), ids);
            assertEquals(List.of("一", "一"), texts(page, "h2"));
        }
    }

    private static Chart chart(Chart.Form form, long... values) {
        return new Chart(
                Line.of("支付<件>"),
                form,
                LongStream.of(values)
                        .mapToObj(value -> new Block.Field(
                                Line.of("第" + value), value == 0 ? new Cell.Missing("缺") : Cell.of(value)))
                        .toList(),
                Optional.of(new Block.Field(Line.of("目标"), Cell.of(400))));
    }

    @Nested
    class Charts {
        private List<Double> numbers(Element page, String selector, String attribute) {
            return page.select(selector).stream()
                    .map(element -> Double.parseDouble(element.attr(attribute)))
                    .toList();
        }

        @Test
        void drawBarsAsLongAsTheirValuesAndTheLevelWhereItLies() {
            org.jsoup.nodes.Document page = page(chart(Chart.Form.BARS, 100, 0, 300));
            List<Double> widths = numbers(page, "rect.bar", "width");
            assertEquals(2, widths.size());
            assertEquals(3.0, widths.get(1) / widths.get(0), 0.01);
            double left = numbers(page, "rect.bar", "x").get(0);
            assertEquals(4.0, (numbers(page, "line.aim", "x1").get(0) - left) / widths.get(0), 0.01);
            assertEquals(List.of("支付<件>"), texts(page, "figure > figcaption"));
            assertEquals(List.of("第100：100；第0：缺；第300：300；目标：400"), texts(page, "svg[role=img] > desc"));
            assertTrue(texts(page, "svg text").containsAll(List.of("第100", "100", "第0", "缺", "300", "目标：400")));
            assertFalse(page.select("line.hatch").isEmpty());
        }

        @Test
        void drawALineThatEndsAtAGap() {
            org.jsoup.nodes.Document page = page(chart(Chart.Form.LINE, 100, 200, 0, 400, 300));
            List<Double> y = numbers(page, "circle.dot", "cy");
            assertEquals(4, y.size());
            double aim = numbers(page, "line.aim", "y1").get(0);
            assertEquals(aim, y.get(2), 0.06);
            assertEquals(3.0, (y.get(0) - aim) / (y.get(3) - aim), 0.01);
            // Of five places from the left to the right: 0.1, 0.3, 0.7, 0.9.
            List<Double> x = numbers(page, "circle.dot", "cx");
            assertEquals(2.0, (x.get(2) - x.get(1)) / (x.get(1) - x.get(0)), 0.01);
            assertEquals(2, page.select("line.curve").size(), "first to second, fourth to fifth");
        }

        @Test
        void keepTheLastValueApartFromTheLevel() {
            for (long value : List.of(200L, 390L)) {
                org.jsoup.nodes.Document page = page(chart(Chart.Form.LINE, 100, value));
                double label =
                        Double.parseDouble(page.selectFirst("svg text.strong").attr("y"));
                double point = numbers(page, "circle.dot", "cy").get(1);
                // The level's words stand above its line, at 400: there is no room above 390.
                assertEquals(value == 390, label > point, () -> label + " and " + point);
            }
        }

        @Test
        void sayAmountsAndSharesOnTheAxisAsTheyAreSaid() {
            Chart amounts = new Chart(
                    Line.of("t"),
                    Chart.Form.LINE,
                    List.of(new Block.Field(Line.of("a"), new Cell.Amount(Money.ofMinor(250, CNY)))),
                    Optional.empty());
            // 2.50 yuan: lines at 0, 0.50, 1, ... 2.50.
            assertTrue(
                    texts(page(amounts), "svg text.quiet").containsAll(List.of("0", "0.50", "1", "1.50", "2", "2.50")));
            Chart shares = new Chart(
                    Line.of("t"),
                    Chart.Form.LINE,
                    List.of(new Block.Field(Line.of("a"), new Cell.Share(Ratio.of(1, 2)))),
                    Optional.empty());
            assertTrue(texts(page(shares), "svg text.quiet").containsAll(List.of("0%", "10%", "50%")));
        }

        @Test
        void holdTheLargestAndTheSmallestValues() {
            for (Chart.Form form : Chart.Form.values()) {
                org.jsoup.nodes.Document page = page(chart(form, Long.MAX_VALUE, Long.MIN_VALUE));
                assertTrue(texts(page, "desc").get(0).contains("-9223372036854775808"));
                assertFalse(page.outerHtml().contains("NaN"));
                assertFalse(page.outerHtml().contains("Infinity"));
            }
        }

        @Test
        void breakLongLabelsOfBarsAndLoseNothing() {
            String name = "羊毛混纺长款大衣 女 2024 秋冬新款 加厚 双面呢 系带 中长款 毛呢外套";
            org.jsoup.nodes.Document page = page(new Chart(
                    Line.of("t"),
                    Chart.Form.BARS,
                    List.of(new Block.Field(Line.ofName(name), Cell.of(1)), new Block.Field(Line.of("x"), Cell.of(2))),
                    Optional.empty()));
            List<String> lines = texts(page, "svg text.quiet").stream()
                    .filter(line -> !line.equals("x"))
                    .toList();
            assertTrue(lines.size() > 2, lines::toString);
            assertEquals(name.replace(" ", ""), String.join("", lines).replace(" ", ""));
            List<Double> tops = numbers(page, "rect.bar", "y");
            assertEquals(26 + (lines.size() - 1) * 18.0, tops.get(1) - tops.get(0), 0.01);
        }
    }

    @Nested
    class Pictures {
        private final Block.Image image =
                new Block.Image(Sha256.of(PNG), "image/png", Line.of("曲线 ").andName("\"x\""));

        private Element page(Locale language, Function<Sha256, Optional<byte[]>> pictures, Block.Image shown) {
            return Jsoup.parse(new String(file(language, pictures, shown).content(), UTF_8));
        }

        @Test
        void standInTheFile() {
            Element page = page(
                    Locale.CHINESE,
                    sha256 -> sha256.equals(Sha256.of(PNG)) ? Optional.of(PNG) : Optional.empty(),
                    image);
            Element shown = page.selectFirst("figure > img");
            assertEquals("曲线 \"x\"", shown.attr("alt"));
            String[] source = shown.attr("src").split(",", 2);
            assertEquals("data:image/png;base64", source[0]);
            assertArrayEquals(PNG, Base64.getDecoder().decode(source[1]));
            assertTrue(page.selectFirst("meta[http-equiv]").attr("content").endsWith("; img-src data:"));
        }

        @Test
        void areTheirWordsWhereTheyAreNotAtHandOrAreSomethingElse() {
            byte[] script = "<svg onload='alert(1)'/>".getBytes(UTF_8);
            Block.Image svg = new Block.Image(Sha256.of(script), "image/svg+xml", Line.of("a"));
            Block.Image lie = new Block.Image(Sha256.of(script), "image/png", Line.of("a"));
            for (Block.Image shown : List.of(svg, lie)) {
                Element page = page(Locale.ENGLISH, sha256 -> Optional.of(script), shown);
                assertEquals(List.of("a picture not attached"), texts(page, "figure"));
                assertEquals(List.of(), texts(page, "img"));
            }
            Element other = page(Locale.ENGLISH, sha256 -> Optional.of(new byte[] {(byte) 0xFF}), image);
            assertEquals(List.of("曲线 \"x\" picture not attached"), texts(other, "figure"));
            assertEquals(List.of("曲线 \"x\" 图片未附"), texts(page(Locale.CHINESE, NONE, image), "figure"));
        }
    }
}
