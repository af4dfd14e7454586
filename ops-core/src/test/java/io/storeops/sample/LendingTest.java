package io.storeops.sample;

import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.StoreFixture;
import io.storeops.agenda.Handover;
import io.storeops.evidence.AuditEntry;
import io.storeops.evidence.Target;
import io.storeops.failure.RefusedException;
import io.storeops.feedback.Proposal;
import io.storeops.feedback.SuggestionScope;
import io.storeops.id.ActorId;
import io.storeops.json.Json;
import io.storeops.storage.Key;
import io.storeops.storage.Query;
import io.storeops.storage.Versioned;
import io.storeops.task.Task;
import io.storeops.task.TaskTerms;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a module gets from the engine: timers, checks, reactions and hand-over, all in the acts' own commits. */
class LendingTest {
    private static final ActorId SECOND_OPERATOR = ActorId.of("op-2");

    private final StoreFixture shop = new StoreFixture.Setup()
            .works(SECOND_OPERATOR, "OPERATOR")
            .works(ActorId.of("guest-2"), "STORE_MANAGER")
            .open();
    private final Lending lending = LendingModule.MODULE.of(shop.acts(OPERATOR));

    @BeforeEach
    void lend() {
        shop.clock.set(shop.at("09:00"));
        lending.lend(STORE, "L1", shop.at("12:00"));
    }

    private Loan loan() {
        return shop.storage
                .find(Loan.TABLE, Key.of(STORE, "L1"))
                .map(Versioned::value)
                .orElseThrow();
    }

    private Task give(String suggestion) {
        shop.feedback(SECOND_OPERATOR)
                .submit(STORE, new Proposal(suggestion, SuggestionScope.S1, "A", "count the shelf"));
        return shop.feedback(MANAGER)
                .accept(STORE, suggestion, 1, new TaskTerms(OPERATOR, "count it", shop.at("18:00")));
    }

    private AuditEntry lastLine() {
        List<AuditEntry> trail = shop.trail();
        return trail.get(trail.size() - 1);
    }

    @Test
    void aTimerIsPerformedOnceHoweverManyProcessesTick() {
        shop.clock.set(shop.at("12:00"));
        shop.ops.tick(STORE);
        shop.opened(shop.storage).tick(STORE);
        assertEquals(LoanState.LOST, loan().state());
        assertEquals(ActorId.SYSTEM, loan().stamp().by());
        List<AuditEntry> lost = shop.trail().stream()
                .filter(line -> line.record().act().equals("LOSE_LOAN"))
                .toList();
        assertEquals(1, lost.size());
        assertEquals("loan/L1", lost.get(0).record().target().toString());
        assertEquals("FLAG", lost.get(0).record().right());
    }

    @Test
    void aTickSaysWhenTheNextTimerIsDue() {
        shop.clock.set(shop.at("11:59"));
        assertEquals(shop.at("12:00"), shop.ops.tick(STORE).nextWakeUp());
    }

    @Test
    void aReactionIsCommittedAndToldUnderTheActThatCausedIt() {
        Task task = give("SG1");
        assertEquals(
                List.of(new Reminder(STORE, task.id(), OPERATOR, 1, shop.clock.instant())),
                shop.storage.select(Query.of(Reminder.TABLE, STORE)).items().stream()
                        .map(Versioned::value)
                        .toList());
        AuditEntry line = lastLine();
        assertEquals("ACCEPT_SUGGESTION", line.record().act());
        assertEquals(
                Json.array(List.of(
                        Json.object(java.util.Map.of("module", Json.of("lending"), "fact", Json.of("TaskGiven"))))),
                ((Json.Obj) line.record().result()).members().get("reactions"));
    }

    @Test
    void aCheckRefusesAnotherModulesActAndChangesNothing() {
        shop.clock.set(shop.at("12:00"));
        shop.ops.tick(STORE);
        RefusedException refused = assertThrows(RefusedException.class, () -> give("SG1"));
        assertEquals("HAS_LOST_THINGS", refused.refusal().code());
        assertEquals(List.of(), shop.tasks(MANAGER).givenTo(STORE, OPERATOR));
        assertEquals(
                List.of(), shop.storage.select(Query.of(Reminder.TABLE, STORE)).items());
    }

    @Test
    void openItemsAreHandedOverInOneCommitWithARecord() {
        Handover handover = shop.ops.deskOf(OPERATOR).agenda().handOver(STORE, "H1", SECOND_OPERATOR, "it squeaks");
        assertEquals(List.of(new Handover.Item(Target.of("loan", "L1"), "LENT")), handover.items());
        assertEquals(Optional.of("it squeaks"), handover.note());
        assertEquals(SECOND_OPERATOR, loan().keeper());
        assertEquals("HAND_OVER", lastLine().record().act());
    }

    @Test
    void nothingIsHandedOverToWhoeverCouldNotGoOnWithIt() {
        RefusedException refused = assertThrows(
                RefusedException.class, () -> shop.ops.deskOf(OPERATOR).agenda().handOver(STORE, "H1", MANAGER, ""));
        assertEquals("ASSIGNEE_CANNOT_ACT", refused.refusal().code());
        assertEquals(OPERATOR, loan().keeper());
    }
}
