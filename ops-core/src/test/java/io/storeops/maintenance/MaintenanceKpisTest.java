package io.storeops.maintenance;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.NEXT;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.maintenance.AnomalyShop.KEEPER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.DayDuties;
import io.storeops.Scored;
import io.storeops.inspection.PriceRule;
import io.storeops.kpi.Kpi;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** K2.1 to K2.4 by hand (section 5; D13, D14, D17, D18, D24, D69): a price is due after ten minutes, at 09:10 where it is found at 09:00. */
class MaintenanceKpisTest {
    private AnomalyShop shop = new AnomalyShop();

    private void at(String time) {
        shop.shop.clock.set(shop.shop.at(time));
    }

    private void assertScores(LocalDate date, String... expected) {
        assertEquals(
                List.of(expected),
                Scored.of(shop.shop, date, date, Kpi.K2_1, Kpi.K2_2, Kpi.K2_3, Kpi.K2_4)
                        .raw());
    }

    private void assertScores(String... expected) {
        assertScores(DAY, expected);
    }

    @Test
    void whatIsPutRightAtItsDueIsInTime() {
        shop.report("E1");
        at("09:10");
        shop.putRight("E1");
        assertScores("K2.1 1/1 100.00%", "K2.2 1/1 100.00%", "K2.3 1/1 100.00%", "K2.4 1/1 100.00%");
    }

    @Test
    void whatIsPutRightLaterIsNot() {
        shop.report("E1");
        at("09:10:01");
        shop.putRight("E1");
        assertScores("K2.1 0/1 0.00%", "K2.2 1/1 100.00%", "K2.3 1/1 100.00%", "K2.4 1/1 100.00%");
    }

    @Test
    void whatNobodyActsOnCountsFromItsDueOn() {
        shop.report("E1");
        at("09:09:59");
        assertScores("K2.1 0/0 N/A", "K2.2 0/0 N/A", "K2.3 0/0 N/A", "K2.4 1/1 100.00%");
        at("09:10");
        assertScores("K2.1 0/1 0.00%", "K2.2 0/1 0.00%", "K2.3 0/0 N/A", "K2.4 1/1 100.00%");
    }

    @Test
    void whatIsGoodAgainByItsDueWasNobodysWork() {
        shop.look(9_000);
        at("09:09");
        shop.look(10_000);
        at("09:10");
        assertEquals(List.of("E1"), shop.look(10_000).recovered());
        at("12:00");
        assertScores("K2.1 0/0 N/A", "K2.2 1/1 100.00%", "K2.3 1/1 100.00%", "K2.4 1/1 100.00%");
    }

    @Test
    void whatIsGoodAgainAfterItsDueWas() {
        shop.look(9_000);
        at("09:10");
        shop.look(10_000);
        at("09:10:01");
        assertEquals(List.of("E1"), shop.look(10_000).recovered());
        assertScores("K2.1 0/1 0.00%", "K2.2 1/1 100.00%", "K2.3 1/1 100.00%", "K2.4 1/1 100.00%");
    }

    /** K2.1 counts episodes, the others anomalies; what had to be opened again was not done well. */
    @Test
    void whatIsFoundAgainIsTwoEpisodesOfOneAnomaly() {
        shop.report("E1");
        at("09:05");
        shop.putRight("E1");
        at("10:00");
        shop.report("E1");
        at("10:11");
        shop.putRight("E1");
        assertScores("K2.1 1/2 50.00%", "K2.2 1/1 100.00%", "K2.3 0/1 0.00%", "K2.4 1/1 100.00%");
    }

    /** The evidence of an episode is that from its beginning to the beginning of the next. */
    @Test
    void eachEpisodeNeedsItsOwnEvidence() {
        shop.report("E1");
        at("09:05");
        shop.putRight("E1");
        at("10:00");
        shop.report("E1");
        at("10:10");
        assertScores("K2.1 1/2 50.00%", "K2.2 0/1 0.00%", "K2.3 0/0 N/A", "K2.4 1/1 100.00%");
    }

    /** What came to an end without anybody's work is complete without evidence; a false word of an end is not. */
    @Test
    void whatIsNotToldToTheOthersIsNotComplete() {
        shop.report("E1");
        shop.duty(KEEPER).claim(STORE, "E1", 1);
        shop.see(10_000);
        shop.duty(KEEPER).close(STORE, "E1", AnomalyResult.SELF_RECOVERED);
        assertScores("K2.1 0/0 N/A", "K2.2 1/1 100.00%", "K2.3 1/1 100.00%", "K2.4 1/1 100.00%");
    }

    @Test
    void whatWasPutBeforeNobodyIsNotComplete() {
        shop.refunds(Map.of("A", 100));
        shop.shop.ops.deliverDue(STORE);
        shop.shop.channel.nextRefusesForGood();
        shop.escalate("R-A");
        at("09:10");
        assertScores("K2.1 0/1 0.00%", "K2.2 0/1 0.00%", "K2.3 0/0 N/A", "K2.4 1/1 100.00%");
    }

