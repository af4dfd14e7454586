package io.storeops.task;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.DayDuties;
import io.storeops.StoreFixture;
import io.storeops.agenda.AgendaBuilder;
import io.storeops.agenda.AgendaItem;
import io.storeops.agenda.OccurrenceId;
import io.storeops.archive.Archive;
import io.storeops.catalog.Language;
import io.storeops.evidence.Evidence;
import io.storeops.evidence.EvidenceKind;
import io.storeops.failure.CommandReusedException;
import io.storeops.failure.Refusal;
import io.storeops.failure.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How tasks are worded, summed up and found, and by which media the roster has them told (R81, R82). */
class TaskRulesTest {
    private static final ActorId OTHER = ActorId.of("op-2");

    private StoreFixture shop = shop(new StoreFixture.Setup());

    private static StoreFixture shop(StoreFixture.Setup setup) {
        StoreFixture shop = setup.duties()
                .role("STORE_MANAGER", "INSTRUCT", "ACCEPT:TASK")
                .works(OTHER, "OPERATOR")
                .open();
        shop.clock.set(shop.at("09:00"));
        return shop;
    }

    private Tasks by(ActorId actor) {
        return shop.tasks(actor);
    }

    private static Instruction instruction(String text, Instant due) {
        return new Instruction("GENERAL", Optional.empty(), Optional.empty(), List.of(), Optional.of(text), due);
    }

    private Task given(String id, String text, String due) {
        return by(MANAGER).assign(STORE, id, instruction(text, shop.at(due)), OPERATOR);
    }

    private void done(String id) {
        by(OPERATOR).accept(STORE, id);
        shop.ops
                .deskOf(OPERATOR)
                .archive()
                .attach(
                        STORE,
                        TaskActs.target(id),
                        EvidenceKind.parse("DOCUMENT"),
                        shop.clock.instant(),
                        "templates.docx");
        by(OPERATOR).complete(STORE, id);
    }

    private static Refusal refusal(Runnable act) {
        return assertThrows(RefusedException.class, act::run).refusal();
    }

    @ParameterizedTest
    @CsvSource({"general, , ", "GENERAL, ' A', ", "GENERAL, , title", "GENERAL, , T-1"})
    void anInstructionNamesWordsAndThings(String kind, String about, String step) {
        List<String> steps = step == null ? List.of() : List.of("IMAGE", step);
        assertThrows(
                IllegalArgumentException.class,
                () -> new Instruction(
                        kind,
                        Optional.empty(),
                        Optional.ofNullable(about),
                        steps,
                        Optional.of("do it"),
                        Instant.EPOCH));
    }

    @Test
    void aTaskForWhomCannotDoItTellsWhoCan() {
        assertEquals(
                "mgr-1 does not hold EXECUTE:X5, so a task would be lost. It can be given to [op-1, op-2]",
                refusal(() -> by(MANAGER).assign(STORE, "T1", instruction("do it", shop.at("12:00")), MANAGER))
                        .detail());
        shop = new StoreFixture.Setup().duties().open();
        shop.assign(StoreFixture.leaves(DAY));
        shop.clock.set(shop.at(DAY.plusDays(1), "09:00"));
        Instant due = shop.at(DAY.plusDays(1), "12:00");
        assertEquals(
                "op-1 does not hold EXECUTE:X5, so a task would be lost. Nobody holds it now",
                refusal(() -> by(MANAGER).assign(STORE, "T1", instruction("do it", due), OPERATOR))
                        .detail());
    }

