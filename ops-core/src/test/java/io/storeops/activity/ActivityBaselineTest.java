package io.storeops.activity;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.NEXT;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.SHANGHAI;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.activity.ActivityEffect.Span;
import io.storeops.activity.ActivityEffect.Uplift;
import io.storeops.campaign.CampaignPlan;
import io.storeops.campaign.Offer;
import io.storeops.figures.Figures;
import io.storeops.figures.Metric;
import io.storeops.figures.Semantics;
import io.storeops.json.Json;
import io.storeops.position.ActivityRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which days are ordinary, beside which an activity is told, and which slots are those before, during and after it (R62, D41), by hand.
 * Boundaries stand at 09:00 to 21:00 each hour: slot 1 is 00:00-09:00, slot 13 is 20:00-21:00 and slot 14 is 21:00-24:00. Ordinary days are
 * enough from 4 on.
 */
class ActivityBaselineTest {
    private final ActivityShop shop = new ActivityShop();

    private static ActivityShop withRules(Map<String, Json> rules) {
        return new ActivityShop(setup -> setup.with("activityRules", Json.object(rules)));
    }

    /** Slot 13 of A brought so much on so many days before. */
    private static void brought(ActivityShop shop, int back, long amount) {
        shop.brought("A", DAY.minusDays(back), 13, amount, 10, 1);
    }

    /** It ran from 20:00 to 21:00, and slot 13 brought 1,000. */
    private static Uplift ran(ActivityShop shop) {
        shop.clock("09:00");
        shop.running("F", shop.flash("20:00", "21:00"));
        shop.brought("A", DAY, 13, 1_000, 50, 5);
        shop.tick("21:00");
        return effect(shop).uplifts().get(0);
    }

    private static ActivityEffect effect(ActivityShop shop) {
        return shop.by(OPERATOR)
                .effect(STORE, shop.by(OPERATOR).all(STORE).get(0).id())
                .orElseThrow();
    }

    /** The middle one of an odd number, and half-up the mean of the middle two of an even one. */
    @ParameterizedTest
    @CsvSource({
        "100 400 200, 3, ",
        "100 400 200 300, 4, 250",
        "1 6 2 5, 4, 4",
        "900 100 400 200 300, 5, 300",
        "0 0 0 0, 4, 0"
    })
    void theMedianOfEnoughOrdinaryDaysIsTheBaseline(String amounts, int days, Long median) {
        long[] each = Stream.of(amounts.split(" ")).mapToLong(Long::parseLong).toArray();
        for (int back = each.length; back >= 1; back--) {
            brought(shop, back, each[back - 1]);
        }
        assertEquals(
                new Uplift(
                        "A",
                        OptionalLong.of(1_000),
                        median == null ? OptionalLong.empty() : OptionalLong.of(median),
                        days),
                ran(shop));
    }

    /** Four weeks, unless the roster says otherwise. */
    @ParameterizedTest
    @CsvSource({", 4", "28, 4", "27, 3", "29, 5", "1, 1"})
    void theRosterSaysHowFarBackOrdinaryDaysAreLookedFor(Long baselineDays, int days) {
        ActivityShop some = withRules(baselineDays == null ? Map.of() : Map.of("baselineDays", Json.of(baselineDays)));
        for (int back : new int[] {29, 28, 3, 2, 1}) {
            brought(some, back, 100);
        }
        assertEquals(days, ran(some).days());
    }

    private CampaignPlan campaign(String id, String sku, Instant from, Instant to) {
        return new CampaignPlan(id, ActivityRules.Kind.DAILY, id, List.of(Offer.of(sku)), from, to);
    }

    private Instant at(int back, String time) {
        return shop.shop.at(DAY.minusDays(back), time);
    }

    /**
     * Of six days a campaign on A ran in the morning of the first and until the last instant of the fourth; one on B ran on the second, and
     * one on A was approved for the third and never started. The median of 200, 300, 500 and 600 is 400.
     */
    @Test
    void aDateOnWhichACampaignRanOnTheItemIsNotOrdinary() {
        shop.twoItems();
        for (int back = 6; back >= 1; back--) {
            if (back == 3) {
                shop.shop.clock.set(at(3, "12:00"));
                shop.approved(
                        "Z",
                        ActivityPlan.of(
                                ActivityRules.Kind.DAILY,
                                "never",
                                List.of(Offer.of("A")),
                                new ActivityWindow(at(3, "13:00"), at(3, "14:00"))));
            }
            brought(shop, back, 100L * back);
            shop.shop.ops.tick(STORE);
        }
        shop.clock("08:00");
        shop.shop.ops.tellCampaigns(
                STORE,
                List.of(
                        campaign("C1", "A", at(1, "09:00"), at(1, "10:00")),
                        campaign("C2", "B", at(2, "09:00"), at(2, "22:00")),
                        campaign("C4", "A", at(4, "22:00"), at(3, "00:00"))));
        assertEquals(ActivityState.CANCELLED, shop.state("Z"));
        assertEquals(new Uplift("A", OptionalLong.of(1_000), OptionalLong.of(400), 4), ran(shop));
    }