    /** An escalation that no channel took was none: what is put right needs no answer. */
    @Test
    void whatIsPutRightAfterAnEscalationThatFailedIsComplete() {
        shop.report("E1");
        shop.shop.channel.nextRefusesForGood();
        shop.escalate("E1");
        shop.putRight("E1");
        assertScores("K2.1 1/1 100.00%", "K2.2 1/1 100.00%", "K2.3 1/1 100.00%", "K2.4 1/1 100.00%");
    }

    /** A screenshot of before the episode proves nothing of it. */
    @Test
    void evidenceOfAnEarlierEpisodeIsNotThatOfALaterOne() {
        shop.refunds(Map.of("A", 100));
        shop.escalate("R-A");
        shop.duty(MANAGER).giveFeedback(STORE, "R-A", Feedback.Decision.of("HOLD", "x"));
        shop.duty(KEEPER).close(STORE, "R-A", AnomalyResult.HOLD);
        at("10:00");
        shop.refunds(Map.of("A", 100));
        at("10:10");
        assertScores("K2.1 1/2 50.00%", "K2.2 0/1 0.00%", "K2.3 0/0 N/A", "K2.4 1/1 100.00%");
    }

    @Test
    void whatIsDecidedByOthersIsDoneWithItsEscalationAndCompleteWithTheirAnswer() {
        shop.refunds(Map.of("A", 100));
        at("09:10");
        shop.escalate("R-A");
        assertScores("K2.1 1/1 100.00%", "K2.2 0/0 N/A", "K2.3 0/0 N/A", "K2.4 1/1 100.00%");
        shop.duty(MANAGER).giveFeedback(STORE, "R-A", Feedback.Decision.of("HOLD", "a new size chart"));
        at("20:00");
        assertScores("K2.1 1/1 100.00%", "K2.2 0/0 N/A", "K2.3 0/0 N/A", "K2.4 1/1 100.00%");
        shop.duty(KEEPER).close(STORE, "R-A", AnomalyResult.HOLD);
        assertScores("K2.1 1/1 100.00%", "K2.2 1/1 100.00%", "K2.3 1/1 100.00%", "K2.4 1/1 100.00%");
    }

    @Test
    void whatIsEscalatedLaterIsLate() {
        shop.refunds(Map.of("A", 100));
        at("09:10:01");
        shop.escalate("R-A");
        assertScores("K2.1 0/1 0.00%", "K2.2 0/0 N/A", "K2.3 0/0 N/A", "K2.4 1/1 100.00%");
    }

    @Test
    void whatWasOfAnotherCategoryWasNotSortedWell() {
        shop.refunds(Map.of("A", 100));
        shop.duty(MANAGER).reclassify(STORE, "R-A", "INFORMATION", "the page promised too much");
        shop.escalate("R-A");
        shop.duty(MANAGER).giveFeedback(STORE, "R-A", Feedback.Decision.of("HOLD", "a new page"));
        shop.duty(KEEPER).close(STORE, "R-A", AnomalyResult.HOLD);
        assertScores("K2.1 1/1 100.00%", "K2.2 1/1 100.00%", "K2.3 0/1 0.00%", "K2.4 1/1 100.00%");
    }

    /** A figure of the past does not change by what is said later: not by another class, nor by evidence, nor by a word that it was none. */
    @Nested
    class AsOfAPastInstant {
        private List<String> asOf(String time) {
            return shop
                    .shop
                    .ops
                    .deskOf(MANAGER)
                    .scorecards()
                    .of(STORE, DAY, DAY, shop.shop.at(time))
                    .scores(Kpi.K2_1, Kpi.K2_2, Kpi.K2_3, Kpi.K2_4)
                    .stream()
                    .map(score -> score.ratio().n() + "/" + score.ratio().d())
                    .toList();
        }

        /**
         * Put right as a wrong price by 09:05 with a picture of the page, found again at 10:00, and from 10:05 on taken for a wrong stock,
         * which takes a picture of the stock.
         */
        @Test
        void anAnomalyIsOfTheClassThatItHadThen() {
            shop = new AnomalyShop(
                    Optional.empty(), Map.of("duties", DayDuties.correcting("STOCK", "SCREENSHOT_STOCK")));
            shop.report("E1");
            at("09:05");
            shop.putRight("E1");
            at("10:00");
            shop.report("E1");
            at("10:05");
            shop.duty(MANAGER).reclassify(STORE, "E1", "STOCK", "none was left");
            at("12:00");
            assertEquals(List.of("1/1", "1/1", "1/1", "1/1"), asOf("09:30"));
            assertEquals(List.of("1/2", "0/1", "0/0", "1/1"), asOf("10:30"));
        }

        @Test
        void evidenceAndActsOfLaterDoNotCount() {
            shop.report("E1");
            at("09:30");
            assertEquals(List.of("0/1", "0/1", "0/0", "1/1"), asOf("09:10"));
            shop.putRight("E1");
            assertEquals(List.of("0/1", "1/1", "1/1", "1/1"), asOf("09:30"));
            assertEquals(List.of("0/1", "0/1", "0/0", "1/1"), asOf("09:10"));
        }

