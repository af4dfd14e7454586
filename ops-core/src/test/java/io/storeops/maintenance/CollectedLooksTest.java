package io.storeops.maintenance;

import static io.storeops.CollectingShop.KEEPER;
import static io.storeops.CollectingShop.SETTER;
import static io.storeops.CollectingShop.shows;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.CollectingShop;
import io.storeops.campaign.CampaignPlan;
import io.storeops.campaign.Offer;
import io.storeops.catalog.Item;
import io.storeops.catalog.Money;
import io.storeops.competitor.ShownCompetitor;
import io.storeops.enrolment.Enrolment;
import io.storeops.evidence.EvidenceKind;
import io.storeops.evidence.Target;
import io.storeops.feed.Coverage;
import io.storeops.health.HealthReading;
import io.storeops.health.HealthValue;
import io.storeops.health.Penalty;
import io.storeops.id.CommandId;
import io.storeops.inspection.InspectionVerdict;
import io.storeops.inspection.Phrase;
import io.storeops.inspection.PriceRule;
import io.storeops.inspection.RuleKey;
import io.storeops.inspection.SpendRule;
import io.storeops.inspection.Tally;
import io.storeops.listing.ListingField;
import io.storeops.listing.ListingValue;
import io.storeops.listing.ShownListing;
import io.storeops.listing.StockLevel;
import io.storeops.position.ActivityRules;
import io.storeops.storage.MemoryStorage;
import io.storeops.storage.Versioned;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is collected is judged by itself. */
class CollectedLooksTest {
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final RuleKey TITLE = RuleKey.of("PAGE", "TITLE");
    private static final RuleKey DSR = RuleKey.of("DSR", "DESCRIPTION");

    private final CollectingShop shop = new CollectingShop(MemoryStorage::empty);

    private static ListingValue price(long minor) {
        return ListingValue.price(minor);
    }

    private static ListingValue title(String text) {
        return new ListingValue(ListingField.TITLE, text);
    }

    private SeenRun last(RuleKey rule) {
        return shop.shop
                .storage
                .find(SeenRun.TABLE, SeenRun.TABLE.keyOf(STORE, rule))
                .map(Versioned::value)
                .orElseThrow();
    }

    private long count(RuleKey rule, InspectionVerdict verdict) {
        return last(rule).outcome().count(verdict);
    }

    /** One look an hour, each of other values. */
    private void looks(ListingValue... each) {
        for (ListingValue value : each) {
            shop.minutes(60);
            shop.look(value);
        }
    }

    @Nested
    class Prices {
        @Test
        void oneThatIsNotTheApprovedOneIsFoundAndRecoversAfterTwoGoodLooks() {
            shop.priced(10_000);
            looks(price(10_000), price(9_000));
            assertEquals(List.of("PRICE of A FOUND"), shop.known());
            assertEquals(List.of("found"), shop.messages());
            Episode.Found found = shop.shop
                    .ops
                    .deskOf(MANAGER)
                    .maintenance()
                    .episodes(STORE, shop.anomalies().get(0).id())
                    .get(0)
                    .found();
            assertEquals(Optional.of(shop.now().minus(Duration.ofHours(1))), found.lastGoodAt());
            assertEquals(shop.now(), found.since());
            looks(price(10_000));
            assertEquals(List.of("PRICE of A FOUND"), shop.known());
            looks(price(10_000));
            assertEquals(List.of("PRICE of A CLOSED"), shop.known());
            assertEquals(List.of("found", "recovered"), shop.messages());
        }

        @Test
        void thePriceOfARunningActivityIsTheApprovedOneWhileItRuns() {
            shop.priced(10_000);
            shop.shop.ops.tellCampaigns(
                    STORE,
                    List.of(new CampaignPlan(
                            "C1",
                            ActivityRules.Kind.DAILY,
                            "sale",
                            List.of(new Offer("A", Optional.of(8_000L), Optional.empty())),
                            shop.now().plus(Duration.ofMinutes(30)),
                            shop.now().plus(Duration.ofDays(3)))));
            looks(price(8_000));
            assertEquals(List.of(), shop.known());
            looks(price(10_000));
            assertEquals(List.of("PRICE of A FOUND"), shop.known());
        }

