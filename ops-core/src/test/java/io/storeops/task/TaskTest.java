package io.storeops.task;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.StoreFixture.STRANGER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.StoreFixture;
import io.storeops.agenda.AgendaBuilder;
import io.storeops.agenda.AgendaItem;
import io.storeops.agenda.Handover;
import io.storeops.agenda.OccurrenceId;
import io.storeops.archive.Archive;
import io.storeops.evidence.Evidence;
import io.storeops.evidence.EvidenceKind;
import io.storeops.failure.DeniedException;
import io.storeops.failure.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A task to be done by noon, and fed back a quarter of an hour after it is done. */
class TaskTest {
    private static final ActorId OTHER = ActorId.of("op-2");
    private static final ActorId BOTH = ActorId.of("both-1");
    private static final Optional<TaskFeedback.Note> NO_NOTE = Optional.empty();

    private final StoreFixture shop = new StoreFixture.Setup()
            .duties()
            .role("STORE_MANAGER", "INSTRUCT", "ACCEPT:TASK", "DECIDE:SUGGESTION")
            .works(OTHER, "OPERATOR")
            .works(BOTH, "OPERATOR")
            .works(BOTH, "STORE_MANAGER")
            .open();

    {
        shop.clock.set(shop.at("09:00:00"));
    }

    private Tasks by(ActorId actor) {
        return shop.tasks(actor);
    }

    private Task assign(ActorId assignee) {
        return by(MANAGER).assign(STORE, "T1", instruction("sort the templates", shop.at("12:00:00")), assignee);
    }

    private static Instruction instruction(String text, Instant due) {
        return new Instruction("GENERAL", Optional.empty(), Optional.empty(), List.of(), Optional.of(text), due);
    }

    private void attach() {
        shop.ops
                .deskOf(OPERATOR)
                .archive()
                .attach(
                        STORE,
                        TaskActs.target("T1"),
                        EvidenceKind.parse("DOCUMENT"),
                        shop.clock.instant(),
                        "templates.docx");
    }

    private Task done() {
        by(OPERATOR).accept(STORE, "T1");
        attach();
        return by(OPERATOR).complete(STORE, "T1");
    }

    private Task known() {
        return by(MANAGER).find(STORE, "T1").orElseThrow();
    }

    private AgendaItem.State onTheAgenda(String about) {
        return shop.ops
                .deskOf(MANAGER)
                .agenda()
                .getItem(STORE, OccurrenceId.ofThing("5.2", about))
                .stateAt(shop.clock.instant());
    }

    private static String code(Executable act) {
        return assertThrows(RefusedException.class, act).refusal().code();
    }

    private static String denied(Executable act) {
        return assertThrows(DeniedException.class, act).code();
    }

    @Test
    void isGivenTakenOnDoneFedBackAndClosed() {
        assertEquals(TaskState.ASSIGNED, assign(OPERATOR).state());
        assertEquals(List.of(known()), by(OPERATOR).givenTo(STORE, OPERATOR));
        assertEquals(TaskState.ACCEPTED, by(OPERATOR).accept(STORE, "T1").state());
        attach();
        shop.clock.set(shop.at("12:00:00"));
        Task done = by(OPERATOR).complete(STORE, "T1");
        assertEquals(TaskState.DONE, done.state());
        assertFalse(done.late());
        assertEquals(Optional.of(shop.at("12:15:00")), done.course().feedbackDue());
        shop.clock.set(shop.at("12:15:00"));
        Task told = by(OPERATOR).feedBack(STORE, "T1", "WECHAT", "sorted", NO_NOTE);
        assertEquals(TaskState.FED_BACK, told.state());
        assertFalse(told.course().lateFeedback());
        assertEquals(Optional.of("sorted"), told.feedback().flatMap(TaskFeedback::text));
        assertEquals(TaskState.CLOSED, by(MANAGER).close(STORE, "T1").state());
    }

    @Test
    void isLateAfterItsDueInstantAndSoIsItsFeedback() {
        assign(OPERATOR);
        by(OPERATOR).accept(STORE, "T1");
        attach();
        shop.clock.set(shop.at("12:00:00").plusNanos(1000));
        assertTrue(by(OPERATOR).complete(STORE, "T1").late());
        shop.clock.set(shop.at("12:15:00").plusNanos(2000));
        assertTrue(by(OPERATOR)
                .feedBack(STORE, "T1", "REPORT", "sorted", NO_NOTE)
                .course()
                .lateFeedback());
    }