    /** Slot 11 was from 18:00 to 24:00 until the roster of the day, and is from 18:00 to 19:00 since; slot 10 is from 17:00 to 18:00 in both. */
    @ParameterizedTest
    @CsvSource({"17:00, 18:00, 4", "18:00, 19:00, 0", "20:00, 21:00, 0"})
    void aSlotOfOtherHoursIsNotTheSame(String from, String to, int days) {
        ActivityShop changed = new ActivityShop(setup -> setup.boundaries(
                "09:00", "10:00", "11:00", "12:00", "13:00", "14:00", "15:00", "16:00", "17:00", "18:00"));
        for (int back = 4; back >= 1; back--) {
            changed.brought("A", DAY.minusDays(back), 10, 100, 10, 1);
            changed.brought("A", DAY.minusDays(back), 11, 100, 10, 1);
        }
        changed.shop.enrolRoster(DAY, "2", 9, 21);
        changed.clock("09:00");
        changed.running("D", changed.daily(from, to));
        changed.tick(to);
        assertEquals(days, effect(changed).uplifts().get(0).days());
    }

    /**
     * From 20:00 until 10:00 of the next day it covers slots 13 and 14 and then 1 and 2. On the day so many before slots 13 and 14 brought
     * 100 each for each day, 1 and 2 brought 1 each for each day, and on the day itself 5 each. Of the same slots one day back two are of
     * the day on which it began, so that is none; two to five days back they brought 2 x 200 + 2 x 1 = 402, 604, 806 and 1,008, of which
     * the median is 705. It brought 30 + 40 + 50 + 60 = 180. How many persons came is not known of several days.
     */
    @Test
    void overSeveralDatesAmountsAddUpAndPersonsDoNot() {
        for (int back = 5; back >= 1; back--) {
            LocalDate date = DAY.minusDays(back);
            shop.brought("A", date, 1, back, 1, 1);
            shop.brought("A", date, 2, back, 1, 1);
            shop.brought("A", date, 13, 100L * back, 1, 1);
            shop.brought("A", date, 14, 100L * back, 1, 1);
        }
        shop.brought("A", DAY, 1, 5, 1, 1);
        shop.running(
                "D",
                ActivityPlan.of(
                                ActivityRules.Kind.DAILY,
                                "night",
                                List.of(new Offer("A", Optional.of(4_400L), Optional.empty())),
                                new ActivityWindow(shop.at("20:00"), shop.shop.at(NEXT, "10:00")))
                        .preparing(List.of()));
        shop.clock("10:00");
        shop.read("A", DAY, 2, Semantics.DELTA, Figures.of(5, 1, 1));
        shop.clock("20:00");
        shop.shop.ops.tick(STORE);
        shop.brought("A", DAY, 13, 30, 3, 2);
        shop.brought("A", DAY, 14, 40, 3, 2);
        shop.brought("A", NEXT, 1, 50, 3, 2);
        shop.brought("A", NEXT, 2, 60, 3, 2);
        shop.shop.ops.tick(STORE);
        ActivityEffect effect = effect(shop);
        assertEquals(
                new Uplift("A", OptionalLong.of(180), OptionalLong.of(705), 4),
                effect.uplifts().get(0));
        Figures during = effect.during().items().get(0).figures();
        assertEquals(OptionalLong.of(180), during.find(Metric.AMOUNT));
        assertEquals(OptionalLong.empty(), during.find(Metric.VISITORS));
        assertEquals(OptionalLong.empty(), during.find(Metric.BUYERS));
        assertEquals(
                List.of(shop.at("16:00"), shop.at("20:00"), shop.shop.at(NEXT, "10:00"), shop.shop.at(NEXT, "14:00")),
                List.of(
                        effect.before().from(),
                        effect.before().to(),
                        effect.after().from(),
                        effect.after().to()));
    }

    /** As many slots before and after as cover it, across midnight: a date, a slot's first hour and the hour at which its last one ends. */
    @ParameterizedTest
    @CsvSource({
        // Slot 2: before it slot 1, after it slot 3.
        "09:30, 10:00, 0 00:00 09:00, 0 10:00 11:00",
        // Slot 1: before it slot 14 of the day before.
        "02:00, 03:00, -1 21:00 24:00, 0 09:00 10:00",
        // Slot 14: after it slot 1 of the next day.
        "22:00, 23:00, 0 20:00 21:00, 1 00:00 09:00",
        // Slots 12 to 14, and three each.
        "19:00, 22:00, 0 16:00 19:00, 1 00:00 11:00"
    })
    void theSpansBeforeAndAfterAreAsManySlots(String from, String to, String before, String after) {
        shop.shop.clock.set(shop.shop.at(DAY.minusDays(1), "09:00"));
        shop.running("D", shop.daily(from, to));
        shop.shop.clock.set(shop.at(to));
        shop.shop.ops.tick(STORE);
        ActivityEffect effect = effect(shop);
        assertEquals(span(before), instants(effect.before()));
        assertEquals(span(after), instants(effect.after()));
    }