        @Test
        void oneThatADecisionNamesIsAsItShouldBe() {
            shop.priced(10_000);
            shop.shop
                    .ops
                    .deskOf(MANAGER)
                    .listings()
                    .nameValue(STORE, "A", price(7_000), shop.now().plus(Duration.ofMinutes(90)));
            looks(price(7_000));
            assertEquals(List.of(), shop.known());
            looks(price(7_000));
            assertEquals(List.of("PRICE of A FOUND"), shop.known());
        }

        @Test
        void oneWithoutAnApprovedPriceIsNeitherAnAnomalyNorOk() {
            looks(price(10_000));
            assertEquals(List.of(), shop.known());
            assertEquals(1, count(PriceRule.KEY, InspectionVerdict.NO_REFERENCE));
            assertEquals(0, count(PriceRule.KEY, InspectionVerdict.OK));
        }

        /** The book is entered for now, and what was read just before is compared with it all the same. */
        @Test
        void oneThatWasReadBeforeAnyPriceWasApprovedIsComparedWithTheFirst() {
            Instant read = shop.now();
            shop.minutes(5);
            shop.priced(10_000);
            shop.listings.gives(read, shows("A", price(9_000)));
            shop.keeper().collect(STORE);
            assertEquals(List.of("PRICE of A FOUND"), shop.known());
        }
    }

    @Nested
    class Stock {
        private void look(long platform, long erp) {
            shop.minutes(20);
            shop.stock.gives(shop.now(), new StockLevel("A", erp));
            shop.keeper().collectStock(STORE);
            shop.look(ListingValue.stock(platform));
        }

        @Test
        void oneThatDiffersIsFoundOnceItDidSoInEveryLookForTheGrace() {
            look(5, 5);
            look(3, 5);
            assertEquals(List.of(), shop.known());
            assertEquals(1, count(RuleKey.of("STOCK"), InspectionVerdict.LEARNING));
            assertEquals(0, count(RuleKey.of("STOCK"), InspectionVerdict.OK));
            look(3, 5);
            assertEquals(List.of("STOCK of A FOUND"), shop.known());
            look(5, 5);
            look(5, 5);
            assertEquals(List.of("STOCK of A CLOSED"), shop.known());
        }

        @Test
        void unitsThatWerePaidSinceTheErpSpokeAreGoneFromWhatIsShown() {
            for (long units = 9; units > 2; units -= 2) {
                shop.erp(units);
                shop.minutes(10);
                shop.shop.ops.tellSales(STORE, List.of(new SoldLine(STORE, "A", "O" + units, shop.now(), 2, 10_000)));
                shop.minutes(10);
                shop.look(ListingValue.stock(units - 2));
            }
            assertEquals(List.of(), shop.known());
            assertEquals(1, count(RuleKey.of("STOCK"), InspectionVerdict.OK));
        }

        /** The listings are always an hour newer than the stock that they are compared with, until the stock is read too. */
        @Test
        void twoSourcesOfDifferentInstantsAreNoDifference() {
            long units = 100;
            for (int i = 0; i < 4; i++) {
                shop.look(ListingValue.stock(units));
                shop.minutes(1);
                shop.erp(units);
                shop.minutes(59);
                units -= 10;
            }
            assertEquals(List.of(), shop.known());
        }

        @Test
        void anErpThatIsTooOldCannotBeComparedWith() {
            shop.erp(5);
            shop.minutes(121);
            shop.look(ListingValue.stock(3));
            shop.minutes(20);
            shop.look(ListingValue.stock(3));
            assertEquals(List.of(), shop.known());
            assertEquals(
                    Optional.of(Phrase.SOURCE_TOO_OLD),
                    last(RuleKey.of("STOCK")).outcome().whole());
        }
    }

    @Nested
    class Pages {
        @Test
        void oneThatIsNotTheApprovedContentIsFoundAndRecovers() {
            shop.shop.ops.deskOf(SETTER).listings().setContent(STORE, "A", title("Teapot"));
            looks(title("Teapot"), title("Kettle"));
            assertEquals(List.of("PAGE:TITLE of A FOUND"), shop.known());
            looks(title("Teapot"), title("Teapot"));
            assertEquals(List.of("PAGE:TITLE of A CLOSED"), shop.known());
        }

        @Test
        void oneWhoseApprovedContentNobodyKnowsIsNotJudged() {
            looks(title("Teapot"));
            assertEquals(1, count(TITLE, InspectionVerdict.NO_REFERENCE));
            assertEquals(List.of(), shop.known());
        }
    }

