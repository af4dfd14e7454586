package io.storeops.agenda;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.NEXT;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.StoreFixture;
import io.storeops.agenda.AgendaItem.State;
import io.storeops.evidence.AuditEntry;
import io.storeops.evidence.EvidenceKind;
import io.storeops.evidence.Target;
import io.storeops.failure.DeniedException;
import io.storeops.failure.RefusedException;
import io.storeops.feedback.Proposal;
import io.storeops.feedback.SuggestionScope;
import io.storeops.id.CommandId;
import io.storeops.task.Task;
import io.storeops.task.TaskTerms;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WorkAgendaTest {
    private static final OccurrenceId INSPECTION = OccurrenceId.ofDate("2.1", DAY);

    private final StoreFixture shop = new StoreFixture.Setup().duties().open();
    private final WorkAgenda agenda = shop.ops.deskOf(OPERATOR).agenda();

    private State state(String occurrence) {
        Agenda today = agenda.today(STORE);
        return today.find(OccurrenceId.parse(occurrence)).orElseThrow().stateAt(today.at());
    }

    private void attach(OccurrenceId occurrence, String kind) {
        shop.ops
                .deskOf(OPERATOR)
                .archive()
                .attach(
                        STORE,
                        AgendaBuilder.target(occurrence),
                        EvidenceKind.parse(kind),
                        shop.clock.instant(),
                        "list 16/6");
    }

    private String refusal(OccurrenceId occurrence) {
        return assertThrows(RefusedException.class, () -> agenda.complete(STORE, occurrence))
                .refusal()
                .code();
    }

    @Nested
    class ADay {
        @Test
        void listsWhatTheRosterExpects() {
            assertEquals(
                    Map.of("1.1", 13, "1.2", 13, "2.1", 1, "2.2", 1, "5.1", 1, "5.2", 1),
                    agenda.today(STORE).counts());
        }

        @Test
        void closesTheDayBeforeFromTheSecondDayOn() {
            assertEquals(14, agenda.on(STORE, NEXT).counts().get("1.1"));
        }

        @Test
        void isTheSameFromTheDeskItself() {
            assertEquals(agenda.today(STORE), shop.ops.deskOf(OPERATOR).agenda(STORE));
        }
    }

    @Nested
    class ACollection {
        @Test
        void isDoneWhenTheLastRequiredValueArrived() {
            assertEquals(State.AHEAD, state("1.1/2024-06-16#01"));
            shop.collect(1, 100, 10, 1);
            assertEquals(State.DONE, state("1.1/2024-06-16#01"));
            assertEquals(State.AHEAD, state("1.1/2024-06-16#02"));
        }

        @Test
        void isLateForEverWhenItArrivedAfterItsDueInstant() {
            shop.clock.set(shop.at("09:11:00"));
            shop.accept(shop.reading(1, 100, 10, 1));
            assertEquals(State.LATE, state("1.1/2024-06-16#01"));
            shop.clock.set(shop.at("23:00:00"));
            assertEquals(State.LATE, state("1.1/2024-06-16#01"));
        }

        @Test
        void isOverdueFromItsDueInstantOn() {
            shop.clock.set(shop.at("09:10:00").minusNanos(1000));
            assertEquals(State.DUE, state("1.1/2024-06-16#01"));
            shop.clock.set(shop.at("09:10:00"));
            assertEquals(State.OVERDUE, state("1.1/2024-06-16#01"));
        }

        @Test
        void isGivenUpWithAReleaseThatConfirmsItsGaps() {
            shop.collect(1, 100, 10, 1);
            shop.release(1);
            shop.clock.set(shop.at("10:20:00"));
            shop.releaseWithGaps(2);
            assertEquals(State.ABANDONED, state("1.1/2024-06-16#02"));
            assertEquals(State.LATE, state("1.2/2024-06-16#02"));
        }

        @Test
        void isMissedWhenTheDayIsClosed() {
            shop.clock.set(shop.at(NEXT, "09:00:00"));
            AgendaItem item = agenda.getItem(STORE, OccurrenceId.parse("1.1/2024-06-16#01"));
            assertEquals(State.MISSED, item.stateAt(shop.clock.instant()));
        }
    }

    @Nested
    class ARelease {
        @Test
        void isDoneWhenTheChannelAcceptedIt() {
            shop.collect(1, 100, 10, 1);
            shop.channel.nextRefusesUntil(shop.at("09:20:00"));
            shop.release(1);
            assertEquals(State.DUE, state("1.2/2024-06-16#01"));
            shop.clock.set(shop.at("09:20:00"));
            assertEquals(State.OVERDUE, state("1.2/2024-06-16#01"));
            shop.ops.deliverDue(STORE);
            assertEquals(State.LATE, state("1.2/2024-06-16#01"));
        }

        @Test
        void isNotMissedWhileItWaitsForItsChannel() {
            shop.collect(1, 100, 10, 1);
            shop.channel.nextRefusesUntil(shop.at(NEXT, "10:00:00"));
            shop.release(1);
            shop.clock.set(shop.at(NEXT, "09:30:00"));
            AgendaItem item = agenda.getItem(STORE, OccurrenceId.parse("1.2/2024-06-16#01"));
            assertEquals(State.OVERDUE, item.stateAt(shop.clock.instant()));
            AgendaItem never = agenda.getItem(STORE, OccurrenceId.parse("1.2/2024-06-16#02"));
            assertEquals(State.MISSED, never.stateAt(shop.clock.instant()));
        }

        @Test
        void isNotCompletedByHand() {
            shop.clock.set(shop.at("09:05:00"));
            assertEquals("TOLD_BY_RECORDS", refusal(OccurrenceId.parse("1.2/2024-06-16#01")));
        }
    }

    @Nested
    class WhatIsDoneByHand {
        @Test
        void cannotBeDoneWithoutItsEvidence() {
            shop.clock.set(shop.at("09:10:00"));
            RefusedException refused = assertThrows(RefusedException.class, () -> agenda.complete(STORE, INSPECTION));
            assertEquals(
                    "COMPLETE_OCCURRENCE in store S1 refused, EVIDENCE_MISSING: occurrence/2.1/2024-06-16 has no evidence"
                            + " of [CHECKLIST_PHOTO]; it has []. Attach it first",
                    refused.getMessage());
            assertEquals(State.DUE, state("2.1/2024-06-16"));
        }

        @Test
        void cannotBeDoneWithEvidenceOfAnotherKindOrOfAnotherDay() {
            shop.clock.set(shop.at("09:10:00"));
            attach(INSPECTION, "SCREENSHOT");
            attach(OccurrenceId.ofDate("2.1", NEXT), "CHECKLIST_PHOTO");
            assertEquals("EVIDENCE_MISSING", refusal(INSPECTION));
        }

        @Test
        void isDoneWithItsEvidence() {
            shop.clock.set(shop.at("09:22:00"));
            attach(INSPECTION, "CHECKLIST_PHOTO");
            AgendaItem done = agenda.complete(STORE, INSPECTION);
            assertEquals(State.DONE, done.stateAt(shop.clock.instant()));
            AuditEntry line = shop.records().get(shop.records().size() - 1);
            assertEquals("COMPLETE_OCCURRENCE", line.record().act());
            assertEquals("EXECUTE:X2", line.record().right());
            assertEquals(
                    "{\"before\":\"DUE\",\"edited\":[{\"key\":[\"2.1/2024-06-16\"],\"table\":\"completion\"}]}",
                    line.record().result().canonical());
        }

        @Test
        void isDoneOnTimeAtItsDueInstantAndLateAfterIt() {
            shop.clock.set(shop.at("09:30:00"));
            attach(INSPECTION, "CHECKLIST_PHOTO");
            assertEquals(State.DONE, agenda.complete(STORE, INSPECTION).stateAt(shop.clock.instant()));

            StoreFixture other = new StoreFixture.Setup().duties().open();
            other.clock.set(other.at("09:30:00").plusNanos(1000));
            other.ops
                    .deskOf(OPERATOR)
                    .archive()
                    .attach(
                            STORE,
                            AgendaBuilder.target(INSPECTION),
                            EvidenceKind.parse("CHECKLIST_PHOTO"),
                            other.clock.instant(),
                            "list 16/6");
            AgendaItem late = other.ops.deskOf(OPERATOR).agenda().complete(STORE, INSPECTION);
            assertEquals(State.LATE, late.stateAt(other.at(NEXT, "12:00:00")));
        }

        @Test
        void isDoneOnceAndGivesItsFirstResultAgain() {
            shop.clock.set(shop.at("09:22:00"));
            attach(INSPECTION, "CHECKLIST_PHOTO");
            WorkAgenda same =
                    shop.ops.deskOf(OPERATOR).under(CommandId.of("done-1")).agenda();
            AgendaItem first = same.complete(STORE, INSPECTION);
            shop.clock.set(shop.at("09:40:00"));
            assertEquals(first, same.complete(STORE, INSPECTION));
            assertEquals("ALREADY_DONE", refusal(INSPECTION));
        }

        @Test
        void cannotBeDoneBeforeItOpens() {
            shop.clock.set(shop.at("08:59:00"));
            attach(INSPECTION, "CHECKLIST_PHOTO");
            assertEquals("NOT_OPEN", refusal(INSPECTION));
        }

        @Test
        void isNotTheManagers() {
            shop.clock.set(shop.at("09:22:00"));
            DeniedException denied = assertThrows(
                    DeniedException.class,
                    () -> shop.ops.deskOf(MANAGER).agenda().complete(STORE, INSPECTION));
            assertEquals("EXECUTE:X2", denied.code());
        }

        @Test
        void isNotSaidToBeMissingToWhoeverExecutesNothing() {
            DeniedException denied = assertThrows(
                    DeniedException.class,
                    () -> shop.ops.deskOf(MANAGER).agenda().complete(STORE, OccurrenceId.ofThing("5.2", "T99")));
            assertEquals("EXECUTE:X2", denied.code());
        }

        @Test
        void mustBeExpected() {
            assertEquals("NO_SUCH_OCCURRENCE", refusal(OccurrenceId.ofDate("2.9", DAY)));
            assertEquals("NO_SUCH_OCCURRENCE", refusal(OccurrenceId.ofDate("2.1", LocalDate.of(2024, 6, 15))));
            assertEquals("NO_SUCH_OCCURRENCE", refusal(OccurrenceId.ofThing("5.2", "T99")));
            assertEquals(
                    "nothing of that name is expected; look at the agenda of its date",
                    assertThrows(
                                    RefusedException.class,
                                    () -> agenda.complete(STORE, OccurrenceId.ofThing("5.2", "T99")))
                            .refusal()
                            .detail());
            assertEquals(
                    "Store S1 expects no occurrence 5.2/T99",
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> agenda.getItem(STORE, OccurrenceId.ofThing("5.2", "T99")))
                            .getMessage());
        }
    }

    @Nested
    class AnInstruction {
        private OccurrenceId given(String due) {
            shop.clock.set(shop.at("10:00:00"));
            shop.ops
                    .deskOf(OPERATOR)
                    .feedback()
                    .submit(STORE, new Proposal("SG1", SuggestionScope.S4, "E5", "match 79.00"));
            Task task = shop.ops
                    .deskOf(MANAGER)
                    .feedback()
                    .accept(STORE, "SG1", 1, new TaskTerms(OPERATOR, "do so", shop.at(NEXT, due)));
            return OccurrenceId.ofThing("5.2", task.id());
        }

        @Test
        void standsOnTheAgendaUntilItIsDone() {
            OccurrenceId task = given("12:00:00");
            assertEquals(State.DUE, state(task.toString()));
            shop.clock.set(shop.at(NEXT, "12:00:00"));
            assertEquals(State.OVERDUE, state(task.toString()));
            shop.clock.set(shop.at(NEXT.plusDays(3), "09:30:00"));
            assertEquals(State.OVERDUE, state(task.toString()));
            shop.tasks(OPERATOR).accept(STORE, task.about());
            shop.ops
                    .deskOf(OPERATOR)
                    .archive()
                    .attach(
                            STORE,
                            Target.of("task", task.about()),
                            EvidenceKind.parse("SCREENSHOT"),
                            shop.clock.instant(),
                            "shot");
            shop.tasks(OPERATOR).complete(STORE, task.about());
            assertEquals(State.LATE, state(task.toString()));
            shop.clock.set(shop.at(NEXT.plusDays(4), "09:30:00"));
            assertEquals(
                    List.of(),
                    agenda.today(STORE).items().stream()
                            .filter(item -> item.occurrence().id().equals(task))
                            .toList());
            assertEquals(State.LATE, agenda.getItem(STORE, task).stateAt(shop.clock.instant()));
        }

        @Test
        void isReportedOverdueOnce() {
            given("12:00:00");
            shop.clock.set(shop.at(NEXT, "11:59:00"));
            shop.ops.tick(STORE);
            shop.clock.set(shop.at(NEXT, "12:00:00"));
            assertEquals(
                    List.of("5.2/suggestion/SG1"),
                    shop.ops.tick(STORE).raised().stream()
                            .map(item -> item.occurrence().id().toString())
                            .filter(id -> id.startsWith("5.2"))
                            .toList());
            shop.clock.set(shop.at(NEXT, "12:01:00"));
            assertEquals(List.of(), shop.ops.tick(STORE).raised());
        }
    }
}