    private static List<Instant> instants(Span span) {
        return List.of(span.from(), span.to());
    }

    private List<Instant> span(String text) {
        String[] parts = text.split(" ");
        LocalDate date = DAY.plusDays(Long.parseLong(parts[0]));
        Instant to = parts[2].equals("24:00")
                ? date.plusDays(1).atStartOfDay(SHANGHAI).toInstant()
                : shop.shop.at(date, parts[2]);
        return List.of(shop.shop.at(date, parts[1]), to);
    }

    /**
     * Counters said 900, 1,000 and 1,300 at 18:00, 19:00 and 21:00: slot 11 brought 100, and slots 12 and 13 together 300, of which nobody
     * knows how much each brought (R30).
     */
    @ParameterizedTest
    @CsvSource({
        "18:00, 19:00, 100",
        "19:00, 21:00, 300",
        "18:00, 21:00, 400",
        "19:00, 20:00, ",
        "20:00, 21:00, ",
        "18:00, 20:00, "
    })
    void whatAdjoiningSlotsBroughtTogetherCountsWhereItLiesWhollyInTheSpan(String from, String to, Long amount) {
        shop.ready("D", shop.daily(from, to));
        shop.tick("18:00");
        shop.read("A", DAY, 10, Semantics.CUMULATIVE_DAY, Figures.of(900, 90, 9));
        shop.tick("19:00");
        shop.read("A", DAY, 11, Semantics.CUMULATIVE_DAY, Figures.of(1_000, 100, 10));
        shop.tick("20:00");
        shop.tick("21:00");
        shop.read("A", DAY, 13, Semantics.CUMULATIVE_DAY, Figures.of(1_300, 130, 13));
        ActivityEffect effect = effect(shop);
        assertEquals(shop.at(from), effect.during().from());
        assertEquals(
                amount == null ? OptionalLong.empty() : OptionalLong.of(amount),
                effect.during().amountMinor());
        Figures figures = effect.during().items().get(0).figures();
        assertEquals(
                amount == null ? OptionalLong.empty() : OptionalLong.of(amount / 10), figures.find(Metric.VISITORS));
        assertEquals(
                amount == null ? OptionalLong.empty() : OptionalLong.of(amount / 100), figures.find(Metric.BUYERS));
    }

    /** What all items brought is known once that of each is. */
    @ParameterizedTest
    @CsvSource({"20, 120", ", "})
    void theAmountOfAllItemsIsKnownIfThatOfEachIs(Long ofB, Long all) {
        shop.twoItems();
        shop.running(
                "D",
                ActivityPlan.of(
                                ActivityRules.Kind.DAILY,
                                "two",
                                List.of(Offer.of("A"), Offer.of("B")),
                                new ActivityWindow(shop.at("20:00"), shop.at("21:00")))
                        .preparing(List.of()));
        shop.brought("A", DAY, 13, 100, 10, 1);
        if (ofB != null) {
            shop.brought("B", DAY, 13, ofB, 10, 1);
        }
        shop.shop.ops.tick(STORE);
        assertEquals(
                all == null ? OptionalLong.empty() : OptionalLong.of(all),
                effect(shop).during().amountMinor());
        assertEquals(
                List.of("A", "B"),
                effect(shop).uplifts().stream().map(Uplift::item).toList());
        assertEquals(
                LongStream.of(100, ofB == null ? -1 : ofB).boxed().toList(),
                effect(shop).uplifts().stream()
                        .map(uplift -> uplift.amountMinor().orElse(-1))
                        .toList());
    }

    /** Sold out at 20:30 it ran until then; while it runs it has run until now. */
    @Test
    void itRanUntilItEndedOrUntilNow() {
        shop.running("F", shop.flash("19:00", "22:00"));
        assertEquals(Optional.empty(), shop.by(OPERATOR).effect(STORE, "F"));
        shop.tick("19:30");
        assertEquals(
                List.of(shop.at("19:00"), shop.at("20:00")),
                instants(effect(shop).during()));
        shop.tick("20:30");
        shop.by(OPERATOR).track(STORE, "F", Effect.of(50, 50));
        shop.tick("23:00");
        assertEquals(
                List.of(shop.at("19:00"), shop.at("21:00")),
                instants(effect(shop).during()));
        assertEquals(Optional.empty(), shop.by(OPERATOR).effect(STORE, "X"));
    }
}