    @Nested
    class StoreHealth {
        private void look(RuleKey indicator, HealthValue value) {
            shop.minutes(60);
            shop.health.gives(shop.now(), HealthReading.of(STORE, indicator, shop.now(), value, "fake"));
            shop.keepersHealth().collect(STORE);
        }

        private static HealthValue stated(String figure) {
            return new HealthValue.Counted(Tally.stated(new BigDecimal(figure)));
        }

        private static HealthValue spent(long minor) {
            return new HealthValue.Spent(SpendRule.Spend.of(Money.ofMinor(minor, CNY), Money.ofMinor(30_000, CNY)));
        }

        private static HealthValue penalties(String... ids) {
            return new HealthValue.InForce(
                    Stream.of(ids).map(id -> Penalty.of(id, "late")).toList());
        }

        private void findsAndRecovers(RuleKey rule, HealthValue good, HealthValue bad) {
            look(rule, good);
            assertEquals(List.of(), shop.known());
            look(rule, bad);
            assertEquals(List.of(rule + " of " + STORE + " FOUND"), shop.known());
            look(rule, bad);
            look(rule, bad);
            assertEquals(List.of(rule + " of " + STORE + " FOUND"), shop.known());
            look(rule, good);
            assertEquals(List.of(rule + " of " + STORE + " FOUND"), shop.known());
            look(rule, good);
            assertEquals(List.of(rule + " of " + STORE + " CLOSED"), shop.known());
        }

        @Test
        void aScoreBelowItsBaseIsFoundAndRecovers() {
            findsAndRecovers(DSR, stated("4.80"), stated("4.79"));
        }

        @Test
        void aRefundRateAboveItsBaseIsFoundAndRecovers() {
            findsAndRecovers(RuleKey.of("REFUND_RATE"), stated("0.08"), stated("0.0801"));
        }

        @Test
        void aBadReviewRateAboveItsBaseIsFoundAndRecovers() {
            findsAndRecovers(RuleKey.of("REVIEWS"), stated("0.02"), stated("0.03"));
        }

        @Test
        void spendAboveItsBudgetIsFoundAndRecovers() {
            findsAndRecovers(RuleKey.of("ZHITONGCHE"), spent(30_000), spent(30_001));
        }

        @Test
        void aNewPenaltyIsFoundAndStaysUntilItIsLifted() {
            findsAndRecovers(RuleKey.of("PENALTY"), penalties("P1"), penalties("P1", "P2"));
        }

        @Test
        void theOnlyFigureStandsBesideItsBase() {
            look(DSR, stated("4.85"));
            assertEquals(Optional.of("4.85"), last(DSR).outcome().measured());
            assertEquals(Optional.of("4.80"), last(DSR).outcome().base());
            assertEquals(Optional.of(shop.now()), last(DSR).asOf());
        }

        @Test
        void aPenaltyThatSomebodyDecidedOnIsKnownFromThenOn() {
            RuleKey rule = RuleKey.of("PENALTY");
            look(rule, penalties("P1"));
            look(rule, penalties("P1", "P2"));
            shop.shop
                    .ops
                    .deskOf(MANAGER)
                    .maintenance()
                    .dismiss(STORE, shop.anomalies().get(0).id(), "it is of the other store");
            look(rule, penalties("P1", "P2"));
            assertEquals(List.of("PENALTY of " + STORE + " DISMISSED"), shop.known());
            look(rule, penalties("P1", "P2", "P3"));
            assertEquals(
                    1,
                    shop.known().stream().filter(each -> each.endsWith("FOUND")).count());
        }

        @Test
        void whatAPersonReadsIsJudgedAsWhatAFeedGives() {
            String shot = shop.shop
                    .ops
                    .deskOf(KEEPER)
                    .archive()
                    .attach(STORE, Target.STORE, EvidenceKind.parse("SCREENSHOT"), shop.now(), "shot")
                    .id();
            shop.keepersHealth().record(STORE, HealthReading.of(STORE, DSR, shop.now(), stated("4.70"), "eye"), shot);
            assertEquals(List.of(DSR + " of " + STORE + " FOUND"), shop.known());
        }
    }

    @Nested
    class Rivals {
        private void look(String title, long minor, long sales) {
            shop.minutes(60);
            shop.rivals.gives(
                    shop.now(),
                    new ShownCompetitor(
                            "X",
                            shop.now(),
                            Optional.of(title),
                            OptionalLong.of(minor),
                            OptionalLong.of(sales),
                            OptionalLong.empty()));
            shop.keepersRivals().collect(STORE);
        }

