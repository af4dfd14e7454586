package io.storeops.maintenance;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.NEXT;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.maintenance.AnomalyShop.KEEPER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.Scored;
import io.storeops.inspection.PriceRule;
import io.storeops.kpi.Kpi;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** K2.1 to K2.4 by hand (section 5; D13, D14, D17, D18, D24, D69): a price is due after ten minutes, at 09:10 where it is found at 09:00. */
class MaintenanceKpisTest {
    private final AnomalyShop shop = new AnomalyShop();

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
