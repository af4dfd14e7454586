package io.storeops.weeklyreport;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.NEXT;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.Scored;
import io.storeops.StoreFixture;
import io.storeops.calendar.IsoWeek;
import io.storeops.calendar.SlotId;
import io.storeops.document.Cell;
import io.storeops.document.PlainText;
import io.storeops.figures.Figures;
import io.storeops.figures.Metric;
import io.storeops.figures.Restatement;
import io.storeops.kpi.Kpi;
import io.storeops.report.ReportPart;
import io.storeops.report.ReportScope;
import io.storeops.report.ReportSection;
import io.storeops.scorecard.Scorecard;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A week is one of the store's calendar, wherever the library runs and on whichever day somebody looks. */
class WhicheverDayAndZoneTest {
    private static final IsoWeek WEEK = IsoWeek.of(DAY);
    private static final IsoWeek FOLLOWING = IsoWeek.of(NEXT);

    private static StoreFixture shopIn(String zone) {
        return new StoreFixture.Setup()
                .weekly(ReportPart.SALES_TARGET, ReportPart.SLOT_DATA)
                .zone(zone)
                .target(DAY, DAY, 1000)
                .open();
    }

    private static long minor(List<ReportSection> sections, String key) {
        Cell value = sections.get(0).find(key).orElseThrow().value();
        return ((Cell.Amount) value).money().minor();
    }

    private static List<ReportSection> preview(StoreFixture shop, IsoWeek week) {
        return shop.ops.deskOf(OPERATOR).weeklyReports().preview(STORE, week).sections();
    }

    /** Slot 14 of Sunday is read, and released, on Monday; in Auckland that is still Sunday of the UTC of a server. */
    @ParameterizedTest
    @CsvSource({
        "Pacific/Auckland, 2024-06-09T12:00:00Z, 2024-06-16T12:00:00Z",
        "America/New_York, 2024-06-10T04:00:00Z, 2024-06-17T04:00:00Z",
        "Asia/Shanghai, 2024-06-09T16:00:00Z, 2024-06-16T16:00:00Z"
    })
    void theSlotThatEndsWithSundayIsOfTheWeekAndMondayIsNot(String zone, String from, String to) {
        StoreFixture shop = shopIn(zone);
        shop.workUntilNextMorning();
        WeeklyReport report = shop.ops.deskOf(OPERATOR).weeklyReports().draft(STORE, WEEK);
        assertEquals("14 of 14", report.slots().toString());
        assertFalse(report.provisional());
        // Cumulative 1400 at the end of Sunday; Monday has 100 by nine.
        assertEquals(1400, minor(report.sections(), "week_actual_minor"));
        assertEquals(100, minor(preview(shop, FOLLOWING), "week_actual_minor"));
        // Fourteen slots of three values were published for Sunday, one for Monday.
        assertEquals(List.of("K1.1 42/42 100.00%"), published(shop, WEEK));
        assertEquals(List.of("K1.1 3/3 100.00%"), published(shop, FOLLOWING));
        String text = PlainText.of(shop.ops.deskOf(OPERATOR).weeklyReports().document(report));
        for (String told : List.of(zone, from, to, "2024-06-10 - 2024-06-16")) {
            assertTrue(text.contains(told), told + " in " + text);
        }
    }

    private static List<String> published(StoreFixture shop, IsoWeek week) {
        return Scored.of(shop, week.monday(), week.sunday(), Kpi.K1_1).raw();
    }

