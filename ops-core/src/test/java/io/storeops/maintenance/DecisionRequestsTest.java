package io.storeops.maintenance;

import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.StoreFixture;
import io.storeops.campaign.CampaignPlan;
import io.storeops.campaign.Offer;
import io.storeops.failure.DeniedException;
import io.storeops.failure.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.inspection.PriceRule;
import io.storeops.position.ActivityRules;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What is put before the manager: the fate of orders (R50) and later ends of activities (R66). */
class DecisionRequestsTest {
    private static final ActorId KEEPER = ActorId.of("keeper-1");
    private static final ActorId DECIDER = ActorId.of("decider-1");
    private static final ActorId BOTH = ActorId.of("both-1");

    private final StoreFixture shop = new StoreFixture.Setup()
            .anomalies()
            .itemAndRival()
            .role("KEEPER", "EXECUTE:X2")
            .role("DECIDER", "DECIDE:ORDERS", "APPROVE:EXTENSION", "READ")
            .works(KEEPER, "KEEPER")
            .works(DECIDER, "DECIDER")
            .works(BOTH, "KEEPER")
            .works(BOTH, "DECIDER")
            .open();

    private final Instant end = shop.at("18:00");

    private Maintenance duty(ActorId actor) {
        return shop.ops.deskOf(actor).maintenance();
    }

    private static String refused(Executable act) {
        return assertThrows(RefusedException.class, act).refusal().code();
    }

    @BeforeEach
    void findSomethingInARunningActivity() {
        shop.clock.set(shop.at("09:00"));
        duty(KEEPER).report(STORE, Report.of("E1", PriceRule.KEY, "A", "10", "100", shop.clock.instant()));
        shop.ops.tellCampaigns(
                STORE,
                List.of(new CampaignPlan(
                        "DA",
                        ActivityRules.Kind.DAILY,
                        "199 minus 20",
                        List.of(Offer.of("A")),
                        shop.at("08:00"),
                        end)));
    }

    @Test
    void theFateOfOrdersIsDecidedOnceAndBySomebodyElse() {
        DecisionRequest asked = duty(KEEPER).requestOrders(STORE, "Q1", "E1", List.of("O-1", "O-2"));
        assertEquals(Optional.empty(), asked.decided());
        assertEquals(List.of(asked), duty(MANAGER).openRequests(STORE));
        assertEquals(
                "DECIDE:ORDERS",
                assertThrows(DeniedException.class, () -> duty(KEEPER).decideOrders(STORE, "Q1", "HONOUR"))
                        .code());
        assertEquals("DECISION_MISSING", refused(() -> duty(DECIDER).decideOrders(STORE, "Q1", " ")));
        shop.clock.set(shop.at("09:35"));
        DecisionRequest decided = duty(DECIDER).decideOrders(STORE, "Q1", "HONOUR");
        assertEquals(Optional.of(new DecisionRequest.Decided("HONOUR", shop.at("09:35"), DECIDER)), decided.decided());
        assertEquals(Optional.of(decided), duty(MANAGER).findRequest(STORE, "Q1"));
        assertEquals(List.of(), duty(MANAGER).openRequests(STORE));
        assertEquals("WRONG_STATE", refused(() -> duty(DECIDER).decideOrders(STORE, "Q1", "CANCEL")));
    }

    @Test
    void nobodyDecidesWhatTheyAskedThemselves() {
        duty(BOTH).requestOrders(STORE, "Q1", "E1", List.of("O-1"));
        assertEquals(
                "SELF_DECISION",
                assertThrows(DeniedException.class, () -> duty(BOTH).decideOrders(STORE, "Q1", "HONOUR"))
                        .code());
    }

    @Test
    void anApprovedExtensionDecidesThoseThatAskForNoLaterEnd() {
        duty(KEEPER).requestExtension(STORE, "Q1", "DA", end.plusSeconds(60));
        duty(KEEPER).requestExtension(STORE, "Q2", "DA", end.plusSeconds(61));
        duty(KEEPER).requestOrders(STORE, "Q3", "E1", List.of("O-1"));
        assertEquals("NOT_ABOUT_ORDERS", refused(() -> duty(DECIDER).decideOrders(STORE, "Q1", "HONOUR")));
        shop.clock.set(shop.at("09:40"));
        shop.ops.deskOf(DECIDER).campaigns().approveExtension(STORE, "DA", end.plusSeconds(60));
        assertEquals(
                Optional.of(new DecisionRequest.Decided("APPROVED", shop.at("09:40"), DECIDER)),
                duty(MANAGER).findRequest(STORE, "Q1").orElseThrow().decided());
        assertEquals(
                List.of("Q2", "Q3"),
                duty(MANAGER).openRequests(STORE).stream()
                        .map(DecisionRequest::id)
                        .toList());
    }

    @Test
    void whatIsNotThereOrAskedAlreadyIsRefused() {
        assertEquals("NO_SUCH_ANOMALY", refused(() -> duty(KEEPER).requestOrders(STORE, "Q1", "E2", List.of("O-1"))));
        assertEquals("NO_SUCH_CAMPAIGN", refused(() -> duty(KEEPER).requestExtension(STORE, "Q1", "DB", end)));
        assertEquals("NOT_LATER", refused(() -> duty(KEEPER).requestExtension(STORE, "Q1", "DA", end)));
        assertEquals("NO_SUCH_REQUEST", refused(() -> duty(DECIDER).decideOrders(STORE, "Q1", "HONOUR")));
        duty(KEEPER).requestOrders(STORE, "Q1", "E1", List.of("O-1"));
        assertEquals("EXISTS", refused(() -> duty(KEEPER).requestExtension(STORE, "Q1", "DA", end.plusSeconds(1))));
        assertEquals(Optional.empty(), duty(MANAGER).findRequest(STORE, "Q2"));
    }

    @Test
    void aRequestIsAboutOrdersOrAnActivity() {
        assertThrows(IllegalArgumentException.class, () -> duty(KEEPER).requestOrders(STORE, "Q1", "E1", List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> duty(KEEPER).requestOrders(STORE, "Q1", "E1", List.of("O-1", "O-1")));
        assertThrows(
                IllegalArgumentException.class,
                () -> duty(KEEPER).requestExtension(STORE, "Q1", "DA", end.plusNanos(1)));
    }
}
