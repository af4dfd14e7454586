package io.storeops.adapter.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.storeops.catalog.Language;
import io.storeops.catalog.Money;
import io.storeops.document.Block;
import io.storeops.document.Cell;
import io.storeops.document.Chart;
import io.storeops.document.Document;
import io.storeops.document.Line;
import io.storeops.figures.Figures;
import io.storeops.figures.Subject;
import io.storeops.id.Sha256;
import io.storeops.kpi.Ratio;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The pages in a browser, which is looked for and not brought; the pictures in target/looks are for looking at. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class InBrowserTest {
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final Path LOOKS = Path.of("target", "looks");

    /** The width of A4 in upright format without its margins, in pixels of CSS. */
    private static final int PAPER = 703;

    /** What stands out of the page, or of its drawing; what is in a frame that scrolls may be wider than that. */
    private static final String OVERFLOW = """
            (() => {
              const wide = document.documentElement.clientWidth, out = [];
              const tell = (e, box) => out.push(e.tagName + ' ' + (e.textContent || '').trim().slice(0, 30) + ' '
                  + Math.round(box.left) + '..' + Math.round(box.right));
              if (document.documentElement.scrollWidth > wide) {
                out.push('page ' + document.documentElement.scrollWidth);
              }
              for (const e of document.querySelectorAll('body *')) {
                const box = e.getBoundingClientRect(), frame = e.parentElement.closest('.scroll'), svg = e.ownerSVGElement;
                if (svg) {
                  const edge = svg.getBoundingClientRect();
                  if (e.tagName === 'text' && (box.left < edge.left - 1 || box.right > edge.right + 1)) tell(e, box);
                } else if (!frame && (box.left < -0.5 || box.right > wide + 0.5)) tell(e, box);
              }
              return out.join('\\n');
            })()""";

    private static final String SCHEME = "getComputedStyle(document.body).backgroundColor";
    private static final String SCROLLS =
            "String([...document.querySelectorAll('.scroll')].some(frame => frame.scrollWidth > frame.clientWidth))";

    private Path folder = Path.of("");
    private Optional<Chromium> browser = Optional.empty();

    @BeforeAll
    void start(@TempDir Path place) throws Exception {
        folder = place;
        Optional<Path> program = Chromium.find();
        assumeTrue(
                program.isPresent(),
                "No chromium on the path; install it, or name it with -Dstoreops.chromium, to check that pages fit");
        browser = Optional.of(Chromium.start(program.get(), folder.resolve("profile")));
        Files.createDirectories(LOOKS);
    }

    @AfterAll
    void stop() {
        browser.ifPresent(Chromium::stop);
    }

    private void assertFits(String name, byte[] page, boolean scrollsOnAPhone) throws Exception {
        Chromium chromium = browser.orElseThrow();
        Path file = Files.write(LOOKS.resolve(name + ".html"), page).toAbsolutePath();
        for (int width : List.of(360, 1280)) {
            for (Chromium.Medium medium : List.of(Chromium.Medium.LIGHT, Chromium.Medium.DARK)) {
                String look = look(name, file, width, medium);
                // Palette.PAGE: #f5f6f8 and #12151a.
                assertEquals(
                        medium == Chromium.Medium.DARK ? "rgb(18, 21, 26)" : "rgb(245, 246, 248)",
                        chromium.evaluate(SCHEME),
                        look);
                assertEquals("", chromium.evaluate(OVERFLOW), look);
                if (width == 360) {
                    assertEquals(Boolean.toString(scrollsOnAPhone), chromium.evaluate(SCROLLS), look);
                }
            }
        }
        String look = look(name, file, PAPER, Chromium.Medium.PAPER);
        assertEquals(Integer.toString(PAPER), chromium.evaluate("String(document.documentElement.scrollWidth)"), look);
        assertEquals("false", chromium.evaluate(SCROLLS), look);
    }

    private String look(String name, Path file, int width, Chromium.Medium medium) throws Exception {
        Chromium chromium = browser.orElseThrow();
        chromium.open(file, width, medium);
        String look = name + "-" + width + "-" + medium.name().toLowerCase(Locale.ROOT);
        Files.write(LOOKS.resolve(look + ".png"), chromium.picture());
        assertEquals(Integer.toString(width), chromium.evaluate("String(innerWidth)"), look);
        return look;
    }

    @Test
    void aWideElementIsNoticed() throws Exception {
        Chromium chromium = browser.orElseThrow();
        String wide = "<!DOCTYPE html><meta name=viewport content='width=device-width'><div style='width:400px'>x</div>"
                + "<svg width=100 height=20><text x=50 y=15>" + "W".repeat(20) + "</text></svg>";
        chromium.open(Files.write(folder.resolve("wide.html"), wide.getBytes(UTF_8)), 360, Chromium.Medium.LIGHT);
        List<String> told = chromium.evaluate(OVERFLOW).lines().toList();
        assertTrue(told.get(0).startsWith("page 4"), told::toString);
        assertTrue(told.stream().anyMatch(line -> line.startsWith("DIV x ")), told::toString);
        assertTrue(told.stream().anyMatch(line -> line.startsWith("text W")), told::toString);
    }

    /** The day's checklist, and the list of what is open, with the titles of items. */
    @Test
    void theChecklistAndTheListOfAnomaliesFit() throws Exception {
        for (Language language : Language.values()) {
            ShopInspection inspection = ShopInspection.in(language);
            for (Map.Entry<String, Document> each : Map.of(
                            "checklist", inspection.checklist(), "anomalies", inspection.anomalies())
                    .entrySet()) {
                byte[] page = new HtmlRenderer()
                        .render(each.getValue(), language.locale(), sha256 -> Optional.empty())
                        .content();
                assertTrue(new String(page, UTF_8).contains("羊毛混纺长款大衣 女 2024 秋冬新款"), each.getKey());
                assertFits("inspection-" + each.getKey() + "-" + language.name().toLowerCase(Locale.ROOT), page, true);
            }
        }
    }

    /** The report of an activity, before, during and after it. */
    @Test
    void theReportOfAnActivityFits() throws Exception {
        for (Language language : Language.values()) {
            byte[] page = new HtmlRenderer()
                    .render(ShopActivity.report(language), language.locale(), sha256 -> Optional.empty())
                    .content();
            assertTrue(new String(page, UTF_8).contains(ShopActivity.TITLE), language.name());
            assertFits("activity-" + language.name().toLowerCase(Locale.ROOT), page, true);
        }
    }

    @Test
    void aDocumentWithAWideTableFits() throws Exception {
        for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            byte[] page = new HtmlRenderer()
                    .render(wide(), language, sha256 -> Optional.of(PIXEL))
                    .content();
            assertFits("wide-" + language, page, true);
        }
    }

    @Test
    void aDocumentWithoutTablesFits() throws Exception {
        Document document = Document.of(
                Line.of("Note"), List.of(new Block.Text(Line.ofName("W".repeat(300))), new Block.Text(Line.of("短"))));
        assertFits(
                "note",
                new HtmlRenderer()
                        .render(document, Locale.ENGLISH, sha256 -> Optional.empty())
                        .content(),
                false);
    }

    @Test
    void theBoardFits() throws Exception {
        Subject item = Subject.ofItem("A");
        try (ShopDay shop = new ShopDay(
                "示例旗舰店" + "W".repeat(60),
                CNY,
                400_000_000,
                List.of(item, Subject.ofCompetitor("K1")),
                "09:00",
                "10:00",
                "12:00",
                "15:00",
                "18:00",
                "21:00")) {
            shop.at("09:05");
            shop.read(shop.self(), 1, Figures.of(123_456_789, 200, 10));
            shop.read(item, 1, Figures.of(1_000_000, 100, 5));
            shop.release(1);
            shop.at("12:05");
            shop.read(shop.self(), 3, Figures.of(250_000_000, 450, 15));
            shop.release(3);
            shop.at("15:05");
            shop.read(shop.self(), 4, Figures.of(350_000_000, 460, 16));
            shop.at("15:20");
            shop.restate(shop.self(), 1, "09:01", Figures.of(123_400_000, 260, 13));
            shop.correct(1);
            assertFits("board", shop.board().page().getBytes(UTF_8), true);
        }
    }

    private static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /** What a daily inspection looks like: more columns than a phone has room for, long titles, values that are missing. */
    private static Document wide() {
        List<Block.Row> rows = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.of(Line.ofName("SKU-00" + i + " 羊毛混纺长款大衣 女 2024 秋冬新款 加厚 " + "Double-faced".repeat(i % 3)))));
            for (int column = 0; column < 6; column++) {
                cells.add(new Cell.Amount(Money.ofMinor(1_234_567L * i + column, CNY)));
            }
            cells.add(i % 4 == 0 ? new Cell.Missing("缺") : new Cell.Share(Ratio.of(i, 13)));
            cells.add(Cell.of(i % 5 == 0 ? "现为 199.00，应为 189.00；数据截至 2024-06-16 09:00" : "一致"));
            cells.add(Cell.of(Line.ofName("https://example.org/" + "x".repeat(80))));
            rows.add(new Block.Row(cells, i % 5 == 0));
        }
        List<Block.Column> columns = new ArrayList<>(List.of(Block.Column.text("商品")));
        for (String name : List.of("现价 Price now", "应有价", "底价", "划线价", "到手价", "成本")) {
            columns.add(Block.Column.number(name));
        }
        columns.add(Block.Column.number("转化率"));
        columns.add(Block.Column.text("结论"));
        columns.add(Block.Column.text("链接"));
        return Document.of(
                Line.of("每日巡检 ").andName("示例旗舰店").and(" 2024-06-16"),
                List.of(
                        new Block.Fields(List.of(
                                new Block.Field(Line.of("店铺"), Cell.of(Line.ofName("示例旗舰店" + "Y".repeat(40)))),
                                new Block.Field(Line.of("数据截至"), Cell.of("2024-06-16 09:00")),
                                new Block.Field(Line.of("异常"), Cell.of(2)),
                                new Block.Field(Line.of("库存"), new Cell.Missing("缺")))),
                        new Block.Text(Line.of("二件商品价格与价目表不一致，已提出更正；其余一致。")),
                        new Block.Heading(Line.of("价格")),
                        new Block.Table(columns, rows),
                        new Block.Heading(Line.of("走势")),
                        new Chart(
                                Line.of("各商品支付金额"),
                                Chart.Form.BARS,
                                List.of(
                                        field(Line.ofName("羊毛混纺长款大衣 女 2024 秋冬新款 加厚 双面呢"), 1_234_567),
                                        field(Line.ofName("W".repeat(60)), 2_345_678),
                                        new Block.Field(Line.of("C"), new Cell.Missing("缺")),
                                        field(Line.of("D"), -300_000)),
                                Optional.of(field(Line.of("目标"), 2_000_000))),
                        new Chart(Line.of("支付金额"), Chart.Form.LINE, days(), Optional.of(field(Line.of("目标"), 900_000))),
                        new Block.Image(Sha256.of(PIXEL), "image/png", Line.of("页面截图")),
                        new Block.Image(Sha256.of("lost"), "image/png", Line.of("页面截图 2"))));
    }

    private static Block.Field field(Line label, long minor) {
        return new Block.Field(label, new Cell.Amount(Money.ofMinor(minor, CNY)));
    }

    private static List<Block.Field> days() {
        List<Block.Field> days = new ArrayList<>();
        for (int day = 1; day <= 16; day++) {
            Line label = Line.of("06-" + (day < 10 ? "0" : "") + day);
            days.add(
                    day == 7
                            ? new Block.Field(label, new Cell.Missing("缺"))
                            : field(label, 300_000L + 61_803L * day % 700_000));
        }
        return days;
    }
}
