package io.storeops.listing;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.listing.ShopWithPrices.FIRST;
import static io.storeops.listing.ShopWithPrices.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.catalog.Money;
import io.storeops.failure.DeniedException;
import io.storeops.failure.RefusedException;
import io.storeops.feed.Coverage;
import io.storeops.id.CommandId;
import io.storeops.inspection.CompetitorPriceRule;
import io.storeops.inspection.InspectionRules;
import io.storeops.inspection.InspectionVerdict;
import io.storeops.position.Baselines;
import io.storeops.position.Roster;
import io.storeops.source.Source;
import io.storeops.source.SourceIntake;
import io.storeops.source.StrayRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CollectPricesTest {
    private final ShopWithFeeds shop = new ShopWithFeeds();

    private static BookPrice price(String sku, long minor) {
        return new BookPrice(sku, minor, Optional.empty());
    }

    private static BookPrice price(String sku, long minor, Instant from) {
        return new BookPrice(sku, minor, Optional.of(from));
    }

    private BookIntake collect(String asOf, BookPrice... rows) {
        shop.book.gives(shop.at(asOf), rows);
        return shop.pricer(FIRST).collect(STORE);
    }

    private List<String> book(String sku) {
        return shop.pricer(FIRST).bookOf(STORE, sku).changes().stream()
                .map(change -> change.priceMinor() + " " + change.state() + " " + change.number())
                .toList();
    }

    private Optional<Long> approved(String sku, Instant at) {
        return shop.pricer(FIRST).bookOf(STORE, sku).approvedAt(at).map(PriceChange::priceMinor);
    }

    private static List<String> codes(BookIntake intake) {
        return intake.intake().refused().stream()
                .map(each -> each.subject() + " " + each.code())
                .toList();
    }

    @Test
    void aPriceIsEnteredAsByHandAndOnce() {
        BookIntake first = collect("08:50", price("A", 10_000), price("B-red", 5_000));
        assertEquals(2, first.intake().taken());
        assertEquals(List.of(), first.held());
        assertEquals(Optional.of(10_000L), approved("A", shop.at("09:00")));
        // It never counts for what is past, whatever the source says.
        assertEquals(Optional.empty(), approved("A", shop.at("08:59")));
        shop.wait("10:00");
        assertEquals(
                0,
                collect("09:50", price("A", 10_000), price("B-red", 5_000))
                        .intake()
                        .taken());
        assertEquals(1, collect("09:50", price("A", 9_000)).intake().taken());
        assertEquals(List.of("10000 SUPERSEDED 1", "9000 IN_FORCE 2"), book("A"));
    }

    @Test
    void aPriceBeyondTheGuardIsHeldAndShownUntilAnotherReleasesIt() {
        collect("08:50", price("A", 10_000));
        BookIntake held = collect("08:55", price("A", 6_999));
        assertEquals(1, held.held().size());
        PriceChange change = shop.pricer(SECOND).held(STORE).get(0);
        assertEquals(held.held(), List.of(change.id()));
        assertEquals(Optional.of(HoldReason.BEYOND_GUARD), change.heldFor());
        assertEquals(Optional.of(10_000L), approved("A", shop.at("10:00")));
        assertThrows(DeniedException.class, () -> shop.pricer(FIRST).releasePrice(STORE, change.id()));
        // It waits once, however often the book is read meanwhile.
        assertEquals(0, collect("08:58", price("A", 6_999)).intake().taken());
        shop.wait("10:00");
        shop.pricer(SECOND).releasePrice(STORE, change.id());
        assertEquals(Optional.of(6_999L), approved("A", shop.at("10:00")));
        assertEquals(0, collect("10:00", price("A", 6_999)).intake().taken());
    }

    @Test
    void eachPriceThatWaitsIsAChangeOfItsOwn() {
        collect("08:50", price("A", 10_000));
        BookIntake held = collect("08:55", price("A", 6_999), price("A", 6_000, shop.at("12:00")));
        assertEquals(List.of("book/A/2/1", "book/A/2/2"), held.held());
        // Another price than the one that waits is not known by it.
        assertEquals(List.of("book/A/3/1"), collect("08:58", price("A", 5_000)).held());
        // One that is to wait from noon on is new where it is to count at once.
        assertEquals(List.of("book/A/4/1"), collect("08:59", price("A", 6_000)).held());
    }

    @Test
    void aPriceOfAnItemOfSeveralSkusIsNobodys() {
        assertEquals(
                "item B has the SKUs [B-blue, B-red]; name one of them",
                assertThrows(RefusedException.class, () -> shop.pricer(FIRST).setPriceBook(STORE, "P1", "B", 100))
                        .refusal()
                        .detail());
        assertEquals(
                "store S1 has no SKU Q; enrol its item first",
                assertThrows(RefusedException.class, () -> shop.pricer(FIRST).setPriceBook(STORE, "P1", "Q", 100))
                        .refusal()
                        .detail());
    }

    @Test
    void aPriceBelowTheFloorIsHeld() {
        collect("08:50", price("A", 10_000));
        shop.pricer(FIRST).setFloor(STORE, "A", 9_500, DAY);
        assertEquals(
                Optional.of(HoldReason.BELOW_FLOOR),
                shop.pricer(FIRST)
                        .findChange(
                                STORE,
                                collect("09:00", price("A", 9_499)).held().get(0))
                        .orElseThrow()
                        .heldFor());
    }

    @Test
    void aUnitErrorIsHeld() {
        collect("08:50", price("A", 10_000), price("B-red", 5_000));
        assertEquals(
                2,
                collect("08:51", price("A", 100), price("B-red", 500_000))
                        .held()
                        .size());
        assertEquals(Optional.of(10_000L), approved("A", shop.at("09:00")));
        assertEquals(Optional.of(5_000L), approved("B-red", shop.at("09:00")));
    }

    @Test
    void ofPricesThatHaveBegunTheLastCountsAndLaterOnesAreScheduled() {
        BookIntake intake = collect(
                "08:50",
                price("A", 9_000, shop.at("12:00")),
                price("A", 8_000, shop.at("06:00")),
                price("A", 10_000, shop.at("07:00")));
        assertEquals(2, intake.intake().taken());
        assertEquals(Optional.of(10_000L), approved("A", shop.at("11:59")));
        assertEquals(Optional.of(9_000L), approved("A", shop.at("12:00")));
        assertEquals(List.of("10000 IN_FORCE 1", "9000 IN_FORCE 2"), book("A"));
        assertEquals(
                0,
                collect("08:51", price("A", 10_000, shop.at("07:00")), price("A", 9_000, shop.at("12:00")))
                        .intake()
                        .taken());
        shop.wait("12:00");
        shop.prices.shop.ops.tick(STORE);
        assertEquals(List.of("10000 SUPERSEDED 1", "9000 IN_FORCE 2"), book("A"));
    }

    @Test
    void aLaterPriceIsComparedWithTheOneThatTheSameBookSetsBeforeIt() {
        assertEquals(
                1,
                collect("08:50", price("A", 10_000), price("A", 6_999, shop.at("12:00")))
                        .held()
                        .size());
        assertEquals(Optional.of(10_000L), approved("A", shop.at("12:00")));
    }

    @Test
    void whatNobodyCanTellApartIsRefused() {
        assertEquals(
                List.of("A CONTRADICTORY"),
                codes(collect("08:50", price("A", 10_000), price("A", 9_900), price("A", 1, shop.at("06:00")))));
        assertEquals(List.of(), book("A"));
        assertEquals(List.of("S1 FROM_THE_FUTURE"), codes(collect("11:01", price("A", 10_000))));
        assertEquals(
                List.of(new StrayRow(
                        STORE, Source.PRICE_BOOK, 3, 1, Optional.empty(), Optional.of("Q"), "PRICE_MINOR 5")),
                collect("08:50", price("Q", 5)).intake().strays());
        assertEquals(1, collect("08:50", price("B-blue", 5)).intake().taken());
    }

    @Test
    void aBookOfBeforeADecisionDoesNotUndoIt() {
        collect("08:50", price("A", 10_000));
        shop.wait("09:30");
        shop.pricer(SECOND).setPriceBook(STORE, "P1", "A", 9_000);
        assertEquals(List.of("A OUTDATED"), codes(collect("09:29", price("A", 10_000))));
        assertEquals(Optional.of(9_000L), approved("A", shop.at("09:30")));
        assertEquals(1, collect("09:30", price("A", 10_000)).intake().taken());
    }

    @Test
    void aPriceThatWasTakenBackComesBackOnlyByHandOrAfterAnother() {
        collect("08:50", price("A", 10_000));
        shop.pricer(FIRST)
                .withdrawPrice(STORE, collect("09:00", price("A", 5_000)).held().get(0));
        shop.wait("09:30");
        assertEquals(List.of("A WITHDRAWN"), codes(collect("09:30", price("A", 5_000))));
        assertEquals(List.of(), shop.pricer(FIRST).held(STORE));
        collect("09:30", price("A", 9_000));
        shop.wait("10:00");
        assertEquals(1, collect("10:00", price("A", 5_000)).held().size());
    }

    @Test
    void aRepeatedCommandReadsNothingAndGivesTheFirstResult() {
        collect("08:50", price("A", 10_000));
        shop.book.gives(shop.at("08:55"), price("A", 1), price("Q", 5));
        Prices under = shop.prices.desk(FIRST).under(CommandId.of("c-1")).prices();
        BookIntake first = under.collect(STORE);
        shop.pricer(SECOND).releasePrice(STORE, first.held().get(0));
        assertEquals(first, under.collect(STORE));
        assertEquals(2, shop.book.requests.size());
    }

    @Test
    void aBookThatDoesNotSayOfWhenItIsGoesThroughTheGuardAllTheSame() {
        collect("08:50", price("A", 10_000));
        shop.book.clear();
        shop.book.adds(Optional.empty(), Coverage.PARTIAL, List.of(), List.of(price("A", 9_000), price("B-red", 7)));
        SourceIntake intake = shop.pricer(FIRST).collect(STORE).intake();
        assertEquals(2, intake.taken());
        assertEquals(Coverage.PARTIAL, intake.look().coverage());
        assertEquals(Optional.empty(), intake.look().asOf());
    }

    /** SET_BASELINE reaches the rules at the instant that is judged, and not before it (D92). */
    @Test
    void aBaseValueThatWasSetIsTheOneThatTheRulesTake() {
        Roster roster = shop.prices.shop.roster();
        Currency cny = Currency.getInstance("CNY");
        shop.pricer(FIRST)
                .setBaseline(STORE, BaselineKey.COMPETITOR_PRICE_MOVE, new BigDecimal("0.20"), shop.at("12:00"));
        shop.pricer(FIRST)
                .setBaseline(STORE, BaselineKey.COMPETITOR_PRICE_MOVE, new BigDecimal("0.30"), shop.at("13:00"));
        for (List<String> expected : List.of(
                List.of("11:59", "NO_REFERENCE"),
                List.of("12:00", "ANOMALY"),
                List.of("12:59", "ANOMALY"),
                List.of("13:00", "OK"))) {
            Instant at = shop.at(expected.get(0));
            Baselines baselines = shop.pricer(FIRST).baselinesAt(STORE, at);
            CompetitorPriceRule rule = (CompetitorPriceRule)
                    InspectionRules.of(roster, baselines, cny, Optional.empty()).get(CompetitorPriceRule.KEY);
            assertEquals(
                    InspectionVerdict.valueOf(expected.get(1)),
                    rule.judge(at, CompetitorPriceRule.Price.of(Money.ofMinor(120, cny), Money.ofMinor(100, cny)))
                            .verdict(),
                    expected::toString);
            assertEquals(roster.baselines().dsr(), baselines.dsr());
        }
    }
}
