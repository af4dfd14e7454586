package io.storeops.maintenance;

import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.maintenance.AnomalyShop.KEEPER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.RosterDraft;
import io.storeops.StoreFixture;
import io.storeops.evidence.EvidenceKind;
import io.storeops.evidence.Target;
import io.storeops.inspection.RuleKey;
import io.storeops.json.Json;
import io.storeops.listing.ListedField;
import io.storeops.listing.ListingEditor;
import io.storeops.listing.ListingFacts;
import io.storeops.listing.ListingValue;
import io.storeops.publishing.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By when somebody acts: the category's own time if it can be put right, else that of an escalation (D13), in their hours (D85). */
class AnomalyDuesTest {
    private static Report report(String id, String category, Instant since, Optional<Instant> latest) {
        return new Report(
                id, RuleKey.of(category), "A", "bad", "good", since, Optional.empty(), Optional.empty(), latest);
    }

    /** PRICE has ten minutes, STOCK a quarter of an hour, an escalation ten minutes; all are found at 09:00. */
    @ParameterizedTest
    @CsvSource({
        "PRICE,            , 09:10",
        "STOCK,            , 09:15",
        "INFORMATION,      , 09:10",
        "STOCK,       09:12, 09:12",
        "STOCK,       09:20, 09:15",
        "INFORMATION, 09:05, 09:05"
    })
    void isThatOfTheCategoryUnlessSomethingElseIsEarlier(String category, String latest, String due) {
        AnomalyShop shop = new AnomalyShop();
        Reported reported = shop.duty(KEEPER)
                .report(
                        STORE,
                        report(
                                "E1",
                                category,
                                shop.shop.clock.instant(),
                                Optional.ofNullable(latest).map(shop.shop::at)));
        assertEquals(
                Optional.of(shop.shop.at(due)),
                reported.episode().orElseThrow().found().dueAt());
    }

    private static Json sundays(String from, String to) {
        return Json.object(Map.of("SUN", Json.array(List.of(RosterDraft.texts(from, to)))));
    }

    private static Json hours(String from, String to) {
        return Json.object(Map.of("spans", sundays(from, to)));
    }

    /** The store's first day is a Sunday: the keepers begin at 09:30, and the manager, as all others, at ten. */
    @Test
    void runsInTheHoursOfWhoeverOwesIt() {
        StoreFixture shop = new StoreFixture.Setup()
                .anomalies()
                .itemAndRival()
                .role("CLEANER", "READ")
                .role("KEEPER", "EXECUTE:X2")
                .works(KEEPER, "KEEPER")
                .with(
                        "calendar",
                        Json.object(Map.of(
                                "spans",
                                sundays("10:00", "16:00"),
                                "roles",
                                Json.object(Map.of(
                                        "CLEANER", hours("05:00", "09:20"), "KEEPER", hours("09:30", "22:00"))))))
                .open();
        shop.clock.set(shop.at("09:00"));
        Maintenance keeper = shop.ops.deskOf(KEEPER).maintenance();
        Reported reported = keeper.report(STORE, report("E1", "PRICE", shop.clock.instant(), Optional.empty()));
        assertEquals(
                Optional.of(shop.at("09:40")),
                reported.episode().orElseThrow().found().dueAt());
        shop.ops
                .deskOf(KEEPER)
                .archive()
                .attach(
                        STORE,
                        Target.of("anomaly", "E1"),
                        EvidenceKind.parse("SCREENSHOT"),
                        shop.clock.instant(),
                        "shot");
        keeper.escalate(STORE, "E1", MANAGER, "match it");
        assertEquals(List.of("escalation-1"), told(shop, "10:29:59"));
        assertEquals(List.of("escalation-1", "reminder"), told(shop, "10:30"));
        assertEquals(List.of("escalation-1", "reminder"), told(shop, "10:59:59"));
        assertEquals(List.of("escalation-1", "level-2", "reminder"), told(shop, "11:00"));
    }

    private static List<String> told(StoreFixture shop, String time) {
        shop.clock.set(shop.at(time));
        shop.ops.tick(STORE);
        return shop.deliveries().stream()
                .map(Delivery::messageId)
                .map(id -> id.substring("anomaly/E1/1/".length()))
                .sorted()
                .toList();
    }

    /** A stock that may not be written is before others ten minutes after that is known, though it is due later itself. */
    @Test
    void afterACorrectionThatFailedIsThatOfAnEscalation() {
        FailingMarket market = new FailingMarket();
        AnomalyShop shop = new AnomalyShop(Optional.of(market));
        shop.shop.ops.tellListings(
                STORE,
                ListingFacts.since(shop.shop.clock.instant()).stock("A", 5).build());
        shop.duty(KEEPER).report(STORE, report("E1", "STOCK", shop.shop.clock.instant(), Optional.empty()));
        shop.pass(Duration.ofMinutes(1));
        shop.shop.ops.deskOf(KEEPER).listings().write(STORE, "A", ListingValue.stock(5));
        for (String time : List.of("09:10:59", "09:11")) {
            shop.shop.clock.set(shop.shop.at(time));
            shop.shop.ops.tick(STORE);
        }
        assertEquals(
                Optional.of(shop.shop.at("09:11")),
                shop.duty(MANAGER).episodes(STORE, "E1").get(0).marks().overdueAt());
    }

    private static final class FailingMarket implements ListingEditor {
        @Override
        public Answer apply(Wish wish) {
            return new Answer.Rejected("no");
        }

        @Override
        public Optional<Shown> read(ListedField field) {
            return Optional.empty();
        }
    }
}
