package io.storeops.maintenance;

import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.RIVAL;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.RosterDraft;
import io.storeops.catalog.Money;
import io.storeops.document.PlainText;
import io.storeops.inspection.CompetitorPriceRule;
import io.storeops.json.Json;
import io.storeops.storage.Query;
import io.storeops.storage.Versioned;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A rival's price is compared with the one that was seen first (D6), and told only where the roster lets it be told (R13). */
class RivalAnomaliesTest {
    private static final Json BASES =
            Json.object(Map.of("refundRate", Json.of("0.08"), "competitorPriceMove", Json.of("0.20")));

    private final AnomalyShop shop = new AnomalyShop(Optional.empty(), Map.of("baselines", BASES));

    private static Sighted look(AnomalyShop shop, long minor) {
        shop.minute();
        Optional<Money> shown = Optional.of(Money.ofMinor(minor, Currency.getInstance("CNY")));
        return shop.shop.ops.observe(
                STORE,
                Sighting.complete(
                        CompetitorPriceRule.KEY,
                        shop.shop.clock.instant(),
                        Map.of(RIVAL.id(), new CompetitorPriceRule.Price(shown, Optional.empty()))));
    }

    private static List<Long> references(AnomalyShop shop) {
        return shop.shop.storage.select(Query.of(Reference.TABLE, STORE)).items().stream()
                .map(Versioned::value)
                .map(Reference::value)
                .toList();
    }

    @Test
    void theFirstPriceThatIsSeenIsTheReference() {
        assertEquals(List.of(), look(shop, 10_000).found());
        assertEquals(List.of(10_000L), references(shop));
        assertEquals(List.of(), look(shop, 11_900).found());
        assertEquals(1, look(shop, 12_100).found().size());
        assertEquals(List.of(10_000L), references(shop));
    }

    @Test
    void aPriceOfNothingIsNoReference() {
        look(shop, 0);
        assertEquals(List.of(), references(shop));
        look(shop, 1);
        assertEquals(List.of(1L), references(shop));
    }

    private static List<String> told(AnomalyShop shop) {
        look(shop, 10_000);
        look(shop, 12_100);
        shop.shop.ops.deliverDue(STORE);
        return PlainText.of(shop.shop.channel.last().document())
                .lines()
                .filter(line -> !line.isBlank())
                .skip(3)
                .toList();
    }

    @Test
    void whereAChannelMayNotKnowOfRivalsItsMessageSaysWhereToLook() {
        assertEquals(List.of("数值见异常单"), told(shop));
        assertEquals(1, shop.duty(MANAGER).anomalies(STORE).size());
    }

    private static AnomalyShop ruled(String operations, String rivals) {
        Map<String, Json> members = new TreeMap<>(Map.of("baselines", BASES));
        List<String> roles = List.of("KEEPER", "STORE_MANAGER");
        members.put(
                "confidentiality",
                Json.object(Map.of(
                        "OPERATIONS",
                        RosterDraft.rule(List.of(operations), roles),
                        "COMPETITOR",
                        RosterDraft.rule(List.of(rivals), roles))));
        return new AnomalyShop(Optional.empty(), members);
    }

    @Test
    void whereItMayTheMessageSaysWhatIsMeasured() {
        assertEquals(List.of("现为 CNY 121.00，应为 CNY 100.00"), told(ruled("WORK_GROUP", "WORK_GROUP")));
        assertEquals(List.of("数值见异常单"), told(ruled("WORK_GROUP", "DATA_GROUP")));
    }

    @Test
    void nothingIsToldByItselfWhereTheRosterLetsNoOperationsBeTold() {
        AnomalyShop closed = ruled("DATA_GROUP", "WORK_GROUP");
        look(closed, 10_000);
        assertEquals(1, look(closed, 12_100).found().size());
        assertEquals(List.of(), closed.shop.deliveries());
    }
}
