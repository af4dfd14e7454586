package io.storeops.ticket;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.ticket.LiaisonShop.FIRST;
import static io.storeops.ticket.LiaisonShop.MONDAY;
import static io.storeops.ticket.LiaisonShop.QC;
import static io.storeops.ticket.LiaisonShop.WAREHOUSE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.RosterDraft;
import io.storeops.Scored;
import io.storeops.StoreFixture;
import io.storeops.failure.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.json.Json;
import io.storeops.kpi.Kpi;
import io.storeops.position.RosterDocument;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By when tickets are owed what, whatever the hour at which they come: what trackers report as wrong elsewhere (D30, D50, D53, D95). */
class TicketClocksTest {
    private static final String ID = "PT1";

    private StoreFixture shop = LiaisonShop.open();

    private Tickets by(ActorId actor) {
        return shop.ops.deskOf(actor).tickets();
    }

    private void at(String time) {
        LiaisonShop.at(shop, time);
    }

    private Ticket open(String id, String severity) {
        return by(QC).open(STORE, id, new Problem("QC", severity, "a batch fails"));
    }

    private Ticket handled() {
        by(FIRST).acknowledge(STORE, ID);
        return by(FIRST).handle(STORE, ID);
    }

    private List<String> raised() {
        return shop.ops.tick(STORE).raised().stream()
                .map(item -> item.occurrence().id().about())
                .filter(about -> about.startsWith("ack/") || about.startsWith("solve/"))
                .toList();
    }

    private String local(Optional<Instant> instant) {
        return instant.map(
                        at -> LocalDateTime.ofInstant(at, StoreFixture.SHANGHAI).toString())
                .orElse("none");
    }

    @ParameterizedTest
    @CsvSource({
        // Two hours that end exactly at lunch end there, not after it.
        "MEDIUM, 2024-06-17T10:00, 2024-06-17T10:15, 2024-06-17T12:00",
        // Lunch is no working time.
        "MEDIUM, 2024-06-17T11:50, 2024-06-17T13:05, 2024-06-17T14:50",
        "MEDIUM, 2024-06-17T12:30, 2024-06-17T13:15, 2024-06-17T15:00",
        // At the very end of a span nothing of it is left; at its very beginning all is.
        "MEDIUM, 2024-06-17T12:00, 2024-06-17T13:15, 2024-06-17T15:00",
        "MEDIUM, 2024-06-17T13:00, 2024-06-17T13:15, 2024-06-17T15:00",
        // Over night and over the weekend.
        "MEDIUM, 2024-06-17T17:50, 2024-06-18T09:05, 2024-06-18T10:50",
        "MEDIUM, 2024-06-16T23:30, 2024-06-17T09:15, 2024-06-17T11:00",
        "MEDIUM, 2024-06-21T17:50, 2024-06-24T09:05, 2024-06-24T10:50",
        // A severity with limits of its own, used up exactly at closing time; one without goes by the plain ones (D53).
        "HIGH, 2024-06-17T17:55, 2024-06-17T18:00, 2024-06-18T09:55",
        "LOW, 2024-06-17T10:00, 2024-06-17T10:15, 2024-06-17T12:00"
    })
    void theDuesRunInWorkingTime(String severity, String received, String ack, String solve) {
        shop.clock.set(
                LocalDateTime.parse(received).atZone(StoreFixture.SHANGHAI).toInstant());
        Ticket ticket = open(ID, severity);
        assertEquals(ack, local(ticket.episode().clocks().ackDue()));
        assertEquals(solve, local(ticket.episode().solveDue()));
        assertEquals(TicketState.RECEIVED, ticket.state());
        assertEquals(Optional.empty(), ticket.episode().steps().owner());
    }

    @Test
    void aRosterWithoutLimitsAndHoursOwesNothing() {
        shop = LiaisonShop.in(new StoreFixture.Setup())
                .with("sla", Json.object(Map.of()))
                .open();
        at("10:00");
        Ticket ticket = open(ID, "HIGH");
        assertEquals(Optional.empty(), ticket.episode().clocks().ackDue());
        assertEquals(Optional.empty(), ticket.episode().solveDue());
        at("17:00");
        by(FIRST).acknowledge(STORE, ID);
        assertFalse(by(FIRST).find(STORE, ID).orElseThrow().episode().acknowledgedLate());
        assertEquals(List.of(), raised());
        assertEquals(List.of(), by(FIRST).overdue(STORE));
    }

    @Test
    void nobodyIsRemindedAtMidnight() {
        shop.clock.set(shop.at("23:30"));
        open(ID, "MEDIUM");
        for (String time : List.of("00:00", "08:59", "09:14:59.999999")) {
            at(time);
            assertEquals(List.of(), raised(), time);
            assertEquals(List.of(), by(FIRST).overdue(STORE), time);
        }
        at("09:15");
        assertEquals(
                List.of(ID), by(FIRST).overdue(STORE).stream().map(Ticket::id).toList());
        assertEquals(List.of("ack/1/PT1"), raised());
        assertEquals(List.of(), raised());
        at("11:00");
        assertEquals(List.of("solve/1/PT1"), raised());
    }

