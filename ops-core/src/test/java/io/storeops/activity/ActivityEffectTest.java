package io.storeops.activity;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.activity.ActivityEffect.ItemFigures;
import io.storeops.activity.ActivityEffect.Source;
import io.storeops.activity.ActivityEffect.Span;
import io.storeops.activity.ActivityEffect.Uplift;
import io.storeops.document.PlainText;
import io.storeops.feed.Coverage;
import io.storeops.feed.FeedPage;
import io.storeops.figures.Metric;
import io.storeops.figures.OrderLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The effect of an activity, by hand. Boundaries stand at 09:00 to 21:00 each hour, so slot 13 is 20:00-21:00. */
class ActivityEffectTest {
    private final ActivityShop shop = new ActivityShop();

    private void brought(LocalDate date, int slot, long amount, long visitors, long buyers) {
        shop.brought("A", date, slot, amount, visitors, buyers);
    }

    private ActivityEffect effect() {
        return shop.by(OPERATOR).effect(STORE, "F").orElseThrow();
    }

    private static OptionalLong amount(Span span) {
        return span.amountMinor();
    }

    @Test
    void beforeDuringAndAfterAreAsManySlotsAndTheUpliftIsAgainstTheMedianOfOrdinaryDays() {
        // Four ordinary days: 100, 400, 200, 300; their median is 250.
        long[] ordinary = {100, 400, 200, 300};
        for (int back = 4; back >= 1; back--) {
            brought(DAY.minusDays(back), 13, ordinary[back - 1], 10, 1);
        }
        shop.shop.clock.set(shop.at("09:00"));
        shop.ready("F", shop.flash("20:00", "21:00"));
        assertEquals(Optional.empty(), shop.by(OPERATOR).effect(STORE, "F"));
        brought(DAY, 12, 70, 20, 2);
        shop.tick("20:00");
        shop.tick("21:00");
        brought(DAY, 13, 1_000, 50, 5);
        ActivityEffect effect = effect();
        assertEquals(Source.SLOTS, effect.source());
        assertEquals(OptionalLong.of(70), amount(effect.before()));
        assertEquals(OptionalLong.of(1_000), amount(effect.during()));
        assertEquals(OptionalLong.empty(), amount(effect.after()));
        assertEquals(
                List.of(shop.at("19:00"), shop.at("20:00"), shop.at("20:00"), shop.at("21:00"), shop.at("21:00")),
                List.of(
                        effect.before().from(),
                        effect.before().to(),
                        effect.during().from(),
                        effect.during().to(),
                        effect.after().from()));
        assertEquals(
                "10.00%",
                effect.during()
                        .items()
                        .get(0)
                        .figures()
                        .conversion()
                        .orElseThrow()
                        .text("-"));
        Uplift uplift = effect.uplifts().get(0);
        assertEquals(new Uplift("A", OptionalLong.of(1_000), OptionalLong.of(250), 4), uplift);
        assertEquals("300.00%", uplift.ratio().orElseThrow().text("-"));
        String report = PlainText.of(shop.by(OPERATOR).report(STORE, "F").orElseThrow());
        assertTrue(report.contains("300.00%"), report);
        assertTrue(report.contains("10.00"), report);
    }

    @Test
    void tooFewOrdinaryDaysAreLearningAndDaysOfCampaignsAreNone() {
        for (int back = 3; back >= 1; back--) {
            brought(DAY.minusDays(back), 13, 100, 10, 1);
        }
        shop.shop.clock.set(shop.at("09:00"));
        shop.ready("F", shop.flash("20:00", "21:00"));
        shop.tick("20:00");
        shop.tick("21:00");
        brought(DAY, 13, 1_000, 50, 5);
        assertEquals(
                new Uplift("A", OptionalLong.of(1_000), OptionalLong.empty(), 3),
                effect().uplifts().get(0));
        assertEquals(Optional.empty(), effect().uplifts().get(0).ratio());
    }

    @Test
    void aWindowThatIsNotOnBoundariesIsCoveredByWholeSlotsAndNothingIsProRata() {
        shop.ready("F", shop.flash("19:30", "20:15"));
        shop.tick("19:30");
        brought(DAY, 12, 70, 20, 2);
        shop.tick("20:15");
        assertEquals(shop.at("19:00"), effect().during().from());
        assertEquals(shop.at("21:00"), effect().during().to());
        assertEquals(OptionalLong.empty(), amount(effect().during()));
        brought(DAY, 13, 30, 10, 1);
        assertEquals(OptionalLong.of(100), amount(effect().during()));
        assertEquals(shop.at("17:00"), effect().before().from());
    }

    private static OrderLine line(String order, Instant paid, long minor) {
        return new OrderLine(
                order,
                Optional.of("A"),
                Optional.of(paid),
                minor,
                0,
                OptionalLong.of(1),
                false,
                0,
                Optional.of("buyer of " + order));
    }

    private static FeedPage<OrderLine> page(Coverage coverage, OrderLine... lines) {
        return new FeedPage<>(List.of(lines), List.of(), Optional.empty(), Optional.empty(), coverage);
    }

    @Test
    void ordersTellTheWindowToTheInstant() {
        ActivityWindow ran = new ActivityWindow(shop.at("19:30"), shop.at("20:15"));
        List<FeedPage<OrderLine>> pages = List.of(
                page(
                        Coverage.COMPLETE,
                        line("1", shop.at("19:30"), 10),
                        line("2", shop.at("20:15"), 100),
                        line("3", shop.at("20:15").minusNanos(1000), 1_000)),
                page(Coverage.COMPLETE, line("1", shop.at("19:30"), 10), line("4", shop.at("19:29"), 7)));
        ItemFigures told = new OrderedEffect(ran)
                .of(pages, List.of("A"))
                .orElseThrow()
                .items()
                .get(0);
        assertEquals(1_010, told.figures().get(Metric.AMOUNT));
        assertEquals(2, told.figures().get(Metric.ORDERS));
        assertEquals(2, told.figures().get(Metric.UNITS));
        assertEquals(2, told.figures().get(Metric.BUYERS));
        assertEquals(Optional.empty(), new OrderedEffect(ran).of(List.of(page(Coverage.PARTIAL)), List.of("A")));
    }
}
