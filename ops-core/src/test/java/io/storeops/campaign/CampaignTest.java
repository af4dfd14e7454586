package io.storeops.campaign;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.storeops.StoreFixture;
import io.storeops.campaign.CalendarEntry.Overlap;
import io.storeops.catalog.Item;
import io.storeops.enrolment.Enrolment;
import io.storeops.evidence.Stamp;
import io.storeops.failure.RefusedException;
import io.storeops.position.ActivityRules;
import io.storeops.promotion.Cut;
import io.storeops.promotion.Level;
import io.storeops.promotion.Promotion;
import io.storeops.promotion.Terms;
import io.storeops.promotion.UnitPromotion;
import io.storeops.promotion.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a campaign is, when it runs, and what it makes of a price; C is to run from 10:00 to 18:00. */
class CampaignTest {
    private static final Instant TEN = at("10:00");
    private static final Instant SIX = at("18:00");

    private static Instant at(String time) {
        return DAY.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
    }

    private static Campaign campaign(Course course, List<Offer> offers, Promotion... promotions) {
        return new Campaign(
                STORE,
                "C",
                ActivityRules.Kind.DAILY,
                "campaign",
                offers,
                List.of(promotions),
                TEN,
                SIX,
                course,
                new Stamp(MANAGER, TEN, "1"));
    }

    private static Promotion promotion(String id, Level level, Cut cut, String from, String to, String... skus) {
        return new UnitPromotion(Terms.of(id, Set.of(skus), new Window(at(from), at(to))), level, cut);
    }

    private static Promotion price(String id, long minor, String from, String to, String... skus) {
        return promotion(id, Level.ITEM, new Cut.Price(minor), from, to, skus);
    }

