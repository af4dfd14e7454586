package io.storeops.maintenance;

import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.StoreFixture;
import io.storeops.campaign.CampaignPlan;
import io.storeops.campaign.Offer;
import io.storeops.evidence.EvidenceKind;
import io.storeops.evidence.Target;
import io.storeops.failure.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.inspection.RuleKey;
import io.storeops.position.ActivityRules;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Units sold beyond what an activity offers: one anomaly, and the manager decides the orders (D45). The offer is 5 units, 08:00-18:00. */
class OversoldTest {
    private static final ActorId KEEPER = ActorId.of("keeper-1");
    private static final ActorId DECIDER = ActorId.of("decider-1");

    private final StoreFixture shop = new StoreFixture.Setup()
            .anomalies()
            .itemAndRival()
            .role("KEEPER", "EXECUTE:X2")
            .role("DECIDER", "DECIDE:ORDERS", "READ")
            .works(KEEPER, "KEEPER")
            .works(DECIDER, "DECIDER")
            .open();

    @BeforeEach
    void offerFiveUnits() {
        shop.clock.set(shop.at("07:00"));
        shop.ops.tellCampaigns(
                STORE,
                List.of(new CampaignPlan(
                        "DA",
                        ActivityRules.Kind.DAILY,
                        "five at 90.00",
                        List.of(new Offer("A", Optional.of(9_000L), Optional.of(5L))),
                        shop.at("08:00"),
                        shop.at("18:00"))));
        shop.clock.set(shop.at("12:00"));
    }

    private Maintenance duty(ActorId actor) {
        return shop.ops.deskOf(actor).maintenance();
    }

    private SoldLine sold(String order, String time, long units) {
        return new SoldLine(STORE, "A", order, shop.at(time), units, 9_000);
    }

    private void told(SoldLine... lines) {
        shop.ops.tellSales(STORE, List.of(lines));
    }

    private List<Anomaly> found() {
        return duty(MANAGER).anomalies(STORE, AnomalyState.FOUND);
    }

    private List<String> orders() {
        return duty(MANAGER).openRequests(STORE).stream()
                .flatMap(request -> request.about().orders().stream())
                .toList();
    }

    @Test
    void whatFitsIntoTheQuotaIsNothing() {
        told(sold("1", "08:00", 3), sold("2", "09:00", 2));
        assertEquals(List.of(), found());
        assertEquals(List.of(), orders());
    }

    @Test
    void oneAnomalyNamesTheOrdersThatCameTooLateHoweverTheyWereTold() {
        // In the order of payment 3 + 2 fit; 08:30 is told last and takes the place of 09:00.
        told(sold("1", "08:00", 3), sold("2", "09:00", 2));
        told(sold("3", "08:30", 1));
        Anomaly anomaly = found().get(0);
        assertEquals(new AnomalyKey(RuleKey.of("STOCK", "QUOTA"), "DA"), anomaly.key());
        assertEquals(
                shop.at("09:00"),
                duty(MANAGER).episodes(STORE, anomaly.id()).get(0).found().since());
        assertEquals(List.of("2"), orders());
        told(sold("4", "10:00", 1));
        assertEquals(List.of("2"), orders(), "one unit was left, and 4 takes it");
        told(sold("5", "11:00", 1));
        assertEquals(List.of("2", "5"), orders());
        assertEquals(1, duty(MANAGER).openRequests(STORE).size());
        assertEquals(1, found().size());
        assertEquals(3, found().get(0).counts().observations());
    }

    @Test
    void anOrderThatIsToldAgainCountsOnce() {
        told(sold("1", "08:00", 3), sold("2", "09:00", 2));
        told(sold("2", "09:00", 2));
        assertEquals(List.of(), found());
    }

    @Test
    void onlyWhatIsPaidWhileItRunsCounts() {
        Instant start = shop.at("08:00");
        shop.clock.set(shop.at("19:00"));
        told(
                new SoldLine(STORE, "A", "1", start.minusNanos(1_000), 5, 9_900),
                sold("2", "08:00", 5),
                sold("3", "18:00", 5));
        assertEquals(List.of(), found());
        told(new SoldLine(STORE, "A", "4", shop.at("18:00").minusNanos(1_000), 1, 9_000));
        assertEquals(List.of("4"), orders());
    }

    @Test
    void itIsPutRightOnceTheManagerHasDecidedAndMoreOrdersAreAnotherQuestion() {
        told(sold("1", "08:00", 6));
        Anomaly anomaly = found().get(0);
        duty(KEEPER).claim(STORE, anomaly.id(), anomaly.version());
        proven(anomaly.id());
        assertEquals("ORDERS_UNDECIDED", refused(() -> duty(KEEPER).correct(STORE, anomaly.id())));
        DecisionRequest asked = duty(MANAGER).openRequests(STORE).get(0);
        assertEquals(ActorId.SYSTEM, asked.asked().by());
        assertEquals(anomaly.id(), asked.about().subject());
        duty(DECIDER).decideOrders(STORE, asked.id(), "HONOUR");
        told(sold("2", "09:00", 5));
        assertEquals(List.of(), orders(), "1 does not fit, so all five are left for 2");
        told(sold("3", "09:10", 1));
        assertEquals(List.of("3"), orders());
        duty(DECIDER)
                .decideOrders(STORE, duty(MANAGER).openRequests(STORE).get(0).id(), "CANCEL");
        assertEquals(
                AnomalyState.CORRECTED,
                duty(KEEPER).correct(STORE, anomaly.id()).state());
    }

    private void proven(String anomaly) {
        Stream.of("SCREENSHOT_BEFORE", "SCREENSHOT_AFTER")
                .forEach(kind -> shop.ops
                        .deskOf(KEEPER)
                        .archive()
                        .attach(
                                STORE,
                                Target.of("anomaly", anomaly),
                                EvidenceKind.parse(kind),
                                shop.clock.instant(),
                                "shot"));
    }

    private static String refused(Runnable act) {
        return assertThrows(RefusedException.class, act::run).refusal().code();
    }
}
