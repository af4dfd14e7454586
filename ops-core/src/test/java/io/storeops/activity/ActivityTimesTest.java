package io.storeops.activity;

import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.campaign.Offer;
import io.storeops.position.ActivityRules;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The start is included and the end excluded, wherever the store is and whatever its clocks do. */
class ActivityTimesTest {
    @ParameterizedTest
    @CsvSource({
        // On 2024-11-03 01:30 is shown twice in New York: the second one.
        "America/New_York, 2024-11-03T01:30:00-05:00, 2024-11-03T02:30:00-05:00, PT1H",
        "America/New_York, 2024-11-03T01:30:00-04:00, 2024-11-03T02:30:00-05:00, PT2H",
        // On 2025-03-09 02:00 is skipped there.
        "America/New_York, 2025-03-09T01:30:00-05:00, 2025-03-09T03:30:00-04:00, PT1H",
        // In Lord Howe the clocks move by half an hour: back on 2025-04-06, ahead on 2024-10-06.
        "Australia/Lord_Howe, 2025-04-06T01:30:00+11:00, 2025-04-06T02:30:00+10:30, PT1H30M",
        "Australia/Lord_Howe, 2024-10-06T01:30:00+10:30, 2024-10-06T02:30:00+11:00, PT30M",
        "Asia/Shanghai, 2024-11-11T20:00, 2024-11-11T21:00, PT1H",
        // The last instant of a month.
        "Asia/Shanghai, 2024-11-30T20:00, 2024-11-30T23:59:59.999999, PT3H59M59.999999S"
    })
    void startsAndEndsToTheInstant(String zone, String start, String end, Duration length) {
        ActivityShop shop = new ActivityShop(zone);
        ActivityWindow window = ActivityWindow.parse(start, end, ZoneId.of(zone));
        assertEquals(length, Duration.between(window.start(), window.end()));
        shop.ready(
                "D",
                ActivityPlan.of(
                                ActivityRules.Kind.DAILY,
                                "night",
                                List.of(new Offer("A", Optional.of(4_400L), Optional.empty())),
                                window)
                        .preparing(List.of()));
        assertEquals(ActivityState.READY, at(shop, window.start().minusNanos(1000)));
        assertEquals(ActivityState.RUNNING, at(shop, window.start()));
        assertEquals(ActivityState.RUNNING, at(shop, window.end().minusNanos(1000)));
        assertEquals(Optional.of(4_400L), price(shop, window.end().minusNanos(1000)));
        assertEquals(ActivityState.ENDING, at(shop, window.end()));
        assertEquals(Optional.empty(), price(shop, window.end()));
        assertEquals(Optional.of(window.start()), shop.get("D").course().startedAt());
        assertEquals(Optional.of(window.end()), shop.get("D").course().endedAt());
    }

    private static Optional<Long> price(ActivityShop shop, Instant at) {
        return shop.desk(OPERATOR).campaigns().priceOf(STORE, "A", at);
    }

    private static ActivityState at(ActivityShop shop, Instant instant) {
        shop.shop.clock.set(instant);
        shop.shop.ops.tick(STORE);
        return shop.state("D");
    }

    @ParameterizedTest
    @CsvSource({"12:00, RUNNING", "17:59, RUNNING", "18:00, CANCELLED", "19:00, CANCELLED"})
    void whatNoNodeStartedIsCaughtUpInItsWindowAndElseNeverStarted(String tick, ActivityState state) {
        ActivityShop shop = new ActivityShop();
        shop.ready("D", shop.daily("12:00", "18:00"));
        shop.tick(tick);
        assertEquals(state, shop.state("D"));
    }
}
