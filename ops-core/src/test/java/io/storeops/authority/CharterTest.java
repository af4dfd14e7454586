package io.storeops.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CharterTest {
    private static final StoreId STORE = StoreId.of("S1");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate DAY = LocalDate.of(2024, 6, 16);
    private static final Instant NOON = DAY.atTime(12, 0).atZone(BERLIN).toInstant();
    private static final Role MANAGER = Role.STORE_MANAGER;
    private static final Role OPERATOR = Role.OPERATOR;
    private static final ActorId LI = ActorId.of("li");
    private static final ActorId WANG = ActorId.of("wang");
    private static final ActorId ZHAO = ActorId.of("zhao");
    private static final ActorId CHEN = ActorId.of("chen");
    private static final List<Right> DECIDE = List.of(Right.DECIDE_SUGGESTION);

    private static Assignment works(ActorId actor, Role role) {
        return new Assignment(STORE, actor, role, DAY, Optional.empty(), Optional.empty());
    }

    private static Deputyship standsIn(ActorId deputy, ActorId principal, Role role) {
        return new Deputyship(STORE, deputy, principal, role, DAY, Optional.of(DAY));
    }

    private static RolePlan plan(LocalDate from) {
        return new RolePlan(
                Bound.on(from),
                new TreeMap<>(Map.of(
                        MANAGER, Set.of(Right.DECIDE_SUGGESTION, Right.INSTRUCT),
                        OPERATOR, Set.of(Right.SUGGEST_OPERATION))));
    }

    private static Charter charter(List<Assignment> assignments, List<Deputyship> deputies) {
        return Charter.of(1, BERLIN, List.of(plan(DAY)), assignments, deputies);
    }

    private static Decision self(ActorId... holders) {
        return new Decision.SelfDecision(Right.DECIDE_SUGGESTION, List.of(holders), 1);
    }

    private static Decision allowed(Optional<ActorId> onBehalfOf) {
        return new Decision.Allowed(Right.DECIDE_SUGGESTION, MANAGER, onBehalfOf, 1);
    }

    @Nested
    class NobodyDecides {
        @Test
        void whatTheySubmittedWithWhateverRole() {
            Charter charter =
                    charter(List.of(works(LI, OPERATOR), works(LI, MANAGER), works(WANG, MANAGER)), List.of());
            assertEquals(self(WANG), charter.decide(LI, NOON, DECIDE, Set.of(LI)));
            assertEquals(allowed(Optional.empty()), charter.decide(WANG, NOON, DECIDE, Set.of(LI)));
        }

        @Test
        void whatTheySubmittedAsTheDeputyOfAManager() {
            Charter charter =
                    charter(List.of(works(LI, OPERATOR), works(WANG, MANAGER)), List.of(standsIn(LI, WANG, MANAGER)));
            assertEquals(self(WANG), charter.decide(LI, NOON, DECIDE, Set.of(LI)));
        }

        @Test
        void inTheNameOfAPrincipalWhoSubmittedIt() {
            Charter charter =
                    charter(List.of(works(WANG, MANAGER), works(ZHAO, MANAGER)), List.of(standsIn(LI, WANG, MANAGER)));
            assertEquals(allowed(Optional.of(WANG)), charter.decide(LI, NOON, DECIDE, Set.of(CHEN)));
            assertEquals(self(ZHAO), charter.decide(LI, NOON, DECIDE, Set.of(WANG)));
        }

        @Test
        void whatADeputySubmittedInTheirName() {
            Charter charter = charter(
                    List.of(works(LI, OPERATOR), works(WANG, MANAGER), works(ZHAO, MANAGER)),
                    List.of(standsIn(LI, WANG, MANAGER)));
            assertEquals(self(ZHAO), charter.decide(WANG, NOON, DECIDE, Set.of(LI, WANG)));
        }

        @Test
        void byWayOfAPrincipalWhoMayNotIfThereIsAnotherWhoMay() {
            Charter charter = charter(
                    List.of(works(WANG, MANAGER), works(ZHAO, MANAGER)),
                    List.of(standsIn(LI, WANG, MANAGER), standsIn(LI, ZHAO, MANAGER)));
            assertEquals(allowed(Optional.of(ZHAO)), charter.decide(LI, NOON, DECIDE, Set.of(WANG)));
        }
    }

    @Nested
    class SomebodyElseDecides {
        @Test
        void whatADeputySubmittedInTheirOwnName() {
            Charter charter =
                    charter(List.of(works(LI, OPERATOR), works(WANG, MANAGER)), List.of(standsIn(LI, WANG, MANAGER)));
            assertEquals(allowed(Optional.empty()), charter.decide(WANG, NOON, DECIDE, Set.of(LI)));
        }

        @Test
        void byTheirOwnRoleWhatThePersonTheyStandInForSubmitted() {
            Charter charter =
                    charter(List.of(works(WANG, MANAGER), works(LI, MANAGER)), List.of(standsIn(LI, WANG, MANAGER)));
            assertEquals(allowed(Optional.empty()), charter.decide(LI, NOON, DECIDE, Set.of(WANG)));
        }
    }

    @Test
    void aDeputyOfADeputyHoldsNothing() {
        Charter charter = charter(
                List.of(works(WANG, MANAGER)), List.of(standsIn(LI, WANG, MANAGER), standsIn(CHEN, LI, MANAGER)));
        assertEquals(allowed(Optional.of(WANG)), charter.decide(LI, NOON, DECIDE));
        assertEquals(
                new Decision.Denied(Right.DECIDE_SUGGESTION, List.of(LI, WANG), 1), charter.decide(CHEN, NOON, DECIDE));
    }

    @Test
    void twoWhoStandInForEachOtherHoldOnlyWhatEitherWasAssigned() {
        Charter charter = charter(List.of(), List.of(standsIn(LI, WANG, MANAGER), standsIn(WANG, LI, MANAGER)));
        assertEquals(new Decision.Denied(Right.DECIDE_SUGGESTION, List.of(), 1), charter.decide(LI, NOON, DECIDE));
    }

    @Test
    void whatIsSeenComesFromConfidentialityAlone() {
        Confidentiality nobody = Confidentiality.of(Map.of());
        RolePlan plan =
                RolePlan.of(Bound.on(DAY), Map.of(OPERATOR, Set.of(Right.READ, DataClass.SALES.read())), nobody);
        assertEquals(Set.of(Right.READ), plan.roles().get(OPERATOR));
    }

    @Test
    void anAssignmentMayLastForEver() {
        Assignment forEver = new Assignment(STORE, LI, MANAGER, DAY, Optional.of(LocalDate.MAX), Optional.empty());
        assertInstanceOf(
                Decision.Allowed.class, charter(List.of(forEver), List.of()).decide(LI, NOON, DECIDE));
    }

    @Nested
    class Refuses {
        @Test
        void twoPlansOfOneDate() {
            List<RolePlan> plans = List.of(plan(DAY), plan(DAY.minusDays(1)), plan(DAY));
            IllegalArgumentException refused = assertThrows(
                    IllegalArgumentException.class, () -> Charter.of(1, BERLIN, plans, List.of(), List.of()));
            assertEquals("Two role plans take effect on 2024-06-16; only one can rule", refused.getMessage());
        }

        @Test
        void thePeopleOfAnotherStore() {
            Deputyship other = new Deputyship(StoreId.of("S2"), LI, WANG, MANAGER, DAY, Optional.empty());
            IllegalArgumentException refused = assertThrows(
                    IllegalArgumentException.class, () -> charter(List.of(works(WANG, MANAGER)), List.of(other)));
            assertEquals("A charter is one store's, not that of [S1, S2]", refused.getMessage());
        }
    }
}