    /** Clocks go back by an hour on Sunday 2024-04-07 in Auckland, and forward on Sunday 2024-03-10 in New York. */
    @ParameterizedTest
    @CsvSource({
        "2024-W14, Pacific/Auckland, 2024-03-31T11:00:00Z, 2024-04-07T12:00:00Z, 169",
        "2024-W10, America/New_York, 2024-03-04T05:00:00Z, 2024-03-11T04:00:00Z, 167",
        "2025-W01, Asia/Shanghai, 2024-12-29T16:00:00Z, 2025-01-05T16:00:00Z, 168",
        "2026-W53, Asia/Shanghai, 2026-12-27T16:00:00Z, 2027-01-03T16:00:00Z, 168"
    })
    void aWeekEndsWithItsSundayHoweverLongItIs(String week, String zone, Instant from, Instant to, long hours) {
        ReportScope scope = ReportScope.of(IsoWeek.parse(week), OPERATOR, ZoneId.of(zone), to);
        assertEquals(List.of(from, to), List.of(scope.from(), scope.to()));
        assertEquals(Duration.ofHours(hours), Duration.between(scope.from(), scope.to()));
        assertTrue(scope.covers(to.minusNanos(1)));
        assertFalse(scope.covers(to));
    }

    /** The week of Monday 2024-06-17 is looked at on each of its own days, and on each of the next week's as of one instant. */
    @Test
    void theWeekIsTheSameOnWhicheverDaySomebodyLooks() {
        StoreFixture shop = shopIn("Asia/Shanghai");
        shop.work(DAY, 13);
        shop.collectClosedDay();
        shop.work(NEXT, 13);
        List<ReportSection> sales = preview(shop, FOLLOWING);
        assertEquals(1300, minor(sales, "week_actual_minor"));
        Instant asOf = shop.at(NEXT, "22:00:00");
        shop.clock.set(asOf);
        Scorecard scorecard = scorecard(shop, asOf);
        assertEquals(
                List.of("K1.1 39/39 100.00%", "K1.4 13/13 100.00%"),
                scorecard.scores(Kpi.K1_1, Kpi.K1_4).stream()
                        .map(Object::toString)
                        .toList());
        for (LocalDate date :
                Stream.iterate(NEXT, day -> day.plusDays(1)).limit(14).toList()) {
            shop.clock.set(shop.at(date, "23:00:00"));
            IsoWeek opened = date.isAfter(FOLLOWING.sunday()) ? IsoWeek.of(date).previous() : IsoWeek.of(date);
            assertEquals(FOLLOWING, opened);
            assertEquals(sales, preview(shop, opened), date.toString());
            assertEquals(scorecard, scorecard(shop, asOf), date.toString());
        }
    }

    private static Scorecard scorecard(StoreFixture shop, Instant asOf) {
        return shop.ops.deskOf(MANAGER).scorecards().of(STORE, FOLLOWING.monday(), FOLLOWING.sunday(), asOf);
    }

    /** The report's figures before and after a restatement that comes between its draft and its submission. */
    @Test
    void salesAreOneNumberOfReportDayBookAttainmentAndFigureAfterARestatement() {
        StoreFixture shop = shopIn("Pacific/Auckland");
        shop.work(DAY, 13);
        shop.collectClosedDay();
        WeeklyReports desk = shop.ops.deskOf(OPERATOR).weeklyReports();
        assertEquals(1400, minor(desk.draft(STORE, WEEK).sections(), "week_actual_minor"));
        shop.accept(shop.restated(SlotId.of(DAY, 14), Restatement.PLATFORM, Figures.of(1350, 140, 14)));
        WeeklyReport submitted = desk.submit(STORE, WEEK, ReportRemarks.NOTHING);
        assertEquals(1400, minor(submitted.draft(), "week_actual_minor"));
        assertEquals(
                List.of(1350L, 1350L, 1350L, 1350L),
                List.of(
                        minor(submitted.sections(), "week_actual_minor"),
                        minor(submitted.sections(), "actual_minor"),
                        shop.operator().attainment(STORE, DAY).orElseThrow().actualMinor(),
                        shop.book().subjectDays().get(0).totals().get(Metric.AMOUNT)));
        assertEquals(
                List.of("T 1350/1000 135.00%"),
                Scored.of(shop, WEEK.monday(), WEEK.sunday(), Kpi.TARGET).raw());
    }
}
