package io.storeops.ticket;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.StoreFixture.STRANGER;
import static io.storeops.ticket.LiaisonShop.DESIGN;
import static io.storeops.ticket.LiaisonShop.FIRST;
import static io.storeops.ticket.LiaisonShop.MONDAY;
import static io.storeops.ticket.LiaisonShop.QC;
import static io.storeops.ticket.LiaisonShop.SECOND;
import static io.storeops.ticket.LiaisonShop.WAREHOUSE;
import static io.storeops.ticket.TicketClocksTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.Scored;
import io.storeops.StoreFixture;
import io.storeops.agenda.Handover;
import io.storeops.evidence.Evidence;
import io.storeops.evidence.EvidenceKind;
import io.storeops.evidence.Target;
import io.storeops.failure.DeniedException;
import io.storeops.failure.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.kpi.Kpi;
import io.storeops.requirement.OpenedRequirements;
import io.storeops.requirement.Requirement;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What departments bring, and what becomes of it (4.6, D50-D52, D65, D66). */
class TicketsTest {
    private static final String ID = "PT1";

    private final StoreFixture shop = LiaisonShop.open();

    @BeforeEach
    void aMondayMorning() {
        at("10:00");
    }

    private void at(String time) {
        LiaisonShop.at(shop, time);
    }

    private Tickets by(ActorId actor) {
        return shop.ops.deskOf(actor).tickets();
    }

    private Ticket known(String id) {
        return by(FIRST).find(STORE, id).orElseThrow();
    }

    private Ticket open(String id, ActorId actor, String department) {
        return by(actor).open(STORE, id, new Problem(department, "MEDIUM", "a batch fails"));
    }

    private void handle(String id) {
        by(FIRST).acknowledge(STORE, id);
        by(FIRST).handle(STORE, id);
    }

    private void resolved(String id) {
        handle(id);
        by(FIRST).resolve(STORE, id, "set aside");
    }

    private static void assertDenied(String right, Runnable act) {
        assertEquals(right, assertThrows(DeniedException.class, act::run).code());
    }

    @Nested
    class Bringing {
        @Test
        void isOfOnesOwnDepartment() {
            assertDenied("RAISE:TICKET", () -> open(ID, QC, "WAREHOUSE"));
            assertDenied("RAISE:TICKET", () -> open(ID, FIRST, "QC"));
            assertDenied("RAISE:TICKET", () -> open(ID, STRANGER, "QC"));
            assertEquals(
                    List.of(QC),
                    assertThrows(DeniedException.class, () -> open(ID, WAREHOUSE, "QC"))
                            .holders());
            Ticket ticket = open(ID, QC, "QC");
            assertEquals(List.of(QC), ticket.reporters());
            assertEquals(Optional.of("a batch fails"), ticket.episode().texts().problem());
        }

        @Test
        void isForTheDepartmentsOfTheDuty() {
            assertRefused("NO_SUCH_DEPARTMENT", () -> open(ID, DESIGN, "DESIGN"));
        }

        @Test
        void takesAnIdOnce() {
            open(ID, QC, "QC");
            assertRefused("EXISTS", () -> open(ID, QC, "QC"));
            assertRefused("NO_SUCH_TICKET", () -> by(FIRST).acknowledge(STORE, "PT9"));
        }

        @Test
        void saysSomething() {
            assertThrows(IllegalArgumentException.class, () -> new Problem("QC", "HIGH", " "));
            assertThrows(IllegalArgumentException.class, () -> new Problem("QC", "high", "a batch fails"));
            assertThrows(IllegalArgumentException.class, () -> open("P".repeat(73), QC, "QC"));
            assertEquals("P".repeat(72), open("P".repeat(72), QC, "QC").id());
        }
    }

    @Nested
    class Solving {
        @Test
        void leavesTheReportAsEvidence() {
            open(ID, QC, "QC");
            handle(ID);
            assertRefused("EVIDENCE_MISSING", () -> by(FIRST).resolve(STORE, ID, " "));
            Ticket resolved = by(FIRST).resolve(STORE, ID, "set aside");
            List<Evidence> report = shop.ops.deskOf(MANAGER).archive().evidence(STORE, Target.of("ticket", ID));
            assertEquals(
                    List.of(EvidenceKind.parse("HANDLING_REPORT")),
                    report.stream().map(Evidence::kind).toList());
            assertEquals(Optional.of("set aside"), resolved.episode().texts().report());
        }

