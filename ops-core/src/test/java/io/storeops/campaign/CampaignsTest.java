package io.storeops.campaign;

import static io.storeops.StoreFixture.NEXT;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.StoreFixture;
import io.storeops.failure.CommandReusedException;
import io.storeops.failure.DeniedException;
import io.storeops.failure.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.position.ActivityRules;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CampaignsTest {
    private static final ActorId KEEPER = ActorId.of("keeper-1");
    private static final ActorId APPROVER = ActorId.of("approver-1");
    private static final ActorId BOTH = ActorId.of("both-1");
    private static final ActorId DEPUTY = ActorId.of("deputy-1");

    private final StoreFixture shop = new StoreFixture.Setup()
            .itemAndRival()
            .role("KEEPER", "EXECUTE:X1", "EXECUTE:X2")
            .role("APPROVER", "APPROVE:EXTENSION", "READ")
            .works(KEEPER, "KEEPER")
            .works(APPROVER, "APPROVER")
            .works(BOTH, "KEEPER")
            .works(BOTH, "APPROVER")
            .deputy(DEPUTY, BOTH, "KEEPER")
            .open();

    private final Instant end = shop.at("18:00");
    private final Instant later = shop.at(NEXT, "18:00");

    private Campaigns desk(ActorId actor) {
        return shop.ops.deskOf(actor).campaigns();
    }

    private CampaignPlan plan(String id, String from, String to, Optional<Long> price) {
        return new CampaignPlan(
                id,
                ActivityRules.Kind.DAILY,
                "199 minus 20",
                List.of(new Offer("A", price, Optional.of(50L))),
                shop.at(from),
                shop.at(to));
    }

    private void told(CampaignPlan... plans) {
        shop.ops.tellCampaigns(STORE, List.of(plans));
    }

    private static String refused(Runnable act) {
        return assertThrows(RefusedException.class, act::run).refusal().code();
    }

    private static String denied(Runnable act) {
        return assertThrows(DeniedException.class, act::run).code();
    }

    @Nested
    class WhatRuns {
        @Test
        void runsFromItsStartUntilBeforeItsEnd() {
            told(plan("DA", "10:00", "18:00", Optional.empty()), plan("FS", "12:00", "14:00", Optional.of(6_900L)));
            assertEquals(List.of(), ids("09:59:59"));
            assertEquals(List.of("DA"), ids("10:00"));
            assertEquals(List.of("FS", "DA"), ids("12:00"));
            assertEquals(List.of("DA"), ids("14:00"));
            assertEquals(List.of(), ids("18:00"));
        }

        private List<String> ids(String time) {
            return desk(KEEPER).running(STORE, shop.at(time)).stream()
                    .map(Campaign::id)
                    .toList();
        }

        @Test
        void makesTheLowestOfItsPricesTheApprovedOne() {
            told(
                    plan("DA", "10:00", "18:00", Optional.empty()),
                    plan("FS", "12:00", "14:00", Optional.of(6_900L)),
                    plan("FT", "13:00", "14:00", Optional.of(6_500L)));
            assertEquals(Optional.empty(), desk(KEEPER).priceOf(STORE, "A", shop.at("11:00")));
            assertEquals(Optional.of(6_900L), desk(KEEPER).priceOf(STORE, "A", shop.at("12:00")));
            assertEquals(Optional.of(6_500L), desk(KEEPER).priceOf(STORE, "A", shop.at("13:00")));
            assertEquals(Optional.empty(), desk(KEEPER).priceOf(STORE, "B", shop.at("13:00")));
        }

        @Test
        void isToldOnceAndOfWhatIsSold() {
            CampaignPlan plan = plan("DA", "10:00", "18:00", Optional.of(6_900L));
            told(plan);
            told(plan);
            Campaign known = desk(KEEPER).find(STORE, "DA").orElseThrow();
            assertEquals(List.of(known), desk(KEEPER).all(STORE));
            assertEquals(Optional.of(new Offer("A", Optional.of(6_900L), Optional.of(50L))), known.offerOf("A"));
            assertEquals("KNOWN_ALREADY", refused(() -> told(plan("DA", "10:00", "19:00", Optional.of(6_900L)))));
            CampaignPlan strange = new CampaignPlan(
                    "X", ActivityRules.Kind.DAILY, "x", List.of(Offer.of("Z")), shop.at("10:00"), shop.at("11:00"));
            assertEquals("NO_SUCH_SKU", refused(() -> told(strange)));
            assertEquals(List.of(known), desk(KEEPER).all(STORE));
        }

        @Test
        void isRefusedWhereItSaysNothingOrTwoThings() {
            assertThrows(IllegalArgumentException.class, () -> plan("DA", "10:00", "10:00", Optional.empty()));
            assertThrows(IllegalArgumentException.class, () -> plan("DA", "10:00", "11:00", Optional.of(0L)));
            assertThrows(IllegalArgumentException.class, () -> new Offer("A", Optional.empty(), Optional.of(0L)));
            CampaignPlan nothing =
                    new CampaignPlan("X", ActivityRules.Kind.DAILY, "x", List.of(), shop.at("10:00"), shop.at("11:00"));
            assertThrows(IllegalArgumentException.class, () -> told(nothing));
            CampaignPlan twice = new CampaignPlan(
                    "X",
                    ActivityRules.Kind.DAILY,
                    "x",
                    List.of(Offer.of("A"), Offer.of("A")),
                    shop.at("10:00"),
                    shop.at("11:00"));
            assertThrows(IllegalArgumentException.class, () -> told(twice));
        }
    }

    @Nested
    class ALaterEnd {
        private void running(String now) {
            told(plan("DA", "10:00", "18:00", Optional.empty()));
            shop.clock.set(shop.at(now));
        }

        private Instant endNow() {
            return desk(KEEPER).find(STORE, "DA").orElseThrow().end();
        }

        @Test
        void takesAnApprovalThatCoversIt() {
            running("11:00");
            assertEquals("APPROVE:EXTENSION", denied(() -> desk(KEEPER).extend(STORE, "DA", later)));
            assertEquals(end, endNow());
            desk(APPROVER).approveExtension(STORE, "DA", later);
            assertEquals(end, endNow());
            assertEquals("APPROVE:EXTENSION", denied(() -> desk(KEEPER).extend(STORE, "DA", later.plusSeconds(1))));
            assertEquals(later, desk(KEEPER).extend(STORE, "DA", later).end());
            assertEquals(later, endNow());
        }

        @Test
        void mayBeAnyUpToTheApprovedOne() {
            running("11:00");
            desk(APPROVER).approveExtension(STORE, "DA", later);
            assertEquals(
                    shop.at("20:00"),
                    desk(KEEPER).extend(STORE, "DA", shop.at("20:00")).end());
            assertEquals(later, desk(KEEPER).extend(STORE, "DA", later).end());
        }

        @Test
        void isNobodysToApproveForThemself() {
            running("11:00");
            assertEquals("SELF_DECISION", denied(() -> desk(BOTH).extend(STORE, "DA", later)));
            desk(BOTH).approveExtension(STORE, "DA", later);
            assertEquals("SELF_DECISION", denied(() -> desk(BOTH).extend(STORE, "DA", later)));
            assertEquals(later, desk(KEEPER).extend(STORE, "DA", later).end());
        }

        /** What one approved is nobody's to use who stands in for that person (R89). */
        @Test
        void isNotForWhoStandsInForWhoApprovedIt() {
            running("11:00");
            desk(BOTH).approveExtension(STORE, "DA", later);
            assertEquals("APPROVE:EXTENSION", denied(() -> desk(DEPUTY).extend(STORE, "DA", later)));
            desk(APPROVER).approveExtension(STORE, "DA", later.plusSeconds(1));
            assertEquals(later, desk(DEPUTY).extend(STORE, "DA", later).end());
        }

        @Test
        void isNotAnotherOneUnderTheSameCommand() {
            running("11:00");
            Campaigns approver =
                    shop.ops.deskOf(APPROVER).under(CommandId.of("c-1")).campaigns();
            ExtensionApproval approval = approver.approveExtension(STORE, "DA", later);
            assertEquals(approval, approver.approveExtension(STORE, "DA", later));
            assertThrows(
                    CommandReusedException.class, () -> approver.approveExtension(STORE, "DA", later.plusSeconds(1)));
            Campaigns keeper =
                    shop.ops.deskOf(KEEPER).under(CommandId.of("c-2")).campaigns();
            assertEquals(
                    shop.at("20:00"),
                    keeper.extend(STORE, "DA", shop.at("20:00")).end());
            assertThrows(CommandReusedException.class, () -> keeper.extend(STORE, "DA", later));
            assertEquals(shop.at("20:00"), endNow());
        }

        @Test
        void takesTheRights() {
            running("11:00");
            assertEquals("EXECUTE:X2", denied(() -> desk(APPROVER).extend(STORE, "DA", later)));
            assertEquals("APPROVE:EXTENSION", denied(() -> desk(KEEPER).approveExtension(STORE, "DA", later)));
        }

        @Test
        void isTooLateAtTheEnd() {
            running("11:00");
            desk(APPROVER).approveExtension(STORE, "DA", later);
            shop.clock.set(end);
            assertEquals("ENDED", refused(() -> desk(KEEPER).extend(STORE, "DA", later)));
            assertEquals("ENDED", refused(() -> desk(APPROVER).approveExtension(STORE, "DA", later.plusSeconds(1))));
        }

        @Test
        void isPossibleUntilTheLastMoment() {
            running("17:59:59");
            desk(APPROVER).approveExtension(STORE, "DA", later);
            assertEquals(later, desk(KEEPER).extend(STORE, "DA", later).end());
        }

        @Test
        void isRefusedBeforeTheStartBackwardsAndTwice() {
            running("09:59:59");
            assertEquals("WRONG_STATE", refused(() -> desk(APPROVER).approveExtension(STORE, "DA", later)));
            shop.clock.set(shop.at("11:00"));
            assertEquals("NOT_LATER", refused(() -> desk(APPROVER).approveExtension(STORE, "DA", end)));
            desk(APPROVER).approveExtension(STORE, "DA", later);
            assertEquals("EXISTS", refused(() -> desk(APPROVER).approveExtension(STORE, "DA", later)));
            assertEquals("NOT_LATER", refused(() -> desk(KEEPER).extend(STORE, "DA", end)));
            assertEquals("NO_SUCH_CAMPAIGN", refused(() -> desk(KEEPER).extend(STORE, "DB", later)));
            assertThrows(IllegalArgumentException.class, () -> desk(KEEPER).extend(STORE, "DA", later.plusNanos(1)));
        }
    }
}
