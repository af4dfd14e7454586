package io.storeops.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.Desk;
import io.storeops.StoreOps;
import io.storeops.adapter.html.Board;
import io.storeops.authority.Role;
import io.storeops.calendar.IsoWeek;
import io.storeops.calendar.SettableClock;
import io.storeops.calendar.SlotId;
import io.storeops.catalog.Store;
import io.storeops.document.Cell;
import io.storeops.enrolment.Enrolment;
import io.storeops.figures.Figures;
import io.storeops.figures.Metric;
import io.storeops.figures.Quality;
import io.storeops.figures.Reading;
import io.storeops.figures.Restatement;
import io.storeops.figures.Semantics;
import io.storeops.figures.Subject;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.kpi.Kpi;
import io.storeops.publishing.Channel;
import io.storeops.report.ReportPart;
import io.storeops.report.ReportSection;
import io.storeops.reporting.DayBook;
import io.storeops.spi.DefaultRoster;
import io.storeops.storage.MemoryStorage;
import io.storeops.weeklyreport.ReportRemarks;
import io.storeops.weeklyreport.WeeklyReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What a store sold is one number wherever it stands: on the board, in the day book, in the weekly report, as attainment and as the figure T;
 * before a restatement between the report's draft and its submission, and after it.
 */
class SalesAreOneNumberTest {
    private static final StoreId STORE = StoreId.of("S1");
    private static final ActorId OPERATOR = ActorId.of("op-1");
    private static final LocalDate SUNDAY = LocalDate.of(2024, 6, 16);
    private static final Pattern OF_TARGET = Pattern.compile("([0-9,]+\\.[0-9]{2}) / 200\\.00");

    private final SettableClock clock = SettableClock.at(Instant.parse("2024-06-16T13:01:00Z"));

    private Reading reading(int slot, long minor, Optional<Restatement> reason) {
        return new Reading(
                Subject.ofStore(STORE),
                SlotId.of(SUNDAY, slot),
                clock.instant(),
                Figures.of(minor, 10, 1),
                Semantics.CUMULATIVE_DAY,
                Quality.ACTUAL,
                "hand",
                reason);
    }

    /** Every place that tells the day's sales, in minor units; the week has no other day. */
    private Map<String, Long> told(Desk desk, List<ReportSection> report) {
        DayBook book = desk.reporting().dayBook(STORE, SUNDAY);
        Map<String, Long> told = new TreeMap<>();
        told.put("day book", book.subjectDays().get(0).totals().get(Metric.AMOUNT));
        told.put(
                "attainment",
                desk.reporting().attainment(STORE, SUNDAY).orElseThrow().actualMinor());
        told.put("report, week", minor(report, "week_actual_minor"));
        told.put("report, target", minor(report, "actual_minor"));
        var scorecard = desk.scorecards().of(STORE, SUNDAY, SUNDAY, clock.instant());
        told.put("T", scorecard.find(Kpi.TARGET).orElseThrow().raw().n());
        Matcher board = OF_TARGET.matcher(new Board(
                        Store.of("S1", "Asia/Shanghai", "CNY"),
                        book,
                        desk.reporting().attainment(STORE, SUNDAY),
                        scorecard.scores(Kpi.TARGET))
                .page());
        assertTrue(board.find(), "the board shows T");
        told.put("board", Long.parseLong(board.group(1).replaceAll("[,.]", "")));
        return told;
    }

    private static long minor(List<ReportSection> report, String key) {
        ReportSection sales = report.stream()
                .filter(section -> section.id().equals(ReportPart.SALES_TARGET))
                .findFirst()
                .orElseThrow();
        return ((Cell.Amount) sales.find(key).orElseThrow().value()).money().minor();
    }

    private static void assertAll(long minor, Map<String, Long> told) {
        assertEquals(6, told.size());
        told.forEach((where, amount) -> assertEquals(minor, amount, where));
    }

    @Test
    void beforeAndAfterARestatementBetweenDraftAndSubmission() {
        try (StoreOps ops = StoreOps.builder()
                .storage(MemoryStorage.empty(clock))
                .clock(clock)
                .channel("MAIL", Channel.printing(text -> {}, clock))
                .build()) {
            ops.enrol(Enrolment.builder(Store.of("S1", "Asia/Shanghai", "CNY"), SUNDAY)
                    .person(OPERATOR.value(), Role.OPERATOR)
                    .target(SUNDAY, SUNDAY, 20_000)
                    .roster(DefaultRoster.of(STORE, SUNDAY))
                    .build());
            Desk desk = ops.deskOf(OPERATOR);
            desk.reporting().record(STORE, List.of(reading(13, 13_000, Optional.empty())));
            clock.set(Instant.parse("2024-06-17T01:00:00Z"));
            desk.reporting().record(STORE, List.of(reading(14, 14_000, Optional.empty())));
            IsoWeek week = IsoWeek.of(SUNDAY);
            WeeklyReport draft = desk.weeklyReports().draft(STORE, week);
            assertAll(14_000, told(desk, draft.draft()));

            desk.reporting().record(STORE, List.of(reading(14, 13_570, Optional.of(Restatement.PLATFORM))));
            Map<String, String> none = new TreeMap<>();
            desk.weeklyReports()
                    .preview(STORE, week)
                    .missing()
                    .forEach(section -> none.put(section, "nothing to tell"));
            WeeklyReport submitted = desk.weeklyReports().submit(STORE, week, ReportRemarks.none(none));
            assertTrue(submitted.submittedAt().isPresent(), submitted.toString());
            assertAll(13_570, told(desk, submitted.sections()));
            assertEquals(14_000, minor(submitted.draft(), "week_actual_minor"));
        }
    }
}
