package io.storeops.adapter.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.storeops.calendar.SlotId;
import io.storeops.figures.Figures;
import io.storeops.figures.Restatement;
import io.storeops.figures.Subject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The shared day on the board, against its expected figures; the pages it writes are for looking at. */
final class ScenarioABoardTest {
    private static final Path DAY = Path.of(System.getProperty("storeops.shared", "../../shared"), "scenario-a");

    private record Happening(LocalDateTime at, Runnable deed) {}

    @Test
    void showsTheExpectedFiguresOfTheDay() throws IOException {
        assumeTrue(Files.exists(DAY), () -> "No scenario at " + DAY + "; set -Dstoreops.shared");
        try (ShopDay shop = shop()) {
            List<Happening> happenings = happenings(shop);
            for (Happening happening : happenings) {
                if (happening.at().isAfter(LocalDateTime.parse("2024-06-16T17:30:00"))) {
                    keep("board-midday.html", shop.board().page());
                    break;
                }
                happening.deed().run();
            }
        }
        try (ShopDay shop = shop()) {
            happenings(shop).forEach(happening -> happening.deed().run());
            String page = shop.board().page();
            keep("board.html", page);
            PageReader document = PageReader.of(page);
            assertSlots(document);
            assertReleases(document);
            assertTrue(document.text("p.big").contains("119.56%"), document.text("p.big"));
            assertTrue(document.text("header").contains("2024-06-17 09:07"), document.text("header"));
        }
    }

    @Test
    void showsWhatWouldBeMissingHadOneBoundaryBeenMissed() throws IOException {
        assumeTrue(Files.exists(DAY), () -> "No scenario at " + DAY + "; set -Dstoreops.shared");
        try (ShopDay shop = shop()) {
            happenings(shop, row -> !row[1].equals("2024-06-16T12:00"))
                    .forEach(happening -> happening.deed().run());
            String page = shop.board().page();
            keep("board-gap.html", page);
            PageReader document = PageReader.of(page);
            assertEquals(List.of("缺", "缺", "缺", "缺"), document.slotRows("S1").get(3));
            assertEquals(List.of("缺", "缺", "缺", "缺"), document.slotRows("S1").get(4));
            // Slots 4 and 5 of expected/slots.csv together: 141600 + 110800, 180 + 150, 14 + 12; 26/330 = 7.88 %.
            assertEquals(List.of(List.of("2,524.00", "330", "26", "7.88%")), document.mergedRows("S1"));
            assertTrue(document.rows("releases")
                    .get(3)
                    .get(5)
                    .startsWith("▲ 数据不全 Incomplete 缺: 店铺 S1 全部 everything; 单品 A"));
        }
    }

    private static void assertSlots(PageReader document) throws IOException {
        Map<String, List<List<String>>> expected = new TreeMap<>();
        for (String[] row : rows("expected/slots.csv")) {
            expected.computeIfAbsent(row[2], id -> new ArrayList<>())
                    .add(List.of(
                            String.format(Locale.ROOT, "%,.2f", new BigDecimal(row[4]).movePointLeft(2)),
                            String.format(Locale.ROOT, "%,d", Long.parseLong(row[5])),
                            row[6],
                            row[7]));
        }
        expected.forEach((subject, slots) -> assertEquals(slots, document.slotRows(subject), subject));
        assertEquals(6, expected.size());
    }

    private static void assertReleases(PageReader document) throws IOException {
        List<String> expected = new ArrayList<>();
        for (String[] row : rows("expected/releases.csv")) {
            expected.add(
                    row[0] + " v" + row[1] + " " + OffsetDateTime.parse(row[4]).toLocalTime() + " " + row[5]);
        }
        assertEquals(expected, document.releases());
    }

    private static ShopDay shop() {
        return new ShopDay(
                "示例旗舰店",
                Currency.getInstance("CNY"),
                1_500_000,
                List.of(
                        Subject.ofItem("A"),
                        Subject.ofItem("B"),
                        Subject.ofItem("C"),
                        Subject.ofCompetitor("K1"),
                        Subject.ofCompetitor("K2")),
                "09:00",
                "10:00",
                "11:00",
                "12:00",
                "13:00",
                "14:00",
                "15:00",
                "16:00",
                "17:00",
                "18:00",
                "19:00",
                "20:00",
                "21:00");
    }

    /** The readings by arrival and the releases by acceptance, in order of time. */
    private static List<Happening> happenings(ShopDay shop) throws IOException {
        return happenings(shop, row -> true);
    }

    private static List<Happening> happenings(ShopDay shop, Predicate<String[]> which) throws IOException {
        List<Happening> happenings = new ArrayList<>();
        for (String[] row : rows("readings.csv")) {
            if (which.test(row) && !row[1].startsWith("2024-06-17T09")) {
                happenings.add(reading(shop, row));
            }
        }
        for (String[] row : rows("expected/releases.csv")) {
            int slot = Integer.parseInt(row[6]);
            happenings.add(
                    happening(shop, row[4], row[1].equals("1") ? () -> shop.release(slot) : () -> shop.correct(slot)));
        }
        happenings.add(happening(shop, "2024-06-17T09:07:00+08:00", shop::releaseNextDay));
        happenings.add(happening(shop, "2024-06-17T09:30:00+08:00", () -> {}));
        happenings.sort(Comparator.comparing(Happening::at));
        return happenings;
    }

    private static Happening happening(ShopDay shop, String at, Runnable deed) {
        LocalDateTime local = OffsetDateTime.parse(at)
                .atZoneSameInstant(ZoneId.of("Asia/Shanghai"))
                .toLocalDateTime();
        return new Happening(local, () -> {
            shop.at(local.toString());
            deed.run();
        });
    }

    private static Happening reading(ShopDay shop, String[] row) {
        LocalDateTime boundary = LocalDateTime.parse(row[1]);
        SlotId slot = boundary.getHour() == 0
                ? SlotId.of(boundary.toLocalDate().minusDays(1), 14)
                : SlotId.of(boundary.toLocalDate(), boundary.getHour() - 8);
        Subject subject = row[4].equals("STORE")
                ? Subject.ofStore(shop.board().store().id())
                : Subject.parse(row[4] + ":" + row[5]);
        Figures figures = Figures.of(Long.parseLong(row[6]), Long.parseLong(row[7]), Long.parseLong(row[8]));
        Optional<Restatement> reason =
                row.length > 10 && !row[10].isEmpty() ? Optional.of(Restatement.valueOf(row[10])) : Optional.empty();
        return happening(
                shop,
                row[3],
                () -> shop.read(subject, slot, OffsetDateTime.parse(row[2]).toInstant(), figures, reason));
    }

    private static List<String[]> rows(String file) throws IOException {
        return Files.readAllLines(DAY.resolve(file)).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static void keep(String name, String page) throws IOException {
        Files.createDirectories(Path.of("target", "board"));
        Files.writeString(Path.of("target", "board", name), page);
    }
}
