package io.storeops.requirement;

import static io.storeops.StoreFixture.STORE;
import static io.storeops.ticket.LiaisonShop.DESIGN;
import static io.storeops.ticket.LiaisonShop.FIRST;
import static io.storeops.ticket.LiaisonShop.MONDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.StoreFixture;
import io.storeops.delivery.HandDelivery;
import io.storeops.evidence.EvidenceKind;
import io.storeops.evidence.Target;
import io.storeops.failure.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.ticket.LiaisonShop;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a party rejected is asked for again the way by which it was asked first (D57, D59, D71). */
class ResentRequirementsTest {
    private static final String ID = "RQ1";

    private final StoreFixture shop = LiaisonShop.open();
    private final Instant later = shop.at(MONDAY, "17:00");

    @BeforeEach
    void aMondayMorning() {
        LiaisonShop.at(shop, "10:00");
    }

    private Requirements by(ActorId actor) {
        return shop.ops.deskOf(actor).requirements();
    }

    private Requirement known() {
        return by(FIRST).find(STORE, ID).orElseThrow();
    }

    private void open(String party) {
        by(FIRST)
                .open(
                        STORE,
                        new OpenedRequirements.Ask(
                                ID, party, "a banner", shop.at(MONDAY, "16:00"), Optional.empty(), true),
                        Optional.empty());
    }

    private static void assertRefused(String code, Runnable act) {
        assertEquals(
                code, assertThrows(RefusedException.class, act::run).refusal().code());
    }

    private List<String> asked() {
        return shop.oa.ids().stream().filter(id -> !id.contains("rejected")).toList();
    }

    @Nested
    class ThroughAChannel {
        @BeforeEach
        void rejected() {
            open("DESIGN");
            by(FIRST).send(STORE, ID, "OA");
            by(DESIGN).reject(STORE, ID, "nobody is free");
            LiaisonShop.at(shop, "11:00");
        }

        @Test
        void anotherMessageSaysTheNewDue() {
            Instant first = shop.at(MONDAY, "10:00");
            Requirement again = by(FIRST).resend(STORE, ID, later);
            assertEquals(RequirementState.SENT, again.state());
            assertEquals(later, again.due());
            assertEquals(Optional.of(first), again.course().sentAt());
            assertEquals(shop.clock.instant(), again.course().since());
            assertEquals(Optional.of("OA"), again.course().through());
            assertEquals(List.of("requirement/RQ1/1", "requirement/RQ1/2"), asked());
            assertEquals("Requirement RQ1", shop.oa.lastTitle());
            assertTrue(shop.oa.lastBody().replace("\\", "").contains("Due: 2024-06-17 17:00"), shop.oa.lastBody());
            assertEquals(
                    RequirementState.CONFIRMED, by(DESIGN).confirm(STORE, ID).state());
        }

        @Test
        void itStaysRejectedUntilTheChannelTakesIt() {
            Instant until = shop.at(MONDAY, "11:30");
            shop.oa.nextRefusesUntil(until);
            Requirement waiting = by(FIRST).resend(STORE, ID, later);
            assertEquals(RequirementState.REJECTED, waiting.state());
            assertEquals(later, waiting.due());
            assertEquals(Optional.of("requirement/RQ1/2"), waiting.course().waitsFor());
            assertRefused("WRONG_STATE", () -> by(DESIGN).confirm(STORE, ID));
            // The same once more is not said twice; another due is.
            assertEquals(waiting, by(FIRST).resend(STORE, ID, later));
            assertEquals(2, known().course().messages());
            shop.clock.set(until);
            shop.ops.tick(STORE);
            assertEquals(RequirementState.SENT, known().state());
            assertEquals(until, known().course().since());
            assertEquals(Optional.empty(), known().course().waitsFor());
        }

        @Test
        void anotherDueIsSaidThoughAMessageWaits() {
            shop.oa.nextRefusesUntil(shop.at(MONDAY, "11:30"));
            by(FIRST).resend(STORE, ID, later);
            Requirement waiting = by(FIRST).resend(STORE, ID, shop.at(MONDAY, "18:00"));
            assertEquals(Optional.of("requirement/RQ1/3"), waiting.course().waitsFor());
            assertEquals(shop.at(MONDAY, "18:00"), waiting.due());
            LiaisonShop.at(shop, "11:30");
            shop.ops.tick(STORE);
            assertEquals(RequirementState.SENT, known().state());
        }

