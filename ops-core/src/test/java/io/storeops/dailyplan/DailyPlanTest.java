package io.storeops.dailyplan;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.NEXT;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.StoreFixture.STRANGER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.StoreFixture;
import io.storeops.agenda.AgendaNote;
import io.storeops.failure.DeniedException;
import io.storeops.failure.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.sample.StepShop;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A plan of the next day. */
class DailyPlanTest {
    private static final ActorId BOTH = ActorId.of("both-1");
    private static final ActorId DEPUTY = ActorId.of("deputy-1");

    private final StoreFixture shop = StepShop.in(new StoreFixture.Setup())
            .works(BOTH, "OPERATOR")
            .works(BOTH, "STORE_MANAGER")
            .works(DEPUTY, "STORE_MANAGER")
            .deputy(DEPUTY, OPERATOR, "OPERATOR")
            .open();

    {
        shop.clock.set(shop.at("15:00:00"));
    }

    private DailyPlans by(ActorId actor) {
        return shop.ops.deskOf(actor).dailyPlans();
    }

    private DailyPlan propose(ActorId actor, String line) {
        return by(actor).propose(STORE, "PLN1", NEXT, line, "check " + line);
    }

    private List<String> onTheAgenda(LocalDate date) {
        return shop.ops.deskOf(OPERATOR).agenda().on(STORE, date).notes().stream()
                .map(AgendaNote::id)
                .toList();
    }

    private static String code(Executable act) {
        return assertThrows(RefusedException.class, act).refusal().code();
    }

    private static String denied(Executable act) {
        return assertThrows(DeniedException.class, act).code();
    }

    @Test
    void isProposedReturnedCompletedAndApproved() {
        DailyPlan draft = propose(OPERATOR, "L1");
        assertEquals(PlanState.DRAFT, draft.state());
        assertEquals(NEXT, draft.date());
        propose(BOTH, "L2");
        shop.clock.set(shop.at("15:10:00"));
        assertEquals(
                Optional.of(shop.at("15:10:00")),
                by(OPERATOR).submit(STORE, "PLN1").submittedAt());
        shop.clock.set(shop.at("15:20:00"));
        DailyPlan returned = by(MANAGER).giveBack(STORE, "PLN1", "the stock is missing");
        assertEquals(PlanState.RETURNED, returned.state());
        assertEquals(
                Optional.of(new DailyPlan.Returned(shop.at("15:20:00"), Optional.of("the stock is missing"))),
                returned.returned());
        assertEquals(PlanState.RETURNED, propose(OPERATOR, "L3").state());
        shop.clock.set(shop.at("15:30:00"));
        DailyPlan again = by(OPERATOR).submit(STORE, "PLN1");
        assertEquals(PlanState.SUBMITTED, again.state());
        assertEquals(Optional.of(shop.at("15:30:00")), again.submittedAt());
        assertEquals(List.of(), onTheAgenda(NEXT));
        DailyPlan approved = by(MANAGER).approve(STORE, "PLN1");
        assertEquals(Optional.of(new DailyPlan.Approved(shop.at("15:30:00"), MANAGER)), approved.approved());
        assertEquals(List.of("L1", "L2", "L3"), onTheAgenda(NEXT));
        assertEquals(List.of(), onTheAgenda(DAY));
        assertEquals(List.of(approved), by(OPERATOR).on(STORE, NEXT));
        assertEquals(List.of(), by(OPERATOR).on(STORE, DAY));
        AgendaNote first =
                shop.ops.deskOf(OPERATOR).agenda().on(STORE, NEXT).notes().get(0);
        assertEquals(Optional.of("check L1"), first.text());
        assertEquals("daily_plan/PLN1", first.origin().toString());
    }