        @Test
        void isTheManagersToDecideBeyondThat() {
            open(ID, QC, "QC");
            handle(ID);
            assertRefused("ASSIGNEE_CANNOT_ACT", () -> by(FIRST).escalate(STORE, ID, SECOND, "not mine"));
            assertRefused("REASON_MISSING", () -> by(FIRST).escalate(STORE, ID, MANAGER, ""));
            Ticket escalated = by(FIRST).escalate(STORE, ID, MANAGER, "not mine");
            assertEquals(Optional.of(MANAGER), escalated.episode().steps().escalatedTo());
            assertDenied("INSTRUCT", () -> by(FIRST).decide(STORE, ID, "stop"));
            assertRefused("REASON_MISSING", () -> by(MANAGER).decide(STORE, ID, ""));
            by(MANAGER).decide(STORE, ID, "stop");
            assertEquals(Optional.of("stop"), known(ID).episode().texts().decision());
        }

        /** Only the first time counts, however often it goes back and forth. */
        @Test
        void isJudgedByTheFirstEscalation() {
            open(ID, QC, "QC");
            handle(ID);
            Steps.Step first = by(FIRST)
                    .escalate(STORE, ID, MANAGER, "not mine")
                    .episode()
                    .steps()
                    .escalated()
                    .orElseThrow();
            by(MANAGER).decide(STORE, ID, "look again");
            by(FIRST).handle(STORE, ID);
            at("16:00");
            by(SECOND).escalate(STORE, ID, MANAGER, "still not");
            assertEquals(Optional.of(first), known(ID).episode().steps().escalated());
            assertEquals(Optional.of(first), known(ID).episode().steps().solved());
        }
    }

    @Nested
    class Merging {
        @BeforeEach
        void two() {
            open(ID, QC, "QC");
            open("PT2", WAREHOUSE, "WAREHOUSE");
        }

        @Test
        void isReportedBackToEverybody() {
            handle(ID);
            Ticket merged = by(FIRST).merge(STORE, ID, "PT2");
            assertEquals(Optional.of("PT2"), merged.merged().map(Ticket.Merging::into));
            assertEquals(List.of(WAREHOUSE, QC), known("PT2").reporters());
            resolved("PT2");
            RefusedException refused =
                    assertThrows(RefusedException.class, () -> by(FIRST).reportBack(STORE, "PT2", List.of(WAREHOUSE)));
            assertEquals("REPORTER_MISSING", refused.refusal().code());
            assertEquals(List.of(QC.value()), refused.refusal().missing());
            by(FIRST).reportBack(STORE, "PT2", List.of(QC, WAREHOUSE, DESIGN));
            assertEquals(TicketState.REPORTED_BACK, known("PT2").state());
        }

        @Test
        void goesOnFromOneToTheNext() {
            open("PT3", WAREHOUSE, "WAREHOUSE");
            handle(ID);
            by(FIRST).merge(STORE, ID, "PT2");
            handle("PT2");
            by(FIRST).merge(STORE, "PT2", "PT3");
            assertEquals(List.of(WAREHOUSE, QC), known("PT3").reporters());
        }

        @Test
        void isIntoAnotherThatIsOpen() {
            assertRefused("WRONG_STATE", () -> by(FIRST).merge(STORE, ID, "PT2"));
            handle(ID);
            assertRefused("SAME_TICKET", () -> by(FIRST).merge(STORE, ID, ID));
            assertRefused("NO_SUCH_TICKET", () -> by(FIRST).merge(STORE, ID, "PT9"));
            resolved("PT2");
            by(FIRST).reportBack(STORE, "PT2", List.of(WAREHOUSE));
            assertRefused("WRONG_STATE", () -> by(FIRST).merge(STORE, ID, "PT2"));
        }

        @Test
        void leavesTheAcknowledgementAndTakesItOutOfWhatIsAssessed() {
            at("10:20");
            handle(ID);
            by(FIRST).merge(STORE, ID, "PT2");
            assertTrue(known(ID).episode().acknowledgedLate());
            assertRefused("WRONG_STATE", () -> by(QC).reopen(STORE, ID, "again"));
            assertEquals(
                    List.of("PT2"),
                    by(FIRST).open(STORE).stream().map(Ticket::id).toList());
            at("18:00");
            assertEquals(List.of("K4.2 0/1 0.00%", "K4.4 0/0 N/A"), raw());
        }
    }