        @Test
        void itCanBeSaidByWordOfMouthInstead() {
            shop.oa.nextRefusesForGood();
            assertEquals(
                    RequirementState.REJECTED,
                    by(FIRST).resend(STORE, ID, later).state());
            Requirement told = by(FIRST).resend(STORE, ID, later, Optional.empty());
            assertEquals(RequirementState.SENT, told.state());
            assertEquals(Optional.of("OA"), told.course().through());
            assertEquals(Optional.empty(), told.course().waitsFor());
        }

        @Test
        void theSameIsRefusedAsTheFirstTime() {
            assertRefused("DUE_PASSED", () -> by(FIRST).resend(STORE, ID, shop.clock.instant()));
            assertRefused("NO_SUCH_CHANNEL", () -> by(FIRST).resend(STORE, ID, later, Optional.of("PIGEON")));
            assertRefused("CONFIDENTIAL", () -> by(FIRST).resend(STORE, ID, later, Optional.of("DATA_GROUP")));
            assertEquals(RequirementState.REJECTED, known().state());
            by(FIRST).resend(STORE, ID, later);
            assertRefused("WRONG_STATE", () -> by(FIRST).resend(STORE, ID, later));
            assertRefused("NO_SUCH_REQUIREMENT", () -> by(FIRST).resend(STORE, "RQ9", later));
        }
    }

    @Test
    void whatWasSaidByWordOfMouthIsSaidSoAgain() {
        open("DESIGN");
        by(FIRST).send(STORE, ID);
        by(DESIGN).reject(STORE, ID, "nobody is free");
        assertEquals(RequirementState.SENT, by(FIRST).resend(STORE, ID, later).state());
        assertEquals(List.of(), asked());
        assertEquals(0, known().course().messages());
        // Told by word of mouth first, so it is for good.
        by(DESIGN).reject(STORE, ID, "still nobody");
        by(FIRST).resend(STORE, ID, later, Optional.of("OA"));
        assertEquals(Optional.empty(), known().course().through());
        assertEquals(List.of("requirement/RQ1/1"), asked());
    }

    /** By hand it is SENT again at the instant that the person states, and one text waits for them at a time. */
    @Test
    void whatIsSentByHandWaitsForAPersonEachTime() {
        open("X-PLAT");
        by(FIRST).send(STORE, ID, "WORK_GROUP");
        by(FIRST).send(STORE, ID, "WORK_GROUP");
        assertEquals(1, known().course().messages());
        assertEquals(List.of("requirement/RQ1/1"), waiting());
        LiaisonShop.at(shop, "10:10");
        confirm(shop.at(MONDAY, "10:05"));
        assertEquals(Optional.of("WORK_GROUP"), known().course().through());
        by(FIRST).reject(STORE, ID, "not this week");
        LiaisonShop.at(shop, "11:00");
        assertEquals(
                RequirementState.REJECTED, by(FIRST).resend(STORE, ID, later).state());
        assertEquals(List.of("requirement/RQ1/2"), waiting());
        LiaisonShop.at(shop, "11:10");
        confirm(shop.at(MONDAY, "11:05"));
        assertEquals(RequirementState.SENT, known().state());
        assertEquals(shop.at(MONDAY, "11:05"), known().course().since());
        assertEquals(Optional.of(shop.at(MONDAY, "10:05")), known().course().sentAt());
    }

    private List<String> waiting() {
        return shop.ops.deskOf(FIRST).deliveries().byHand(STORE).stream()
                .map(HandDelivery::messageId)
                .toList();
    }

    private void confirm(Instant stated) {
        HandDelivery delivery =
                shop.ops.deskOf(FIRST).deliveries().byHand(STORE).get(0);
        Target target = delivery.target();
        shop.ops
                .deskOf(FIRST)
                .archive()
                .attach(STORE, target, EvidenceKind.parse("SCREENSHOT"), shop.clock.instant(), "shot");
        shop.ops.deskOf(FIRST).deliveries().confirm(STORE, delivery.messageId(), stated);
    }
}
