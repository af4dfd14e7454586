package io.storeops.weeklyreport;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.ticket.LiaisonShop.DESIGN;
import static io.storeops.ticket.LiaisonShop.FIRST;
import static io.storeops.ticket.LiaisonShop.MONDAY;
import static io.storeops.ticket.LiaisonShop.QC;
import static io.storeops.ticket.LiaisonShop.WAREHOUSE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.DayDuties;
import io.storeops.StoreFixture;
import io.storeops.calendar.IsoWeek;
import io.storeops.catalog.Language;
import io.storeops.document.Cell;
import io.storeops.evidence.EvidenceKind;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import io.storeops.json.Json;
import io.storeops.kpi.Kpi;
import io.storeops.notice.Announcement;
import io.storeops.notice.Notices;
import io.storeops.report.ReportPart;
import io.storeops.requirement.OpenedRequirements;
import io.storeops.requirement.Requirements;
import io.storeops.scorecard.CountedRecord;
import io.storeops.scorecard.ScoreLine;
import io.storeops.scorecard.Scorecard;
import io.storeops.scorecard.Scorecards;
import io.storeops.task.Instruction;
import io.storeops.task.Tasks;
import io.storeops.ticket.LiaisonShop;
import io.storeops.ticket.Problem;
import io.storeops.ticket.Tickets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a weekly report says of tickets, requirements, notices and tasks (R78), and what the scorecard counts of them, as counted by hand on
 * Wednesday at ten: of the week, and as it stood then.
 */
