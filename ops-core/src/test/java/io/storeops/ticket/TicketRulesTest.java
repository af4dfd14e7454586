package io.storeops.ticket;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.ticket.LiaisonShop.DESIGN;
import static io.storeops.ticket.LiaisonShop.FIRST;
import static io.storeops.ticket.LiaisonShop.MONDAY;
import static io.storeops.ticket.LiaisonShop.QC;
import static io.storeops.ticket.TicketClocksTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.DayDuties;
import io.storeops.Scored;
import io.storeops.StoreFixture;
import io.storeops.agenda.AgendaItem;
import io.storeops.agenda.OccurrenceId;
import io.storeops.evidence.Target;
import io.storeops.failure.CommandReusedException;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.json.Json;
import io.storeops.kpi.Kpi;
import io.storeops.requirement.OpenedRequirements;
import io.storeops.scorecard.Scorecard;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a roster may leave open about tickets, what the agenda finds of them, and what was known of them at an earlier instant. */
class TicketRulesTest {
    private static final String ID = "PT1";
    private static final Problem FAILS = new Problem("QC", "MEDIUM", "a batch fails");

    private StoreFixture shop = LiaisonShop.open();

    private void at(String time) {
        LiaisonShop.at(shop, time);
    }

    private Tickets by(ActorId actor) {
        return shop.ops.deskOf(actor).tickets();
    }

    private void handled() {
        by(FIRST).acknowledge(STORE, ID);
        by(FIRST).handle(STORE, ID);
    }

    private List<String> scores() {
        return Scored.of(shop, DAY, DAY.plusDays(30), Kpi.K4_2, Kpi.K4_4).raw();
    }

    private void limits(Map<String, String> limits) {
        Map<String, Json> sla = new TreeMap<>();
        limits.forEach((key, limit) -> sla.put(key, Json.of(limit)));
        shop = LiaisonShop.in(new StoreFixture.Setup())
                .with("sla", Json.object(sla))
                .open();
    }

    /** A due that the roster does not set never passes, and is not waited for. */
    @Test
    void anEpisodeIsJudgedByTheDuesThatItHas() {
        limits(Map.of("TICKET_ACK", "PT15M"));
        at("10:00");
        by(QC).open(STORE, ID, FAILS);
        assertEquals(
                Optional.empty(), by(QC).find(STORE, ID).orElseThrow().episode().solveDue());
        shop.clock.set(shop.at(MONDAY, "10:15").minusNanos(1000));
        assertEquals(List.of("K4.2 0/0 N/A", "K4.4 0/0 N/A"), scores());
        at("10:15");
        assertEquals(List.of("K4.2 0/1 0.00%", "K4.4 0/0 N/A"), scores());

        limits(Map.of("TICKET_SOLVE", "PT2H"));
        at("10:00");
        by(QC).open(STORE, ID, FAILS);
        at("11:59");
        by(FIRST).acknowledge(STORE, ID);
        assertEquals(List.of("K4.2 0/0 N/A", "K4.4 0/0 N/A"), scores());
        at("12:00");
        assertEquals(List.of("K4.2 0/1 0.00%", "K4.4 0/0 N/A"), scores());

        limits(Map.of());
        at("10:00");
        by(QC).open(STORE, ID, FAILS);
        at("17:00");
        assertEquals(List.of("K4.2 0/0 N/A", "K4.4 0/0 N/A"), scores());
        handled();
        by(FIRST).resolve(STORE, ID, "set aside");
        assertEquals(List.of("K4.2 1/1 100.00%", "K4.4 0/1 0.00%"), scores());
    }

    /** On hold there is no due of the solution, so nothing has passed, however long ago the acknowledgement was due (D50). */
    @Test
    void onHoldNothingIsJudged() {
        at("10:00");
        by(QC).open(STORE, ID, FAILS);
        by(FIRST).hold(STORE, ID, "waits");
        at("17:00");
        assertEquals(List.of("K4.2 0/0 N/A", "K4.4 0/0 N/A"), scores());
        by(FIRST).resume(STORE, ID);
        shop.clock.set(shop.at(MONDAY.plusDays(1), "10:00"));
        assertEquals(List.of("K4.2 0/1 0.00%", "K4.4 0/0 N/A"), scores());
    }

    /** As it was known then: what was done, merged or brought later does not count yet (R90). */
    @Test
    void whatWasKnownAtAnEarlierInstantIsWhatCountsThere() {
        at("10:00");
        by(QC).open(STORE, ID, FAILS);
        at("10:10");
        handled();
        at("11:00");
        by(FIRST).resolve(STORE, ID, "set aside");
        by(FIRST).reportBack(STORE, ID, List.of(QC));
        by(QC).open(STORE, "PT2", FAILS);
        at("16:00");
        by(FIRST).acknowledge(STORE, "PT2");
        by(FIRST).merge(STORE, "PT2", openAt16());
        assertEquals(List.of("0/0", "0/0"), known(shop.at(MONDAY, "10:59")));
        assertEquals(List.of("1/1", "1/1"), known(shop.at(MONDAY, "11:00")));
        // PT2 was due at 13:00 and 14:00, and nobody had merged it yet.
        assertEquals(List.of("1/2", "1/1"), known(shop.at(MONDAY, "15:59")));
        assertEquals(List.of("1/1", "1/1"), known(shop.at(MONDAY, "16:00")));
    }

