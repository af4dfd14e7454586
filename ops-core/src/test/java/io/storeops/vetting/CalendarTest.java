package io.storeops.vetting;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.campaign.CalendarEntry;
import io.storeops.campaign.CalendarEntry.Overlap;
import io.storeops.campaign.Campaign;
import io.storeops.promotion.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The calendar of campaigns, their course, and their windows in zones whose days are not of 24 hours. */
class CalendarTest {
    @Nested
    class WhatRuns {
        private final VettingShop shop = VettingShop.open();

        private List<CalendarEntry> calendar(String from, String to) {
            return shop.desk().campaigns().calendar(STORE, shop.at(from), shop.at(to), Duration.ofHours(2));
        }

        private static String told(CalendarEntry entry) {
            return entry.campaign().id() + " " + entry.phase() + (entry.endsSoon() ? " ends soon" : "");
        }

        private Window window(String from, String to) {
            return new Window(shop.at(from), shop.at(to));
        }

        @Test
        void overlapsAndEndsSoon() {
            shop.approve(shop.planned("D1", "10:00", "14:00").offering("A", "B"));
            shop.approve(shop.planned("D2", "13:00", "16:00").offering("B", "K-S"), "D1");
            shop.approve(shop.planned("D3", "13:30", "14:00").offering("A"), "D1");
            shop.approve(shop.planned("D4", "16:00", "17:00").offering("B"));
            shop.shop.clock.set(shop.at("10:00"));
            shop.start("D1");
            shop.shop.clock.set(shop.at("12:00"));
            List<CalendarEntry> entries = calendar("12:00", "16:00");
            assertEquals(
                    List.of("D1 RUNNING ends soon", "D2 COMING", "D3 COMING"),
                    entries.stream().map(WhatRuns::told).toList());
            assertEquals(
                    List.of(
                            new Overlap("D2", window("13:00", "14:00"), List.of("B")),
                            new Overlap("D3", window("13:30", "14:00"), List.of("A"))),
                    entries.get(0).overlaps());
            assertEquals(
                    List.of(new Overlap("D1", window("13:00", "14:00"), List.of("B"))),
                    entries.get(1).overlaps());
            shop.shop.clock.set(shop.at("11:59"));
            assertEquals("D1 RUNNING", told(calendar("12:00", "16:00").get(0)));
        }

        @Test
        void isLateUntilItIsStartedAndOverWhenItIsLeft() {
            shop.approve(shop.planned("D1", "10:00", "14:00").offering("A"));
            shop.approve(shop.planned("D2", "10:00", "14:00").offering("B"));
            shop.shop.clock.set(shop.at("10:00"));
            assertEquals("D1 LATE", told(calendar("00:00", "23:00").get(0)));
            shop.shop.clock.set(shop.at("11:00"));
            shop.start("D1");
            shop.leave("D2", Released.NOT_STARTED);
            shop.shop.clock.set(shop.at("12:00"));
            shop.leave("D1", Released.ENDED);
            List<CalendarEntry> entries = calendar("00:00", "23:00");
            assertEquals(
                    List.of("D1 OVER"), entries.stream().map(WhatRuns::told).toList());
            assertEquals(window("11:00", "12:00"), entries.get(0).span());
            assertEquals(List.of(), calendar("12:00", "23:00"));
            assertEquals(List.of(), calendar("00:00", "11:00"));
        }

        /** The price of an activity counts while it runs, and still answers for the past (D8). */
        @Test
        void rulesThePriceWhileItRunsOnly() {
            shop.approve(shop.planned("T1", "10:00", "14:00").offering("A").flash(9_000, "A"));
            shop.shop.clock.set(shop.at("11:00"));
            assertEquals(Optional.empty(), priceAt("11:00"));
            shop.start("T1");
            assertEquals(Optional.of(9_000L), priceAt("11:00"));
            shop.shop.clock.set(shop.at("12:00"));
            shop.leave("T1", Released.ENDED);
            assertEquals(Optional.empty(), priceAt("10:59"));
            assertEquals(Optional.of(9_000L), priceAt("11:00"));
            assertEquals(Optional.of(9_000L), priceAt("11:59:59"));
            assertEquals(Optional.empty(), priceAt("12:00"));
            assertEquals(
                    List.of("T1"),
                    shop.desk().campaigns().running(STORE, shop.at("11:30")).stream()
                            .map(Campaign::id)
                            .toList());
        }

        private Optional<Long> priceAt(String time) {
            return shop.desk().campaigns().priceOf(STORE, "A", shop.at(time));
        }
    }

    /**
     * From 01:30 until 02:30 by the clock on the wall on both days on which it changes: 2 hours in autumn in New York, and 1 in spring, when
     * 02:30 does not exist and is 03:30; 90 minutes and 30 on Lord Howe, which moves by half an hour, from 02:00 to 01:30 and to 02:30.
     */
    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2025-03-09, PT1H",
        "America/New_York, 2024-11-03, PT2H",
        "Australia/Lord_Howe, 2024-10-06, PT30M",
        "Australia/Lord_Howe, 2025-04-06, PT1H30M",
        "Asia/Shanghai, 2024-11-11, PT1H"
    })
    void runsFromItsFirstInstantUntilBeforeItsEndOnDaysOfAnyLength(String zone, String date, String length) {
        VettingShop shop = new VettingShop.Setup().zone(zone).open();
        Instant from =
                LocalDateTime.parse(date + "T01:30").atZone(ZoneId.of(zone)).toInstant();
        Instant to =
                LocalDateTime.parse(date + "T02:30").atZone(ZoneId.of(zone)).toInstant();
        assertEquals(Duration.parse(length), Duration.between(from, to));
        shop.approve(shop.planned("D1", from, to).promising("A", 60).item(9_000, "A"));
        shop.approve(shop.planned("D2", to, to.plusSeconds(60)).promising("A", 60));
        shop.approve(shop.planned("D0", from.minusSeconds(60), from).promising("A", 60));
        shop.shop.clock.set(from);
        shop.start("D1");
        String running = List.of(from.minusSeconds(1), from, to.minusNanos(1_000), to).stream()
                .map(at -> shop.desk().campaigns().running(STORE, at).stream()
                        .map(Campaign::id)
                        .collect(Collectors.joining()))
                .collect(Collectors.joining(","));
        assertEquals(",D1,D1,", running);
    }

    /** June ends with its last instant: the price counts until then, and the floor of July from the next one on. */
    @Test
    void endsWithTheLastInstantOfAMonth() {
        VettingShop shop = VettingShop.open();
        Instant july = shop.shop.at(DAY.withDayOfMonth(30).plusDays(1), "00:00");
        shop.desk().prices().setFloor(STORE, "A", 9_800, DAY.withDayOfMonth(30).plusDays(1));
        shop.approve(
                shop.planned("D1", july.minusSeconds(3_600), july).offering("A").item(9_000, "A"));
        assertEquals(
                "BELOW_FLOOR",
                VettingShop.refused(() -> shop.approve(shop.planned("D2", july, july.plusSeconds(60))
                                .offering("A")
                                .item(9_000, "A")))
                        .code());
        shop.shop.clock.set(july.minusSeconds(3_600));
        shop.start("D1");
        assertEquals(Optional.of(9_000L), shop.desk().campaigns().priceOf(STORE, "A", july.minusNanos(1_000)));
        assertEquals(Optional.empty(), shop.desk().campaigns().priceOf(STORE, "A", july));
    }
}