class LiaisonReportTest {
    private static final IsoWeek WEEK = IsoWeek.of(MONDAY);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);
    private static final LocalDate FRIDAY = MONDAY.plusDays(4);
    private static final ActorId OTHER = ActorId.of("op-2");

    private StoreFixture shop = shop(Language.ENGLISH);

    private static StoreFixture shop(Language language) {
        List<Json> duties = Stream.of(
                        DayDuties.liaison(),
                        DayDuties.reporting("OA", ReportPart.PROBLEM_COORDINATION, ReportPart.TASK_KPI_SUGGESTION))
                .flatMap(each -> ((Json.Arr) each).elements().stream())
                .distinct()
                .toList();
        Map<String, Json> sla = new TreeMap<>(((Json.Obj) LiaisonShop.sla("PT2H")).members());
        sla.put("TASK_FEEDBACK", Json.of("PT15M"));
        sla.put("NOTICE_ACK", Json.of("PT30M"));
        return LiaisonShop.in(new StoreFixture.Setup())
                .with("duties", Json.array(duties))
                .with("sla", Json.object(sla))
                .language(language)
                .role("STORE_MANAGER", "INSTRUCT", "ACCEPT:TASK")
                .works(OTHER, "OPERATOR")
                .open();
    }

    private void at(LocalDate date, String time) {
        LiaisonShop.at(shop, date, time);
    }

    private List<String> said(String section, Predicate<String> key) {
        return shop.ops.deskOf(OPERATOR).weeklyReports().preview(STORE, WEEK).sections().stream()
                .filter(each -> each.id().equals(section))
                .flatMap(each -> each.figures().stream())
                .filter(figure -> key.test(figure.key()))
                .map(figure -> figure.label().text() + ": " + shown(figure.value()))
                .toList();
    }

    private static String shown(Cell cell) {
        return cell instanceof Cell.Whole whole
                ? String.valueOf(whole.value())
                : ((Cell.Text) cell).line().text();
    }

    private List<String> coordination() {
        return said(ReportPart.PROBLEM_COORDINATION, key -> true);
    }

    private void brought(String id, ActorId reporter, String department) {
        shop.ops.deskOf(reporter).tickets().open(STORE, id, new Problem(department, "LOW", "a seal is loose"));
    }

    private void handled(String id) {
        tickets().acknowledge(STORE, id);
        tickets().handle(STORE, id);
    }

    private void reported(String id, ActorId reporter) {
        tickets().resolve(STORE, id, "set aside");
        tickets().reportBack(STORE, id, List.of(reporter));
    }

    private Tickets tickets() {
        return shop.ops.deskOf(FIRST).tickets();
    }

    private void weekOfTickets() {
        at(DAY, "23:00");
        brought("PT0", QC, "QC");
        at(MONDAY, "10:00");
        brought("PT1", QC, "QC");
        handled("PT1");
        tickets().escalate(STORE, "PT1", MANAGER, "not mine");
        shop.ops.deskOf(MANAGER).tickets().decide(STORE, "PT1", "stop");
        reported("PT1", QC);
        shop.ops.deskOf(QC).tickets().reopen(STORE, "PT1", "again");
        brought("PT2", WAREHOUSE, "WAREHOUSE");
        handled("PT2");
        tickets().escalate(STORE, "PT2", MANAGER, "not mine");
        brought("PT3", QC, "QC");
        handled("PT3");
        tickets().merge(STORE, "PT3", "PT0");
        brought("PT4", QC, "QC");
        handled("PT4");
        reported("PT4", QC);
        tickets().close(STORE, "PT4");
        brought("PT5", QC, "QC");
        handled("PT5");
        reported("PT5", QC);
        shop.ops.deskOf(QC).tickets().reopen(STORE, "PT5", "again");
    }

    @Test
    void ofTicketsThoseThatWereBroughtInTheWeekAsTheyStand() {
        weekOfTickets();
        at(WEDNESDAY, "10:00");
        assertEquals(
                List.of(
                        "Tickets received: 5",
                        "Tickets merged: 1",
                        "Tickets reopened: 2",
                        "Tickets escalated: 2",
                        "Tickets closed: 1"),
                ofTickets());
        shop = shop(Language.CHINESE);
        weekOfTickets();
        assertEquals(List.of("收到问题: 5", "合并: 1", "重开: 2", "上报: 2", "关闭: 1"), ofTickets());
    }

    private List<String> ofTickets() {
        return said(ReportPart.PROBLEM_COORDINATION, key -> key.startsWith("tickets"));
    }

    private Requirements requirements() {
        return shop.ops.deskOf(FIRST).requirements();
    }

    private void asked(String id, LocalDate date, String time) {
        requirements()
                .open(
                        STORE,
                        new OpenedRequirements.Ask(
                                id, "DESIGN", "a banner", shop.at(date, time), Optional.empty(), true),
                        Optional.empty());
    }

    private void delivered(String id) {
        requirements().send(STORE, id);
        shop.ops.deskOf(DESIGN).requirements().confirm(STORE, id);
        shop.ops.deskOf(DESIGN).requirements().deliver(STORE, id);
    }

    private void weekOfRequirements() {
        at(DAY, "12:00");
        asked("RQ0", DAY, "23:59");
        at(MONDAY, "10:00");
        asked("RQ1", MONDAY, "16:00");
        delivered("RQ1");
        asked("RQ2", MONDAY, "17:00");
        delivered("RQ2");
        requirements().rework(STORE, "RQ2", "too small");
        shop.ops.deskOf(DESIGN).requirements().deliver(STORE, "RQ2");
        asked("RQ3", WEDNESDAY, "10:00");
        requirements().send(STORE, "RQ3");
        asked("RQ4", WEDNESDAY, "10:00:00.000001");
        asked("RQ5", MONDAY.plusDays(7), "00:00");
        at(MONDAY, "16:30");
        requirements().accept(STORE, "RQ1");
        requirements().accept(STORE, "RQ2");
    }

    @Test
    void ofRequirementsThoseThatWereDueInTheWeek() {
        weekOfRequirements();
        at(WEDNESDAY, "10:00");
        assertEquals(
                List.of(
                        "Requirements due: 4",
                        "Requirements late: 2",
                        "Requirements reworked: 1",
                        "Requirement open RQ3: SENT",
                        "Requirement open RQ4: OPEN"),
                ofRequirements());
        shop = shop(Language.CHINESE);
        weekOfRequirements();
        at(WEDNESDAY, "10:00");
        assertEquals(List.of("要求: 4", "要求迟: 2", "返工: 1", "未验收 RQ3: SENT", "未验收 RQ4: OPEN"), ofRequirements());
    }

    private List<String> ofRequirements() {
        return said(ReportPart.PROBLEM_COORDINATION, key -> key.startsWith("requirement"));
    }

    /** Late without rework is without error, in time after a rework is prompt; what is not accepted at its due is neither. */
    @Test
    void theScorecardCountsRequirementsByTheirLastDue() {
        weekOfRequirements();
        at(WEDNESDAY, "10:00");
        assertEquals("1/3", ratio(Kpi.K4_1, Optional.empty()));
        assertEquals("1/3", ratio(Kpi.K4_3, Optional.empty()));
        assertEquals(
                List.of("requirement/RQ1 false", "requirement/RQ2 true", "requirement/RQ3 false"), records(Kpi.K4_3));
        assertEquals(
                List.of("requirement/RQ1 true", "requirement/RQ2 false", "requirement/RQ3 false"), records(Kpi.K4_1));
        shop.clock.set(shop.at(WEDNESDAY, "10:00").minusNanos(1000));
        assertEquals("1/2", ratio(Kpi.K4_1, Optional.empty()));
    }

    /** Episodes, not tickets: five were brought, one of them was merged, two were brought again. */
    @Test
    void theScorecardCountsEpisodes() {
        weekOfTickets();
        at(MONDAY, "10:10");
        // Whose both acts are done: the first episodes of PT1, PT4 and PT5, and PT2; all in time.
        assertEquals("4/4", ratio(Kpi.K4_2, Optional.empty()));
        assertEquals("3/3", ratio(Kpi.K4_4, Optional.empty()));
        at(WEDNESDAY, "10:00");
        // PT0 was due on Monday as well, and so were the second episodes of PT1 and PT5.
        assertEquals("4/7", ratio(Kpi.K4_2, Optional.empty()));
        assertEquals("3/3", ratio(Kpi.K4_4, Optional.empty()));
        assertEquals("4/7", ratio(Kpi.K4_2, Optional.of(FIRST)));
        assertEquals("0/0", ratio(Kpi.K4_2, Optional.of(OPERATOR)));
    }

    private Scorecard card(Optional<ActorId> person) {
        Scorecards scorecards = shop.ops.deskOf(MANAGER).scorecards();
        return person.map(who -> scorecards.of(STORE, who, MONDAY, WEEK.sunday(), shop.clock.instant()))
                .orElseGet(() -> scorecards.of(STORE, MONDAY, WEEK.sunday(), shop.clock.instant()));
    }

    private String ratio(Kpi kpi, Optional<ActorId> person) {
        ScoreLine line = card(person).find(kpi).orElseThrow();
        return line.raw().n() + "/" + line.raw().d();
    }

    private String excused(Kpi kpi) {
        ScoreLine line = card(Optional.empty()).find(kpi).orElseThrow();
        return line.excused().n() + "/" + line.excused().d();
    }

    private List<String> records(Kpi kpi) {
        return shop
                .ops
                .deskOf(MANAGER)
                .scorecards()
                .records(STORE, kpi, MONDAY, WEEK.sunday(), shop.clock.instant())
                .stream()
                .sorted((one, other) ->
                        one.target().toString().compareTo(other.target().toString()))
                .map((CountedRecord record) -> record.target() + " " + record.in())
                .toList();
    }

    private void weekOfNotices() {
        Notices notices = shop.ops.deskOf(FIRST).notices();
        at(DAY, "12:00");
        notices.draft(STORE, new Announcement("NT0", "A", "last week's", List.of("QC")));
        at(MONDAY, "10:00");
        notices.send(STORE, new Announcement("NT1", "A", "12 left", List.of("QC")));
        notices.send(STORE, new Announcement("NT2", "A", "11 left", List.of("QC")).replacing("NT1"));
        notices.draft(STORE, new Announcement("NT3", "A", "none left", List.of("QC")));
    }

    @Test
    void ofNoticesThoseThatWereWrittenInTheWeek() {
        weekOfNotices();
        assertEquals(List.of("Notices: 3", "Notices superseded: 1", "Notice not sent NT3: DRAFT"), ofNotices());
        shop = shop(Language.CHINESE);
        weekOfNotices();
        assertEquals(List.of("通告: 3", "已被替代: 1", "未发出 NT3: DRAFT"), ofNotices());
    }

    private List<String> ofNotices() {
        return said(ReportPart.PROBLEM_COORDINATION, key -> key.startsWith("notice"));
    }

    @Test
    void nothingIsSaidOfAWeekWithoutAny() {
        at(MONDAY, "10:00");
        assertEquals(List.of(), coordination());
    }

    private Tasks tasks(ActorId actor) {
        return shop.tasks(actor);
    }

    private void given(String id, ActorId assignee, Instant due) {
        tasks(MANAGER)
                .assign(
                        STORE,
                        id,
                        new Instruction(
                                "GENERAL", Optional.empty(), Optional.empty(), List.of(), Optional.of("do it"), due),
                        assignee);
    }

    private void done(String id) {
        tasks(OPERATOR).accept(STORE, id);
        shop.ops
                .deskOf(OPERATOR)
                .archive()
                .attach(
                        STORE,
                        Target.of("task", id),
                        EvidenceKind.parse("DOCUMENT"),
                        shop.clock.instant(),
                        "done.docx");
        tasks(OPERATOR).complete(STORE, id);
    }

    private void fedBack(String id) {
        tasks(OPERATOR).feedBack(STORE, id, "WECHAT", "done", Optional.empty());
    }

    private void weekOfTasks() {
        at(DAY, "12:00");
        given("T0", OPERATOR, shop.at(DAY, "23:59"));
        at(MONDAY, "10:00");
        given("T1", OPERATOR, shop.at(MONDAY, "12:00"));
        given("T2", OPERATOR, shop.at(MONDAY, "15:00"));
        given("T3", OTHER, shop.at(TUESDAY, "12:00"));
        given("T4", OPERATOR, shop.at(FRIDAY, "12:00"));
        given("T5", OPERATOR, shop.at(FRIDAY, "12:00"));
        given("T6", OPERATOR, shop.at(MONDAY, "12:00"));
        given("T7", OPERATOR, shop.at(WEDNESDAY, "10:00"));
        given("T8", OPERATOR, shop.at(MONDAY.plusDays(7), "00:00"));
        tasks(MANAGER).cancel(STORE, "T6", "not needed");
        done("T1");
        done("T2");
        done("T5");
        at(MONDAY, "10:15");
        fedBack("T1");
        fedBack("T5");
        shop.clock.set(shop.at(MONDAY, "10:15").plusNanos(1000));
        fedBack("T2");
        tasks(OTHER).notDone(STORE, "T3", "no time");
    }

    /** T5 is due on Friday, and counts because it is fed back; T4 is not due yet; T6 was taken back. */
    @Test
    void ofTasksThoseThatWereDueInTheWeekOrAreFedBack() {
        weekOfTasks();
        at(WEDNESDAY, "10:00");
        assertEquals(
                List.of("Tasks due: 5", "Tasks done: 3", "Tasks not done: 2", "Fed back late: 1", "Not fed back: 2"),
                ofTasks());
        shop = shop(Language.CHINESE);
        weekOfTasks();
        at(WEDNESDAY, "10:00");
        assertEquals(List.of("任务: 5", "已完成: 3", "未完成: 2", "反馈迟: 1", "未反馈: 2"), ofTasks());
    }

    private List<String> ofTasks() {
        return said(ReportPart.TASK_KPI_SUGGESTION, key -> key.startsWith("tasks") || key.endsWith("feedback"));
    }

    /** K5.1 counts those that are fed back, K5.2 those whose every feedback was in time, each charged to its assignee (D61, D65, D66). */
    @Test
    void theScorecardCountsTasksByTheirDue() {
        weekOfTasks();
        shop.clock.set(shop.at(WEDNESDAY, "10:00").minusNanos(1000));
        assertEquals("3/4", ratio(Kpi.K5_1, Optional.empty()));
        at(WEDNESDAY, "10:00");
        assertEquals("3/5", ratio(Kpi.K5_1, Optional.empty()));
        assertEquals("2/5", ratio(Kpi.K5_2, Optional.empty()));
        assertEquals("3/4", ratio(Kpi.K5_1, Optional.of(OPERATOR)));
        assertEquals("2/4", ratio(Kpi.K5_2, Optional.of(OPERATOR)));
        assertEquals("0/1", ratio(Kpi.K5_1, Optional.of(OTHER)));
        assertEquals(
                List.of("task/T1 true", "task/T2 false", "task/T3 false", "task/T5 true", "task/T7 false"),
                records(Kpi.K5_2));
        // T3 was to be fed back a quarter of working time after its due at noon: after lunch.
        away(OTHER, TUESDAY, "12:00", "12:30");
        assertEquals("3/5", excused(Kpi.K5_1));
        away(OTHER, TUESDAY, "13:15", "13:16");
        assertEquals("3/4", excused(Kpi.K5_1));
        assertEquals("2/4", excused(Kpi.K5_2));
    }

    private void away(ActorId person, LocalDate date, String from, String to) {
        shop.ops.deskOf(MANAGER).absences().record(STORE, person, shop.at(date, from), shop.at(date, to), "ill");
    }

    /** What was known at an instant is what was known then, whatever came after it. */
    @Test
    void theScorecardOfAnEarlierInstantIsWhatItWas() {
        weekOfTasks();
        at(WEDNESDAY, "10:00");
        Instant monday = shop.at(MONDAY, "10:15");
        Scorecard then = shop.ops.deskOf(MANAGER).scorecards().of(STORE, MONDAY, WEEK.sunday(), monday);
        assertEquals(
                "2/2",
                then.find(Kpi.K5_1).orElseThrow().raw().n() + "/"
                        + then.find(Kpi.K5_1).orElseThrow().raw().d());
        Scorecard before =
                shop.ops.deskOf(MANAGER).scorecards().of(STORE, MONDAY, WEEK.sunday(), shop.at(MONDAY, "09:59"));
        assertEquals(0, before.find(Kpi.K5_1).orElseThrow().raw().d());
    }

    /** A task that was returned is not fed back until it is fed back again, and stays what it was: late once is late (D61). */
    @Test
    void aReturnedTaskCountsAsNotFedBack() {
        weekOfTasks();
        tasks(MANAGER).giveBack(STORE, "T5", "one is missing");
        tasks(MANAGER).giveBack(STORE, "T2", "one is missing");
        at(MONDAY, "16:00");
        assertEquals("1/3", ratio(Kpi.K5_1, Optional.empty()));
        assertEquals("1/3", ratio(Kpi.K5_2, Optional.empty()));
        at(WEDNESDAY, "10:00");
        // T3 and T7 have become due; T2 is done again, and was told late the first time.
        shop.ops
                .deskOf(OPERATOR)
                .archive()
                .attach(
                        STORE,
                        Target.of("task", "T2"),
                        EvidenceKind.parse("DOCUMENT"),
                        shop.clock.instant(),
                        "all.docx");
        tasks(OPERATOR).complete(STORE, "T2");
        fedBack("T2");
        assertEquals("2/5", ratio(Kpi.K5_1, Optional.empty()));
        assertEquals("1/5", ratio(Kpi.K5_2, Optional.empty()));
    }
}
