package io.storeops.reporting;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.ITEM;
import static io.storeops.StoreFixture.ITSELF;
import static io.storeops.StoreFixture.NEXT;
import static io.storeops.StoreFixture.RIVAL;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.StoreFixture.slot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.StoreFixture;
import io.storeops.calendar.SlotId;
import io.storeops.figures.Figures;
import io.storeops.figures.Intake;
import io.storeops.figures.MergedSpan;
import io.storeops.figures.Metric;
import io.storeops.figures.Quality;
import io.storeops.figures.Reading;
import io.storeops.figures.Restatement;
import io.storeops.figures.Semantics;
import io.storeops.figures.Subject;
import io.storeops.figures.SubjectDay;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IntakeTest {
    private final StoreFixture shop = StoreFixture.openWithItemAndRival();

    private void expect(Intake.Code code, String detail, Intake intake) {
        assertEquals(code, intake.code(), intake.detail());
        assertEquals(code.taking(), intake.taking());
        assertEquals(detail, intake.detail());
    }

    private Reading observed(Reading reading, Instant at) {
        return new Reading(
                reading.subject(),
                reading.slot(),
                at,
                reading.figures(),
                reading.semantics(),
                reading.quality(),
                reading.source(),
                reading.reason());
    }

    private Reading direct(int slot, Figures figures) {
        return new Reading(
                ITSELF,
                slot(slot),
                shop.day(DAY).closes(slot),
                figures,
                Semantics.DELTA,
                Quality.ACTUAL,
                "hand",
                Optional.empty());
    }

    @Nested
    class TheReadingItself {
        @Test
        void isAcceptedWithoutRemarkInTime() {
            shop.clock.set(shop.at("09:10"));
            expect(Intake.Code.NONE, "", shop.take(shop.reading(1, 100, 10, 1)));
        }

        @Test
        void isRefusedForASlotThatThePlanLacks() {
            shop.clock.set(shop.at("09:00"));
            Reading fifteenth = observed(shop.reading(14, 1, 1, 1), shop.at("09:00"));
            Reading wrong = new Reading(
                    ITSELF,
                    SlotId.of(DAY, 15),
                    fifteenth.observedAt(),
                    fifteenth.figures(),
                    Semantics.CUMULATIVE_DAY,
                    Quality.ACTUAL,
                    "hand",
                    Optional.empty());
            expect(Intake.Code.NO_SUCH_SLOT, "the plan has slots 1 to 14", shop.take(wrong));
        }

        @Test
        void isRefusedForASubjectThatIsNotWatched() {
            shop.clock.set(shop.at("09:00"));
            Reading other = shop.reading(Subject.ofItem("B"), slot(1), Figures.of(1, 1, 1));
            expect(Intake.Code.NOT_WATCHED, "ITEM:B is not watched on 2024-06-16", shop.take(other));
        }

        @Test
        void isRefusedWithoutAnyValue() {
            shop.clock.set(shop.at("09:00"));
            expect(Intake.Code.EMPTY, "no metric has a value", shop.take(shop.reading(ITSELF, slot(1), Figures.NONE)));
        }

        @Test
        void isRefusedWithANegativeValue() {
            shop.clock.set(shop.at("09:00"));
            expect(Intake.Code.NEGATIVE, "visitors is -1", shop.take(shop.reading(1, 100, -1, 1)));
        }

        @Test
        void ofARivalIsRefusedUnlessEstimated() {
            shop.clock.set(shop.at("09:00"));
            Reading sure = new Reading(
                    RIVAL,
                    slot(1),
                    shop.at("09:00"),
                    Figures.of(1, 1, 1),
                    Semantics.CUMULATIVE_DAY,
                    Quality.ACTUAL,
                    "hand",
                    Optional.empty());
            expect(Intake.Code.NOT_ESTIMATED, "a rival's figures are ESTIMATED", shop.take(sure));
        }

        @Test
        void keepsItsInstantInWholeMicrosecondsAsEveryStorageDoes() {
            shop.clock.set(shop.at("09:01"));
            shop.accept(observed(shop.reading(1, 100, 10, 1), shop.at("09:00").plusNanos(123_456_789)));
            assertEquals(
                    shop.at("09:00").plusNanos(123_456_000),
                    shop.book().readings().get(0).reading().observedAt());
        }
    }

    @Nested
    class TheWindow {
        private final Reading reading = shop.reading(2, 100, 10, 1);

        @Test
        void opensSixtySecondsBeforeTheBoundaryThatInstantIncluded() {
            shop.clock.set(shop.at("10:00"));
            shop.accept(observed(reading, shop.at("09:59")));
        }

        @Test
        void refusesWhatWasObservedEarlier() {
            shop.clock.set(shop.at("10:00"));
            expect(
                    Intake.Code.EARLY,
                    "observed at 2024-06-16T01:58:59.999999Z, the window opens at 2024-06-16T01:59:00Z",
                    shop.take(observed(reading, shop.at("09:59").minusNanos(1000))));
        }

        @Test
        void closesTenMinutesAfterTheBoundaryThatInstantIncluded() {
            shop.clock.set(shop.at("10:10"));
            expect(Intake.Code.NONE, "", shop.take(observed(reading, shop.at("10:10"))));
        }

        @Test
        void refusesWhatWasObservedLater() {
            shop.clock.set(shop.at("10:20"));
            expect(
                    Intake.Code.AFTER_WINDOW,
                    "observed at 2024-06-16T02:10:00.000001Z, the window closed at 2024-06-16T02:10:00Z",
                    shop.take(observed(reading, shop.at("10:10").plusNanos(1000))));
        }

        @Test
        void refusesWhatWasObservedAfterItArrived() {
            shop.clock.set(shop.at("10:00"));
            expect(
                    Intake.Code.NOT_YET_OBSERVED,
                    "observed at 2024-06-16T02:00:01Z, arrived at 2024-06-16T02:00:00Z",
                    shop.take(observed(reading, shop.at("10:00:01"))));
        }

        @Test
        void flagsLateWhatWasObservedInTimeAndArrivesLater() {
            shop.clock.set(shop.at("10:10").plusNanos(1000));
            expect(Intake.Code.LATE, "", shop.take(observed(reading, shop.at("10:00"))));
            assertTrue(shop.book().readings().get(0).late());
        }

        @Test
        void doesNotApplyToTheClosedDaysTotalReadTheNextMorning() {
            shop.clock.set(shop.at(NEXT, "09:10"));
            expect(Intake.Code.NONE, "", shop.take(observed(shop.reading(14, 100, 10, 1), shop.at(NEXT, "08:30"))));
        }

        @Test
        void refusesTheClosedDaysTotalBeforeTheDayIsClosed() {
            shop.clock.set(shop.at(NEXT, "00:00"));
            expect(
                    Intake.Code.EARLY,
                    "observed at 2024-06-16T15:59:59Z, the window opens at 2024-06-16T16:00:00Z",
                    shop.take(observed(shop.reading(14, 100, 10, 1), shop.at("23:59:59"))));
        }

        @Test
        void flagsTheClosedDaysTotalLateAfterTheNextMorningsCollection() {
            shop.clock.set(shop.at(NEXT, "09:10:01"));
            expect(Intake.Code.LATE, "", shop.take(observed(shop.reading(14, 100, 10, 1), shop.at(NEXT, "08:30"))));
        }

        @Test
        void judgesTheClosedDaysTotalByTheNextDaysOwnRoster() {
            List<LocalTime> twelve = IntStream.rangeClosed(10, 21)
                    .mapToObj(hour -> LocalTime.of(hour, 0))
                    .toList();
            shop.ops.enrol(shop.enrolment(StoreFixture.roster(NEXT, "2", twelve)));
            shop.clock.set(shop.at(NEXT, "10:10"));
            expect(Intake.Code.NONE, "", shop.take(observed(shop.reading(14, 100, 10, 1), shop.at(NEXT, "09:30"))));
        }

        @Test
        void ofDirectValuesOpensWhenTheSlotClosesAndStaysOpen() {
            shop.clock.set(shop.at("18:00"));
            expect(
                    Intake.Code.EARLY,
                    "observed at 2024-06-16T01:59:59Z, the window opens at 2024-06-16T02:00:00Z",
                    shop.take(observed(direct(2, Figures.of(1, 1, 1)), shop.at("09:59:59"))));
            expect(Intake.Code.LATE, "", shop.take(observed(direct(2, Figures.of(1, 1, 1)), shop.at("18:00"))));
        }

        @Test
        void doesNotCloseForARestatement() {
            shop.collect(1, 100, 10, 1);
            shop.clock.set(shop.at("20:00"));
            expect(
                    Intake.Code.RESTATED,
                    "",
                    shop.take(shop.restated(slot(1), Restatement.PLATFORM, Figures.of(90, 10, 1))));
        }
    }

    @Nested
    class Counters {
        @Test
        void thatFallAreSuspect() {
            shop.collect(1, 100, 10, 3);
            shop.clock.set(shop.at("10:00"));
            expect(Intake.Code.SUSPECT, "buyers falls from 3 to 2", shop.take(shop.reading(2, 200, 20, 2)));
        }

        @Test
        void thatWouldMakeTheLaterNeighbourFallAreSuspect() {
            shop.collect(1, 100, 10, 3);
            shop.collect(3, 300, 30, 5);
            expect(
                    Intake.Code.SUSPECT,
                    "amount_minor would fall from 301 to the later 300",
                    shop.take(shop.reading(2, 301, 20, 4)));
        }

        @Test
        void mayStandStill() {
            shop.collect(1, 100, 10, 3);
            shop.collect(2, 100, 10, 3);
            assertEquals(0, shop.book().subjectDays().get(0).slot(2).get(Metric.AMOUNT));
        }

        @Test
        void areComparedWithTheNearestReadingThatHasTheMetric() {
            shop.collect(1, 100, 10, 3);
            shop.clock.set(shop.at("10:00"));
            shop.accept(shop.reading(
                    ITSELF, slot(2), Figures.builder().set(Metric.AMOUNT, 200).build()));
            shop.clock.set(shop.at("11:00"));
            expect(Intake.Code.SUSPECT, "visitors falls from 10 to 9", shop.take(shop.reading(3, 300, 9, 3)));
        }

        @Test
        void areComparedWithTheLatestVersionOnly() {
            shop.collect(1, 100, 10, 3);
            shop.accept(shop.restated(
                    slot(1),
                    Restatement.PLATFORM,
                    Figures.builder().set(Metric.AMOUNT, 90).build()));
            shop.clock.set(shop.at("10:00"));
            shop.accept(shop.reading(2, 95, 10, 3));
        }

        @Test
        void mayFallAsARestatement() {
            shop.collect(1, 100, 10, 3);
            shop.collect(2, 200, 20, 4);
            expect(
                    Intake.Code.RESTATED,
                    "",
                    shop.take(shop.restated(slot(2), Restatement.PLATFORM, Figures.of(50, 20, 4))));
            SubjectDay day = shop.book().subjectDays().get(0);
            assertEquals(List.of(new MergedSpan(Metric.AMOUNT, 1, 2, 50)), day.merged());
            assertEquals(
                    Figures.builder()
                            .set(Metric.VISITORS, 10)
                            .set(Metric.BUYERS, 1)
                            .build(),
                    day.slot(2));
        }

        @Test
        void areNeverMixedWithDirectValues() {
            shop.collect(1, 100, 10, 3);
            shop.clock.set(shop.at("10:00"));
            expect(
                    Intake.Code.MIXED_SEMANTICS,
                    "the day's readings of amount_minor are CUMULATIVE_DAY",
                    shop.take(direct(2, Figures.of(1, 1, 1))));
        }

        @Test
        void areRefusedWhereTheDayHasDirectValues() {
            shop.clock.set(shop.at("10:00"));
            shop.accept(direct(1, Figures.of(1, 1, 1)));
            expect(
                    Intake.Code.MIXED_SEMANTICS,
                    "the day's readings of amount_minor are DELTA",
                    shop.take(shop.reading(2, 200, 20, 2)));
        }

        @Test
        void ofAnotherSubjectMayBeDirectValues() {
            shop.collect(1, 100, 10, 3);
            Reading item = shop.reading(ITEM, slot(1), Figures.of(1, 1, 1));
            shop.accept(new Reading(
                    item.subject(),
                    item.slot(),
                    item.observedAt(),
                    item.figures(),
                    Semantics.DELTA,
                    item.quality(),
                    item.source(),
                    item.reason()));
        }

        @Test
        void areNotSuspectAsDirectValues() {
            shop.clock.set(shop.at("10:00"));
            shop.accept(direct(1, Figures.of(100, 10, 3)));
            shop.accept(direct(2, Figures.of(1, 1, 0)));
        }
    }

    @Nested
    class TheSameSlotAgain {
        @Test
        void isIgnoredWithTheSameValues() {
            shop.collect(1, 100, 10, 3);
            expect(Intake.Code.DUPLICATE, "the same reading is known", shop.take(shop.reading(1, 100, 10, 3)));
            assertEquals(1, shop.book().readings().size());
        }

        @Test
        void isRefusedWithAnotherValueAndNoReason() {
            shop.collect(1, 100, 10, 3);
            expect(
                    Intake.Code.CONFLICTING,
                    "known is amount_minor=100; give a reason to restate it",
                    shop.take(shop.reading(1, 101, 10, 3)));
        }

        @Test
        void isNotKnownByWhatAnotherSlotSaid() {
            shop.collect(1, 100, 10, 3);
            shop.collect(2, 200, 10, 3);
            expect(
                    Intake.Code.CONFLICTING,
                    "known is amount_minor=200; give a reason to restate it",
                    shop.take(shop.reading(2, 100, 10, 3)));
        }

        @Test
        void isIgnoredWithTheFirstValuesAfterARestatement() {
            shop.collect(1, 100, 10, 3);
            shop.accept(shop.restated(slot(1), Restatement.PLATFORM, Figures.of(90, 10, 3)));
            expect(Intake.Code.DUPLICATE, "the same reading is known", shop.take(shop.reading(1, 100, 10, 3)));
        }

        @Test
        void mayBeRestatedBack() {
            shop.collect(1, 100, 10, 3);
            shop.accept(shop.restated(slot(1), Restatement.PLATFORM, Figures.of(90, 10, 3)));
            expect(
                    Intake.Code.RESTATED,
                    "",
                    shop.take(shop.restated(slot(1), Restatement.PLATFORM, Figures.of(100, 10, 3))));
            assertEquals(3, shop.book().readings().size());
            assertEquals(100, shop.book().subjectDays().get(0).slot(1).get(Metric.AMOUNT));
        }

        @Test
        void isIgnoredAsARestatementOfTheSameValues() {
            shop.collect(1, 100, 10, 3);
            expect(
                    Intake.Code.DUPLICATE,
                    "the same reading is known",
                    shop.take(shop.restated(slot(1), Restatement.PLATFORM, Figures.of(100, 10, 3))));
        }

        @Test
        void cannotBeARestatementOfNothing() {
            shop.clock.set(shop.at("09:00"));
            expect(
                    Intake.Code.NOTHING_TO_RESTATE,
                    "no amount_minor of 2024-06-16#01 is known",
                    shop.take(shop.restated(slot(1), Restatement.PLATFORM, Figures.of(90, 10, 3))));
        }

        @Test
        void isJudgedWithinOneDeliveryToo() {
            shop.clock.set(shop.at("09:00"));
            List<Intake> intakes = shop.operator()
                    .record(
                            STORE,
                            List.of(
                                    shop.reading(1, 100, 10, 3),
                                    shop.reading(1, 100, 10, 3),
                                    shop.reading(1, 101, 10, 3)));
            assertEquals(
                    List.of(Intake.Code.NONE, Intake.Code.DUPLICATE, Intake.Code.CONFLICTING),
                    intakes.stream().map(Intake::code).toList());
        }
    }

    @Nested
    class Derived {
        @Test
        void aMissedReadingMergesItsSlotAndTheNextAndGuessesNeither() {
            shop.collect(1, 100, 10, 1);
            shop.collect(3, 300, 30, 3);
            SubjectDay day = shop.book().subjectDays().get(0);
            assertTrue(day.slot(2).none());
            assertTrue(day.slot(3).none());
            assertTrue(day.merged().contains(new MergedSpan(Metric.AMOUNT, 2, 3, 200)));
        }

        @Test
        void aLateReadingTakesTheMergedSpanApartAgain() {
            shop.collect(1, 100, 10, 1);
            shop.collect(3, 300, 30, 3);
            expect(Intake.Code.LATE, "", shop.take(shop.reading(2, 250, 20, 2)));
            SubjectDay day = shop.book().subjectDays().get(0);
            assertEquals(List.of(), day.merged());
            assertEquals(Figures.of(150, 10, 1), day.slot(2));
            assertEquals(Figures.of(50, 10, 1), day.slot(3));
        }

        @Test
        void storeVisitorsAreNeverTheSumOfItems() {
            shop.clock.set(shop.at("09:00"));
            shop.accept(shop.reading(ITEM, slot(1), Figures.of(100, 10, 1)));
            SubjectDay store = shop.book().subjectDays().get(0);
            assertEquals(ITSELF, store.subject());
            assertFalse(store.totals().has(Metric.VISITORS));
        }

        @Test
        void directVisitorsHaveNoTotal() {
            shop.clock.set(shop.at("10:00"));
            shop.accept(direct(1, Figures.of(100, 10, 3)));
            shop.accept(direct(2, Figures.of(50, 8, 1)));
            Figures totals = shop.book().subjectDays().get(0).totals();
            assertEquals(150, totals.get(Metric.AMOUNT));
            assertFalse(totals.has(Metric.VISITORS));
            assertFalse(totals.has(Metric.BUYERS));
        }

        @Test
        void totalsComeFromTheLastReadingAndConversionFromTheTotals() {
            shop.collect(1, 100, 10, 5);
            shop.collect(2, 200, 100, 9);
            Figures totals = shop.book().subjectDays().get(0).totals();
            assertEquals(Figures.of(200, 100, 9), totals);
            assertEquals("9.00%", totals.conversion().orElseThrow().text("-"));
        }

        @Test
        void conversionWithoutVisitorsIsUndefinedAndWithoutReadingIsMissing() {
            assertEquals("-", Figures.of(0, 0, 0).conversion().orElseThrow().text("-"));
            assertEquals(Optional.empty(), Figures.NONE.conversion());
        }
    }
}