        /** It was put right as a wrong price; told to the others as a wrong stock, it lacks a picture of the stock until 09:30. */
        @Test
        void evidenceOfLaterCompletesNothingBefore() {
            shop = new AnomalyShop(
                    Optional.empty(), Map.of("duties", DayDuties.correcting("STOCK", "SCREENSHOT_STOCK")));
            shop.report("E1");
            shop.duty(KEEPER).claim(STORE, "E1", 1);
            shop.see(10_000);
            shop.attach("E1", "SCREENSHOT_AFTER");
            shop.duty(KEEPER).correct(STORE, "E1");
            shop.duty(MANAGER).reclassify(STORE, "E1", "STOCK", "none was left");
            shop.duty(KEEPER).notifyCorrection(STORE, "E1");
            at("09:30");
            assertEquals(List.of("1/1", "0/1", "0/1", "1/1"), asOf("09:30"));
            shop.attach("E1", "SCREENSHOT_STOCK");
            assertEquals(List.of("1/1", "1/1", "0/1", "1/1"), asOf("09:30"));
            assertEquals(List.of("1/1", "0/1", "0/1", "1/1"), asOf("09:29:59"));
        }

        @Test
        void anEpisodeHasNothingThatHappenedLater() {
            shop.report("E1");
            at("09:05");
            shop.putRight("E1");
            Episode whole = shop.duty(MANAGER).episodes(STORE, "E1").get(0);
            assertEquals(whole, whole.asOf(shop.shop.at("09:05")));
            Episode before = whole.asOf(shop.shop.at("09:04:59"));
            assertEquals(Optional.empty(), before.firstAct());
            assertEquals(Optional.empty(), before.work().correctedAt());
            assertEquals(Optional.empty(), before.ended());
            shop.refunds(Map.of("A", 100));
            at("09:10");
            shop.escalate("R-A");
            shop.duty(MANAGER).giveFeedback(STORE, "R-A", Feedback.Decision.of("HOLD", "a new size chart"));
            Episode asked = shop.duty(MANAGER).episodes(STORE, "R-A").get(0);
            assertEquals(asked, asked.asOf(shop.shop.at("09:10")));
            assertEquals(Optional.empty(), asked.asOf(shop.shop.at("09:09:59")).escalation());
            assertEquals(Optional.empty(), asked.asOf(shop.shop.at("09:09:59")).answer());
        }

        @Test
        void anAnomalyThatIsDismissedLaterCountsUntilThen() {
            shop.report("E1");
            at("12:00");
            shop.duty(KEEPER).dismiss(STORE, "E1", "another shop's picture");
            at("13:00");
            assertEquals(List.of("0/1", "0/1", "0/0", "1/1"), asOf("11:59:59"));
            assertEquals(List.of("0/0", "0/0", "0/0", "0/0"), asOf("12:00"));
        }
    }

    @Test
    void aFalseAlarmIsNone() {
        shop.report("E1");
        at("12:00");
        shop.duty(KEEPER).dismiss(STORE, "E1", "another shop's picture");
        assertScores("K2.1 0/0 N/A", "K2.2 0/0 N/A", "K2.3 0/0 N/A", "K2.4 0/0 N/A");
    }

    @Test
    void whatOthersFindWasOmittedHoweverEarlyTheySayIt() {
        shop.duty(KEEPER)
                .report(
                        STORE,
                        new Report(
                                "E1",
                                PriceRule.KEY,
                                "A",
                                "9000",
                                "10000",
                                shop.shop.clock.instant(),
                                Optional.empty(),
                                Optional.of(MANAGER),
                                Optional.empty()));
        shop.refunds(Map.of("A", 100));
        assertScores("K2.1 0/0 N/A", "K2.2 0/0 N/A", "K2.3 0/0 N/A", "K2.4 1/2 50.00%");
    }

    /** What is found at 23:55 is due at 00:05, and is of the day on which it is due. */
    @Test
    void theDayIsThatOfTheDue() {
        at("23:55");
        shop.report("E1");
        shop.pass(Duration.ofHours(1));
        assertScores(DAY, "K2.1 0/0 N/A", "K2.2 0/0 N/A", "K2.3 0/0 N/A", "K2.4 0/0 N/A");
        assertScores(NEXT, "K2.1 0/1 0.00%", "K2.2 0/1 0.00%", "K2.3 0/0 N/A", "K2.4 1/1 100.00%");
        assertScores(NEXT.plusDays(1), "K2.1 0/0 N/A", "K2.2 0/0 N/A", "K2.3 0/0 N/A", "K2.4 0/0 N/A");
    }

    @Test
    void ofWhatTheWholeStoreHasOnlyThatCounts() {
        shop.refunds(Map.of("A", 100, STORE.value(), 90));
        at("09:10");
        assertScores("K2.1 0/1 0.00%", "K2.2 0/1 0.00%", "K2.3 0/0 N/A", "K2.4 1/1 100.00%");
    }
}
