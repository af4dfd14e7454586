package io.storeops.adapter.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.figures.Figures;
import io.storeops.figures.Metric;
import io.storeops.figures.Subject;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

final class BoardTest {
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final Subject RIVAL = Subject.ofCompetitor("K1");

    /** Three boundaries, four slots; the figures are cumulative. */
    private static ShopDay shop(long targetMinor, Subject... watched) {
        return new ShopDay("示例店", CNY, targetMinor, List.of(watched), "09:00", "12:00", "18:00");
    }

    private static PageReader document(ShopDay shop) {
        return PageReader.of(shop.board().page());
    }

    @Nested
    class Numbers {
        @Test
        void areTheDifferencesOfTheReadingsAndTheLastReadingInTotal() {
            try (ShopDay shop = shop(-1)) {
                shop.at("09:01");
                shop.read(shop.self(), 1, Figures.of(123_450, 1_000, 10));
                shop.at("12:01");
                shop.read(shop.self(), 2, Figures.of(200_000, 1_600, 16));
                // 2000.00 - 1234.50 = 765.50; 1600 - 1000 = 600; 16 - 10 = 6; 6/600 = 1 %; 16/1600 = 1 %.
                assertEquals(
                        List.of(
                                List.of("1,234.50", "1,000", "10", "1.00%"),
                                List.of("765.50", "600", "6", "1.00%"),
                                List.of("·", "·", "·", "·"),
                                List.of("·", "·", "·", "·")),
                        document(shop).slotRows("S1"));
                assertEquals(
                        List.of("2,000.00", "1,600", "16", "1.00%"),
                        document(shop).totals("S1"));
            }
        }

        @Test
        void haveTheDigitsOfTheCurrency() {
            try (ShopDay shop = new ShopDay("東京店", Currency.getInstance("JPY"), 20_000, List.of(), "09:00")) {
                shop.at("09:01");
                shop.read(shop.self(), 1, Figures.of(12_345, 7, 1));
                assertEquals("12,345", document(shop).slotRows("S1").get(0).get(0));
                assertTrue(document(shop).text("dl.facts3").contains("7,655"), "the gap is 20000 - 12345");
            }
        }

        @Test
        void showMoreThanTheKeyMetricsWhereTheSourceHasMore() {
            try (ShopDay shop = shop(-1)) {
                shop.at("09:01");
                Figures figures = Figures.builder()
                        .set(Metric.AMOUNT, 5_000)
                        .set(Metric.VISITORS, 40)
                        .set(Metric.BUYERS, 1)
                        .set(Metric.REFUNDED, 1_250)
                        .build();
                shop.read(shop.self(), 1, figures);
                assertEquals(
                        List.of("50.00", "40", "1", "12.50", "2.50%"),
                        document(shop).slotRows("S1").get(0));
            }
        }

        @Test
        void doNotDependOnTheLocaleOfTheMachine() {
            Locale before = Locale.getDefault();
            try (ShopDay shop = shop(100_000)) {
                shop.at("09:01");
                shop.read(shop.self(), 1, Figures.of(123_450, 1_000, 10));
                String page = shop.board().page();
                Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
                assertEquals(page, shop.board().page());
            } finally {
                Locale.setDefault(before);
            }
        }
    }

    @Nested
    class WhatIsNotThere {
        @Test
        void isShownAsMissingAndMergedAndNeverAsZero() {
            try (ShopDay shop = shop(-1)) {
                shop.at("09:01");
                shop.read(shop.self(), 1, Figures.of(100_000, 200, 10));
                shop.at("18:01");
                shop.read(shop.self(), 3, Figures.of(250_000, 450, 15));
                PageReader document = document(shop);
                assertEquals(
                        List.of("缺", "缺", "缺", "缺"), document.slotRows("S1").get(1));
                assertEquals(
                        List.of("缺", "缺", "缺", "缺"), document.slotRows("S1").get(2));
                // 2500.00 - 1000.00; 450 - 200; 15 - 10; 5/250 = 2 %.
                assertEquals(List.of(List.of("1,500.00", "250", "5", "2.00%")), document.mergedRows("S1"));
                List<String> drawn =
                        document.all("text").stream().map(PageReader::plain).toList();
                assertEquals(2, drawn.stream().filter("缺"::equals).count());
                assertTrue(drawn.contains("2–3 合并"), drawn::toString);
                assertTrue(drawn.contains("1,500.00"), drawn::toString);
                assertFalse(drawn.contains("0.00"), drawn::toString);
            }
        }