    @Nested
    class BringingAgain {
        @BeforeEach
        void reportedBack() {
            open(ID, QC, "QC");
            resolved(ID);
            at("11:00");
            by(FIRST).reportBack(STORE, ID, List.of(QC));
        }

        @Test
        void isPossibleForADayAndNoLonger() {
            shop.clock.set(shop.at(MONDAY.plusDays(1), "11:00"));
            assertRefused("REOPEN_WINDOW", () -> by(QC).reopen(STORE, ID, "again"));
            shop.clock.set(shop.at(MONDAY.plusDays(1), "11:00").minus(1, ChronoUnit.MICROS));
            Ticket again = by(QC).reopen(STORE, ID, "again");
            assertEquals(TicketState.RECEIVED, again.state());
            assertEquals("MEDIUM", again.severity());
            assertEquals(Steps.NONE, again.episode().steps());
            assertEquals(Optional.of("again"), again.episode().texts().problem());
        }

        @Test
        void isPossibleOnceClosedAsWell() {
            by(FIRST).close(STORE, ID);
            assertEquals(2, by(QC).reopen(STORE, ID, "again").episode().number());
        }

        @Test
        void isTheSameDepartments() {
            assertDenied("RAISE:TICKET", () -> by(WAREHOUSE).reopen(STORE, ID, "again"));
            assertDenied("RAISE:TICKET", () -> by(FIRST).reopen(STORE, ID, "again"));
            assertRefused("REASON_MISSING", () -> by(QC).reopen(STORE, ID, ""));
        }

        @Test
        void leavesTheFirstEpisodeAsItWas() {
            Episode first = known(ID).episode();
            by(QC).reopen(STORE, ID, "again");
            assertEquals(List.of(first, known(ID).episode()), by(FIRST).episodes(STORE, ID));
            at("18:00");
            // The first was in time and reported back; the second is due and not done.
            assertEquals(List.of("K4.2 1/2 50.00%", "K4.4 1/1 100.00%"), raw());
        }

        @Test
        void isNotPossibleWhileItIsOpen() {
            by(QC).reopen(STORE, ID, "again");
            assertRefused("WRONG_STATE", () -> by(QC).reopen(STORE, ID, "and again"));
            assertEquals(List.of(), by(FIRST).episodes(STORE, "PT9"));
        }
    }

    private Scored measured(LocalDate from, LocalDate to) {
        return Scored.of(shop, from, to, Kpi.K4_2, Kpi.K4_4);
    }

    private Scored measured() {
        return measured(DAY, DAY.plusDays(30));
    }

    private List<String> raw() {
        return measured().raw();
    }

    private List<String> of(ActorId person) {
        return measured().of(person);
    }

    @Nested
    class TheMeasures {
        @Test
        void judgeAnEpisodeOnceBothDuesHavePassedOrBothActsAreDone() {
            open(ID, QC, "QC");
            at("10:15");
            assertEquals(List.of("K4.2 0/0 N/A", "K4.4 0/0 N/A"), raw());
            shop.clock.set(shop.at(MONDAY, "12:00").minus(1, ChronoUnit.MICROS));
            assertEquals(List.of("K4.2 0/0 N/A", "K4.4 0/0 N/A"), raw());
            at("12:00");
            assertEquals(List.of("K4.2 0/1 0.00%", "K4.4 0/0 N/A"), raw());
        }

        @Test
        void countWhatIsDoneEarly() {
            open(ID, QC, "QC");
            by(FIRST).acknowledge(STORE, ID);
            assertEquals(List.of("K4.2 0/0 N/A", "K4.4 0/0 N/A"), raw());
            by(FIRST).handle(STORE, ID);
            by(FIRST).escalate(STORE, ID, MANAGER, "not mine");
            assertEquals(List.of("K4.2 1/1 100.00%", "K4.4 0/0 N/A"), raw());
            by(MANAGER).decide(STORE, ID, "stop");
            by(FIRST).resolve(STORE, ID, "stopped");
            assertEquals(List.of("K4.2 1/1 100.00%", "K4.4 0/1 0.00%"), raw());
            by(FIRST).reportBack(STORE, ID, List.of(QC));
            assertEquals(List.of("K4.2 1/1 100.00%", "K4.4 1/1 100.00%"), raw());
        }