    @Nested
    class Instructing {
        @Test
        void isTheManagersForSomebodyWhoCanFeedBackByAnInstantToCome() {
            assertEquals(
                    "INSTRUCT",
                    denied(() -> by(OPERATOR).assign(STORE, "T1", instruction("do it", shop.at("12:00:00")), OTHER)));
            assertEquals(
                    "ASSIGNEE_CANNOT_ACT",
                    code(() -> by(MANAGER).assign(STORE, "T1", instruction("do it", shop.at("12:00:00")), MANAGER)));
            assertEquals(
                    "DUE_PASSED",
                    code(() -> by(MANAGER).assign(STORE, "T1", instruction("do it", shop.at("09:00:00")), OTHER)));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> by(MANAGER).assign(STORE, "T1", instruction(" ", shop.at("12:00:00")), OTHER));
            assign(OPERATOR);
            assertEquals("EXISTS", code(() -> assign(OTHER)));
        }

        @Test
        void givesItsFirstResultAgain() {
            Tasks same = shop.ops.deskOf(MANAGER).under(CommandId.of("c-1")).tasks();
            Instruction instruction = instruction("do it", shop.at("12:00:00"));
            Task first = same.assign(STORE, "T1", instruction, OPERATOR);
            by(OPERATOR).accept(STORE, "T1");
            assertEquals(first, same.assign(STORE, "T1", instruction, OPERATOR));
        }
    }

    @Nested
    class WhatTheAssigneeDoes {
        @Test
        void isNobodyElses() {
            assign(OPERATOR);
            assertEquals("NOT_ASSIGNEE", code(() -> by(OTHER).accept(STORE, "T1")));
            assertEquals("NOT_ASSIGNEE", code(() -> by(OTHER).notDone(STORE, "T1", "ill")));
            assertEquals("EXECUTE:X5", denied(() -> by(MANAGER).accept(STORE, "T1")));
            by(OPERATOR).accept(STORE, "T1");
            attach();
            assertEquals("NOT_ASSIGNEE", code(() -> by(OTHER).complete(STORE, "T1")));
            by(OPERATOR).complete(STORE, "T1");
            assertEquals("NOT_ASSIGNEE", code(() -> by(OTHER).feedBack(STORE, "T1", "WECHAT", "done", NO_NOTE)));
            assertThrows(DeniedException.class, () -> by(STRANGER).find(STORE, "T1"));
        }

        @Test
        void takesEvidenceToBeDone() {
            assign(OPERATOR);
            by(OPERATOR).accept(STORE, "T1");
            assertEquals("EVIDENCE_MISSING", code(() -> by(OPERATOR).complete(STORE, "T1")));
            assertEquals(TaskState.ACCEPTED, known().state());
        }

        @Test
        void isToldInAWayThatTheRosterTakes() {
            assign(OPERATOR);
            done();
            assertEquals("MEDIUM_NOT_TAKEN", code(() -> by(OPERATOR).feedBack(STORE, "T1", "FAX", "done", NO_NOTE)));
            assertEquals("NOTE_MISSING", code(() -> by(OPERATOR).feedBack(STORE, "T1", "ORAL", "done", NO_NOTE)));
            TaskFeedback.Note note = new TaskFeedback.Note(MANAGER, shop.at("09:00:00"));
            assertEquals(
                    Optional.of(note),
                    by(OPERATOR)
                            .feedBack(STORE, "T1", "ORAL", "done", Optional.of(note))
                            .feedback()
                            .flatMap(TaskFeedback::note));
        }

        @Test
        void maybeIsNothingAndThatIsFedBackByTheDueInstantOfTheTask() {
            assign(OPERATOR);
            assertEquals("REASON_MISSING", code(() -> by(OPERATOR).notDone(STORE, "T1", " ")));
            Task not = by(OPERATOR).notDone(STORE, "T1", "the shop is closed");
            assertEquals(Optional.of(shop.at("12:15:00")), not.course().feedbackDue());
            assertEquals(AgendaItem.State.ABANDONED, onTheAgenda("T1"));
            shop.clock.set(shop.at("12:15:00"));
            assertEquals(AgendaItem.State.OVERDUE, onTheAgenda("feedback:T1"));
            Task told = by(OPERATOR).feedBack(STORE, "T1", "WECHAT", "closed", NO_NOTE);
            assertEquals(TaskState.NOT_DONE, told.state());
            assertFalse(told.course().lateFeedback());
            assertEquals(
                    "FED_BACK_ALREADY", code(() -> by(OPERATOR).feedBack(STORE, "T1", "WECHAT", "really", NO_NOTE)));
            assertEquals("WRONG_STATE", code(() -> by(MANAGER).close(STORE, "T1")));
        }
    }

    @Nested
    class Returning {
        @Test
        void hasItDoneAgainOnEvidenceOfItsOwn() {
            assign(OPERATOR);
            done();
            by(OPERATOR).feedBack(STORE, "T1", "WECHAT", "sorted", NO_NOTE);
            shop.clock.advance(Duration.ofMinutes(1));
            assertEquals("REASON_MISSING", code(() -> by(MANAGER).giveBack(STORE, "T1", "")));
            Task returned = by(MANAGER).giveBack(STORE, "T1", "one is missing");
            assertEquals(TaskState.ACCEPTED, returned.state());
            assertEquals(1, returned.course().returned());
            assertEquals(AgendaItem.State.DUE, onTheAgenda("T1"));
            assertEquals("EVIDENCE_MISSING", code(() -> by(OPERATOR).complete(STORE, "T1")));
            attach();
            assertEquals(TaskState.DONE, by(OPERATOR).complete(STORE, "T1").state());
            assertEquals(AgendaItem.State.DUE, onTheAgenda("feedback:T1"));
        }

        @Test
        void leavesAFeedbackThatWasLate() {
            assign(OPERATOR);
            done();
            shop.clock.advance(Duration.ofMinutes(16));
            by(OPERATOR).feedBack(STORE, "T1", "WECHAT", "sorted", NO_NOTE);
            by(MANAGER).giveBack(STORE, "T1", "one is missing");
            attach();
            by(OPERATOR).complete(STORE, "T1");
            assertTrue(by(OPERATOR)
                    .feedBack(STORE, "T1", "WECHAT", "all sorted", NO_NOTE)
                    .course()
                    .lateFeedback());
        }
    }

    @Nested
    class Accepting {
        @Test
        void isTheManagersAndNeverOfOnesOwn() {
            assign(BOTH);
            by(BOTH).accept(STORE, "T1");
            attach();
            by(BOTH).complete(STORE, "T1");
            by(BOTH).feedBack(STORE, "T1", "WECHAT", "sorted", NO_NOTE);
            assertEquals("ACCEPT:TASK", denied(() -> by(OPERATOR).close(STORE, "T1")));
            assertEquals("SELF_DECISION", denied(() -> by(BOTH).close(STORE, "T1")));
            assertEquals("SELF_DECISION", denied(() -> by(BOTH).giveBack(STORE, "T1", "again")));
            by(MANAGER).close(STORE, "T1");
            assertEquals("WRONG_STATE", code(() -> by(MANAGER).giveBack(STORE, "T1", "again")));
        }
    }

    @Nested
    class TakingBack {
        @Test
        void isPossibleUntilItIsDone() {
            assign(OPERATOR);
            assertEquals("INSTRUCT", denied(() -> by(OPERATOR).cancel(STORE, "T1", "no time")));
            assertEquals("REASON_MISSING", code(() -> by(MANAGER).cancel(STORE, "T1", "")));
            assertEquals(
                    TaskState.CANCELLED,
                    by(MANAGER).cancel(STORE, "T1", "not needed").state());
            assertEquals(AgendaItem.State.ABANDONED, onTheAgenda("T1"));
            assertEquals("WRONG_STATE", code(() -> by(OPERATOR).accept(STORE, "T1")));
        }

        @Test
        void isTooLateOnceItIsDone() {
            assign(OPERATOR);
            done();
            assertEquals("WRONG_STATE", code(() -> by(MANAGER).cancel(STORE, "T1", "not needed")));
        }
    }

    @Nested
    class OnTheAgenda {
        @Test
        void itAndItsFeedbackAreDueOnceEach() {
            assign(OPERATOR);
            assertEquals(AgendaItem.State.DUE, onTheAgenda("T1"));
            shop.clock.set(shop.at("12:00:00"));
            assertEquals(AgendaItem.State.OVERDUE, onTheAgenda("T1"));
            done();
            assertEquals(AgendaItem.State.DONE, onTheAgenda("T1"));
            assertEquals(AgendaItem.State.DUE, onTheAgenda("feedback:T1"));
            shop.clock.set(shop.at("12:15:00").plusNanos(1000));
            assertEquals(AgendaItem.State.OVERDUE, onTheAgenda("feedback:T1"));
            by(OPERATOR).feedBack(STORE, "T1", "WECHAT", "sorted", NO_NOTE);
            assertEquals(AgendaItem.State.LATE, onTheAgenda("feedback:T1"));
        }

        @Test
        void isRaisedOnceWhenOverdue() {
            assign(OPERATOR);
            shop.ops.tick(STORE);
            shop.clock.set(shop.at("12:00:00"));
            assertEquals(List.of("5.2/T1"), raised());
            done();
            shop.clock.set(shop.at("12:15:00"));
            assertEquals(List.of("5.2/feedback:T1"), raised());
            assertEquals(List.of(), raised());
        }

        private List<String> raised() {
            return shop.ops.tick(STORE).raised().stream()
                    .map(item -> item.occurrence().id().toString())
                    .filter(id -> id.startsWith("5.2"))
                    .toList();
        }

        @Test
        void isNotCompletedByHand() {
            assign(OPERATOR);
            assertEquals(
                    "TOLD_BY_RECORDS",
                    code(() -> shop.ops.deskOf(OPERATOR).agenda().complete(STORE, OccurrenceId.ofThing("5.2", "T1"))));
        }
    }

    @Test
    void isHandedOverWhileItsAssigneeHasSomethingToDo() {
        assign(OPERATOR);
        Handover first = shop.ops.deskOf(OPERATOR).agenda().handOver(STORE, "H1", OTHER, "");
        assertEquals(List.of(new Handover.Item(TaskActs.target("T1"), "ASSIGNED")), first.items());
        assertEquals("NOT_ASSIGNEE", code(() -> by(OPERATOR).accept(STORE, "T1")));
        by(OTHER).accept(STORE, "T1");
        attach();
        by(OTHER).complete(STORE, "T1");
        by(OTHER).feedBack(STORE, "T1", "WECHAT", "sorted", NO_NOTE);
        assertEquals(
                List.of(),
                shop.ops
                        .deskOf(OTHER)
                        .agenda()
                        .handOver(STORE, "H2", OPERATOR, "")
                        .items());
    }

    @Test
    void isHandedOverToWhoeverTellsThatItWasNotDone() {
        assign(OPERATOR);
        by(OPERATOR).notDone(STORE, "T1", "the shop is closed");
        Handover handover = shop.ops.deskOf(OPERATOR).agenda().handOver(STORE, "H1", OTHER, "");
        assertEquals(List.of(new Handover.Item(TaskActs.target("T1"), "NOT_DONE")), handover.items());
        by(OTHER).feedBack(STORE, "T1", "WECHAT", "closed until Monday", NO_NOTE);
        assertEquals(
                List.of(),
                shop.ops
                        .deskOf(OTHER)
                        .agenda()
                        .handOver(STORE, "H2", OPERATOR, "")
                        .items());
    }

    @Nested
    class SummingUp {
        @Test
        void tellsOfTheTasksThatWereDueOnTheDateWhichWereDone() {
            Tasks manager = by(MANAGER);
            assign(OPERATOR);
            done();
            manager.assign(STORE, "T2", instruction("call the courier", shop.at("23:59:59")), OTHER);
            manager.assign(STORE, "T3", instruction("print the labels", shop.at("18:00:00")), OTHER);
            manager.assign(STORE, "T4", instruction("count the boxes", shop.at("18:00:00")), OTHER);
            manager.assign(STORE, "T5", instruction("tomorrow's", shop.at(DAY.plusDays(1), "00:00:00")), OTHER);
            by(OTHER).notDone(STORE, "T3", "the print shop is closed");
            manager.cancel(STORE, "T4", "not needed");
            shop.clock.set(shop.at("21:30:00"));
            DaySummary summary = by(OPERATOR).sumUp(STORE, DAY);
            assertEquals(List.of("T1"), summary.done());
            assertEquals(List.of("T3", "T2"), summary.notDone());
            assertFalse(summary.late());
            assertEquals(Optional.of(summary), manager.findSummary(STORE, DAY));
            assertEquals(AgendaItem.State.DONE, onTheAgenda(DAY.toString()));
            assertEquals("ALREADY_DONE", code(() -> by(OTHER).sumUp(STORE, DAY)));
        }

        @Test
        void leavesItsTextAsEvidence() {
            assign(OPERATOR);
            by(OPERATOR).notDone(STORE, "T1", "the shop is closed");
            by(OPERATOR).sumUp(STORE, DAY);
            Archive archive = shop.ops.deskOf(MANAGER).archive();
            Evidence text = archive.evidence(STORE, AgendaBuilder.target(OccurrenceId.ofDate("5.2", DAY)))
                    .get(0);
            assertEquals(EvidenceKind.parse("DAY_SUMMARY"), text.kind());
            String shown = new String(archive.content(STORE, text.id()).content(), StandardCharsets.UTF_8);
            assertTrue(shown.contains("T1"), shown);
            assertTrue(shown.contains("sort the templates"), shown);
            assertTrue(shown.contains("the shop is closed"), shown);
        }

        @Test
        void isLateAfterItsDueInstantAndDueOnDatesThatHaveBegun() {
            assertEquals("NOT_OPEN", code(() -> by(OPERATOR).sumUp(STORE, DAY.plusDays(1))));
            shop.clock.set(shop.at("21:30:00").plusNanos(1000));
            assertEquals(AgendaItem.State.OVERDUE, onTheAgenda(DAY.toString()));
            assertTrue(by(OPERATOR).sumUp(STORE, DAY).late());
            assertEquals(AgendaItem.State.LATE, onTheAgenda(DAY.toString()));
        }

        @Test
        void isTheWorkOfWhoeverFeedsBackOnTasks() {
            assertEquals("EXECUTE:X5", denied(() -> by(MANAGER).sumUp(STORE, DAY)));
        }

        @Test
        void isNotExpectedWithoutADutyOfTasks() {
            StoreFixture other = new StoreFixture.Setup().open();
            assertEquals("NO_SUCH_SUMMARY", code(() -> other.tasks(OPERATOR).sumUp(STORE, DAY)));
        }

        @Test
        void isOwedByNobodyOnADateOnWhichNobodyCouldFileIt() {
            StoreFixture alone = new StoreFixture.Setup().duties().open();
            LocalDate next = DAY.plusDays(1);
            alone.assign(StoreFixture.leaves(DAY));
            alone.clock.set(alone.at(DAY, "22:00:00"));
            assertTrue(raised(alone).contains("5.2/" + DAY));
            alone.clock.set(alone.at(next, "21:29:00"));
            assertEquals(AgendaItem.State.DUE, summaryOf(alone, next));
            alone.clock.set(alone.at(next, "22:00:00"));
            assertFalse(raised(alone).contains("5.2/" + next));
            assertEquals(AgendaItem.State.ABANDONED, summaryOf(alone, next));
        }

        private static List<String> raised(StoreFixture shop) {
            return shop.ops.tick(STORE).raised().stream()
                    .map(item -> item.occurrence().id().toString())
                    .toList();
        }

        private static AgendaItem.State summaryOf(StoreFixture shop, LocalDate date) {
            return shop.ops
                    .deskOf(MANAGER)
                    .agenda()
                    .getItem(STORE, OccurrenceId.ofDate("5.2", date))
                    .stateAt(shop.clock.instant());
        }

        @Test
        void keepsTasksFromItsNameOnTheAgenda() {
            for (String id : List.of("2024-06-16", "feedback:T1")) {
                IllegalArgumentException refused = assertThrows(
                        IllegalArgumentException.class,
                        () -> by(MANAGER).assign(STORE, id, instruction("do it", shop.at("12:00:00")), OTHER));
                assertTrue(refused.getMessage().contains(id), refused.getMessage());
            }
        }
    }
}