        @Test
        void isMissingWhenTheBoundaryHasPassedAndNotYetDueBefore() {
            try (ShopDay shop = shop(-1, Subject.ofItem("A"))) {
                shop.at("12:01");
                shop.read(shop.self(), 2, Figures.of(100, 1, 0));
                List<List<String>> rows = document(shop).slotRows("A");
                assertEquals(List.of("缺", "缺", "缺", "缺"), rows.get(0));
                assertEquals(List.of("缺", "缺", "缺", "缺"), rows.get(1));
                assertEquals(List.of("·", "·", "·", "·"), rows.get(2));
                assertEquals(List.of("缺", "缺", "缺", "缺"), document(shop).totals("A"));
            }
        }

        @Test
        void isADashForConversionWithoutVisitorsBesideAPlainZero() {
            try (ShopDay shop = shop(-1)) {
                shop.at("09:01");
                shop.read(shop.self(), 1, Figures.of(0, 0, 0));
                assertEquals(
                        List.of("0.00", "0", "0", "-"),
                        document(shop).slotRows("S1").get(0));
            }
        }
    }

    @Nested
    class Charts {
        @Test
        void drawBarsAsLongAsTheirAmountsAndTheLineOverRealTime() {
            try (ShopDay shop = shop(400_000)) {
                shop.at("09:01");
                shop.read(shop.self(), 1, Figures.of(100_000, 200, 10));
                shop.at("12:01");
                shop.read(shop.self(), 2, Figures.of(150_000, 250, 12));
                shop.at("18:01");
                shop.read(shop.self(), 3, Figures.of(350_000, 450, 15));
                PageReader document = document(shop);
                List<Double> bars = numbers(document, "rect", "bar", "width", "rx");
                // 1000.00, 500.00 and 2000.00.
                assertEquals(0.5, bars.get(1) / bars.get(0), 0.005);
                assertEquals(2.0, bars.get(2) / bars.get(0), 0.005);
                List<Double> x = numbers(document, "circle", "dot", "cx", "r");
                // From 09:00 to 12:00 and to 18:00: 3 hours of 9.
                assertEquals(3.0 / 9, (x.get(1) - x.get(0)) / (x.get(2) - x.get(0)), 0.005);
                List<Double> y = numbers(document, "circle", "dot", "cy", "r");
                assertEquals(50.0 / 250, (y.get(1) - y.get(0)) / (y.get(2) - y.get(0)), 0.005);
                assertEquals(
                        "目标 Target 4,000.00; 09:00 1,000.00; 12:00 1,500.00; 18:00 3,500.00;",
                        PageReader.plain(document.all("desc").get(1)));
            }
        }

        @Test
        void holdTheLargestAmount() {
            try (ShopDay shop = shop(Long.MAX_VALUE)) {
                shop.at("09:01");
                shop.read(shop.self(), 1, Figures.of(Long.MAX_VALUE, 200, 10));
                List<String> drawn = document(shop).all("text").stream()
                        .map(PageReader::plain)
                        .toList();
                assertTrue(drawn.contains("92,233,720,368,547,758.07"), drawn::toString);
            }
        }

        @Test
        void areEmptyBeforeTheFirstBoundary() {
            try (ShopDay shop = shop(100)) {
                shop.at("08:00");
                PageReader document = document(shop);
                assertEquals(List.of(), numbers(document, "circle", "dot", "cx", "r"));
                assertEquals(
                        "时段未到 slot not due yet",
                        PageReader.plain(document.all("desc").get(0)));
            }
        }

        /** An attribute of the elements of a class that have another attribute too. */
        private List<Double> numbers(PageReader document, String tag, String style, String attribute, String with) {
            return document.all(tag).stream()
                    .filter(element -> PageReader.classed(element, style) && element.hasAttribute(with))
                    .map(element -> Double.parseDouble(element.getAttribute(attribute)))
                    .toList();
        }
    }

    @Nested
    class Target {
        @Test
        void showsTheGapUntilItIsMetAndTheSurplusAfterwards() {
            try (ShopDay shop = shop(200_000)) {
                shop.at("09:01");
                shop.read(shop.self(), 1, Figures.of(150_000, 100, 1));
                assertTrue(
                        document(shop).text("p.big").startsWith("75.00%▲ 未达成"),
                        document(shop).text("p.big"));
                assertTrue(document(shop).text("dl.facts3").endsWith("Gap 500.00"));
                shop.at("12:01");
                shop.read(shop.self(), 2, Figures.of(200_000, 100, 1));
                assertTrue(
                        document(shop).text("p.big").startsWith("100.00%✓ 已达成"),
                        document(shop).text("p.big"));
                assertTrue(document(shop).text("dl.facts3").endsWith("Surplus 0.00"));
            }
        }

