package io.storeops.reporting;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.ITEM;
import static io.storeops.StoreFixture.ITSELF;
import static io.storeops.StoreFixture.NEXT;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.RIVAL;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.StoreFixture.slot;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.Scored;
import io.storeops.StoreFixture;
import io.storeops.figures.Figures;
import io.storeops.figures.Metric;
import io.storeops.figures.Restatement;
import io.storeops.figures.Subject;
import io.storeops.kpi.Kpi;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** K1.1 to K1.4 on days small enough to count by hand: three boundaries, four slots, three values a slot and subject. */
class DataQualityTest {
    private static final Kpi[] KPIS = {Kpi.K1_1, Kpi.K1_2, Kpi.K1_3, Kpi.K1_4};

    private final StoreFixture shop = new StoreFixture.Setup().hours(9, 11).open();

    private String score(int index) {
        return score(index, shop.clock.instant());
    }

    private String score(int index, Instant asOf) {
        return shop.ops
                .deskOf(OPERATOR)
                .scorecards()
                .of(STORE, DAY, DAY, asOf)
                .scores(KPIS)
                .get(index)
                .toString();
    }

    private void closeTheDay() {
        shop.clock.set(shop.at(NEXT, "09:00"));
        shop.accept(shop.reading(4, 400, 40, 4));
        shop.collect(io.storeops.calendar.SlotId.of(NEXT, 1), 100, 10, 1);
        shop.operator().release(STORE, io.storeops.calendar.SlotId.of(NEXT, 1));
    }

    private void restate(int k, Restatement reason, long amount) {
        shop.accept(shop.restated(slot(k), reason, Figures.of(amount, 10L * k, k)));
    }

    @Test
    void nothingToCountIsNotApplicable() {
        assertEquals(
                List.of("K1.1 0/0 N/A", "K1.2 0/0 N/A", "K1.3 0/0 N/A", "K1.4 0/0 N/A"),
                Scored.of(shop, DAY, DAY, KPIS).raw());
    }

    @Test
    void aPerfectDayIsWhole() {
        shop.work(DAY, 3);
        closeTheDay();
        assertEquals(
                List.of("K1.1 12/12 100.00%", "K1.2 12/12 100.00%", "K1.3 3/3 100.00%", "K1.4 3/3 100.00%"),
                Scored.of(shop, DAY, DAY, KPIS).raw());
    }

    @Nested
    class Accuracy {
        @Test
        void countsEachValueThatTheOperatorsErrorChanged() {
            shop.work(DAY, 3);
            restate(2, Restatement.OPERATOR_ERROR, 230);
            shop.operator().correct(STORE, slot(2));
            assertEquals("K1.1 7/9 77.78%", score(0));
        }

        @Test
        void doesNotCountThePlatformsChanges() {
            shop.work(DAY, 3);
            restate(2, Restatement.PLATFORM, 230);
            shop.operator().correct(STORE, slot(2));
            assertEquals("K1.1 9/9 100.00%", score(0));
        }

        @Test
        void doesNotNeedACorrectionToNoticeAnError() {
            shop.work(DAY, 3);
            restate(3, Restatement.OPERATOR_ERROR, 330);
            assertEquals("K1.1 8/9 88.89%", score(0));
        }

        @Test
        void countsAValueOnceHoweverOftenItWasRestated() {
            shop.work(DAY, 3);
            restate(3, Restatement.OPERATOR_ERROR, 330);
            shop.operator().correct(STORE, slot(3));
            restate(3, Restatement.OPERATOR_ERROR, 340);
            shop.operator().correct(STORE, slot(3));
            assertEquals("K1.1 8/9 88.89%", score(0));
        }

        @Test
        void doesNotCountAnErrorThatWasNeverPublished() {
            shop.collect(1, 100, 10, 1);
            restate(1, Restatement.OPERATOR_ERROR, 90);
            shop.release(1);
            assertEquals("K1.1 3/3 100.00%", score(0));
        }

        @Test
        void isNotFooledByABoundaryThatIsReleasedLate() {
            shop.collect(1, 100, 10, 1);
            shop.collect(2, 200, 20, 2);
            shop.collect(3, 300, 30, 3);
            shop.release(3);
            shop.clock.advance(java.time.Duration.ofMinutes(1));
            shop.release(1);
            restate(3, Restatement.OPERATOR_ERROR, 330);
            assertEquals("K1.1 8/9 88.89%", score(0));
        }

        @Test
        void speaksOfTheInstantThatIsAskedFor() {
            shop.work(DAY, 3);
            Instant before = shop.clock.instant();
            shop.clock.advance(java.time.Duration.ofMinutes(1));
            restate(3, Restatement.OPERATOR_ERROR, 330);
            assertEquals("K1.1 9/9 100.00%", score(0, before));
        }

        @Test
        void countsOnlyWhatTheChannelAccepted() {
            shop.channel.nextLosesTheAnswer();
            shop.work(DAY, 1);
            assertEquals("K1.1 0/0 N/A", score(0));
        }
    }

    @Nested
    class Completeness {
        @Test
        void missesBothSlotsOfAMergedSpan() {
            shop.collect(1, 100, 10, 1);
            shop.collect(3, 300, 30, 3);
            assertEquals("K1.2 3/9 33.33%", score(1));
        }

        @Test
        void asksForTheLastSlotWithTheNextDaysFirstBoundary() {
            shop.work(DAY, 3);
            shop.clock.set(shop.at(NEXT, "09:00").minusNanos(1000));
            assertEquals("K1.2 9/9 100.00%", score(1));
            shop.clock.set(shop.at(NEXT, "09:00"));
            assertEquals("K1.2 9/12 75.00%", score(1));
        }