    private static Offer offer(String sku, Long minor) {
        return new Offer(sku, Optional.ofNullable(minor), Optional.empty());
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments(List.of(), List.of(), "One SKU or more take part in campaign C, each once, not []"),
                arguments(
                        List.of(Offer.of("A"), Offer.of("B"), Offer.of("A")),
                        List.of(),
                        "One SKU or more take part in campaign C, each once, not "
                                + List.of(Offer.of("A"), Offer.of("B"), Offer.of("A"))),
                arguments(
                        List.of(Offer.of("A")),
                        List.of(price("p", 1, "10:00", "18:00", "A"), price("p", 1, "10:00", "18:00", "A")),
                        "The promotions of campaign C have names of their own, are about SKUs that it offers, and lie in"
                                + " its window; p is about [A] from 2024-06-16T10:00:00Z to 2024-06-16T18:00:00Z"),
                arguments(
                        List.of(Offer.of("A")),
                        List.of(price("p", 1, "10:00", "18:00", "B")),
                        "The promotions of campaign C have names of their own, are about SKUs that it offers, and lie in"
                                + " its window; p is about [B] from 2024-06-16T10:00:00Z to 2024-06-16T18:00:00Z"),
                arguments(
                        List.of(Offer.of("A")),
                        List.of(price("p", 1, "09:59", "18:00", "A")),
                        "The promotions of campaign C have names of their own, are about SKUs that it offers, and lie in"
                                + " its window; p is about [A] from 2024-06-16T09:59:00Z to 2024-06-16T18:00:00Z"));
    }

    @ParameterizedTest
    @MethodSource
    void refused(List<Offer> offers, List<Promotion> promotions, String message) {
        assertEquals(
                message,
                assertThrows(
                                IllegalArgumentException.class,
                                () -> campaign(Course.BY_CLOCK, offers, promotions.toArray(Promotion[]::new)))
                        .getMessage());
    }

    @Test
    void endsAfterItStarts() {
        Campaign campaign = campaign(Course.BY_CLOCK, List.of(Offer.of("A")));
        assertEquals(TEN.plusNanos(1_000), campaign.until(TEN.plusNanos(1_000)).end());
        assertEquals(
                "Campaign C ends after it starts, both at a whole microsecond, not from 2024-06-16T10:00:00Z to"
                        + " 2024-06-16T10:00:00Z",
                assertThrows(IllegalArgumentException.class, () -> campaign.until(TEN))
                        .getMessage());
    }

    /** What it lowers until its end follows its end; what it lowers for an hour does not. */
    @Test
    void whatItLowersUntilItsEndFollowsALaterEnd() {
        Campaign campaign = campaign(
                Course.BY_CLOCK,
                List.of(Offer.of("A")),
                price("all", 20, "10:00", "18:00", "A"),
                price("hour", 10, "11:00", "12:00", "A"));
        assertEquals(
                List.of(new Window(TEN, at("20:00")), new Window(at("11:00"), at("12:00"))),
                campaign.until(at("20:00")).promotions().stream()
                        .map(Promotion::window)
                        .toList());
    }

    /** By the clock, or as its activity tells: started at 11:00 or not yet, and left at 12:00, or after its end, or not yet. */
    @ParameterizedTest
    @CsvSource({
        ", , 10:00 18:00",
        "11:00, , 11:00 18:00",
        "11:00, 12:00, 11:00 12:00",
        "11:00, 19:00, 11:00 18:00",
        "10:00, 10:00, ",
        "never, , ",
        "never, 12:00, "
    })
    void runsFromWhenItWasStartedUntilItWasLeft(String started, String left, String span) {
        Campaign campaign = campaign(course(started, left), List.of(Offer.of("A")));
        for (int minute = 9 * 60; minute <= 20 * 60; minute += 30) {
            Instant at = DAY.atStartOfDay().plusMinutes(minute).toInstant(ZoneOffset.UTC);
            Instant next = at.plusSeconds(1_800);
            boolean runs = span != null && !at.isBefore(at(span.split(" ")[0])) && at.isBefore(at(span.split(" ")[1]));
            assertEquals(runs, campaign.runsAt(at), at + " " + span);
            // It starts and ends on the half hour, so it runs at some instant of one if it runs at its first.
            assertEquals(runs, campaign.ranWithin(at, next), at + " " + span);
        }
    }

    private static Course course(String started, String left) {
        if (started == null) {
            return Course.BY_CLOCK;
        }
        Course begun = started.equals("never") ? Course.PLANNED : Course.PLANNED.started(at(started));
        return left == null ? begun : begun.left(at(left));
    }

    /** The lowest of what its offer and its promotions of a unit set; what takes off an amount or a share sets none (D8). */
    @ParameterizedTest
    @CsvSource({
        "A, 10:30, 50",
        "A, 11:00, 40",
        "A, 11:59, 40",
        "A, 12:00, 50",
        "A, 13:00, 50",
        "B, 11:00, ",
        "B, 13:00, 60",
        "Z, 13:00, "
    })
    void theLowestPriceThatItSetsThenCounts(String sku, String time, Long minor) {
        Campaign campaign = campaign(
                Course.BY_CLOCK,
                List.of(offer("A", 50L), offer("B", null)),
                price("hour", 40, "11:00", "12:00", "A"),
                price("dear", 60, "13:00", "14:00", "A", "B"),
                promotion("minus", Level.ITEM, new Cut.Minus(45), "10:00", "18:00", "A", "B"));
        assertEquals(Optional.ofNullable(minor), campaign.priceOf(sku, at(time)));
        assertEquals(Optional.ofNullable(minor), Campaign.priceOf(List.of(campaign), sku, at(time)));
    }

    /** Of several the lowest that runs. */
    @Test
    void theLowestPriceOfThoseThatRunCounts() {
        Campaign dear = campaign(Course.BY_CLOCK, List.of(offer("A", 50L)));
        Campaign cheap = campaign(Course.BY_CLOCK, List.of(offer("A", 40L)));
        Campaign planned = campaign(Course.PLANNED, List.of(offer("A", 30L)));
        assertEquals(Optional.of(40L), Campaign.priceOf(List.of(dear, cheap, planned), "A", at("10:00")));
        assertEquals(Optional.empty(), Campaign.priceOf(List.of(dear, cheap, planned), "A", at("18:00")));
    }

    @Test
    void whatItOffersIsAskedBySku() {
        Campaign campaign = campaign(Course.BY_CLOCK, List.of(offer("A", 50L), offer("B", 60L)));
        assertEquals(Optional.of(offer("B", 60L)), campaign.offerOf("B"));
        assertEquals(Optional.empty(), campaign.offerOf("Z"));
    }

    private static StoreFixture shop() {
        StoreFixture shop = new StoreFixture.Setup().itemAndRival().open();
        Enrolment now = shop.enrolment(shop.roster());
        shop.ops.enrol(Enrolment.builder(now.store(), DAY)
                .item(now.items().get(0))
                .item(new Item(STORE, "B", DAY.minusYears(1), Optional.empty()))
                .roster(now.roster())
                .build());
        return shop;
    }

    private static CampaignPlan plan(StoreFixture shop, String id, String from, String to, String... skus) {
        return new CampaignPlan(
                id, ActivityRules.Kind.DAILY, id, Stream.of(skus).map(Offer::of).toList(), shop.at(from), shop.at(to));
    }

    /** What it lowers is of SKUs that the store has, too. */
    @Test
    void whatItLowersIsKnown() {
        StoreFixture shop = shop();
        CampaignPlan plan = new CampaignPlan(
                "X",
                ActivityRules.Kind.DAILY,
                "x",
                List.of(Offer.of("A")),
                List.of(new UnitPromotion(
                        Terms.of("p", Set.of("Z"), new Window(shop.at("10:00"), shop.at("11:00"))),
                        Level.ITEM,
                        new Cut.Price(10))),
                shop.at("10:00"),
                shop.at("11:00"));
        assertEquals(
                "NO_SUCH_SKU",
                assertThrows(RefusedException.class, () -> shop.ops.tellCampaigns(STORE, List.of(plan)))
                        .refusal()
                        .code());
    }

    /**
     * It is 12:00. From 11:00 to 16:00 run M on A and B until 13:00, K on A from 09:00 to 12:30, and L on B, which begins with M and ends at
     * 14:00; P on A is to begin at 15:00. N was over at 11:00, O begins at 16:00. Soon is within an hour, which 13:00 is.
     */
    @Test
    void theCalendarNamesWhatRunsWhatOverlapsAndWhatEndsSoon() {
        StoreFixture shop = shop();
        shop.ops.tellCampaigns(
                STORE,
                List.of(
                        plan(shop, "N", "08:00", "11:00", "A"),
                        plan(shop, "M", "10:00", "13:00", "A", "B"),
                        plan(shop, "L", "10:00", "14:00", "B"),
                        plan(shop, "K", "09:00", "12:30", "A"),
                        plan(shop, "P", "15:00", "17:00", "A"),
                        plan(shop, "O", "16:00", "17:00", "B")));
        shop.clock.set(shop.at("12:00"));
        List<CalendarEntry> entries = shop.ops
                .deskOf(MANAGER)
                .campaigns()
                .calendar(STORE, shop.at("11:00"), shop.at("16:00"), Duration.ofHours(1));
        assertEquals(
                List.of("K RUNNING soon", "L RUNNING", "M RUNNING soon", "P COMING"),
                entries.stream()
                        .map(entry -> entry.campaign().id() + " " + entry.phase() + (entry.endsSoon() ? " soon" : ""))
                        .toList());
        Window kAndM = new Window(shop.at("10:00"), shop.at("12:30"));
        Window lAndM = new Window(shop.at("10:00"), shop.at("13:00"));
        assertEquals(
                List.of(
                        List.of(new Overlap("M", kAndM, List.of("A"))),
                        List.of(new Overlap("M", lAndM, List.of("B"))),
                        List.of(new Overlap("K", kAndM, List.of("A")), new Overlap("L", lAndM, List.of("B"))),
                        List.of()),
                entries.stream().map(CalendarEntry::overlaps).toList());
        assertEquals(
                new Window(shop.at("09:00"), shop.at("12:30")), entries.get(0).span());
    }
}