        @Test
        void aPriceThatMovedByATenthIsFoundAndRecovers() {
            look("Cup", 10_000, 100);
            assertEquals(1, count(RuleKey.of("COMPETITOR", "PRICE"), InspectionVerdict.NO_REFERENCE));
            look("Cup", 9_001, 100);
            assertEquals(List.of(), shop.known());
            look("Cup", 9_000, 100);
            assertEquals(List.of("COMPETITOR:PRICE of X FOUND"), shop.known());
            look("Cup", 9_500, 100);
            look("Cup", 9_500, 100);
            assertEquals(List.of("COMPETITOR:PRICE of X CLOSED"), shop.known());
        }

        @Test
        void aNewTitleIsFoundAndStaysUntilTheOldOneIsBack() {
            look("Cup", 10_000, 100);
            look("Mug", 10_000, 100);
            look("Mug", 10_000, 100);
            look("Mug", 10_000, 100);
            assertEquals(List.of("COMPETITOR:TITLE of X FOUND"), shop.known());
            look("Cup", 10_000, 100);
            look("Cup", 10_000, 100);
            assertEquals(List.of("COMPETITOR:TITLE of X CLOSED"), shop.known());
        }

        @Test
        void salesThatRoseByHalfAreFoundAndACounterThatFellIsNotJudged() {
            look("Cup", 10_000, 100);
            look("Cup", 10_000, 149);
            assertEquals(List.of(), shop.known());
            look("Cup", 10_000, 90);
            assertEquals(1, count(RuleKey.of("COMPETITOR", "SALES"), InspectionVerdict.COULD_NOT_CHECK));
            look("Cup", 10_000, 135);
            assertEquals(List.of("COMPETITOR:SALES of X FOUND"), shop.known());
        }
    }

    @Nested
    class UnknownSkus {
        private void round(boolean inListings, boolean inStock) {
            shop.minutes(10);
            shop.listings.gives(
                    shop.now(),
                    Stream.of("A", "Z")
                            .filter(id -> id.equals("A") || inListings)
                            .map(id -> shows(id, price(10_000)))
                            .toArray(ShownListing[]::new));
            shop.keeper().collect(STORE);
            shop.stock.gives(
                    shop.now(),
                    Stream.of("A", "Z")
                            .filter(id -> id.equals("A") || inStock)
                            .map(id -> new StockLevel(id, 1))
                            .toArray(StockLevel[]::new));
            shop.keeper().collectStock(STORE);
        }

        @Test
        void eachIsFoundOnceWhateverSourceHasItAndRecoversWhenNoneHas() {
            round(true, true);
            assertEquals(List.of("INFORMATION of Z FOUND"), shop.known());
            for (int i = 0; i < 4; i++) {
                round(false, true);
            }
            assertEquals(List.of("INFORMATION of Z FOUND"), shop.known());
            // Of two rows one is gone, which is too few to be judged by once.
            round(false, false);
            assertEquals(List.of("INFORMATION of Z FOUND"), shop.known());
            round(false, false);
            round(false, false);
            assertEquals(List.of("INFORMATION of Z CLOSED"), shop.known());
        }

        @Test
        void oneThatAPartOfASourceDoesNotHaveIsNotGone() {
            shop.listings.gives(shop.now(), shows("A", price(10_000)), shows("Z", price(5_000)));
            shop.keeper().collect(STORE);
            for (int i = 0; i < 4; i++) {
                shop.minutes(10);
                shop.stock.gives(shop.now(), new StockLevel("A", 1));
                shop.keeper().collectStock(STORE);
                shop.listings.clear();
                shop.listings.adds(
                        Optional.of(shop.now()), Coverage.PARTIAL, List.of(), List.of(shows("A", price(10_000))));
                shop.keeper().collect(STORE);
            }
            assertEquals(List.of("INFORMATION of Z FOUND"), shop.known());
        }

        @Test
        void oneThatIsEnrolledIsGoodAgain() {
            shop.listings.gives(shop.now(), shows("A", price(10_000)), shows("Z", price(5_000)));
            shop.keeper().collect(STORE);
            Enrolment now = shop.shop.enrolment(shop.shop.roster());
            shop.shop.ops.enrol(new Enrolment(
                    now.store(),
                    List.of(new Item(STORE, "Z", LocalDate.of(2024, 1, 1), Optional.empty())),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    now.roster()));
            // The first of these has a row fewer, which of two is too much to be judged by.
            looks(price(10_000), price(10_000), price(10_000));
            assertEquals(List.of("INFORMATION of Z CLOSED"), shop.known());
        }

