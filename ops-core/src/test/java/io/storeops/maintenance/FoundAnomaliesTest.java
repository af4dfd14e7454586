package io.storeops.maintenance;

import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.NEXT;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.StoreOps;
import io.storeops.document.PlainText;
import io.storeops.inspection.PriceRule;
import io.storeops.publishing.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FoundAnomaliesTest {
    private final AnomalyShop shop = new AnomalyShop();

    private List<String> messages() {
        return shop.shop.deliveries().stream().map(Delivery::messageId).toList();
    }

    @Test
    void tenAlternationsWithARestartAreOneAnomalyOneNoticeAndOneRecovery() {
        for (int i = 0; i < 10; i++) {
            StoreOps ops = i < 5 ? shop.shop.ops : shop.shop.opened(shop.shop.storage);
            shop.minute();
            shop.look(ops, 9_000);
            shop.minute();
            shop.look(ops, 10_000);
        }
        assertEquals(AnomalyState.FOUND, shop.known("E1").state());
        assertEquals(10, shop.known("E1").counts().observations());
        assertEquals(List.of("anomaly/E1/1/found"), messages());
        shop.minute();
        assertEquals(List.of("E1"), shop.look(10_000).recovered());
        shop.minute();
        assertEquals(List.of(), shop.look(10_000).recovered());
        assertEquals(List.of("anomaly/E1/1/found", "anomaly/E1/1/recovered"), messages());
        assertEquals(1, shop.duty(MANAGER).anomalies(STORE).size());
        assertEquals(
                Optional.of(AnomalyResult.SELF_RECOVERED),
                shop.known("E1").ended().map(Anomaly.Ending::result));
    }

    @Test
    void aPriceBookShiftedByOneRowIsOneAnomalyOfItsSourceAndOneMessage() {
        Map<String, Long> shown = new LinkedHashMap<>();
        for (int i = 0; i < 50_000; i++) {
            shown.put("L" + i, 9_000L);
        }
        Sighted sighted = shop.shop.ops.observe(STORE, shop.sighting(shown, 10_000));
        assertEquals(1, sighted.found().size());
        Anomaly only = shop.duty(MANAGER).anomalies(STORE).get(0);
        assertEquals(1, shop.duty(MANAGER).anomalies(STORE).size());
        assertEquals("INFORMATION of SOURCE:PRICE", only.key().toString());
        assertEquals(1, messages().size());
        // Once the source can be judged by again, nothing of it is left.
        shop.minute();
        shown.replaceAll((subject, minor) -> 10_000L);
        assertEquals(
                sighted.found(),
                shop.shop.ops.observe(STORE, shop.sighting(shown, 10_000)).recovered());
    }

    @Test
    void aMessageNamesTheItemAsPeopleDoWithWhatIsShownAndWhatShouldBe() {
        shop.look(9_000);
        shop.shop.ops.deliverDue(STORE);
        String text = PlainText.of(shop.shop.channel.attempts().get(0).document());
        assertTrue(text.contains("PRICE A 搪瓷杯"), text);
        assertTrue(text.contains("现为 CNY 90.00，应为 CNY 100.00"), text);
    }

    /** What is good has no row of its own, however many there are; when it was last good is known from the look before. */
    @Test
    void oneOfTwentyThousandThatTurnsBadWasLastGoodAtTheLookBefore() {
        Map<String, Long> shown = new LinkedHashMap<>();
        for (int i = 0; i < 20_000; i++) {
            shown.put("L" + i, 10_000L);
        }
        Instant before = shop.shop.clock.instant();
        shop.shop.ops.observe(STORE, shop.sighting(shown, 10_000));
        shop.minute();
        shown.put("L7", 9_000L);
        Sighted sighted = shop.shop.ops.observe(STORE, shop.sighting(shown, 10_000));
        assertEquals(1, sighted.found().size());
        Episode.Found found = shop.duty(MANAGER)
                .episodes(STORE, sighted.found().get(0))
                .get(0)
                .found();
        assertEquals(Optional.of(before), found.lastGoodAt());
        assertEquals(shop.shop.clock.instant(), found.since());
    }

    @Test
    void twoProcessesThatSeeTheSameFindOneAnomaly() {
        StoreOps other = shop.shop.opened(shop.shop.storage);
        for (int i = 0; i < 20; i++) {
            shop.look(i % 2 == 0 ? shop.shop.ops : other, 9_000);
        }
        assertEquals(1, shop.duty(MANAGER).anomalies(STORE).size());
        assertEquals(List.of("anomaly/E1/1/found"), messages());
    }

    @Test
    void whatIsFoundWithinADayAfterItsEndIsANewEpisodeAndLaterANewAnomaly() {
        shop.report("E1");
        assertEquals(AnomalyState.CLOSED, shop.putRight("E1").state());
        shop.pass(Duration.ofHours(24).minusSeconds(1));
        Reported again = shop.report("E2");
        assertEquals(Remark.REOPENED, again.remark());
        assertEquals(Optional.of(5), again.anomaly().map(Anomaly::version));
        assertEquals(2, shop.known("E1").counts().episodes());
        shop.putRight("E1");
        shop.pass(Duration.ofHours(24));
        assertEquals(Remark.FOUND, shop.report("E2").remark());
        assertEquals(AnomalyState.FOUND, shop.known("E2").state());
    }

    @Test
    void silenceCountsApartUntilItsEnd() {
        shop.duty(MANAGER)
                .silence(
                        STORE,
                        "PRICE",
                        Optional.of("A"),
                        shop.shop.clock.instant().plusSeconds(60),
                        "the designer is at work");
        assertEquals(Remark.SILENCED, shop.report("E1").remark());
        assertEquals(2, shop.report("E1").silenced());
        assertEquals(new Sighted(List.of(), List.of(), List.of(), List.of(), false), shop.look(9_000));
        assertTrue(shop.duty(MANAGER).anomalies(STORE).isEmpty());
        shop.minute();
        assertEquals(Remark.FOUND, shop.report("E1").remark());
        assertEquals(1, shop.known("E1").counts().observations());
    }

    @Test
    void oneOfTheWholeStoreCoversThoseOfItsItemsUntilItIsClosed() {
        Sighted first = shop.refunds(Map.of("A", 100, STORE.value(), 90));
        assertEquals(List.of("R-S"), first.found());
        assertEquals(List.of("R-A"), first.covered());
        assertEquals(Optional.empty(), episode("R-A").found().dueAt());
        shop.escalate("R-S");
        shop.duty(MANAGER).giveFeedback(STORE, "R-S", Feedback.Decision.of("HOLD", "a new size chart"));
        shop.minute();
        assertEquals(List.of("R-A"), shop.refunds(Map.of("A", 100)).observed());
        shop.duty(AnomalyShop.KEEPER).close(STORE, "R-S", AnomalyResult.HOLD);
        shop.minute();
        assertEquals(List.of("R-A"), shop.refunds(Map.of("A", 100)).found());
        assertEquals(
                Optional.of(shop.shop.clock.instant().plus(Duration.ofMinutes(10))),
                episode("R-A").found().dueAt());
    }

    @Test
    void aCoveredOneThatIsGoodAgainWasNeverAnybodysWork() {
        shop.refunds(Map.of("A", 100, STORE.value(), 90));
        shop.duty(MANAGER).dismiss(STORE, "R-S", "counted twice");
        shop.minute();
        assertEquals(List.of("R-A"), shop.refunds(Map.of("A", 10)).recovered());
        assertEquals(
                List.of(new Counted("R-A", true, false)),
                shop.duty(MANAGER).counted(STORE).stream()
                        .filter(each -> each.id().equals("R-A"))
                        .toList());
    }

    @Test
    void whatIsTakenAsItIsIsObservedOnlyAndTheDateIsIncluded() {
        shop.refunds(Map.of("A", 100));
        shop.escalate("R-A");
        shop.duty(MANAGER)
                .giveFeedback(
                        STORE,
                        "R-A",
                        new Feedback.Decision(
                                "ACCEPT", Optional.of("a courier strike"), Optional.of(NEXT), Optional.empty()));
        shop.duty(AnomalyShop.KEEPER).close(STORE, "R-A", AnomalyResult.ACCEPTED);
        shop.shop.clock.set(shop.shop.at(NEXT, "23:59"));
        assertEquals(List.of("R-A"), shop.refunds(Map.of("A", 100)).observed());
        assertEquals(AnomalyState.CLOSED, shop.known("R-A").state());
        shop.minute();
        assertEquals(1, shop.refunds(Map.of("A", 100)).found().size());
        assertEquals(AnomalyState.CLOSED, shop.known("R-A").state());
    }

    @Test
    void whatADepartmentFoundWasOmitted() {
        shop.report(AnomalyShop.KEEPER, "E1");
        assertEquals(false, shop.known("E1").origin().omitted());
        shop.duty(AnomalyShop.KEEPER)
                .report(
                        STORE,
                        new Report(
                                "E2",
                                AnomalyShop.REFUNDS,
                                "A",
                                "0.1",
                                "0.08",
                                shop.shop.clock.instant(),
                                Optional.empty(),
                                Optional.of(MANAGER),
                                Optional.empty()));
        assertEquals(true, shop.known("E2").origin().omitted());
        assertEquals(PriceRule.KEY, shop.known("E1").key().rule());
    }

    private Episode episode(String id) {
        List<Episode> episodes = shop.duty(MANAGER).episodes(STORE, id);
        return episodes.get(episodes.size() - 1);
    }
}
