package io.storeops.maintenance;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.maintenance.AnomalyShop.KEEPER;
import static io.storeops.maintenance.AnomalyShop.OTHER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.Scored;
import io.storeops.id.ActorId;
import io.storeops.kpi.Kpi;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Three prices to be put right within ten minutes: one that KEEPER puts right in time, one that OTHER puts right late, one that nobody
 * acts on, which is charged to both.
 */
class PersonalKpisTest {
    private final AnomalyShop shop = new AnomalyShop();

    @BeforeEach
    void act() {
        shop.report("E1");
        shop.putRight("E1");
        shop.pass(Duration.ofHours(25));
        shop.report(OTHER, "E2");
        shop.pass(Duration.ofMinutes(10).plusNanos(1000));
        shop.attach("E2", "SCREENSHOT");
        shop.duty(OTHER).escalate(STORE, "E2", MANAGER, "match it");
        shop.duty(MANAGER).giveFeedback(STORE, "E2", Feedback.Decision.of("HOLD", "leave it"));
        shop.duty(OTHER).close(STORE, "E2", AnomalyResult.HOLD);
        shop.pass(Duration.ofHours(25));
        shop.report("E3");
        shop.pass(Duration.ofMinutes(10));
    }

    private Scored measured() {
        return Scored.of(shop.shop, DAY, DAY.plusDays(3), Kpi.K2_1, Kpi.K2_2, Kpi.K2_3, Kpi.K2_4);
    }

    /** Without the percent. */
    private List<String> counts(List<String> scores) {
        return scores.stream()
                .map(score -> score.substring(0, score.lastIndexOf(' ')))
                .toList();
    }

    private List<String> of(ActorId person) {
        return counts(measured().of(person));
    }

    private List<String> excusedOf(ActorId person) {
        return counts(measured().excusedOf(person));
    }

    private void absent(ActorId person, Duration before) {
        shop.shop
                .ops
                .deskOf(MANAGER)
                .absences()
                .record(
                        STORE,
                        person,
                        shop.shop.clock.instant().minus(before),
                        shop.shop.clock.instant().plus(Duration.ofHours(1)),
                        "ill");
    }

    /** E1 in time, E2 late, E3 overdue; E2 lacks no evidence, E3 all of it; E1 and E2 are closed. */
    @Test
    void ofTheStoreCountsEachOnce() {
        assertEquals(
                List.of("K2.1 1/3", "K2.2 2/3", "K2.3 2/2", "K2.4 3/3"),
                counts(measured().raw()));
    }

    @Test
    void ofAPersonCountWhatThePersonDidAndWhatNobodyDid() {
        assertEquals(List.of("K2.1 1/2", "K2.2 1/2", "K2.3 1/1", "K2.4 2/2"), of(KEEPER));
        assertEquals(List.of("K2.1 0/2", "K2.2 1/2", "K2.3 1/1", "K2.4 2/2"), of(OTHER));
    }

    @Test
    void ofSomebodyWhoCouldNotActCountNothing() {
        assertEquals(
                Stream.of("K2.1", "K2.2", "K2.3", "K2.4")
                        .map(kpi -> kpi + " 0/0")
                        .toList(),
                of(MANAGER));
    }

    @Test
    void anAbsenceTakesOutWhatWasDueMeanwhileAndIsNotGood() {
        absent(KEEPER, Duration.ofMinutes(5));
        assertEquals(List.of("K2.1 1/1", "K2.2 1/1", "K2.3 1/1", "K2.4 2/2"), excusedOf(KEEPER));
        assertEquals(of(OTHER), excusedOf(OTHER));
    }

    @Test
    void theStoreIsExcusedWhileEverybodyIsAbsent() {
        absent(KEEPER, Duration.ofMinutes(5));
        List<String> raw = counts(measured().raw());
        assertEquals(raw, counts(measured().excused()));
        absent(OTHER, Duration.ofMinutes(5));
        assertEquals(
                List.of("K2.1 1/2", "K2.2 2/2", "K2.3 2/2", "K2.4 3/3"),
                counts(measured().excused()));
    }

    @Test
    void anAbsenceThatEndsBeforeTheDueExcusesNothing() {
        shop.shop
                .ops
                .deskOf(MANAGER)
                .absences()
                .record(
                        STORE,
                        KEEPER,
                        shop.shop.clock.instant().minus(Duration.ofHours(1)),
                        shop.shop.clock.instant(),
                        "ill");
        assertEquals(of(KEEPER), excusedOf(KEEPER));
    }
}