        @Test
        void whatAPersonReportedAsWrongInformationIsNotForThemToEnd() {
            shop.shop
                    .ops
                    .deskOf(KEEPER)
                    .maintenance()
                    .report(STORE, Report.of("E1", RuleKey.of("INFORMATION"), "A", "red", "blue", shop.now()));
            looks(price(10_000), price(10_000), price(10_000));
            assertEquals(List.of("INFORMATION of A FOUND"), shop.known());
        }
    }

    @Nested
    class Activities {
        @Test
        void oneThatEndsWithinADayIsFoundWhenItComesToThat() {
            Instant end = shop.now().plus(Duration.ofHours(30)).plus(Duration.ofMinutes(7));
            Instant soon = end.minus(Duration.ofHours(24));
            shop.look(price(10_000));
            shop.shop.ops.tellCampaigns(
                    STORE,
                    List.of(new CampaignPlan(
                            "C1", ActivityRules.Kind.DAILY, "sale", List.of(Offer.of("A")), shop.now(), end)));
            shop.shop.clock.set(soon.minus(Duration.ofMinutes(1)));
            assertEquals(soon, shop.shop.ops.tick(STORE).nextWakeUp());
            assertEquals(List.of(), shop.known());
            shop.minutes(1);
            shop.shop.ops.tick(STORE);
            assertEquals(List.of("ACTIVITY_EXPIRY of C1 FOUND"), shop.known());
            shop.shop.ops.tick(STORE);
            assertEquals(1, shop.anomalies().get(0).counts().observations());
        }

        @Test
        void theHostOfAStoreThatCollectsNothingJudgesItself() {
            shop.shop.ops.tellCampaigns(
                    STORE,
                    List.of(new CampaignPlan(
                            "C1",
                            ActivityRules.Kind.DAILY,
                            "sale",
                            List.of(Offer.of("A")),
                            shop.now(),
                            shop.now().plus(Duration.ofHours(3)))));
            shop.shop.ops.tick(STORE);
            assertEquals(List.of(), shop.known());
        }
    }

    @Nested
    class ALook {
        @Test
        void thatIsPartialOrTooOldOrSaysNotWhenFindsNothing() {
            shop.priced(10_000);
            looks(price(10_000));
            shop.minutes(60);
            shop.listings.clear();
            shop.listings.adds(Optional.of(shop.now()), Coverage.PARTIAL, List.of(), List.of(shows("A", price(9_000))));
            shop.keeper().collect(STORE);
            assertEquals(
                    Optional.of(Phrase.SOURCE_PARTIAL),
                    last(PriceRule.KEY).outcome().whole());
            shop.pass(Duration.ofHours(4));
            shop.listings.gives(shop.now().minus(Duration.ofMinutes(121)), shows("A", price(9_000)));
            shop.keeper().collect(STORE);
            assertEquals(
                    Optional.of(Phrase.SOURCE_TOO_OLD),
                    last(PriceRule.KEY).outcome().whole());
            assertEquals(
                    Optional.of(List.of("PT2H1M", "PT2H")),
                    last(PriceRule.KEY)
                            .obstacle(shop.shop.acts().engineContext(STORE))
                            .map(judgement -> judgement.told().stream()
                                    .map(Object::toString)
                                    .toList()));
            shop.listings.clear();
            shop.listings.adds(Optional.empty(), Coverage.UNKNOWN, List.of(), List.of(shows("A", price(9_000))));
            shop.keeper().collect(STORE);
            assertEquals(
                    Optional.of(Phrase.SOURCE_WITHOUT_INSTANT),
                    last(PriceRule.KEY).outcome().whole());
            assertEquals(List.of(), shop.known());
            shop.listings.gives(shop.now(), shows("A", price(9_000)));
            shop.keeper().collect(STORE);
            assertEquals(List.of("PRICE of A FOUND"), shop.known());
        }