        @Test
        void isNotApplicableWithoutAnAmountAndSaysSoWithoutATarget() {
            try (ShopDay zero = shop(0);
                    ShopDay none = shop(-1)) {
                zero.at("09:01");
                none.at("09:01");
                assertTrue(document(zero).text("p.big").startsWith("N/A"));
                assertTrue(document(none).text("p.mid").contains("未设目标 No target is set"));
            }
        }
    }

    @Nested
    class Releases {
        @Test
        void tellOnTimeLateOverdueAndPlannedApartInWords() {
            try (ShopDay shop = shop(-1, RIVAL)) {
                shop.at("09:05");
                shop.read(shop.self(), 1, Figures.of(100, 10, 1));
                shop.read(RIVAL, 1, Figures.of(100, 10, 1));
                shop.release(1);
                shop.at("12:05");
                shop.read(shop.self(), 2, Figures.of(200, 20, 2));
                assertTrue(document(shop).rows("releases").get(2).get(4).startsWith("○ 未到 Planned"));
                shop.at("12:16");
                shop.release(2);
                shop.at("18:15");
                PageReader document = document(shop);
                assertEquals(List.of("P01 v1 09:05 ON_TIME", "P02 v1 12:16 LATE"), document.releases());
                assertEquals("▲ 迟 Late +1 min", document.rows("releases").get(1).get(4));
                assertTrue(document.rows("releases").get(1).get(5).contains("竞品 K1"));
                assertEquals(
                        "▲ 逾期 Overdue · 采集中 Collecting",
                        document.rows("releases").get(2).get(4));
            }
        }

        @Test
        void markWhatAPersonSaidOfTheirAcceptance() {
            try (ShopDay shop = shop(-1)) {
                shop.at("09:10");
                shop.read(shop.self(), 1, Figures.of(100, 10, 1));
                shop.releaseAndConfirm(1, "09:10", false);
                shop.at("12:10");
                shop.read(shop.self(), 2, Figures.of(200, 20, 2));
                shop.releaseAndConfirm(2, "12:10", true);
                List<List<String>> rows = document(shop).rows("releases");
                assertEquals(
                        "09:10 · 无证据，自称 without proof, said of 09:10 op-1",
                        rows.get(0).get(3));
                assertEquals("12:10 · 凭证据确认 proven by op-1", rows.get(1).get(3));
            }
        }

        @Test
        void makeTheDayFinalWithTheFirstOfTheNext() {
            try (ShopDay shop = shop(-1)) {
                shop.at("18:01");
                shop.read(shop.self(), 3, Figures.of(100, 10, 1));
                shop.release(3);
                assertTrue(document(shop).text("p.state").contains("暂定 Provisional · 自 since 18:01"));
                shop.at("2024-06-17T09:02");
                shop.read(shop.self(), 4, Figures.of(150, 12, 1));
                shop.releaseNextDay();
                assertTrue(document(shop).text("p.state").contains("终版 Final v1 · 自 since 2024-06-17 09:02"));
            }
        }

        @Test
        void listWhatACorrectionChanged() {
            try (ShopDay shop = shop(-1)) {
                shop.at("09:01");
                shop.read(shop.self(), 1, Figures.of(100_000, 130, 13));
                shop.release(1);
                assertTrue(document(shop).all("section").stream()
                        .anyMatch(section -> PageReader.plain(section).equals("更正记录 Corrections 无 None")));
                shop.at("09:30");
                shop.restate(shop.self(), 1, "09:01", Figures.of(100_000, 260, 13));
                shop.correct(1);
                assertEquals(
                        List.of(List.of(
                                "P01 v2",
                                "09:30",
                                "店铺 Store S1",
                                "1",
                                "访客数 Visitors",
                                "130 → 260",
                                "10.00% → 5.00%",
                                "操作失误 Operator error")),
                        document(shop).rows("corrections"));
                assertTrue(shop.board().page().contains("title=\"已更正 corrected\">改</span>260"));
            }
        }
    }

    @Nested
    class Page {
        private final List<String> naughty = List.of(
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "javascript:alert(1)",
                "' onload='x",
                "]]><!--&amp;&#0;",
                "${jndi:x}{{7*7}}",
                "店\u202Egnp\u0007");

        @Test
        void takesNamesAsText() {
            for (String name : naughty) {
                Subject item = Subject.ofItem(name.replaceAll("[\u202E\u0007]", "?"));
                try (ShopDay shop = new ShopDay(name, CNY, 100, List.of(item), "09:00")) {
                    shop.at("09:01");
                    shop.read(item, 1, Figures.of(100, 10, 1));
                    shop.release(1);
                    String page = shop.board().page();
                    PageReader document = PageReader.of(page);
                    assertEquals(List.of(), document.all("script"));
                    assertEquals(List.of(), document.all("img"));
                    String shown = name.replaceAll("[\u202E\u0007]", "\uFFFD");
                    assertEquals(
                            shown, document.all("h1").get(0).getFirstChild().getTextContent());
                    assertEquals("1.00", document.slotRows(item.id()).get(0).get(0));
                    document.all("*").forEach(BoardTest::assertHarmless);
                }
            }
        }