    /** Spans that meet at midnight are not one: a length that is used up there ends there. */
    @Test
    void whatIsDueAtMidnightIsDueThen() {
        shop = LiaisonShop.in(new StoreFixture.Setup())
                .with(
                        "calendar",
                        Json.object(Map.of(
                                "spans",
                                Json.object(Map.of(
                                        "MON", Json.array(List.of(RosterDraft.texts("20:00", "00:00"))),
                                        "TUE", Json.array(List.of(RosterDraft.texts("00:00", "04:00"))))))))
                .open();
        at("23:55");
        Ticket ticket = open(ID, "HIGH");
        Instant midnight = shop.at(MONDAY.plusDays(1), "00:00");
        assertEquals(Optional.of(midnight), ticket.episode().clocks().ackDue());
        assertEquals(
                Optional.of(shop.at(MONDAY.plusDays(1), "00:55")),
                ticket.episode().solveDue());
        shop.clock.set(midnight.minus(1, ChronoUnit.MICROS));
        assertEquals(List.of(), raised());
        shop.clock.set(midnight);
        assertEquals(List.of("ack/1/PT1"), raised());
        assertFalse(by(FIRST).acknowledge(STORE, ID).episode().acknowledgedLate());
    }

    @Nested
    class TheDueInstant {
        private void passes(String due, long micros) {
            shop.clock.set(shop.at(MONDAY, due).plus(micros, ChronoUnit.MICROS));
        }

        @ParameterizedTest
        @CsvSource({"-1, false", "0, false", "1, true"})
        void isInTimeForTheAcknowledgement(long micros, boolean late) {
            at("10:00");
            open(ID, "MEDIUM");
            passes("10:15", micros);
            assertEquals(late, by(FIRST).acknowledge(STORE, ID).episode().acknowledgedLate());
        }

        @ParameterizedTest
        @CsvSource({"-1, false", "0, false", "1, true"})
        void isInTimeForTheSolution(long micros, boolean late) {
            at("10:00");
            open(ID, "MEDIUM");
            handled();
            passes("12:00", micros);
            assertEquals(
                    late, by(FIRST).resolve(STORE, ID, "set aside").episode().solvedLate());
        }

        @ParameterizedTest
        @CsvSource({"-1, false", "0, false", "1, true"})
        void isInTimeForTheEscalationWhichMeetsIt(long micros, boolean late) {
            at("10:00");
            open(ID, "MEDIUM");
            handled();
            passes("12:00", micros);
            assertEquals(
                    late,
                    by(FIRST).escalate(STORE, ID, MANAGER, "not mine").episode().solvedLate());
            at("16:00");
            by(MANAGER).decide(STORE, ID, "stop it");
            Ticket resolved = by(FIRST).resolve(STORE, ID, "stopped");
            assertEquals(late, resolved.episode().solvedLate());
            assertEquals(
                    shop.clock.instant(),
                    resolved.episode().steps().resolved().orElseThrow().at());
        }

        @Test
        void isOverdueForWhatIsNotDone() {
            at("10:00");
            open(ID, "MEDIUM");
            passes("10:15", -1);
            assertEquals(List.of(), by(FIRST).overdue(STORE));
            passes("10:15", 0);
            assertEquals(1, by(FIRST).overdue(STORE).size());
            by(FIRST).acknowledge(STORE, ID);
            assertEquals(List.of(), by(FIRST).overdue(STORE));
            passes("12:00", -1);
            assertEquals(List.of(), by(FIRST).overdue(STORE));
            passes("12:00", 0);
            assertEquals(1, by(FIRST).overdue(STORE).size());
        }
    }

    @Nested
    class OnHold {
        @Test
        void theSolutionWaitsAndTheRestOfItsTimeIsLeftAfterwards() {
            at("10:00");
            open(ID, "MEDIUM");
            handled();
            at("10:40");
            Ticket held = by(FIRST).hold(STORE, ID, "the supplier");
            assertTrue(held.episode().clocks().onHold());
            assertEquals(TicketState.HANDLING, held.state());
            assertEquals(Optional.empty(), held.episode().solveDue());
            at("17:59");
            assertEquals(List.of(), raised());
            assertEquals(List.of(), by(FIRST).overdue(STORE));
            shop.clock.set(shop.at(MONDAY.plusDays(1), "09:30"));
            Ticket resumed = by(FIRST).resume(STORE, ID);
            assertFalse(resumed.episode().clocks().onHold());
            // 80 minutes were left; on hold 80 before lunch, 300 after it, 30 in the morning.
            assertEquals(
                    Optional.of(shop.at(MONDAY.plusDays(1), "10:50")),
                    resumed.episode().solveDue());
            assertEquals(410, resumed.episode().clocks().heldSeconds() / 60);
            shop.clock.set(shop.at(MONDAY.plusDays(1), "10:50"));
            assertEquals(List.of("solve/1/PT1"), raised());
        }

