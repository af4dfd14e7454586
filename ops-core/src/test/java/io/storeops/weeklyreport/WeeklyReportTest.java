package io.storeops.weeklyreport;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.NEXT;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.StoreFixture;
import io.storeops.agenda.AgendaItem;
import io.storeops.agenda.OccurrenceId;
import io.storeops.calendar.IsoWeek;
import io.storeops.document.Cell;
import io.storeops.document.Document;
import io.storeops.document.PlainText;
import io.storeops.failure.DeniedException;
import io.storeops.failure.RefusedException;
import io.storeops.figures.Figures;
import io.storeops.figures.Metric;
import io.storeops.figures.Restatement;
import io.storeops.id.ActorId;
import io.storeops.kpi.Kpi;
import io.storeops.kpi.Ratio;
import io.storeops.report.ReportFigure;
import io.storeops.report.ReportPart;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The report of the week whose only rostered day is Sunday 2024-06-16, due on Monday at noon. */
class WeeklyReportTest {
    private static final IsoWeek WEEK = IsoWeek.of(DAY);
    private static final ActorId LEADER = ActorId.of("both-1");
    private static final ActorId GONE = ActorId.of("op-gone");
    private static final ActorId STAND_IN = ActorId.of("deputy-1");
    private static final ReportRemarks WORDS = ReportRemarks.none(Map.of("INSPECTION_ANOMALY", "no such duty here"));

    private final StoreFixture shop = new StoreFixture.Setup()
            .weekly("SALES_TARGET", "SLOT_DATA", "INSPECTION_ANOMALY", "TASK_KPI_SUGGESTION")
            .role("STORE_MANAGER", "INSTRUCT", "ACCEPT:REPORT", "ACCEPT:TASK")
            .target(DAY, DAY, 1000)
            .works(LEADER, "STORE_MANAGER")
            .service(ActorId.of("job-1"), "OPERATOR")
            .deputy(STAND_IN, OPERATOR, "OPERATOR")
            .open();

    private WeeklyReports by(ActorId actor) {
        return shop.ops.deskOf(actor).weeklyReports();
    }

    private static RefusedException refused(Executable act) {
        return assertThrows(RefusedException.class, act);
    }

    private static String code(Executable act) {
        return refused(act).refusal().code();
    }

    private Instant monday(String time) {
        return shop.at(NEXT, time);
    }

    private WeeklyReport submittedAt(Instant at) {
        shop.clock.set(at);
        return by(OPERATOR).submit(STORE, WEEK, WORDS);
    }

    private static long minor(WeeklyReport report, String key) {
        return ((Cell.Amount) figure(report, ReportPart.SALES_TARGET, key).value())
                .money()
                .minor();
    }

    private static ReportFigure figure(WeeklyReport report, String section, String key) {
        return report.find(section).flatMap(known -> known.find(key)).orElseThrow();
    }

    private static Ratio kpi(WeeklyReport report, String id) {
        return report.find(ReportPart.TASK_KPI_SUGGESTION).orElseThrow().all("kpi").stream()
                .filter(figure -> figure.of().equals(Optional.of(id)))
                .map(figure -> ((Cell.Share) figure.value()).ratio())
                .findFirst()
                .orElseThrow();
    }

    @Nested
    class Owing {
        @Test
        void isForEachWhoHoldsTheRightByOwnAssignmentWhenTheWeekEnds() {
            assertEquals(
                    List.of(new OwedReport(WEEK, OPERATOR, monday("00:00:00"), monday("12:00:00"))),
                    by(MANAGER).owed(STORE, WEEK));
            assertEquals(List.of(), by(MANAGER).owed(STORE, WEEK.previous()));
        }