    private String openAt16() {
        by(QC).open(STORE, "PT3", FAILS);
        return "PT3";
    }

    private List<String> known(Instant asOf) {
        Scorecard card = shop.ops.deskOf(MANAGER).scorecards().of(STORE, DAY, DAY.plusDays(30), asOf);
        return List.of(Kpi.K4_2, Kpi.K4_4).stream()
                .map(kpi -> card.find(kpi).orElseThrow().raw())
                .map(ratio -> ratio.n() + "/" + ratio.d())
                .toList();
    }

    private AgendaItem.State onTheAgenda(String about) {
        return shop.ops
                .deskOf(FIRST)
                .agenda()
                .getItem(STORE, OccurrenceId.ofThing("4.2", about))
                .stateAt(shop.clock.instant());
    }

    @Test
    void theAgendaFindsEachEpisodeByItsName() {
        at("10:00");
        by(QC).open(STORE, ID, FAILS);
        AgendaItem owed = shop.ops.deskOf(FIRST).agenda().getItem(STORE, OccurrenceId.ofThing("4.2", "solve/1/PT1"));
        assertEquals(shop.at(MONDAY, "10:00"), owed.occurrence().opensAt());
        assertEquals(shop.at(MONDAY, "12:00"), owed.occurrence().dueAt());
        assertEquals(AgendaItem.State.DUE, onTheAgenda("ack/1/PT1"));
        at("10:16");
        assertEquals(AgendaItem.State.OVERDUE, onTheAgenda("ack/1/PT1"));
        handled();
        assertEquals(AgendaItem.State.LATE, onTheAgenda("ack/1/PT1"));
        by(FIRST).resolve(STORE, ID, "set aside");
        by(FIRST).reportBack(STORE, ID, List.of(QC));
        by(QC).reopen(STORE, ID, "again");
        assertEquals(AgendaItem.State.LATE, onTheAgenda("ack/1/PT1"));
        assertEquals(AgendaItem.State.DONE, onTheAgenda("solve/1/PT1"));
        assertEquals(AgendaItem.State.DUE, onTheAgenda("ack/2/PT1"));
        by(QC).open(STORE, "PT2", FAILS);
        by(FIRST).acknowledge(STORE, ID);
        by(FIRST).merge(STORE, ID, "PT2");
        assertEquals(AgendaItem.State.DONE, onTheAgenda("ack/2/PT1"));
        assertEquals(AgendaItem.State.ABANDONED, onTheAgenda("solve/2/PT1"));
        for (String none : List.of("ack/3/PT1", "ack/1/PT9", "call/1/PT1")) {
            assertThrows(IllegalArgumentException.class, () -> onTheAgenda(none), none);
        }
    }

    /** Without names the duty takes tickets of every department. */
    @Test
    void aDutyThatNamesNoDepartmentTakesTicketsOfAll() {
        Json duties = Json.array(((Json.Arr) DayDuties.liaison())
                .elements().stream().map(TicketRulesTest::withoutNames).toList());
        shop = LiaisonShop.in(new StoreFixture.Setup()).with("duties", duties).open();
        at("10:00");
        assertEquals(
                "DESIGN",
                by(DESIGN)
                        .open(STORE, ID, new Problem("DESIGN", "LOW", "no colours"))
                        .department());
    }

    private static Json withoutNames(Json duty) {
        Map<String, Json> members = new TreeMap<>(((Json.Obj) duty).members());
        members.remove("from");
        return Json.object(members);
    }

    /** What comes of something else than a ticket asks no ticket's leave. */
    @ParameterizedTest
    @CsvSource({"ticket, NO_SUCH_TICKET", "anomaly, "})
    void aRequirementAsksItsTicketAlone(String kind, String refused) {
        at("10:00");
        Runnable ask = () -> shop.ops
                .deskOf(FIRST)
                .requirements()
                .open(
                        STORE,
                        new OpenedRequirements.Ask(
                                "RQ1", "DESIGN", "a file", shop.at(MONDAY, "17:00"), Optional.empty(), true),
                        Optional.of(Target.of(kind, "E1")));
        if (refused == null) {
            ask.run();
            assertTrue(shop.ops.deskOf(FIRST).requirements().find(STORE, "RQ1").isPresent());
        } else {
            assertRefused(refused, ask);
        }
    }

    @Test
    void aCommandIdStandsForOneTicket() {
        at("10:00");
        Tickets same = shop.ops.deskOf(QC).under(CommandId.of("c-1")).tickets();
        Ticket first = same.open(STORE, ID, FAILS);
        assertEquals(first, same.open(STORE, ID, FAILS));
        assertThrows(
                CommandReusedException.class, () -> same.open(STORE, ID, new Problem("QC", "HIGH", "a batch fails")));
        assertFalse(by(QC).find(STORE, "PT2").isPresent());
    }
}