        @Test
        void refersToNothingOutsideItself() {
            String page = aPage();
            assertFalse(Pattern.compile("(?i)https?:|//[a-z]|url\\(|@import|\\bsrc=|href|srcset|<script|<link")
                    .matcher(page)
                    .find());
            Element policy = PageReader.of(page).all("meta").get(1);
            assertEquals("Content-Security-Policy", policy.getAttribute("http-equiv"));
            assertEquals(
                    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
                    policy.getAttribute("content"));
        }

        @Test
        void hasAStyleThatReadsTheSameInHtmlAndXml() {
            assertFalse(Pattern.compile("[<>&]").matcher(Stylesheet.text()).find());
        }

        @Test
        void saysItsLanguageAndWhatItsTablesAndChartsAre() {
            PageReader document = PageReader.of(aPage());
            assertEquals("zh-CN", document.root().getAttribute("lang"));
            assertEquals("UTF-8", document.all("meta").get(0).getAttribute("charset"));
            assertEquals(
                    "示例店 2024-06-16 时段数据看板 · Time-slot board",
                    PageReader.plain(document.all("title").get(0)));
            assertEquals(document.all("table").size(), document.all("caption").size());
            document.all("th")
                    .forEach(th -> assertFalse(th.getAttribute("scope").isEmpty()));
            for (Element svg : document.all("svg")) {
                boolean image = svg.getAttribute("role").equals("img")
                        && svg.getElementsByTagName("title").getLength() == 1
                        && svg.getElementsByTagName("desc").getLength() == 1;
                assertTrue(image || svg.getAttribute("aria-hidden").equals("true"));
            }
            List<String> ids = document.all("*").stream()
                    .map(element -> element.getAttribute("id"))
                    .filter(id -> !id.isEmpty())
                    .toList();
            assertEquals(ids.stream().distinct().toList(), ids);
        }

        @Test
        void isTheSameTextForTheSameDay() {
            assertEquals(aPage(), aPage());
        }

        private String aPage() {
            try (ShopDay shop = shop(100_000, Subject.ofItem("A"), RIVAL)) {
                shop.at("09:01");
                shop.read(shop.self(), 1, Figures.of(100_000, 130, 13));
                shop.read(RIVAL, 1, Figures.of(90_000, 100, 9));
                shop.release(1);
                return shop.board().page();
            }
        }
    }

    private static void assertHarmless(Element element) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            String attribute = element.getAttributes().item(i).getNodeName();
            assertFalse(attribute.startsWith("on") || attribute.equals("href") || attribute.equals("src"), attribute);
        }
    }

    @Nested
    class Writing {
        @Test
        void refusesToEndWhileAnElementIsOpen() {
            Markup markup = new Markup().open("html").open("body");
            IllegalStateException refusal = assertThrows(IllegalStateException.class, markup::end);
            assertEquals("Elements are still open: [body, html]", refusal.getMessage());
        }
    }

    @Nested
    class Colours {
        @Test
        void ofTextKeepAContrastOfFourAndAHalfInBothModes() {
            for (Palette text : List.of(Palette.INK, Palette.MUTED, Palette.GOOD, Palette.ALERT, Palette.ACCENT)) {
                for (Palette ground : List.of(Palette.PAGE, Palette.SURFACE)) {
                    assertContrast(text.light(), ground.light(), 4.5);
                    assertContrast(text.dark(), ground.dark(), 4.5);
                }
            }
            assertContrast(Palette.INK.light(), Palette.TRACK.light(), 4.5);
            assertContrast(Palette.INK.dark(), Palette.TRACK.dark(), 4.5);
            assertContrast(Palette.MUTED.light(), Palette.TRACK.light(), 4.5);
            assertContrast(Palette.MUTED.dark(), Palette.TRACK.dark(), 4.5);
        }

        /** The formula of WCAG 2.1. */
        private void assertContrast(String one, String other, double least) {
            double a = luminance(one);
            double b = luminance(other);
            double contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            assertTrue(contrast >= least, () -> one + " on " + other + " has " + contrast);
        }

        private double luminance(String hex) {
            double[] weights = {0.2126, 0.7152, 0.0722};
            double sum = 0;
            for (int i = 0; i < 3; i++) {
                double channel = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
                sum += weights[i] * (channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4));
            }
            return sum;
        }
    }
}