        @Test
        void standsOnTheAgendaOnceAPersonAndIsOverdueFromItsDueInstantOn() {
            OccurrenceId id = OccurrenceId.ofWeek("5.1", WEEK, OPERATOR);
            shop.clock.set(monday("11:59:59"));
            AgendaItem item = shop.ops.deskOf(MANAGER).agenda().getItem(STORE, id);
            assertEquals(AgendaItem.State.DUE, item.stateAt(monday("11:59:59")));
            assertEquals(AgendaItem.State.OVERDUE, item.stateAt(monday("12:00:00")));
            assertEquals(
                    1, shop.ops.deskOf(MANAGER).agenda().on(STORE, DAY).counts().get("5.1"));
        }

        @Test
        void refusesADraftOfWhoeverOwesNone() {
            RefusedException e = refused(() -> by(STAND_IN).draft(STORE, WEEK));
            assertEquals("NOT_OWED", e.refusal().code());
            assertTrue(e.getMessage().contains("[op-1]"), e.getMessage());
            assertThrows(DeniedException.class, () -> by(GONE).draft(STORE, WEEK));
        }

        @Test
        void refusesAWeekThatHasNotBegun() {
            assertEquals("NOT_OPEN", code(() -> by(OPERATOR).draft(STORE, IsoWeek.of(DAY.plusDays(1)))));
        }
    }

    @Nested
    class Drafting {
        @Test
        void saysInTitleAndFileNameThatFiguresAreStillToCome() {
            shop.work(DAY, 13);
            WeeklyReport draft = by(OPERATOR).draft(STORE, WEEK);
            assertEquals(ReportState.DRAFT, draft.state());
            assertEquals("13 of 14", draft.slots().toString());
            assertTrue(draft.provisional());
            assertEquals("weekly-report-2024-W24-op-1-v1-provisional", draft.fileName());
            assertEquals(
                    "Weekly report 2024-W24 Shop op-1 (provisional 13 of 14)",
                    by(OPERATOR).document(draft).title().text());
            assertEquals(1300, minor(draft, "actual_minor"));
        }

        @Test
        void isNotDoneAgainWhileADraftStands() {
            by(OPERATOR).draft(STORE, WEEK);
            assertEquals("WRONG_STATE", code(() -> by(OPERATOR).draft(STORE, WEEK)));
        }

        @Test
        void canBeLookedAtBeforeWithoutLeavingATrace() {
            shop.work(DAY, 13);
            ReportPreview preview = by(OPERATOR).preview(STORE, WEEK);
            assertEquals(
                    List.of("SALES_TARGET", "SLOT_DATA", "INSPECTION_ANOMALY", "TASK_KPI_SUGGESTION"),
                    preview.sections().stream().map(section -> section.id()).toList());
            assertEquals("13 of 14", preview.slots().toString());
            assertTrue(preview.provisional());
            assertEquals(List.of("INSPECTION_ANOMALY"), preview.missing());
            assertEquals(shop.clock.instant(), preview.asOf());
            assertEquals(Optional.empty(), by(OPERATOR).find(STORE, WEEK, OPERATOR));
        }
    }

    @Nested
    class Submitting {
        Submitting() {
            shop.work(DAY, 13);
            by(OPERATOR).draft(STORE, WEEK);
            shop.collectClosedDay();
        }

        @Test
        void countsAnewAndFreezes() {
            WeeklyReport report = submittedAt(monday("10:00:00"));
            assertEquals(ReportState.SUBMITTED, report.state());
            assertEquals(1400, minor(report, "actual_minor"));
            assertEquals(1400, minor(report, "week_actual_minor"));
            assertEquals(400, minor(report, "surplus_minor"));
            assertEquals(
                    Cell.of(14),
                    figure(report, ReportPart.SLOT_DATA, "slots_present").value());
            shop.accept(shop.restated(StoreFixture.slot(14), Restatement.PLATFORM, Figures.of(1350, 140, 14)));
            assertEquals(1400, minor(by(MANAGER).find(STORE, WEEK, OPERATOR).orElseThrow(), "actual_minor"));
        }