        @Test
        void goByTheLaterOfTheTwoDues() {
            at("17:50");
            open(ID, QC, "QC");
            resolved(ID);
            assertEquals(
                    List.of("K4.2 0/0 N/A", "K4.4 0/0 N/A"),
                    measured(MONDAY, MONDAY).raw());
            assertEquals(
                    List.of("K4.2 1/1 100.00%", "K4.4 0/1 0.00%"),
                    measured(MONDAY.plusDays(1), MONDAY.plusDays(1)).raw());
        }

        @Test
        void areOfEachPersonWhatThatPersonDid() {
            open(ID, QC, "QC");
            at("10:16");
            by(FIRST).acknowledge(STORE, ID);
            by(SECOND).handle(STORE, ID);
            by(SECOND).resolve(STORE, ID, "set aside");
            by(SECOND).reportBack(STORE, ID, List.of(QC));
            assertEquals(List.of("K4.2 0/1 0.00%", "K4.4 1/1 100.00%"), raw());
            assertEquals(List.of("K4.2 0/1 0.00%", "K4.4 0/0 N/A"), of(FIRST));
            assertEquals(List.of("K4.2 1/1 100.00%", "K4.4 1/1 100.00%"), of(SECOND));
            assertEquals(List.of("K4.2 0/0 N/A", "K4.4 0/0 N/A"), of(MANAGER));
        }

        /** What nobody did is everybody's who could have; what one did in time is not saved by it. */
        @Test
        void areOfEverybodyWhatNobodyDid() {
            open(ID, QC, "QC");
            by(FIRST).acknowledge(STORE, ID);
            at("12:00");
            assertEquals(List.of("K4.2 0/1 0.00%", "K4.4 0/0 N/A"), of(FIRST));
            assertEquals(List.of("K4.2 0/1 0.00%", "K4.4 0/0 N/A"), of(SECOND));
        }

        private void away(ActorId person, String from, String to) {
            shop.ops
                    .deskOf(MANAGER)
                    .absences()
                    .record(STORE, person, shop.at(MONDAY, from), shop.at(MONDAY, to), "ill");
        }

        private List<String> excused() {
            return measured().excused();
        }

        private List<String> excusedOf(ActorId person) {
            return measured().excusedOf(person);
        }

        @Test
        void excuseWhatWasMissedWhileEverybodyWasAwayToWhomItIsCharged() {
            open(ID, QC, "QC");
            at("10:30");
            by(FIRST).acknowledge(STORE, ID);
            by(FIRST).handle(STORE, ID);
            by(FIRST).resolve(STORE, ID, "set aside");
            assertEquals(List.of("K4.2 0/1 0.00%", "K4.4 0/1 0.00%"), excused());
            // From the due instant on is there in time, until the due instant is not.
            away(FIRST, "10:00", "10:15");
            assertEquals(List.of("K4.2 0/1 0.00%", "K4.4 0/1 0.00%"), excused());
            away(FIRST, "10:15", "10:16");
            assertEquals(List.of("K4.2 0/0 N/A", "K4.4 0/1 0.00%"), excused());
            assertEquals(List.of("K4.2 0/0 N/A", "K4.4 0/1 0.00%"), excusedOf(FIRST));
            assertEquals(List.of("K4.2 0/1 0.00%", "K4.4 0/1 0.00%"), of(FIRST));
        }

        @Test
        void excuseNothingOfTheStoreWhileOneOfThemWasThere() {
            open(ID, QC, "QC");
            at("10:30");
            by(FIRST).acknowledge(STORE, ID);
            by(SECOND).handle(STORE, ID);
            by(SECOND).resolve(STORE, ID, "set aside");
            away(FIRST, "10:00", "10:20");
            assertEquals(List.of("K4.2 0/1 0.00%", "K4.4 0/1 0.00%"), excused());
            assertEquals(List.of("K4.2 0/0 N/A", "K4.4 0/1 0.00%"), excusedOf(FIRST));
            assertEquals(List.of("K4.2 1/1 100.00%", "K4.4 0/1 0.00%"), excusedOf(SECOND));
            away(SECOND, "10:00", "10:20");
            assertEquals(List.of("K4.2 0/0 N/A", "K4.4 0/1 0.00%"), excused());
            // Never reported back: missed at the later of the two dues.
            away(FIRST, "12:00", "12:01");
            away(SECOND, "12:00", "12:01");
            assertEquals(List.of("K4.2 0/0 N/A", "K4.4 0/0 N/A"), excused());
        }
    }