        @Test
        void theAcknowledgementIsOwedAllTheSame() {
            at("10:00");
            Ticket opened = open(ID, "HIGH");
            at("10:02");
            Ticket held = by(FIRST).hold(STORE, ID, "the test is repeated");
            assertEquals(TicketState.RECEIVED, held.state());
            assertEquals(
                    opened.episode().clocks().ackDue(), held.episode().clocks().ackDue());
            at("10:05");
            assertEquals(List.of("ack/1/PT1"), raised());
            at("10:08");
            assertTrue(by(FIRST).acknowledge(STORE, ID).episode().acknowledgedLate());
            at("10:20");
            // Eighteen minutes on hold: 11:00 becomes 11:18.
            Ticket resumed = by(FIRST).resume(STORE, ID);
            assertEquals(
                    opened.episode().clocks().ackDue(),
                    resumed.episode().clocks().ackDue());
            assertEquals(
                    Optional.of(shop.at(MONDAY, "11:18")), resumed.episode().solveDue());
        }

        @ParameterizedTest
        @CsvSource({"-1, false", "0, true", "1, true"})
        void nothingIsGainedFromTheDueInstantOn(long micros, boolean stays) {
            at("10:00");
            open(ID, "MEDIUM");
            handled();
            Instant due = shop.at(MONDAY, "12:00");
            shop.clock.set(due.plus(micros, ChronoUnit.MICROS));
            Optional<Instant> during =
                    by(FIRST).hold(STORE, ID, "too late").episode().solveDue();
            assertEquals(stays ? Optional.of(due) : Optional.empty(), during);
            at("15:00");
            Optional<Instant> after = by(FIRST).resume(STORE, ID).episode().solveDue();
            assertEquals(stays ? due : shop.at(MONDAY, "15:00").plus(1, ChronoUnit.MICROS), after.orElseThrow());
        }

        @Test
        void severalTimesItAddsUp() {
            at("10:00");
            open(ID, "MEDIUM");
            handled();
            for (String[] hold : new String[][] {{"10:10", "10:20"}, {"10:30", "10:40"}}) {
                at(hold[0]);
                by(FIRST).hold(STORE, ID, "again");
                at(hold[1]);
                by(FIRST).resume(STORE, ID);
            }
            Episode episode = by(FIRST).find(STORE, ID).orElseThrow().episode();
            assertEquals(20 * 60, episode.clocks().heldSeconds());
            assertEquals(Optional.of(shop.at(MONDAY, "13:20")), episode.solveDue());
        }

        @Test
        void whatSolvesItEndsTheHold() {
            at("10:00");
            open(ID, "MEDIUM");
            handled();
            at("10:30");
            by(FIRST).hold(STORE, ID, "the supplier");
            at("13:30");
            Episode solved = by(FIRST).resolve(STORE, ID, "delivered").episode();
            assertFalse(solved.clocks().onHold());
            assertFalse(solved.solvedLate());
            assertEquals(Optional.of(shop.at(MONDAY, "15:00")), solved.solveDue());
            assertEquals(2 * 3600, solved.clocks().heldSeconds());
        }

        @Test
        void afterAnEscalationNothingRunsThatItCouldStop() {
            at("10:00");
            open(ID, "MEDIUM");
            handled();
            by(FIRST).escalate(STORE, ID, MANAGER, "not mine");
            by(MANAGER).decide(STORE, ID, "stop it");
            by(FIRST).handle(STORE, ID);
            Instant due = shop.at(MONDAY, "12:00");
            assertEquals(
                    Optional.of(due),
                    by(FIRST).hold(STORE, ID, "waits").episode().solveDue());
            at("14:00");
            assertEquals(Optional.of(due), by(FIRST).resume(STORE, ID).episode().solveDue());
        }

        @Test
        void isOneStateOnlyAndNeedsAReason() {
            at("10:00");
            open(ID, "MEDIUM");
            assertRefused("WRONG_STATE", () -> by(FIRST).resume(STORE, ID));
            assertRefused("REASON_MISSING", () -> by(FIRST).hold(STORE, ID, " "));
            by(FIRST).hold(STORE, ID, "waits");
            assertRefused("WRONG_STATE", () -> by(FIRST).hold(STORE, ID, "waits longer"));
        }