        @Test
        void thatHasFewerThanTheShareFindsNothingAndTheNextIsComparedWithIt() {
            shop.enrolMore(19);
            shop.priced(10_000);
            shop.listings.gives(shop.now(), all(19, 20_000, 10_000));
            shop.keeper().collect(STORE);
            shop.minutes(60);
            shop.listings.gives(shop.now(), all(17, 20_000, 9_000));
            shop.keeper().collect(STORE);
            assertEquals(
                    Optional.of(Phrase.SOURCE_SHRUNK),
                    last(PriceRule.KEY).outcome().whole());
            assertEquals(List.of(), shop.known());
            shop.minutes(60);
            shop.listings.gives(shop.now(), all(17, 20_000, 9_000));
            shop.keeper().collect(STORE);
            assertEquals(List.of("PRICE of A FOUND"), shop.known());
        }

        private ShownListing[] all(int more, long minor, long ofA) {
            return Stream.concat(
                            Stream.of(shows("A", price(ofA))),
                            Stream.iterate(0, i -> i + 1).limit(more).map(i -> shows("L" + i, price(minor))))
                    .toArray(ShownListing[]::new);
        }

        @Test
        void ofOneInstantIsOneObservationHoweverOftenItIsCollectedAndTicked() {
            shop.priced(10_000);
            shop.look(price(9_000));
            shop.shop.ops.tick(STORE);
            assertEquals(1, shop.judgements("PRICE"));
            shop.keeper().collect(STORE);
            shop.shop.ops.tick(STORE);
            assertEquals(2, shop.judgements("PRICE"));
            assertEquals(1, shop.anomalies().get(0).counts().observations());
            assertEquals(List.of("found"), shop.messages());
        }

        @Test
        void ofACommandThatIsRepeatedIsJudgedOnce() {
            shop.priced(10_000);
            shop.listings.gives(shop.now(), shows("A", price(9_000)));
            for (int i = 0; i < 2; i++) {
                shop.shop
                        .ops
                        .deskOf(KEEPER)
                        .under(CommandId.of("c1"))
                        .listings()
                        .collect(STORE);
            }
            assertEquals(1, shop.judgements("PRICE"));
        }

        @Test
        void thatWentBackToAnEarlierInstantSaysNothing() {
            shop.priced(10_000);
            looks(price(10_000), price(9_000));
            shop.listings.gives(shop.now().minus(Duration.ofMinutes(30)), shows("A", price(8_000)));
            shop.keeper().collect(STORE);
            shop.shop.ops.tick(STORE);
            assertEquals(1, shop.anomalies().get(0).counts().observations());
            assertEquals(shop.now(), last(PriceRule.KEY).asOf().orElseThrow());
            assertEquals(2, shop.judgements("PRICE"));
        }

        /** As when the process ends between the two commits. */
        @Test
        void whoseJudgementIsLostIsJudgedOnceByTheNextTick() {
            shop.priced(10_000);
            shop.listings.gives(shop.now(), shows("A", price(9_000)));
            shop.shop.storage.afterNextCommit(changes -> {
                throw new Ended();
            });
            assertThrows(Ended.class, () -> shop.keeper().collect(STORE));
            assertEquals(List.of(), shop.known());
            shop.shop.opened(shop.shop.storage).tick(STORE);
            assertEquals(List.of("PRICE of A FOUND"), shop.known());
            shop.shop.ops.tick(STORE);
            assertEquals(1, shop.judgements("PRICE"));
            assertEquals(List.of("found"), shop.messages());
        }

        private static final class Ended extends Error {
            private static final long serialVersionUID = 1L;
        }

        @Test
        void tellsAChecklistHowManyWereJudgedAndHow() {
            shop.enrolMore(2);
            shop.priced(10_000);
            shop.shop.ops.deskOf(SETTER).prices().setPriceBook(STORE, "PL0", "L0", 500);
            shop.listings.gives(
                    shop.now(), shows("A", price(10_000)), shows("L0", price(400)), shows("L1", price(300)));
            shop.keeper().collect(STORE);
            SeenRun run = last(PriceRule.KEY);
            assertEquals(
                    Map.of(
                            InspectionVerdict.OK, 1L,
                            InspectionVerdict.ANOMALY, 1L,
                            InspectionVerdict.LEARNING, 0L,
                            InspectionVerdict.COULD_NOT_CHECK, 0L,
                            InspectionVerdict.NO_REFERENCE, 1L),
                    run.outcome().counts());
            assertEquals(3, run.checked());
            assertEquals(Optional.of("LISTINGS/1"), run.looks());
            assertEquals(Optional.empty(), run.outcome().whole());
        }
    }
}
