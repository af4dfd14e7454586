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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.StoreFixture;
import io.storeops.calendar.SlotId;
import io.storeops.catalog.SalesTarget;
import io.storeops.enrolment.Enrolment;
import io.storeops.failure.RefusedException;
import io.storeops.figures.Figures;
import io.storeops.figures.Metric;
import io.storeops.figures.MissingValue;
import io.storeops.figures.Quality;
import io.storeops.figures.Reading;
import io.storeops.figures.Restatement;
import io.storeops.figures.Semantics;
import io.storeops.figures.Subject;
import io.storeops.kpi.Ratio;
import io.storeops.publishing.Delivery;
import io.storeops.publishing.DeliveryState;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ReleaseTest {
    private final StoreFixture shop = StoreFixture.open();

    private static void refused(String message, Executable act) {
        assertEquals(message, assertThrows(RefusedException.class, act).getMessage());
    }

    @Nested
    class IsRefused {
        @Test
        void forTheLastSlotWhichHasNoBoundaryOfItsOwn() {
            refused(
                    "RELEASE in store S1 refused, NO_SUCH_BOUNDARY: the plan has boundaries 1 to 13; the last slot is"
                            + " released with the next day's first boundary",
                    () -> shop.release(14));
        }

        @Test
        void beforeTheBoundary() {
            shop.clock.set(shop.at("08:59:59"));
            refused(
                    "RELEASE in store S1 refused, NOT_DUE: the boundary is at 2024-06-16T01:00:00Z, now is"
                            + " 2024-06-16T00:59:59Z",
                    () -> shop.release(1));
        }

        @Test
        void aSecondTimeButGivenBack() {
            shop.work(DAY, 1);
            shop.accept(shop.restated(slot(1), Restatement.PLATFORM, Figures.of(110, 10, 1)));
            shop.operator().correct(STORE, slot(1));
            Release again = shop.release(1);
            assertEquals(1, again.version());
            assertEquals(Release.Remark.ALREADY_SENT, again.remark());
            assertEquals(List.of("release/2024-06-16#01/v1", "release/2024-06-16#01/v2"), shop.channel.ids());
        }

        @Test
        void withoutAnyReading() {
            shop.clock.set(shop.at("09:00"));
            refused(
                    "RELEASE in store S1 refused, NOTHING_TO_RELEASE: no reading up to this boundary is known; collect"
                            + " first",
                    () -> shop.releaseWithGaps(1));
        }

        @Test
        void withGapsThatNobodyConfirmed() {
            shop.clock.set(shop.at("09:00"));
            shop.accept(shop.reading(
                    ITSELF, slot(1), Figures.builder().set(Metric.AMOUNT, 1).build()));
            refused(
                    "RELEASE in store S1 refused, INCOMPLETE: missing are [STORE:S1 visitors, STORE:S1 buyers]; collect"
                            + " them, or confirm the gaps",
                    () -> shop.release(1));
        }

        @Test
        void asACorrectionOfNothing() {
            refused(
                    "RELEASE_CORRECTION in store S1 refused, NOT_RELEASED: release it first; a correction is a further"
                            + " version",
                    () -> shop.operator().correct(STORE, slot(1)));
        }

        @Test
        void asACorrectionThatChangesNothing() {
            shop.work(DAY, 1);
            refused(
                    "RELEASE_CORRECTION in store S1 refused, NOTHING_CHANGED: every published value is still what is"
                            + " known",
                    () -> shop.operator().correct(STORE, slot(1)));
        }

        @Test
        void asAnAnswerToADoubtThatDoesNotExist() {
            shop.work(DAY, 1);
            refused(
                    "RESOLVE_DELIVERY in store S1 refused, NOT_IN_DOUBT: the message is SENT; only an UNKNOWN one, one that was"
                            + " sent by hand, or a REJECTED one to be sent again, is resolved by a person",
                    () -> shop.operator().resolve(STORE, slot(1), 1, new Resolution.NotArrived("not seen")));
            refused(
                    "RESOLVE_DELIVERY in store S1 refused, NOT_RELEASED: there is no such message",
                    () -> shop.operator().resolve(STORE, slot(2), 1, new Resolution.NotArrived("not seen")));
        }
    }

    @Test
    void namesTheReleasesThatDoNotExist() {
        IllegalArgumentException unknown = assertThrows(
                IllegalArgumentException.class, () -> shop.operator().getRelease(STORE, slot(3), 1));
        assertEquals("Store S1 has no release 2024-06-16#03 version 1", unknown.getMessage());
    }

    @Nested
    class Timeliness {
        @Test
        void includesTheDueInstant() {
            shop.collect(1, 100, 10, 1);
            shop.channel.nextAcceptsAt(shop.at("09:15"));
            Release release = shop.release(1);
            assertEquals(Release.Timeliness.ON_TIME, release.timeliness());
            assertEquals(ReleaseState.PUBLISHED, release.state());
        }

        @Test
        void isLateAMicrosecondAfterIt() {
            shop.collect(1, 100, 10, 1);
            shop.channel.nextAcceptsAt(shop.at("09:15").plusNanos(1000));
            assertEquals(Release.Timeliness.LATE, shop.release(1).timeliness());
        }

        @Test
        void isOpenUntilTheChannelAccepts() {
            shop.collect(1, 100, 10, 1);
            shop.channel.nextRefusesUntil(shop.at("09:20"));
            Release release = shop.release(1);
            assertEquals(Release.Timeliness.OPEN, release.timeliness());
            assertEquals(ReleaseState.QUEUED, release.state());
        }

        @Test
        void ofACorrectionDoesNotExist() {
            shop.work(DAY, 1);
            shop.accept(shop.restated(slot(1), Restatement.PLATFORM, Figures.of(90, 10, 1)));
            assertEquals(
                    Release.Timeliness.CORRECTION,
                    shop.operator().correct(STORE, slot(1)).timeliness());
        }
    }

    @Nested
    class WithGaps {
        private final StoreFixture full = StoreFixture.openWithItemAndRival();

        @Test
        void namesWhatIsMissingAndIsFlaggedIncomplete() {
            full.clock.set(full.at("09:00"));
            full.accept(full.reading(1, 100, 10, 1));
            full.accept(full.reading(ITEM, slot(1), Figures.of(50, 5, 1)));
            Release release = full.releaseWithGaps(1);
            assertFalse(release.complete());
            assertEquals(
                    List.of(
                            new MissingValue(RIVAL, Metric.AMOUNT),
                            new MissingValue(RIVAL, Metric.VISITORS),
                            new MissingValue(RIVAL, Metric.BUYERS)),
                    release.missing());
            assertTrue(full.channel.lastTitle().endsWith("Incomplete"), full.channel.lastTitle());
        }

        @Test
        void isCompleteWithEverySubject() {
            full.clock.set(full.at("09:00"));
            for (Subject subject : List.of(ITSELF, ITEM, RIVAL)) {
                full.accept(full.reading(subject, slot(1), Figures.of(50, 5, 1)));
            }
            assertTrue(full.release(1).complete());
        }
    }

    @Nested
    class Carries {
        @Test
        void allSlotsClosedSoFarAndNoLaterOne() {
            shop.work(DAY, 2);
            shop.collect(3, 300, 30, 3);
            Release second = shop.operator().getRelease(STORE, slot(2), 1);
            assertEquals(Figures.of(100, 10, 1), second.storeDay().slot(2));
            assertTrue(second.storeDay().slot(3).none());
            assertEquals(Figures.of(200, 20, 2), second.storeDay().totals());
        }

        @Test
        void yesterdaysLastSlotInTheFirstReleaseOnly() {
            shop.workUntilNextMorning();
            Release first = shop.operator().getRelease(STORE, SlotId.of(NEXT, 1), 1);
            assertEquals(1, first.closedDays().size());
            assertEquals(Figures.of(100, 10, 1), first.closedDays().get(0).slot(14));
            assertEquals(Figures.of(1400, 140, 14), first.closedDays().get(0).totals());
            assertEquals(
                    List.of(), shop.operator().getRelease(STORE, slot(2), 1).closedDays());
        }
    }

    @Nested
    class ACorrection {
        @Test
        void namesBothSlotsOfARestatedReadingOldAndNew() {
            shop.work(DAY, 4);
            shop.accept(shop.restated(slot(2), Restatement.OPERATOR_ERROR, Figures.of(230, 20, 2)));
            Release correction = shop.operator().correct(STORE, slot(2));
            assertEquals(2, correction.version());
            assertEquals(
                    List.of(
                            "2024-06-16#02 AMOUNT 100 130 OPERATOR_ERROR",
                            "2024-06-16#03 AMOUNT 100 70 OPERATOR_ERROR"),
                    correction.changes().stream().map(ReleaseTest::brief).toList());
        }

        @Test
        void namesTheConversionBeforeAndNow() {
            shop.work(DAY, 1);
            shop.accept(shop.restated(slot(1), Restatement.PLATFORM, Figures.of(100, 20, 3)));
            shop.operator().correct(STORE, slot(1));
            for (SlotChange change :
                    shop.operator().getRelease(STORE, slot(1), 2).changes()) {
                assertEquals(Optional.of(Ratio.of(1, 10)), change.beforeConversion(), change::toString);
                assertEquals(Optional.of(Ratio.of(3, 20)), change.nowConversion(), change::toString);
            }
        }

        @Test
        void isOneMessageAndLaterReleasesAreNotReissued() {
            shop.work(DAY, 4);
            shop.accept(shop.restated(slot(2), Restatement.PLATFORM, Figures.of(230, 20, 2)));
            int before = shop.channel.attempts().size();
            shop.operator().correct(STORE, slot(2));
            assertEquals(before + 1, shop.channel.attempts().size());
            assertEquals("release/2024-06-16#02/v2", shop.channel.ids().get(before));
            refused(
                    "RELEASE_CORRECTION in store S1 refused, NOTHING_CHANGED: every published value is still what is"
                            + " known",
                    () -> shop.operator().correct(STORE, slot(3)));
        }

        @Test
        void leavesWhatWasPublishedAsItWas() {
            shop.work(DAY, 3);
            Release before = shop.operator().getRelease(STORE, slot(2), 1);
            shop.accept(shop.restated(slot(2), Restatement.PLATFORM, Figures.of(230, 20, 2)));
            shop.operator().correct(STORE, slot(2));
            assertEquals(before, shop.operator().getRelease(STORE, slot(2), 1));
        }

        @Test
        void ofTheLastPublishedBoundaryDoesNotSpeakOfTheNextSlot() {
            shop.work(DAY, 2);
            shop.accept(shop.restated(slot(2), Restatement.PLATFORM, Figures.of(230, 20, 2)));
            assertEquals(
                    List.of("2024-06-16#02 AMOUNT 100 130 PLATFORM"),
                    shop.operator().correct(STORE, slot(2)).changes().stream()
                            .map(ReleaseTest::brief)
                            .toList());
        }

        @Test
        void ofYesterdaysLastSlotGoesOutAsTheNextDaysFirstRelease() {
            shop.workUntilNextMorning();
            shop.accept(shop.restated(slot(14), Restatement.PLATFORM, Figures.of(1500, 140, 14)));
            Release correction = shop.operator().correct(STORE, SlotId.of(NEXT, 1));
            assertEquals(
                    List.of("2024-06-16#14 AMOUNT 100 200 PLATFORM"),
                    correction.changes().stream().map(ReleaseTest::brief).toList());
            assertEquals(Figures.of(200, 10, 1), correction.closedDays().get(0).slot(14));
        }

        @Test
        void isNotMadeOfAMissingValueThatArrivesLater() {
            shop.work(DAY, 1);
            shop.collect(3, 300, 30, 3);
            shop.release(3);
            shop.accept(shop.reading(2, 250, 20, 2));
            refused(
                    "RELEASE_CORRECTION in store S1 refused, NOTHING_CHANGED: every published value is still what is known",
                    () -> shop.operator().correct(STORE, slot(3)));
        }

        @Test
        void attributesEachValueToTheVersionThatChangedIt() {
            shop.work(DAY, 3);
            shop.accept(shop.restated(slot(1), Restatement.OPERATOR_ERROR, Figures.of(110, 10, 1)));
            shop.accept(shop.restated(slot(2), Restatement.PLATFORM, Figures.of(200, 21, 2)));
            assertEquals(
                    List.of(
                            "2024-06-16#01 AMOUNT 100 110 OPERATOR_ERROR",
                            "2024-06-16#02 AMOUNT 100 90 OPERATOR_ERROR",
                            "2024-06-16#02 VISITORS 10 11 PLATFORM",
                            "2024-06-16#03 VISITORS 10 9 PLATFORM"),
                    shop.operator().correct(STORE, slot(2)).changes().stream()
                            .map(ReleaseTest::brief)
                            .toList());
        }

        @Test
        void ofDirectValuesBlamesNoNeighbour() {
            for (int k = 1; k <= 2; k++) {
                shop.clock.set(shop.day(DAY).closes(k));
                shop.accept(direct(k, 100, Optional.empty()));
                shop.release(k);
            }
            shop.accept(direct(1, 110, Optional.of(Restatement.OPERATOR_ERROR)));
            shop.accept(direct(2, 120, Optional.of(Restatement.PLATFORM)));
            assertEquals(
                    List.of("2024-06-16#01 AMOUNT 100 110 OPERATOR_ERROR", "2024-06-16#02 AMOUNT 100 120 PLATFORM"),
                    shop.operator().correct(STORE, slot(2)).changes().stream()
                            .map(ReleaseTest::brief)
                            .toList());
        }

        private Reading direct(int k, long amount, Optional<Restatement> reason) {
            return new Reading(
                    ITSELF,
                    slot(k),
                    shop.clock.instant(),
                    Figures.of(amount, 10, 1),
                    Semantics.DELTA,
                    Quality.ACTUAL,
                    "hand",
                    reason);
        }
    }

    private static String brief(SlotChange change) {
        return change.slot() + " " + change.metric() + " "
                + change.before() + " "
                + change.now().map(String::valueOf).orElse("-") + " "
                + change.reason().map(Enum::name).orElse("-");
    }

    @Nested
    class TheDay {
        @Test
        void isOpenUntilItsLastReleaseIsAccepted() {
            shop.work(DAY, 12);
            assertEquals(
                    new DayState(DayState.Phase.OPEN, Optional.empty(), 0),
                    shop.book().state());
        }

        @Test
        void isProvisionalSinceItsLastReleaseWasAccepted() {
            shop.work(DAY, 13);
            assertEquals(
                    new DayState(DayState.Phase.PROVISIONAL, Optional.of(shop.at("21:01")), 0),
                    shop.book().state());
        }

        @Test
        void isFinalSinceTheNextDaysFirstReleaseWasAccepted() {
            shop.workUntilNextMorning();
            assertEquals(
                    new DayState(DayState.Phase.FINAL, Optional.of(shop.at(NEXT, "09:01")), 1),
                    shop.book().state());
        }

        @Test
        void hasAFurtherVersionAfterEachAcceptedCorrection() {
            shop.workUntilNextMorning();
            shop.accept(shop.restated(slot(5), Restatement.PLATFORM, Figures.of(505, 50, 5)));
            shop.channel.nextLosesTheAnswer();
            shop.operator().correct(STORE, slot(5));
            assertEquals(1, shop.book().state().version());
            shop.clock.set(shop.at(NEXT, "09:30"));
            shop.operator().resolve(STORE, slot(5), 2, new Resolution.Arrived("screenshot 7", shop.at(NEXT, "09:02")));
            assertEquals(2, shop.book().state().version());
        }

        @Test
        void doesNotCountACorrectionThatWasAcceptedBeforeItWasFinal() {
            shop.work(DAY, 13);
            shop.accept(shop.restated(slot(5), Restatement.PLATFORM, Figures.of(505, 50, 5)));
            shop.operator().correct(STORE, slot(5));
            shop.collectClosedDay();
            shop.collect(SlotId.of(NEXT, 1), 100, 10, 1);
            shop.operator().release(STORE, SlotId.of(NEXT, 1));
            assertEquals(1, shop.book().state().version());
        }

        @Test
        void remembersWhatWasKnownAtAnEarlierInstant() {
            shop.work(DAY, 3);
            DayBook then = shop.book();
            shop.clock.advance(java.time.Duration.ofMinutes(5));
            shop.accept(shop.restated(slot(2), Restatement.PLATFORM, Figures.of(230, 20, 2)));
            shop.operator().correct(STORE, slot(2));
            DayBook back = shop.book().asOf(then.knownAt());
            assertEquals(then.subjectDays(), back.subjectDays());
            assertEquals(then.releases(), back.releases());
            assertEquals(then.state(), back.state());
        }
    }

    @Nested
    class ThePublication {
        @Test
        void passesItsStates() {
            assertEquals(ReleaseState.PLANNED, shop.book().stateOf(1));
            shop.clock.set(shop.at("09:00"));
            assertEquals(ReleaseState.COLLECTING, shop.book().stateOf(1));
            shop.accept(shop.reading(1, 100, 10, 1));
            assertEquals(ReleaseState.READY, shop.book().stateOf(1));
            shop.channel.nextRefusesUntil(shop.at("09:05"));
            shop.release(1);
            assertEquals(ReleaseState.QUEUED, shop.book().stateOf(1));
            shop.clock.set(shop.at("09:05"));
            shop.ops.deliverDue(STORE);
            assertEquals(ReleaseState.PUBLISHED, shop.book().stateOf(1));
        }

        @Test
        void isMissedFromTheNextMorningOnAndCanStillBeMadeLate() {
            shop.collect(1, 100, 10, 1);
            shop.clock.set(shop.at(NEXT, "09:00").minusNanos(1000));
            assertEquals(ReleaseState.READY, shop.book().stateOf(1));
            shop.clock.set(shop.at(NEXT, "09:00"));
            assertEquals(ReleaseState.MISSED, shop.book().stateOf(1));
            assertEquals(Release.Timeliness.LATE, shop.release(1).timeliness());
            assertEquals(ReleaseState.PUBLISHED, shop.book().stateOf(1));
        }

        @Test
        void isOverdueFromTheDueInstantUntilItIsAccepted() {
            shop.clock.set(shop.at("09:15").minusNanos(1000));
            assertFalse(shop.book().overdue(1));
            shop.clock.set(shop.at("09:15"));
            assertTrue(shop.book().overdue(1));
            shop.accept(shop.reading(1, 100, 10, 1));
            shop.release(1);
            assertFalse(shop.book().overdue(1));
        }
    }

    @Nested
    class AnotherRoster {
        private final List<LocalTime> ten = IntStream.rangeClosed(10, 19)
                .mapToObj(hour -> LocalTime.of(hour, 30))
                .toList();

        @Test
        void rulesFromItsDateOnAndTheDayBeforeKeepsItsOwn() {
            shop.ops.enrol(shop.enrolment(StoreFixture.roster(NEXT, "2", ten)));
            shop.clock.set(shop.at(NEXT, "10:30"));
            assertEquals(14, shop.book().day().plan().slots());
            DayBook next = shop.operator().dayBook(STORE, NEXT);
            assertEquals(11, next.day().plan().slots());
            assertEquals(shop.at(NEXT, "10:30"), next.day().closes(1));
            assertEquals(13, shop.book().slotsDue() - 1);
        }

        @Test
        void closesTheDayBeforeWithItsOwnFirstBoundary() {
            shop.ops.enrol(shop.enrolment(StoreFixture.roster(NEXT, "2", ten)));
            shop.work(DAY, 13);
            shop.clock.set(shop.at(NEXT, "10:30"));
            shop.accept(shop.reading(14, 1400, 140, 14));
            Reading first = shop.reading(ITSELF, SlotId.of(NEXT, 1), Figures.of(100, 10, 1));
            shop.accept(new Reading(
                    ITSELF,
                    first.slot(),
                    shop.at(NEXT, "10:30"),
                    first.figures(),
                    first.semantics(),
                    first.quality(),
                    first.source(),
                    first.reason()));
            Release release = shop.operator().release(STORE, SlotId.of(NEXT, 1));
            assertEquals(14, release.closedDays().get(0).slots().size());
            assertEquals(11, release.storeDay().slots().size());
            assertEquals(DayState.Phase.FINAL, shop.book().state().phase());
        }

        @Test
        void ofTenBoundariesInAnotherZoneNeedsNoOtherCode() {
            StoreFixture berlin =
                    new StoreFixture.Setup().zone("Europe/Berlin").hours(10, 19).open();
            berlin.work(DAY, 10);
            assertEquals(11, berlin.book().subjectDays().get(0).slots().size());
            assertEquals(DayState.Phase.PROVISIONAL, berlin.book().state().phase());
            assertEquals("2024-06-16T08:00:00Z", berlin.day(DAY).closes(1).toString());
        }

        @Test
        void hasADayOfTwentyFiveHoursWhereTheClocksAreSetBack() {
            LocalDate back = LocalDate.of(2024, 11, 3);
            StoreFixture york = new StoreFixture.Setup()
                    .zone("America/New_York")
                    .hours(1, 3)
                    .open();
            york.work(back, 3);
            DayBook book = york.operator().dayBook(STORE, back);
            assertEquals(
                    List.of(1L, 2L, 1L, 21L),
                    book.day().slots().stream()
                            .map(slot -> slot.length().toHours())
                            .toList());
            assertEquals(
                    List.of(Release.Timeliness.ON_TIME, Release.Timeliness.ON_TIME, Release.Timeliness.ON_TIME),
                    book.releases().stream().map(Release::timeliness).toList());
        }
    }

    @Nested
    class TheTarget {
        @Test
        void isMetByTheSumOfItsDays() {
            StoreFixture aimed =
                    new StoreFixture.Setup().target(DAY, NEXT, 1500).open();
            aimed.workUntilNextMorning();
            Attainment attainment = aimed.operator().attainment(STORE, DAY).orElseThrow();
            assertEquals("T 1500/1500 100.00%", attainment.score().toString());
            assertTrue(attainment.met());
            assertEquals(0, attainment.gapMinor());
        }

        @Test
        void isMissedByOneMinorUnit() {
            StoreFixture aimed = new StoreFixture.Setup().target(DAY, DAY, 101).open();
            aimed.work(DAY, 1);
            Attainment attainment = aimed.operator().attainment(STORE, DAY).orElseThrow();
            assertFalse(attainment.met());
            assertEquals(1, attainment.gapMinor());
        }

        @Test
        void isFoundBehindAThousandLaterOnes() {
            StoreFixture aimed = new StoreFixture.Setup()
                    .target(DAY.minusYears(5), NEXT, 1500)
                    .open();
            Enrolment usual = aimed.enrolment(
                    StoreFixture.roster(NEXT, "2", aimed.day(DAY).plan().boundaries()));
            aimed.ops.enrol(new Enrolment(
                    usual.store(),
                    usual.items(),
                    usual.competitors(),
                    usual.assignments(),
                    usual.deputies(),
                    IntStream.rangeClosed(1, 1_001)
                            .mapToObj(day -> new SalesTarget(STORE, DAY.minusDays(day), DAY.minusDays(day), 1))
                            .toList(),
                    usual.roster()));
            assertEquals(
                    1500,
                    aimed.operator()
                            .attainment(STORE, DAY)
                            .orElseThrow()
                            .target()
                            .amountMinor());
        }

        @Test
        void isAbsentOnADateWithoutOne() {
            StoreFixture aimed =
                    new StoreFixture.Setup().target(NEXT, NEXT, 101).open();
            assertEquals(Optional.empty(), aimed.operator().attainment(STORE, DAY));
        }
    }

    @Test
    void messagesLeaveInTheOrderOfTheirCommitsThoughTheClockIsSetBack() {
        shop.collect(1, 100, 10, 1);
        shop.channel.nextRefusesUntil(shop.at("09:30"));
        shop.release(1);
        shop.clock.set(shop.at("09:00:30"));
        shop.accept(shop.restated(slot(1), Restatement.PLATFORM, Figures.of(110, 10, 1)));
        shop.operator().correct(STORE, slot(1));
        shop.clock.set(shop.at("09:31"));
        assertEquals(
                List.of("release/2024-06-16#01/v1", "release/2024-06-16#01/v2"),
                shop.ops.deliverDue(STORE).stream().map(Delivery::messageId).toList());
    }

    @Test
    void nobodyKnowsAMessageUntilItIsSent() {
        shop.collect(1, 100, 10, 1);
        shop.channel.nextLosesTheAnswer();
        assertEquals(DeliveryState.UNKNOWN, shop.release(1).delivery());
    }
}