        /** The limits of a new roster are for what comes then: what was left before it is left after it. */
        @Test
        void isNotLostWhenTheDeadlineChanges() {
            at("10:00");
            open(ID, "MEDIUM");
            handled();
            at("10:30");
            by(FIRST).hold(STORE, ID, "the supplier");
            longerFrom(MONDAY.plusDays(1));
            shop.clock.set(shop.at(MONDAY.plusDays(1), "09:00"));
            assertEquals(
                    Optional.of(shop.at(MONDAY.plusDays(1), "10:30")),
                    by(FIRST).resume(STORE, ID).episode().solveDue());
            assertEquals(
                    Optional.of(shop.at(MONDAY.plusDays(1), "14:00")),
                    open("PT2", "MEDIUM").episode().solveDue());
        }

        private void longerFrom(LocalDate date) {
            Map<String, Json> document = new TreeMap<>(((Json.Obj) RosterDocument.write(shop.roster())).members());
            document.put("sla", LiaisonShop.sla("PT4H"));
            document.put(
                    "position",
                    Json.object(Map.of("version", Json.of("2"), "effectiveFrom", Json.of(date.toString()))));
            shop.ops.enrol(shop.enrolment(RosterDocument.read("roster.json", Json.object(document), STORE)));
        }
    }

    @Test
    void theClockDoesNotRunOnAfterTheSolution() {
        at("10:00");
        open(ID, "MEDIUM");
        handled();
        at("11:00");
        by(FIRST).resolve(STORE, ID, "set aside");
        at("12:00");
        assertEquals(List.of(), raised());
        at("17:00");
        assertEquals(List.of(), raised());
        assertEquals(List.of(), by(FIRST).overdue(STORE));
        by(FIRST).reportBack(STORE, ID, List.of(QC));
        assertFalse(by(FIRST).find(STORE, ID).orElseThrow().episode().solvedLate());
        assertEquals(List.of("K4.2 1/1 100.00%", "K4.4 1/1 100.00%"), scores());
    }

    private List<String> scores() {
        return Scored.of(shop, DAY, DAY.plusDays(30), Kpi.K4_2, Kpi.K4_4).raw();
    }

    @Test
    void aMergedTicketEscalatesNoMore() {
        at("10:00");
        open(ID, "MEDIUM");
        by(WAREHOUSE).open(STORE, "PT2", new Problem("WAREHOUSE", "MEDIUM", "the same batch"));
        handled();
        by(FIRST).merge(STORE, ID, "PT2");
        at("16:00");
        assertRefused("WRONG_STATE", () -> by(FIRST).escalate(STORE, ID, MANAGER, "not mine"));
        assertEquals(List.of("ack/1/PT2", "solve/1/PT2"), raised());
        assertEquals(
                List.of("PT2"),
                by(FIRST).overdue(STORE).stream().map(Ticket::id).toList());
        assertEquals(List.of("K4.2 0/1 0.00%", "K4.4 0/0 N/A"), scores());
    }

    /** What another update sets in motion never stands for the first answer. */
    @Test
    void noUpdateMovesTheFirstAnswer() {
        at("10:00");
        Optional<Instant> due = open(ID, "MEDIUM").episode().clocks().ackDue();
        at("10:10");
        by(FIRST).hold(STORE, ID, "waits");
        at("10:14");
        by(FIRST).resume(STORE, ID);
        assertEquals(
                due, by(FIRST).find(STORE, ID).orElseThrow().episode().clocks().ackDue());
        at("10:15");
        assertEquals(List.of("ack/1/PT1"), raised());
    }

    @Test
    void aNewEpisodeIsOwedAnewAndRaisedAnew() {
        at("10:00");
        open(ID, "HIGH");
        at("10:05");
        assertEquals(List.of("ack/1/PT1"), raised());
        handled();
        by(FIRST).resolve(STORE, ID, "set aside");
        by(FIRST).reportBack(STORE, ID, List.of(QC));
        at("11:00");
        Ticket again = by(QC).reopen(STORE, ID, "it fails again");
        assertEquals(2, again.episode().number());
        assertEquals(
                Optional.of(shop.at(MONDAY, "11:05")), again.episode().clocks().ackDue());
        assertEquals(Optional.of(shop.at(MONDAY, "12:00")), again.episode().solveDue());
        at("11:05");
        assertEquals(List.of("ack/2/PT1"), raised());
    }

    static void assertRefused(String code, Runnable act) {
        assertEquals(
                code, assertThrows(RefusedException.class, act::run).refusal().code());
    }

    @Test
    void theWorkingTimeOnHoldIsCountedAlone() {
        at("11:30");
        open(ID, "MEDIUM");
        by(FIRST).hold(STORE, ID, "waits");
        shop.clock.advance(Duration.ofDays(1));
        // Half an hour before lunch, five hours after it, and two and a half of the next morning.
        assertEquals(8 * 3600, by(FIRST).resume(STORE, ID).episode().clocks().heldSeconds());
    }
}