        @Test
        void isRefusedWhileASectionHasNeitherRecordsNorAReason() {
            shop.clock.set(monday("10:00:00"));
            RefusedException e = refused(() -> by(OPERATOR).submit(STORE, WEEK, ReportRemarks.NOTHING));
            assertEquals("SECTION_MISSING", e.refusal().code());
            assertEquals(List.of("INSPECTION_ANOMALY"), e.refusal().missing());
            assertEquals(
                    "NO_SUCH_SECTION",
                    code(() -> by(OPERATOR).submit(STORE, WEEK, ReportRemarks.none(Map.of("WEATHER", "fine")))));
            assertThrows(IllegalArgumentException.class, () -> ReportRemarks.none(Map.of("ACTIVITY", " ")));
        }

        @Test
        void isRefusedBeforeTheWeekIsOver() {
            shop.clock.set(monday("00:00:00").minusNanos(1000));
            assertEquals("NOT_OPEN", code(() -> by(OPERATOR).submit(STORE, WEEK, WORDS)));
            assertEquals(ReportState.SUBMITTED, submittedAt(monday("00:00:00")).state());
        }

        @Test
        void isInTimeUpToTheDueInstantAndCountsItself() {
            WeeklyReport report = submittedAt(monday("12:00:00"));
            assertFalse(report.late());
            assertEquals(Ratio.of(4, 4), kpi(report, "K5.1"));
            assertEquals(Ratio.of(1, 1), kpi(report, "K5.2"));
        }

        @Test
        void showsKeyFiguresInOrderByNameWithTheirWholeNumbers() {
            List<String> shown = PlainText.of(by(OPERATOR).document(submittedAt(monday("12:00:00"))))
                    .lines()
                    .filter(line -> line.startsWith("KPI K"))
                    .map(line -> line.replaceAll(" +", " "))
                    .toList();
            // thirteen boundaries, four sections, one report
            assertEquals(
                    List.of(
                            "KPI K1.4 Release timeliness 13 13 100.00%",
                            "KPI K5.1 " + Kpi.K5_1.english() + " 4 4 100.00%",
                            "KPI K5.2 " + Kpi.K5_2.english() + " 1 1 100.00%"),
                    shown);
        }

        @Test
        void isLateAfterItForEver() {
            WeeklyReport report = submittedAt(monday("12:00:00").plusNanos(1000));
            assertTrue(report.late());
            assertEquals(Ratio.of(0, 1), kpi(report, "K5.2"));
            by(MANAGER).giveBack(STORE, WEEK, OPERATOR, "say more");
            by(OPERATOR).draft(STORE, WEEK);
            WeeklyReport second = by(OPERATOR).submit(STORE, WEEK, WORDS);
            assertEquals(2, second.version());
            assertTrue(second.late());
        }

        @Test
        void waitsAsADraftForAChannelThatRefusesForNow() {
            shop.channel.nextRefusesUntil(monday("10:30:00"));
            WeeklyReport report = submittedAt(monday("10:00:00"));
            assertEquals(ReportState.DRAFT, report.state());
            assertTrue(report.queued().isPresent());
            assertEquals("WRONG_STATE", code(() -> by(OPERATOR).submit(STORE, WEEK, WORDS)));
            shop.clock.set(monday("10:31:00"));
            shop.ops.deliverDue(STORE);
            WeeklyReport sent = by(MANAGER).find(STORE, WEEK, OPERATOR).orElseThrow();
            assertEquals(ReportState.SUBMITTED, sent.state());
            assertEquals(Optional.of(monday("10:31:00")), sent.submittedAt());
        }

        @Test
        void tellsTheChannelWhichWeekInWhichZoneAsOfWhenUnderWhichRulesAndAtWhichHead() {
            String head = shop.trail().get(shop.trail().size() - 1).anchor().toString();
            submittedAt(monday("10:00:00"));
            Document sent = shop.channel
                    .attempts()
                    .get(shop.channel.attempts().size() - 1)
                    .document();
            String text = PlainText.of(sent);
            for (String shown : List.of(
                    "Asia/Shanghai",
                    "2024-06-09T16:00:00Z",
                    "2024-06-16T16:00:00Z",
                    "2024-06-17T02:00:00Z",
                    shop.roster().version(),
                    head)) {
                assertTrue(text.contains(shown), () -> shown + " is missing in " + text);
            }
        }
    }

