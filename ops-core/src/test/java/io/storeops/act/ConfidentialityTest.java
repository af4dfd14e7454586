package io.storeops.act;

import static io.storeops.RosterDraft.rule;
import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.StoreFixture.STRANGER;
import static io.storeops.StoreFixture.slot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.RosterDraft;
import io.storeops.StoreFixture;
import io.storeops.authority.Deputyship;
import io.storeops.authority.Role;
import io.storeops.enrolment.Enrolment;
import io.storeops.evidence.AuditRecord;
import io.storeops.failure.DeniedException;
import io.storeops.failure.RefusedException;
import io.storeops.json.Json;
import io.storeops.position.Roster;
import io.storeops.reporting.Resolution;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Data of each class goes to the channels and to the roles that the roster names for it (R13), and nowhere else. */
class ConfidentialityTest {
    private static final List<String> BOTH = List.of("OPERATOR", "STORE_MANAGER");

    private final StoreFixture shop = StoreFixture.open();

    private static Roster roster(Json sales, Json competitor) {
        Json wechat = Json.object(Map.of("type", Json.of("wechat")));
        return RosterDraft.usual(DAY)
                .with("channels", Json.object(Map.of("DATA_GROUP", wechat, "MAIL", wechat)))
                .with("confidentiality", Json.object(Map.of("SALES", sales, "COMPETITOR", competitor)))
                .read(STORE);
    }

    private void ruled(Json sales, Json competitor) {
        shop.ops.enrol(shop.enrolment(roster(sales, competitor)));
    }

    @Nested
    class ARelease {
        @Test
        void goesToAChannelThatIsNamedForAllItTells() {
            ruled(rule(List.of("DATA_GROUP"), BOTH), rule(List.of("DATA_GROUP", "MAIL"), BOTH));
            shop.collect(1, 100, 10, 1);
            shop.release(1);
            assertEquals(1, shop.channel.attempts().size());
        }

        @Test
        void goesNowhereIfOneClassIsNotNamedForTheChannel() {
            ruled(rule(List.of("DATA_GROUP"), BOTH), rule(List.of("MAIL"), BOTH));
            shop.collect(1, 100, 10, 1);
            RefusedException refused = assertThrows(RefusedException.class, () -> shop.release(1));
            assertEquals(
                    "RELEASE in store S1 refused, CONFIDENTIAL: COMPETITOR must not go to the channel DATA_GROUP; the roster"
                            + " names [MAIL] for it",
                    refused.getMessage());
            assertEquals(List.of(), shop.deliveries());
            assertEquals(List.of(), shop.channel.attempts());
            assertEquals(List.of(), shop.book().releases());
            AuditRecord record = shop.records().get(shop.records().size() - 1).record();
            assertEquals(AuditRecord.Outcome.REFUSED, record.outcome());
        }

        @Test
        void goesNowhereIfAClassIsNamedForNoChannel() {
            ruled(rule(List.of(), BOTH), rule(List.of("DATA_GROUP"), BOTH));
            shop.collect(1, 100, 10, 1);
            RefusedException refused = assertThrows(RefusedException.class, () -> shop.release(1));
            assertEquals("CONFIDENTIAL", refused.refusal().code());
            assertTrue(refused.getMessage().endsWith("the roster names [] for it"), refused.getMessage());
        }
    }

    @Nested
    class WhatAnActGivesBack {
        @Test
        void isDeniedToARoleThatMayNotSeeIt() {
            shop.collect(1, 100, 10, 1);
            ruled(rule(List.of("DATA_GROUP"), BOTH), rule(List.of("DATA_GROUP"), List.of("STORE_MANAGER")));
            DeniedException denied = assertThrows(DeniedException.class, () -> shop.release(1));
            assertEquals(
                    "op-1 may not RELEASE in store S1: the right READ:COMPETITOR is missing. It is held by [mgr-1]",
                    denied.getMessage());
            assertEquals(List.of(), shop.deliveries());
        }
    }

    @Nested
    class AResend {
        @Test
        void asksAgainWhereItMayGo() {
            shop.collect(1, 100, 10, 1);
            shop.channel.nextLosesTheAnswer();
            shop.release(1);
            ruled(rule(List.of("DATA_GROUP"), BOTH), rule(List.of("MAIL"), BOTH));
            RefusedException refused = assertThrows(
                    RefusedException.class,
                    () -> shop.operator().resolve(STORE, slot(1), 1, new Resolution.NotArrived("nobody saw it")));
            assertEquals("CONFIDENTIAL", refused.refusal().code());
            assertEquals(1, shop.channel.attempts().size());
        }
    }

    @Nested
    class ALook {
        @Test
        void isDeniedToARoleThatMayNotSeeTheClass() {
            ruled(rule(List.of("DATA_GROUP"), BOTH), rule(List.of("DATA_GROUP"), List.of("OPERATOR")));
            DeniedException denied =
                    assertThrows(DeniedException.class, () -> shop.manager().dayBook(STORE, DAY));
            assertEquals(
                    "mgr-1 may not READ_DAY in store S1: the right READ:COMPETITOR is missing. It is held by [op-1]",
                    denied.getMessage());
            assertEquals(List.of(OPERATOR), denied.holders());
            AuditRecord record = shop.records().get(0).record();
            assertEquals("READ:COMPETITOR", record.right());
            assertEquals(MANAGER, record.actor());
        }

        @Test
        void atWhatTheRoleMaySeeIsStillPossible() {
            ruled(rule(List.of("DATA_GROUP"), BOTH), rule(List.of("DATA_GROUP"), List.of("OPERATOR")));
            assertEquals(Optional.empty(), shop.manager().attainment(STORE, DAY));
        }

        @Test
        void isDeniedToEverybodyIfNoRoleIsNamed() {
            ruled(rule(List.of("DATA_GROUP"), List.of()), rule(List.of("DATA_GROUP"), BOTH));
            DeniedException denied =
                    assertThrows(DeniedException.class, () -> shop.operator().dayBook(STORE, DAY));
            assertEquals(
                    "op-1 may not READ_DAY in store S1: the right READ:SALES is missing. Nobody holds it now",
                    denied.getMessage());
        }

        @Test
        void isADeputysAsItIsThePrincipals() {
            Roster roster = roster(rule(List.of(), BOTH), rule(List.of(), List.of("OPERATOR")));
            Enrolment now = shop.enrolment(roster);
            List<Deputyship> deputies =
                    List.of(new Deputyship(STORE, STRANGER, OPERATOR, Role.OPERATOR, DAY, Optional.of(DAY)));
            shop.ops.enrol(new Enrolment(now.store(), List.of(), List.of(), List.of(), deputies, List.of(), roster));
            assertEquals(
                    DAY,
                    shop.ops
                            .deskOf(STRANGER)
                            .reporting()
                            .dayBook(STORE, DAY)
                            .day()
                            .date());
        }

        @Test
        void beginsToBeDeniedWithTheRosterThatDeniesIt() {
            shop.collect(1, 100, 10, 1);
            assertEquals(1, shop.manager().dayBook(STORE, DAY).readings().size());
            ruled(rule(List.of(), List.of("OPERATOR")), rule(List.of(), BOTH));
            assertThrows(DeniedException.class, () -> shop.manager().getRelease(STORE, slot(1), 1));
        }
    }
}
