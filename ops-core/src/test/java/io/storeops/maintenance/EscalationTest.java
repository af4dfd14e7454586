package io.storeops.maintenance;

import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.maintenance.AnomalyShop.KEEPER;
import static io.storeops.maintenance.AnomalyShop.OTHER;
import static io.storeops.maintenance.AnomalyShop.SUPERIOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.StoreOps;
import io.storeops.failure.DeniedException;
import io.storeops.failure.RefusedException;
import io.storeops.inspection.PriceRule;
import io.storeops.publishing.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class EscalationTest {
    private static final Feedback.Decision HOLD = Feedback.Decision.of("HOLD", "hold our price");

    private final AnomalyShop shop = new AnomalyShop();

    @BeforeEach
    void find() {
        shop.refunds(Map.of("A", 100));
    }

    private static void assertRefused(String code, Executable act) {
        assertEquals(code, assertThrows(RefusedException.class, act).refusal().code());
    }

    private Episode episode() {
        return shop.duty(MANAGER).episodes(STORE, "R-A").get(0);
    }

    private long sent(String what) {
        return shop.shop.deliveries().stream()
                .map(Delivery::messageId)
                .filter(id -> id.equals("anomaly/R-A/1/" + what))
                .count();
    }

    private void tickTwice() {
        shop.shop.ops.tick(STORE);
        shop.shop.opened(shop.shop.storage).tick(STORE);
    }

    @Test
    void itIsEscalatedWhenAChannelAcceptsItAndAnAnswerEndsReminding() {
        assertRefused("EVIDENCE_MISSING", () -> shop.duty(KEEPER).escalate(STORE, "R-A", MANAGER, ""));
        assertEquals(AnomalyState.ESCALATED, shop.escalate("R-A").state());
        Instant accepted = shop.shop.clock.instant();
        assertEquals(
                Optional.of(new Episode.FirstAct(Episode.FirstAct.Kind.ESCALATE, accepted, KEEPER)),
                episode().firstAct());
        shop.pass(Duration.ofMinutes(30).minusSeconds(1));
        tickTwice();
        assertEquals(0, sent("reminder"));
        shop.pass(Duration.ofSeconds(1));
        tickTwice();
        assertEquals(1, sent("reminder"));
        assertRefused("NOT_YET_LEVEL_2", () -> shop.duty(SUPERIOR).giveFeedback(STORE, "R-A", HOLD));
        assertEquals(1, shop.duty(MANAGER).giveFeedback(STORE, "R-A", HOLD).number());
        shop.pass(Duration.ofHours(2));
        tickTwice();
        assertEquals(0, sent("level-2"));
        assertEquals(2, shop.duty(SUPERIOR).giveFeedback(STORE, "R-A", HOLD).number());
        assertEquals(Optional.of(MANAGER), episode().answer().map(Answer::by));
    }

    @Test
    void withoutAnAnswerItGoesToTheNextSuperiorOnce() {
        shop.escalate("R-A");
        shop.pass(Duration.ofMinutes(60));
        tickTwice();
        shop.pass(Duration.ofMinutes(60));
        tickTwice();
        assertEquals(1, sent("reminder"));
        assertEquals(1, sent("level-2"));
        shop.duty(SUPERIOR).giveFeedback(STORE, "R-A", HOLD);
        assertEquals(Optional.of(2), episode().answer().map(Answer::level));
    }

    @Test
    void whileNoChannelAcceptsItTheStateStaysAndThereIsOneMessage() {
        shop.shop.channel.nextRefusesUntil(shop.shop.clock.instant().plusSeconds(60));
        assertEquals(AnomalyState.FOUND, shop.escalate("R-A").state());
        shop.duty(KEEPER).escalate(STORE, "R-A", MANAGER, "once more");
        assertEquals(1, sent("escalation-1"));
        assertEquals(0, sent("escalation-2"));
        shop.pass(Duration.ofMinutes(1));
        shop.shop.ops.deliverDue(STORE);
        assertEquals(AnomalyState.ESCALATED, shop.known("R-A").state());
        assertEquals(Optional.of(1), episode().escalation().map(Escalation::accepted));
    }

    @Test
    void nobodyActingIsSaidOnce() {
        shop.pass(Duration.ofMinutes(10));
        StoreOps other = shop.shop.opened(shop.shop.storage);
        other.tick(STORE);
        Optional<Instant> said = episode().marks().overdueAt();
        assertEquals(Optional.of(shop.shop.clock.instant()), said);
        shop.pass(Duration.ofMinutes(10));
        shop.shop.ops.tick(STORE);
        assertEquals(said, episode().marks().overdueAt());
    }

    @Test
    void onePersonHasItAndTheVersionIsAskedBeforeTheState() {
        shop.report("E1");
        shop.duty(KEEPER).claim(STORE, "E1", 1);
        assertRefused("CONFLICT", () -> shop.duty(OTHER).claim(STORE, "E1", 1));
        assertRefused("WRONG_STATE", () -> shop.duty(OTHER).claim(STORE, "E1", 2));
        assertRefused("CONFLICT", () -> shop.duty(OTHER).correct(STORE, "E1"));
        assertRefused("EVIDENCE_MISSING", () -> shop.duty(KEEPER).correct(STORE, "E1"));
        shop.attach("E1", "SCREENSHOT_AFTER");
        assertRefused("READ_BACK_FIRST", () -> shop.duty(KEEPER).correct(STORE, "E1"));
        shop.see(9_000);
        assertRefused("READ_BACK_DIFFERS", () -> shop.duty(KEEPER).correct(STORE, "E1"));
        shop.see(10_000);
        shop.shop.ops.deskOf(KEEPER).agenda().handOver(STORE, "H1", OTHER, "off home");
        assertRefused("CONFLICT", () -> shop.duty(KEEPER).correct(STORE, "E1"));
        assertEquals(
                AnomalyState.CORRECTED, shop.duty(OTHER).correct(STORE, "E1").state());
    }

    @Test
    void whatOthersDecideIsNeitherClaimedNorDismissedByAKeeper() {
        assertRefused("WRONG_STATE", () -> shop.duty(KEEPER).claim(STORE, "R-A", 1));
        assertEquals(
                "DECIDE:ANOMALY",
                assertThrows(DeniedException.class, () -> shop.duty(KEEPER).dismiss(STORE, "R-A", "no"))
                        .code());
        assertEquals(
                AnomalyState.DISMISSED,
                shop.duty(MANAGER).dismiss(STORE, "R-A", "counted twice").state());
    }

    @Test
    void whatPaidTooLittleSinceItWasLastRightIsAddedUp() {
        Instant good = shop.shop.clock.instant();
        shop.pass(Duration.ofMinutes(20));
        shop.shop.ops.tellSales(
                STORE,
                List.of(
                        new SoldLine(STORE, "A", "O-1", good.minusSeconds(1), 1, 8_900),
                        new SoldLine(STORE, "A", "O-2", good, 2, 8_900),
                        new SoldLine(STORE, "A", "O-3", good.plusSeconds(60), 1, 10_500),
                        new SoldLine(STORE, "A", "O-5", good.plusSeconds(61), 1, 10_000),
                        new SoldLine(STORE, "A", "O-6", good.plusSeconds(62), 1, 10_000),
                        new SoldLine(STORE, "A", "O-4", good.plusSeconds(300), 1, 8_900)));
        shop.duty(KEEPER)
                .report(
                        STORE,
                        new Report(
                                "E1",
                                PriceRule.KEY,
                                "A",
                                "8900",
                                "10000",
                                shop.shop.clock.instant(),
                                Optional.of(good),
                                Optional.empty(),
                                Optional.empty()));
        shop.putRight("E1");
        assertEquals(
                Optional.of(new Episode.Loss(2, 3_300)),
                shop.duty(MANAGER).episodes(STORE, "E1").get(0).loss());
    }
}