    @Test
    void isNotDecidedOnByWhoeverProposedALine() {
        propose(OPERATOR, "L1");
        propose(BOTH, "L2");
        by(OPERATOR).submit(STORE, "PLN1");
        assertEquals("SELF_DECISION", denied(() -> by(BOTH).approve(STORE, "PLN1")));
        assertEquals("SELF_DECISION", denied(() -> by(BOTH).giveBack(STORE, "PLN1", "no")));
        assertEquals("APPROVE:PLAN", denied(() -> by(OPERATOR).approve(STORE, "PLN1")));
        assertEquals("APPROVE:PLAN", denied(() -> by(STRANGER).approve(STORE, "PLN1")));
        assertEquals(
                List.of(OPERATOR, BOTH),
                by(MANAGER).find(STORE, "PLN1").orElseThrow().proposers());
        assertEquals(PlanState.APPROVED, by(MANAGER).approve(STORE, "PLN1").state());
    }

    @Test
    void isNotDecidedOnByADeputyWhoProposedNorInTheNameOfWhoDid() {
        propose(DEPUTY, "L1");
        by(DEPUTY).submit(STORE, "PLN1");
        assertEquals(
                List.of(DEPUTY, OPERATOR),
                by(MANAGER).find(STORE, "PLN1").orElseThrow().proposers());
        assertEquals("SELF_DECISION", denied(() -> by(DEPUTY).approve(STORE, "PLN1")));
    }

    @Test
    void isProposedUnderTheRightToTakePart() {
        assertEquals("PARTICIPATE:P2", denied(() -> propose(MANAGER, "L1")));
        propose(OPERATOR, "L1");
        assertEquals("PARTICIPATE:P2", denied(() -> by(MANAGER).submit(STORE, "PLN1")));
        assertEquals("PARTICIPATE:P2", denied(() -> by(MANAGER).comment(STORE, "PLN1", "when?")));
    }

    @Test
    void refusesLinesThatDoNotFit() {
        assertEquals("TEXT_MISSING", code(() -> by(OPERATOR).propose(STORE, "PLN1", NEXT, "L1", " ")));
        assertEquals("DATE_PASSED", code(() -> by(OPERATOR).propose(STORE, "PLN1", DAY.minusDays(1), "L1", "check")));
        assertThrows(IllegalArgumentException.class, () -> by(OPERATOR).propose(STORE, "PLN1", NEXT, "", "check"));
        assertEquals(Optional.empty(), by(OPERATOR).find(STORE, "PLN1"));
        propose(OPERATOR, "L1");
        assertEquals("EXISTS", code(() -> propose(BOTH, "L1")));
        assertEquals("OTHER_DATE", code(() -> by(OPERATOR).propose(STORE, "PLN1", DAY, "L2", "check")));
        by(OPERATOR).submit(STORE, "PLN1");
        assertEquals("WRONG_STATE", code(() -> propose(OPERATOR, "L2")));
        assertEquals("REASON_MISSING", code(() -> by(MANAGER).giveBack(STORE, "PLN1", "")));
        assertEquals("NO_SUCH_DAILY_PLAN", code(() -> by(OPERATOR).submit(STORE, "PLN9")));
        assertEquals(
                PlanState.DRAFT,
                by(OPERATOR).propose(STORE, "PLN2", DAY, "L1", "today").state());
    }

    @Test
    void isCommentedOnWithoutAChangeOfItsState() {
        propose(OPERATOR, "L1");
        assertEquals("TEXT_MISSING", code(() -> by(BOTH).comment(STORE, "PLN1", " ")));
        DailyPlan commented = by(BOTH).comment(STORE, "PLN1", "at what time?");
        assertEquals(PlanState.DRAFT, commented.state());
        assertEquals(List.of(OPERATOR), commented.proposers());
        propose(OPERATOR, "L2");
        List<PlanNote> notes = by(MANAGER).notes(STORE, "PLN1");
        assertEquals(
                List.of(Optional.of("L1"), Optional.empty(), Optional.of("L2")),
                notes.stream().map(PlanNote::line).toList());
        assertEquals(Optional.of("at what time?"), notes.get(1).text());
        assertEquals(BOTH, notes.get(1).made().by());
        by(OPERATOR).submit(STORE, "PLN1");
        // Who has only commented may decide.
        by(BOTH).approve(STORE, "PLN1");
        assertEquals(List.of("L1", "L2"), onTheAgenda(NEXT));
        assertEquals("WRONG_STATE", code(() -> by(BOTH).comment(STORE, "PLN1", "too late")));
    }
}