    @Nested
    class HandingOver {
        @Test
        void givesAwayWhatIsNotReportedBack() {
            open(ID, QC, "QC");
            open("PT2", WAREHOUSE, "WAREHOUSE");
            open("PT3", QC, "QC");
            open("PT4", QC, "QC");
            handle(ID);
            resolved("PT2");
            by(FIRST).reportBack(STORE, "PT2", List.of(WAREHOUSE));
            by(SECOND).acknowledge(STORE, "PT3");
            Handover handover = shop.ops.deskOf(FIRST).agenda().handOver(STORE, "H1", SECOND, "off");
            assertEquals(List.of(new Handover.Item(Target.of("ticket", ID), "HANDLING")), handover.items());
            assertEquals(Optional.of(SECOND), known(ID).episode().steps().owner());
            assertEquals(
                    FIRST,
                    known(ID).episode().steps().acknowledged().orElseThrow().by());
            assertEquals(Optional.of(FIRST), known("PT2").episode().steps().owner());
            assertRefused(
                    "ASSIGNEE_CANNOT_ACT",
                    () -> shop.ops.deskOf(SECOND).agenda().handOver(STORE, "H2", MANAGER, ""));
        }
    }

    @Nested
    class AskingForSomething {
        private Requirement ask(String id) {
            return shop.ops
                    .deskOf(FIRST)
                    .requirements()
                    .open(
                            STORE,
                            new OpenedRequirements.Ask(
                                    id, "DESIGN", "a file", shop.at(MONDAY, "17:00"), Optional.empty(), true),
                            Optional.of(Target.of("ticket", ID)));
        }

        @Test
        void isPossibleWhileTheTicketIsHandled() {
            assertRefused("NO_SUCH_TICKET", () -> ask("RQ1"));
            open(ID, QC, "QC");
            by(FIRST).acknowledge(STORE, ID);
            assertRefused("WRONG_STATE", () -> ask("RQ1"));
            by(FIRST).handle(STORE, ID);
            by(FIRST).hold(STORE, ID, "waits for a file");
            Requirement asked = ask("RQ1");
            assertEquals(Optional.of(Target.of("ticket", ID)), asked.origin());
            assertEquals(List.of(asked), shop.ops.deskOf(FIRST).requirements().of(STORE, Target.of("ticket", ID)));
            by(FIRST).resolve(STORE, ID, "done without");
            assertRefused("WRONG_STATE", () -> ask("RQ2"));
        }
    }

    @Test
    void whatIsOpenIsFoundAndWhatWasBroughtInAPeriod() {
        open(ID, QC, "QC");
        at("11:00");
        open("PT2", WAREHOUSE, "WAREHOUSE");
        resolved(ID);
        assertEquals(
                List.of(ID, "PT2"),
                by(MANAGER).open(STORE).stream().map(Ticket::id).toList());
        assertEquals(
                List.of("PT2"),
                by(QC).unacknowledged(STORE).stream().map(Ticket::id).toList());
        by(FIRST).reportBack(STORE, ID, List.of(QC));
        assertEquals(
                List.of("PT2"), by(MANAGER).open(STORE).stream().map(Ticket::id).toList());
        assertEquals(
                List.of(ID, "PT2"),
                by(FIRST).brought(STORE, MONDAY, MONDAY).stream()
                        .map(Ticket::id)
                        .toList());
        assertEquals(List.of(), by(FIRST).brought(STORE, DAY, DAY));
        assertDenied("EXECUTE:X4", () -> by(STRANGER).open(STORE));
    }

    @Test
    void theAgendaShowsWhatIsOwedAndWhatEndedToday() {
        open(ID, QC, "QC");
        resolved(ID);
        by(FIRST).reportBack(STORE, ID, List.of(QC));
        by(QC).reopen(STORE, ID, "again");
        List<String> shown = shop.ops.deskOf(FIRST).agenda().today(STORE).items().stream()
                .map(item -> item.occurrence().id() + " " + item.stateAt(shop.clock.instant()))
                .filter(text -> text.startsWith("4.2"))
                .sorted()
                .toList();
        assertEquals(
                List.of("4.2/ack/1/PT1 DONE", "4.2/ack/2/PT1 DUE", "4.2/solve/1/PT1 DONE", "4.2/solve/2/PT1 DUE"),
                shown);
        assertTrue(shop.ops.deskOf(FIRST).agenda().on(STORE, DAY).items().stream()
                .noneMatch(item -> item.occurrence().duty().equals("4.2")));
    }
}