    @Nested
    class Answering {
        Answering() {
            shop.work(DAY, 13);
            by(OPERATOR).draft(STORE, WEEK);
            shop.collectClosedDay();
            submittedAt(monday("10:00:00"));
        }

        @Test
        void isTheManagersAndEndsIt() {
            assertEquals(
                    "ACCEPT:REPORT",
                    assertThrows(DeniedException.class, () -> by(OPERATOR).accept(STORE, WEEK, OPERATOR))
                            .code());
            assertEquals(
                    ReportState.ACCEPTED,
                    by(MANAGER).accept(STORE, WEEK, OPERATOR).state());
            assertEquals("WRONG_STATE", code(() -> by(MANAGER).giveBack(STORE, WEEK, OPERATOR, "late")));
        }

        @Test
        void givesBackWithRemarksAndTheNextVersionHasWhatIsKnownThen() {
            assertEquals("REASON_MISSING", code(() -> by(MANAGER).giveBack(STORE, WEEK, OPERATOR, " ")));
            WeeklyReport back = by(MANAGER).giveBack(STORE, WEEK, OPERATOR, "say more");
            assertEquals(ReportState.RETURNED, back.state());
            assertEquals(Optional.of("say more"), back.answer().flatMap(ReportAnswer::remarks));
            shop.accept(shop.restated(StoreFixture.slot(14), Restatement.PLATFORM, Figures.of(1350, 140, 14)));
            WeeklyReport second = by(OPERATOR).draft(STORE, WEEK);
            assertEquals(2, second.version());
            assertEquals(1350, minor(second, "actual_minor"));
            List<WeeklyReport> versions = by(MANAGER).versions(STORE, WEEK, OPERATOR);
            assertEquals(
                    List.of(ReportState.RETURNED, ReportState.DRAFT),
                    versions.stream().map(WeeklyReport::state).toList());
            assertEquals(1400, minor(versions.get(0), "actual_minor"));
        }

        @Test
        void isOneNumberWithTheDayBookAndTheAttainment() {
            shop.accept(shop.restated(StoreFixture.slot(14), Restatement.PLATFORM, Figures.of(1350, 140, 14)));
            by(MANAGER).giveBack(STORE, WEEK, OPERATOR, "restated");
            WeeklyReport second = by(OPERATOR).draft(STORE, WEEK);
            long attained = shop.operator().attainment(STORE, DAY).orElseThrow().actualMinor();
            long booked = shop.book().subjectDays().get(0).totals().get(Metric.AMOUNT);
            assertEquals(List.of(1350L, 1350L, 1350L), List.of(minor(second, "week_actual_minor"), attained, booked));
            assertEquals(Ratio.of(1350, 1000), kpi(second, "T"));
        }
    }

    @Test
    void nobodyAcceptsTheirOwn() {
        StoreFixture both = new StoreFixture.Setup()
                .weekly("TASK_KPI_SUGGESTION")
                .role("STORE_MANAGER", "INSTRUCT", "ACCEPT:REPORT")
                .works(LEADER, "OPERATOR")
                .works(LEADER, "STORE_MANAGER")
                .open();
        both.clock.set(both.at(NEXT, "10:00:00"));
        WeeklyReports own = both.ops.deskOf(LEADER).weeklyReports();
        own.draft(STORE, WEEK);
        own.submit(STORE, WEEK, ReportRemarks.NOTHING);
        assertEquals(
                "SELF_DECISION",
                assertThrows(DeniedException.class, () -> own.accept(STORE, WEEK, LEADER))
                        .code());
    }
}
