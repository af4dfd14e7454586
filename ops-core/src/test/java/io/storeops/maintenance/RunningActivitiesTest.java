package io.storeops.maintenance;

import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.maintenance.AnomalyShop.KEEPER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.campaign.CampaignPlan;
import io.storeops.campaign.Offer;
import io.storeops.inspection.ActivityExpiryRule;
import io.storeops.inspection.PriceRule;
import io.storeops.listing.ListingField;
import io.storeops.listing.ListingValue;
import io.storeops.position.ActivityRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an approved activity that runs makes of prices, losses and times (D8, D10, D11). */
class RunningActivitiesTest {
    private final AnomalyShop shop = new AnomalyShop();
    private final Instant start = shop.shop.clock.instant().plus(Duration.ofMinutes(10));
    private final Instant end = start.plus(Duration.ofMinutes(10));

    private void runs(long price) {
        shop.shop.ops.tellCampaigns(
                STORE,
                List.of(new CampaignPlan(
                        "FS",
                        ActivityRules.Kind.DAILY,
                        "199 minus 20",
                        List.of(new Offer("A", Optional.of(price), Optional.empty())),
                        start,
                        end)));
    }

    private Optional<ListingValue> approved() {
        return shop.shop
                .ops
                .deskOf(KEEPER)
                .listings()
                .approval(STORE, "A", ListingField.PRICE_MINOR)
                .approved();
    }

    @Test
    void thePriceOfOneThatRunsIsTheApprovedOneAndThePriceBooksAnyOther() {
        runs(8_000);
        assertEquals(Optional.of(ListingValue.price(10_000)), approved());
        shop.shop.clock.set(start);
        assertEquals(Optional.of(ListingValue.price(8_000)), approved());
        shop.shop.clock.set(end.minusSeconds(1));
        assertEquals(Optional.of(ListingValue.price(8_000)), approved());
        shop.shop.clock.set(end);
        assertEquals(Optional.of(ListingValue.price(10_000)), approved());
    }

    /** 100.00 before and from its end on, 80.00 while it runs: 70.00 paid is 30.00, 2 times 10.00, and 30.00 too little. */
    @Test
    void whatWasPaidWhileOneRanIsMeasuredByItsPrice() {
        runs(8_000);
        sold("O-1", start.minusSeconds(1), 1);
        sold("O-2", start, 2);
        sold("O-3", end, 1);
        assertEquals(
                Optional.of(new Episode.Loss(3, 3_000 + 2 * 1_000 + 3_000)), loss(Optional.of(start.minusSeconds(1))));
    }

    /** Nobody knows when it was last right: what was paid before it is known to be wrong is not counted. */
    @Test
    void withoutAnInstantAtWhichItWasRightTheLossBeginsWhereItIsKnownToBeWrong() {
        sold("O-1", start.minusSeconds(1), 1);
        sold("O-2", start, 1);
        assertEquals(Optional.of(new Episode.Loss(1, 3_000)), loss(Optional.empty()));
    }

    private void sold(String order, Instant at, long units) {
        shop.shop.ops.tellSales(STORE, List.of(new SoldLine(STORE, "A", order, at, units, 7_000)));
    }

    private Optional<Episode.Loss> loss(Optional<Instant> lastGood) {
        shop.shop.clock.set(end.plusSeconds(1));
        shop.duty(KEEPER)
                .report(
                        STORE,
                        new Report(
                                "E1",
                                PriceRule.KEY,
                                "A",
                                "7000",
                                "10000",
                                start,
                                lastGood,
                                Optional.empty(),
                                Optional.empty()));
        shop.putRight("E1");
        return shop.duty(MANAGER).episodes(STORE, "E1").get(0).loss();
    }

    /** Escalating has 10 minutes in this roster; DA is no activity that anybody told of. */
    @ParameterizedTest
    @CsvSource({"FS, 0, 10", "FS, 5, 10", "FS, 15, 5", "DA, 15, 10"})
    void oneThatEndsSoonIsDueByItsEndAtTheLatest(String activity, long minutes, long due) {
        runs(8_000);
        shop.pass(Duration.ofMinutes(minutes));
        Reported reported = shop.duty(KEEPER)
                .report(
                        STORE,
                        Report.of("E2", ActivityExpiryRule.KEY, activity, "soon", "PT24H", shop.shop.clock.instant()));
        assertEquals(
                Optional.of(shop.shop.clock.instant().plus(Duration.ofMinutes(due))),
                reported.episode().orElseThrow().found().dueAt());
    }
}
