package io.storeops.feedback;

import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.StoreFixture;
import io.storeops.authority.Assignment;
import io.storeops.authority.Role;
import io.storeops.failure.DeniedException;
import io.storeops.id.ActorId;
import io.storeops.task.TaskTerms;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Nobody decides on what they suggested, in person or through a deputy, in either direction (R85, R89). */
class TwoPeopleTest {
    private static final ActorId DEPUTY = ActorId.of("dep-1");
    private static final ActorId OTHER = ActorId.of("mgr-2");
    private static final Proposal PROPOSAL = new Proposal("SG1", SuggestionScope.S1, "E5", "match 79.00");

    private final StoreFixture.Setup setup = new StoreFixture.Setup().works(OTHER, "STORE_MANAGER");

    /** Every decision is denied, in whatever state it would be possible, and another manager's still works. */
    private static void assertOwn(StoreFixture shop, ActorId decider, List<ActorId> others) {
        WorkFeedback own = shop.feedback(decider);
        var before = shop.rowsBut("audit");
        TaskTerms terms = new TaskTerms(OPERATOR, "do it", shop.clock.instant().plusSeconds(60));
        assertOwn(
                decider,
                "ACCEPT",
                others,
                assertThrows(DeniedException.class, () -> own.accept(STORE, "SG1", 1, terms)));
        assertOwn(
                decider,
                "REJECT",
                others,
                assertThrows(DeniedException.class, () -> own.reject(STORE, "SG1", 1, "no")));
        assertOwn(
                decider, "DEFER", others, assertThrows(DeniedException.class, () -> own.defer(STORE, "SG1", 1, "no")));
        assertEquals(before, shop.rowsBut("audit"));
        assertEquals(
                SuggestionState.DEFERRED,
                shop.feedback(OTHER).defer(STORE, "SG1", 1, "later").state());
        assertOwn(
                decider,
                "REJECT",
                others,
                assertThrows(DeniedException.class, () -> own.reject(STORE, "SG1", 1, "no")));
    }

    private static void assertOwn(ActorId decider, String event, List<ActorId> others, DeniedException denied) {
        assertEquals("SELF_DECISION", denied.code());
        assertEquals(
                decider + " may not " + event
                        + "_SUGGESTION in store S1: nobody decides what they submitted, in person or"
                        + " through a deputy. It can be decided by " + others,
                denied.getMessage());
    }

    @Nested
    class WhoeverSuggestedInTheirOwnName {
        @Test
        void doesNotDecideByTheirOtherRole() {
            StoreFixture shop = setup.works(OPERATOR, "STORE_MANAGER").open();
            shop.feedback(OPERATOR).submit(STORE, PROPOSAL);
            assertOwn(shop, OPERATOR, List.of(MANAGER, OTHER));
        }

        @Test
        void doesNotDecideThroughTheirDeputy() {
            StoreFixture shop = setup.works(OPERATOR, "STORE_MANAGER")
                    .deputy(DEPUTY, OPERATOR, "STORE_MANAGER")
                    .open();
            shop.feedback(OPERATOR).submit(STORE, PROPOSAL);
            assertOwn(shop, DEPUTY, List.of(MANAGER, OTHER));
        }

        @Test
        void doesNotDecideAsTheManagersDeputy() {
            StoreFixture shop = setup.deputy(OPERATOR, MANAGER, "STORE_MANAGER").open();
            shop.feedback(OPERATOR).submit(STORE, PROPOSAL);
            assertOwn(shop, OPERATOR, List.of(MANAGER, OTHER));
        }

        @Test
        void isDecidedUponByTheManagerWhoseDeputyTheyAre() {
            StoreFixture shop = setup.deputy(OPERATOR, MANAGER, "STORE_MANAGER").open();
            shop.feedback(OPERATOR).submit(STORE, PROPOSAL);
            assertEquals(
                    Set.of(), shop.feedback(MANAGER).getSuggestion(STORE, "SG1").onBehalfOf());
            assertEquals(
                    SuggestionState.REJECTED,
                    shop.feedback(MANAGER).reject(STORE, "SG1", 1, "no").state());
        }

        @Test
        void isDecidedUponByTheManagersDeputy() {
            StoreFixture shop = setup.deputy(DEPUTY, MANAGER, "STORE_MANAGER").open();
            shop.feedback(OPERATOR).submit(STORE, PROPOSAL);
            assertEquals(
                    DEPUTY,
                    shop.feedback(DEPUTY)
                            .reject(STORE, "SG1", 1, "no")
                            .answer()
                            .orElseThrow()
                            .by());
        }
    }

    @Nested
    class WhoeverSuggestedForSomebodyElse {
        private final StoreFixture shop = setup.role("BOTH", "SUGGEST:S1", "DECIDE:SUGGESTION")
                .works(MANAGER, "BOTH")
                .deputy(DEPUTY, MANAGER, "BOTH")
                .open();

        @Test
        void doesNotDecide() {
            shop.feedback(DEPUTY).submit(STORE, PROPOSAL);
            assertOwn(shop, DEPUTY, List.of(OTHER));
        }

        @Test
        void isNotDecidedUponByThatPerson() {
            Suggestion submitted = shop.feedback(DEPUTY).submit(STORE, PROPOSAL);
            assertEquals(Set.of(MANAGER), submitted.onBehalfOf());
            assertOwn(shop, MANAGER, List.of(OTHER));
        }

        @Test
        void staysSoWhenTheyAmendItInTheirOwnName() {
            shop.feedback(DEPUTY).submit(STORE, PROPOSAL);
            shop.assign(StoreFixture.works(DEPUTY, "OPERATOR"));
            Suggestion amended = shop.feedback(DEPUTY).amend(STORE, "SG1", 1, "match 78.00");
            assertEquals(Set.of(MANAGER), amended.onBehalfOf());
            DeniedException denied = assertThrows(
                    DeniedException.class, () -> shop.feedback(MANAGER).reject(STORE, "SG1", 2, "no"));
            assertEquals("SELF_DECISION", denied.code());
        }

        @Test
        void isSoFromTheAmendmentOnThatIsForSomebodyElse() {
            shop.assign(StoreFixture.works(DEPUTY, "OPERATOR"));
            shop.feedback(DEPUTY).submit(STORE, PROPOSAL);
            shop.assign(new Assignment(
                    STORE,
                    DEPUTY,
                    Role.OPERATOR,
                    LocalDate.of(2024, 1, 1),
                    Optional.of(StoreFixture.DAY.minusDays(1)),
                    Optional.empty()));
            shop.feedback(DEPUTY).amend(STORE, "SG1", 1, "match 78.00");
            DeniedException denied = assertThrows(
                    DeniedException.class, () -> shop.feedback(MANAGER).reject(STORE, "SG1", 2, "no"));
            assertEquals("SELF_DECISION", denied.code());
        }
    }

    @Test
    void aPromotedOperatorDecidesOthersSuggestionsAndNotTheirOwn() {
        StoreFixture shop = setup.works(ActorId.of("op-2"), "OPERATOR").open();
        shop.feedback(OPERATOR).submit(STORE, PROPOSAL);
        shop.feedback(ActorId.of("op-2")).submit(STORE, new Proposal("SG2", SuggestionScope.S1, "E5", "text"));
        shop.assign(StoreFixture.works(OPERATOR, "STORE_MANAGER"));
        assertEquals(
                SuggestionState.REJECTED,
                shop.feedback(OPERATOR).reject(STORE, "SG2", 1, "no").state());
        assertOwn(shop, OPERATOR, List.of(MANAGER, OTHER));
    }
}