    private List<String> summary() {
        by(OPERATOR).sumUp(STORE, DAY);
        Archive archive = shop.ops.deskOf(MANAGER).archive();
        Evidence text = archive.evidence(STORE, AgendaBuilder.target(OccurrenceId.ofDate("5.2", DAY)))
                .get(0);
        return new String(archive.content(STORE, text.id()).content(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceAll("[ |+-]+", " ").trim())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private void day() {
        given("T1", "sort", "12:00");
        given("T2", "print", "13:00");
        given("T3", "call", "14:00");
        given("T4", "carry", "15:00");
        done("T1");
        by(OPERATOR).notDone(STORE, "T2", "no paper");
        by(MANAGER).cancel(STORE, "T4", "not needed");
    }

    @Test
    void theSummaryTellsOfEachTaskInTheLanguageOfTheStore() {
        day();
        assertEquals(
                List.of(
                        "2024 06 16 tasks of the day",
                        "Task What Assignee Outcome Reason",
                        "T1 sort op 1 done",
                        "T2 print op 1 not done no paper",
                        "T3 call op 1 open"),
                summary());
        shop = shop(new StoreFixture.Setup().language(Language.CHINESE));
        day();
        assertEquals(
                List.of(
                        "2024 06 16 任务小结",
                        "任务 内容 负责人 结果 原因",
                        "T1 sort op 1 已完成",
                        "T2 print op 1 未完成 no paper",
                        "T3 call op 1 进行中"),
                summary());
    }

    @Test
    void theSummaryOfADayWithoutTasksSaysSo() {
        assertEquals(List.of("2024 06 16 tasks of the day", "No task was due"), summary());
    }

    @Test
    void theAgendaFindsATaskUnderItsDutyAlone() {
        given("T1", "sort", "12:00");
        AgendaItem item = item("5.2");
        assertEquals(shop.at("09:00"), item.occurrence().opensAt());
        assertEquals(shop.at("12:00"), item.occurrence().dueAt());
        assertThrows(IllegalArgumentException.class, () -> item("5.1"));
    }

    private AgendaItem item(String duty) {
        return shop.ops.deskOf(MANAGER).agenda().getItem(STORE, OccurrenceId.ofThing(duty, "T1"));
    }

    @Test
    void aTaskIsOnTheAgendaOfADateFromWhenItWasGiven() {
        LocalDate next = DAY.plusDays(1);
        shop.clock.set(shop.at(next, "09:00"));
        by(MANAGER).assign(STORE, "T1", instruction("sort", shop.at(next, "12:00")), OPERATOR);
        assertEquals(List.of(), tasksOn(DAY));
        assertEquals(List.of("T1"), tasksOn(next));
    }

    private List<String> tasksOn(LocalDate date) {
        return shop.ops.deskOf(MANAGER).agenda().on(STORE, date).items().stream()
                .map(item -> item.occurrence().id().about())
                .filter(about -> about.startsWith("T"))
                .toList();
    }

    @Test
    void onlyOnesOwnTasksAreHandedOver() {
        given("T1", "sort", "12:00");
        by(MANAGER).assign(STORE, "T2", instruction("print", shop.at("12:00")), OTHER);
        assertEquals(
                List.of(TaskActs.target("T1")),
                shop.ops.deskOf(OPERATOR).agenda().handOver(STORE, "H1", OTHER, "").items().stream()
                        .map(moved -> moved.target())
                        .toList());
    }

    /** The media are those of the duty of tasks and of its evidence of feedback: what else a roster names is no medium (R81). */
    @Test
    void theMediaAreThoseOfTheFeedbackThatTheDutyOfTasksAsksFor() {
        List<Json> duties = new ArrayList<>();
        ((Json.Arr) DayDuties.reporting("MAIL", "TASK_KPI_SUGGESTION"))
                .elements()
                .forEach(duty -> {
                    Map<String, Json> members = new TreeMap<>(((Json.Obj) duty).members());
                    if (members.get("id").equals(Json.of("5.2"))) {
                        members.put("evidence", texts("FEEDBACK:WECHAT", "CHANNEL_RECEIPT:MAIL"));
                    } else if (members.get("id").equals(Json.of("1.1"))) {
                        members.put("evidence", texts("SLOT_DATA", "FEEDBACK:FAX"));
                    }
                    duties.add(Json.object(members));
                });
        shop = shop(new StoreFixture.Setup().with("duties", Json.array(duties)));
        given("T1", "sort", "12:00");
        done("T1");
        for (String medium : List.of("FAX", "MAIL", "REPORT")) {
            assertEquals(
                    "MEDIUM_NOT_TAKEN",
                    refusal(() -> by(OPERATOR).feedBack(STORE, "T1", medium, "sorted", Optional.empty()))
                            .code(),
                    medium);
        }
        assertEquals(
                TaskState.FED_BACK,
                by(OPERATOR)
                        .feedBack(STORE, "T1", "WECHAT", "sorted", Optional.empty())
                        .state());
    }

    private static Json texts(String... texts) {
        return Json.array(Stream.of(texts).map(Json::of).toList());
    }

    @Test
    void aDutyThatAsksForFeedbackWithoutNamingMediaTakesAny() {
        List<Json> duties = ((Json.Arr) DayDuties.reporting("MAIL", "TASK_KPI_SUGGESTION"))
                .elements().stream()
                        .map(duty -> {
                            Map<String, Json> members = new TreeMap<>(((Json.Obj) duty).members());
                            members.computeIfPresent(
                                    "evidence",
                                    (key, known) ->
                                            members.get("id").equals(Json.of("5.2")) ? texts("FEEDBACK") : known);
                            return Json.object(members);
                        })
                        .<Json>map(duty -> duty)
                        .toList();
        shop = shop(new StoreFixture.Setup().with("duties", Json.array(duties)));
        given("T1", "sort", "12:00");
        done("T1");
        assertEquals(
                Optional.of("FAX"),
                by(OPERATOR)
                        .feedBack(STORE, "T1", "FAX", "sorted", Optional.empty())
                        .feedback()
                        .map(TaskFeedback::medium));
    }

    @Test
    void aCommandIdStandsForOneTaskAndOneDate() {
        Tasks same = shop.ops.deskOf(MANAGER).under(CommandId.of("c-1")).tasks();
        same.assign(STORE, "T1", instruction("sort", shop.at("12:00")), OPERATOR);
        assertThrows(
                CommandReusedException.class,
                () -> same.assign(STORE, "T1", instruction("print", shop.at("12:00")), OPERATOR));
        Tasks sums = shop.ops.deskOf(OPERATOR).under(CommandId.of("c-2")).tasks();
        DaySummary first = sums.sumUp(STORE, DAY);
        assertEquals(first, sums.sumUp(STORE, DAY));
        assertThrows(CommandReusedException.class, () -> sums.sumUp(STORE, DAY.minusDays(1)));
        assertTrue(by(MANAGER).find(STORE, "T1").isPresent());
    }
}