        @Test
        void asksForEverySubject() {
            StoreFixture full = StoreFixture.openWithItemAndRival();
            full.clock.set(full.at("09:00"));
            full.accept(full.reading(1, 100, 10, 1));
            full.accept(full.reading(ITEM, slot(1), Figures.of(50, 5, 1)));
            full.accept(full.reading(
                    RIVAL, slot(1), Figures.builder().set(Metric.VISITORS, 7).build()));
            assertEquals(
                    "K1.2 7/9 77.78%", Scored.of(full, DAY, DAY, Kpi.K1_2).raw().get(0));
        }
    }

    @Nested
    class Comprehensiveness {
        @Test
        void countsReleasesWithoutGapsAmongThoseMade() {
            shop.work(DAY, 1);
            shop.clock.set(shop.at("10:00"));
            shop.releaseWithGaps(2);
            shop.collect(3, 300, 30, 3);
            shop.release(3);
            assertEquals("K1.3 2/3 66.67%", score(2));
        }

        @Test
        void doesNotForgetTheGapOnceTheReadingArrives() {
            shop.work(DAY, 1);
            shop.clock.set(shop.at("10:00"));
            shop.releaseWithGaps(2);
            shop.accept(shop.reading(2, 200, 20, 2));
            assertEquals("K1.3 1/2 50.00%", score(2));
        }
    }

    @Nested
    class Timeliness {
        @Test
        void countsABoundaryThatWasNeverReleased() {
            shop.work(DAY, 2);
            shop.clock.set(shop.at("11:15"));
            assertEquals("K1.4 2/3 66.67%", score(3));
        }

        @Test
        void isDueWithTheDueInstant() {
            shop.work(DAY, 1);
            assertEquals("K1.4 0/0 N/A", score(3));
            shop.clock.set(shop.at("09:15"));
            assertEquals("K1.4 1/1 100.00%", score(3));
        }

        @Test
        void countsTheFirstVersionOnly() {
            shop.collect(1, 100, 10, 1);
            shop.channel.nextAcceptsAt(shop.at("09:15").plusNanos(1000));
            shop.release(1);
            restate(1, Restatement.PLATFORM, 90);
            shop.operator().correct(STORE, slot(1));
            assertEquals("K1.4 0/1 0.00%", score(3));
        }
    }

    @Test
    void periodsAddUpNumeratorsAndDenominators() {
        shop.work(DAY, 3);
        closeTheDay();
        shop.clock.set(shop.at(NEXT, "10:15"));
        assertEquals(
                "K1.4 4/5 80.00%", Scored.of(shop, DAY, NEXT, Kpi.K1_4).raw().get(0));
    }

    /** What an outage explains is left out of what is counted, and nothing else is (D66). */
    @Nested
    class Excused {
        private String excused(int index) {
            return Scored.of(shop, DAY, DAY, Kpi.K1_2, Kpi.K1_3, Kpi.K1_4)
                    .excused()
                    .get(index);
        }

        private void gapAtTheSecondBoundary() {
            shop.collect(1, 100, 10, 1);
            shop.release(1);
            shop.clock.set(shop.at("10:10"));
            shop.releaseWithGaps(2);
            shop.collect(3, 300, 30, 3);
            shop.release(3);
        }

        private void down(String from, String to) {
            shop.clock.set(shop.at(from));
            shop.ops.sourceDown(STORE, List.of(ITSELF));
            shop.clock.set(shop.at(to));
            shop.ops.sourceUp(STORE, List.of(ITSELF));
        }

        @Test
        void isNothingForTheSourceOfAnotherSubject() {
            shop.clock.set(shop.at("09:58"));
            shop.ops.sourceDown(STORE, List.of(Subject.ofItem("A")));
            gapAtTheSecondBoundary();
            assertEquals("K1.2 3/9 33.33%", excused(0));
            assertEquals("K1.3 2/3 66.67%", excused(1));
        }

        @Test
        void isWhatLacksOnlyBoundariesWhoseWholeWindowLayInAnOutageOfTheSource() {
            down("09:58", "10:11");
            gapAtTheSecondBoundary();
            assertEquals("K1.2 3/9 33.33%", score(1));
            assertEquals("K1.2 3/3 100.00%", excused(0));
            assertEquals("K1.3 2/3 66.67%", score(2));
            assertEquals("K1.3 2/2 100.00%", excused(1));
        }

        @Test
        void isNothingThatCouldHaveBeenReadForAMinute() {
            down("10:00", "10:11");
            gapAtTheSecondBoundary();
            assertEquals("K1.2 3/9 33.33%", excused(0));
            assertEquals("K1.3 2/3 66.67%", excused(1));
        }

        @Test
        void isAReleaseDecidedInTimeThatItsChannelHeldUp() {
            shop.work(DAY, 1);
            shop.collect(2, 200, 20, 2);
            shop.channel.nextRefusesUntil(shop.at("10:20"));
            shop.release(2);
            shop.clock.set(shop.at("10:20"));
            shop.ops.deliverDue(STORE);
            shop.collect(3, 300, 30, 3);
            shop.clock.set(shop.at("11:16"));
            shop.release(3);
            assertEquals("K1.4 1/3 33.33%", score(3));
            assertEquals("K1.4 1/2 50.00%", excused(2));
        }
    }
}
