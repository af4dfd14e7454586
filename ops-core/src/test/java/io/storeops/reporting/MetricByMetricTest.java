package io.storeops.reporting;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.ITSELF;
import static io.storeops.StoreFixture.NEXT;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.StoreFixture.slot;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import io.storeops.json.Json;
import io.storeops.position.RosterDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A reading speaks only of the metrics that it carries (D70), and what a better or later word of a source does (D72, D73, D75). */
class MetricByMetricTest {
    private final StoreFixture shop = StoreFixture.open();

    private static Figures visitors(long value) {
        return Figures.builder().set(Metric.VISITORS, value).build();
    }

    private static Figures amountAndBuyers(long amount, long buyers) {
        return Figures.builder()
                .set(Metric.AMOUNT, amount)
                .set(Metric.BUYERS, buyers)
                .build();
    }

    /** A first reading of a source, observed on the boundary, which was a minute ago. */
    private Reading by(String source, Subject subject, SlotId slot, Figures figures, Quality quality) {
        shop.clock.set(shop.day(slot.date()).closes(slot.number()).plusSeconds(60));
        return new Reading(
                subject,
                slot,
                shop.day(slot.date()).closes(slot.number()),
                figures,
                Semantics.CUMULATIVE_DAY,
                quality,
                source,
                Optional.empty());
    }

    private Reading by(String source, SlotId slot, Figures figures) {
        return by(source, ITSELF, slot, figures, Quality.ACTUAL);
    }

    private void expect(Intake.Code code, Reading reading) {
        Intake intake = shop.take(reading);
        assertEquals(code, intake.code(), intake.detail());
    }

    private SubjectDay store() {
        return shop.book().subjectDays().get(0);
    }

    @Nested
    class TwoSources {
        @Test
        void completeOneSubjectTogether() {
            shop.accept(by("ERP", slot(1), amountAndBuyers(100, 3)));
            shop.accept(by("PLATFORM", slot(1), visitors(10)));
            shop.accept(by("PLATFORM", slot(2), visitors(25)));
            shop.accept(by("ERP", slot(2), amountAndBuyers(180, 4)));
            assertEquals(Figures.of(100, 10, 3), store().slot(1));
            assertEquals(Figures.of(80, 15, 1), store().slot(2));
            assertEquals(Figures.of(180, 25, 4), store().totals());
        }

        @Test
        void mayCountDifferently() {
            Reading orders =
                    by("ERP", slot(1), Figures.builder().set(Metric.AMOUNT, 100).build());
            shop.accept(new Reading(
                    ITSELF,
                    slot(1),
                    orders.observedAt(),
                    orders.figures(),
                    Semantics.DELTA,
                    Quality.ACTUAL,
                    "ERP",
                    Optional.empty()));
            shop.accept(by("PLATFORM", slot(1), visitors(10)));
            assertEquals(
                    Figures.builder()
                            .set(Metric.AMOUNT, 100)
                            .set(Metric.VISITORS, 10)
                            .build(),
                    store().slot(1));
            expect(Intake.Code.MIXED_SEMANTICS, by("ERP", slot(2), amountAndBuyers(180, 4)));
        }

        @Test
        void areToldOfAContradictionInOneMetricForTheWholeRow() {
            shop.accept(by("PLATFORM", slot(1), visitors(10)));
            expect(Intake.Code.CONFLICTING, by("ERP", slot(1), Figures.of(100, 11, 3)));
            assertEquals(visitors(10), store().slot(1));
        }

        @Test
        void mayRepeatWhatTheOtherSaid() {
            shop.accept(by("PLATFORM", slot(1), visitors(10)));
            shop.accept(by("ERP", slot(1), Figures.of(100, 10, 3)));
            expect(Intake.Code.DUPLICATE, by("ERP", slot(1), amountAndBuyers(100, 3)));
            assertEquals(Figures.of(100, 10, 3), store().slot(1));
            assertEquals(
                    amountAndBuyers(100, 3),
                    shop.book().readings().get(1).reading().figures());
        }

        @Test
        void tellOnlyOfWhatTheRosterLetsThemRule() {
            Json document = StoreFixture.rosterDocument(
                    DAY, "ruled", shop.day(DAY).plan().boundaries());
            Map<String, Json> members = new TreeMap<>(((Json.Obj) document).members());
            members.put("metricSources", Json.object(Map.of("VISITORS", Json.of("PLATFORM"))));
            shop.ops.enrol(shop.enrolment(RosterDocument.read("roster.json", Json.object(members), STORE)));
            Intake taken = shop.take(by("ERP", slot(1), Figures.of(100, 11, 3)));
            assertEquals(Intake.Code.NONE, taken.code());
            assertEquals("visitors is taken from PLATFORM", taken.detail());
            expect(Intake.Code.NOT_RULING, by("ERP", slot(1), visitors(11)));
            shop.accept(by("PLATFORM", slot(1), visitors(10)));
            assertEquals(Figures.of(100, 10, 3), store().slot(1));
        }
    }

    @Nested
    class ARestatement {
        @Test
        void ofOneMetricLeavesTheOthers() {
            shop.work(DAY, 2);
            shop.accept(shop.restated(slot(1), Restatement.OPERATOR_ERROR, visitors(12)));
            assertEquals(Figures.of(100, 12, 1), store().slot(1));
            assertEquals(Figures.of(100, 8, 1), store().slot(2));
            assertEquals(
                    List.of(Metric.VISITORS, Metric.VISITORS),
                    shop.operator().correct(STORE, slot(1)).changes().stream()
                            .map(SlotChange::metric)
                            .toList());
        }

        @Test
        void ofAMetricThatWasNeverReadIsRefused() {
            shop.accept(by("ERP", slot(1), amountAndBuyers(100, 3)));
            expect(
                    Intake.Code.NOTHING_TO_RESTATE,
                    by("ERP", slot(1), Figures.of(110, 10, 3)).restating(Restatement.PLATFORM));
        }

        @Test
        void isKnownAsOfItsArrivalOnly() {
            shop.accept(by("ERP", slot(1), amountAndBuyers(100, 3)));
            shop.clock.advance(java.time.Duration.ofMinutes(1));
            shop.accept(by("PLATFORM", slot(1), visitors(10)));
            DayBook now = shop.book();
            assertEquals(
                    amountAndBuyers(100, 3),
                    now.asOf(shop.at("09:00:59")).subjectDays().get(0).slot(1).none()
                            ? amountAndBuyers(100, 3)
                            : Figures.NONE);
            assertEquals(Figures.of(100, 10, 3), now.subjectDays().get(0).slot(1));
        }
    }

    @Nested
    class ADip {
        @Test
        void isSuspectWithoutAReason() {
            shop.collect(1, 100, 1000, 3);
            expect(Intake.Code.SUSPECT, by("PLATFORM", slot(2), Figures.of(150, 990, 4)));
        }

        @Test
        void isTakenWithAReasonThoughItsBoundaryHasNoValueYet() {
            shop.collect(1, 100, 600, 2);
            shop.collect(2, 200, 1000, 3);
            expect(
                    Intake.Code.RESTATED,
                    by("PLATFORM", slot(3), Figures.of(250, 990, 4)).restating(Restatement.PLATFORM));
            assertEquals(List.of(new MergedSpan(Metric.VISITORS, 2, 3, 390)), store().merged());
            assertEquals(amountAndBuyers(50, 1), store().slot(3));
            shop.accept(by("PLATFORM", slot(4), Figures.of(300, 1200, 5)));
            assertEquals(Figures.of(50, 210, 1), store().slot(4));
        }

        @Test
        void holdsUpNeitherTheMetricsThatDoNotFallNorTheRelease() {
            shop.collect(1, 100, 600, 2);
            shop.collect(2, 200, 1000, 3);
            expect(Intake.Code.SUSPECT, by("PLATFORM", slot(3), Figures.of(250, 990, 4)));
            shop.accept(by("PLATFORM", slot(3), amountAndBuyers(250, 4)));
            assertEquals(amountAndBuyers(50, 1), store().slot(3));
            shop.accept(by("PLATFORM", slot(3), visitors(990)).restating(Restatement.PLATFORM));
            assertTrue(shop.release(3).complete());
        }

        @Test
        void belowSeveralBoundariesIsOneSpanOverThemAll() {
            shop.collect(1, 100, 600, 2);
            shop.collect(2, 200, 1000, 3);
            shop.accept(by("PLATFORM", slot(3), visitors(500)).restating(Restatement.OPERATOR_ERROR));
            assertEquals(List.of(new MergedSpan(Metric.VISITORS, 1, 3, 500)), store().merged());
        }

        @Test
        void ofAPublishedValueIsNamedByACorrection() {
            shop.work(DAY, 2);
            shop.accept(by("PLATFORM", slot(3), Figures.of(300, 15, 3)).restating(Restatement.PLATFORM));
            shop.release(3);
            SlotChange change =
                    shop.operator().getRelease(STORE, slot(2), 2).changes().get(0);
            assertEquals("2", change.slotNumbers());
            assertEquals(10, change.before());
            assertEquals(Optional.empty(), change.now());
            assertEquals(Optional.of(Restatement.PLATFORM), change.reason());
        }
    }

    @Nested
    class YesterdaysCounter {
        private final SlotId morning = SlotId.of(NEXT, 1);

        @Test
        void isSuspect() {
            shop.work(DAY, 13);
            shop.collectClosedDay();
            Figures closed = store().totals();
            expect(Intake.Code.SUSPECT, by("hand", morning, closed));
            shop.accept(by("hand", morning, Figures.of(5, 2, 1)));
        }

        @Test
        void isSeenInTheDeliveryThatBringsTheClosedDayToo() {
            shop.work(DAY, 13);
            shop.clock.set(shop.at(NEXT, "09:01"));
            List<Intake> intakes = shop.operator()
                    .record(
                            STORE,
                            List.of(
                                    by("hand", slot(14), Figures.of(9000, 900, 90)),
                                    by("hand", morning, Figures.of(9000, 900, 90))));
            assertEquals(
                    List.of(Intake.Code.NONE, Intake.Code.SUSPECT),
                    intakes.stream().map(Intake::code).toList());
        }

        @Test
        void isTakenWhereNothingWasSold() {
            shop.accept(by("hand", slot(12), Figures.of(0, 0, 0)));
            shop.accept(by("hand", morning, Figures.of(0, 0, 0)));
        }

        @Test
        void isTakenFromTheSecondReadingOn() {
            shop.work(DAY, 13);
            shop.accept(by("hand", morning, Figures.of(5, 2, 1)));
            shop.accept(by("hand", SlotId.of(NEXT, 2), Figures.of(1300, 130, 13)));
        }

        @Test
        void isNoneWhereTheDayBeforeHadValuesOfSlots() {
            shop.accept(by("hand", slot(13), Figures.of(100, 10, 1)).direct());
            shop.accept(by("hand", morning, Figures.of(100, 10, 1)));
        }

        @Test
        void isTakenWithAReason() {
            shop.accept(by("hand", slot(13), Figures.of(100, 10, 1)));
            expect(Intake.Code.SUSPECT, by("hand", morning, Figures.of(100, 10, 1)));
            shop.accept(by("hand", morning, Figures.of(100, 10, 1)).restating(Restatement.PLATFORM));
        }
    }

    @Nested
    class ABetterProvenReading {
        @Test
        void ofTheSameSourceTakesThePlaceOfAnEstimate() {
            shop.accept(by("PLATFORM", ITSELF, slot(1), Figures.of(100, 10, 3), Quality.ESTIMATED));
            assertEquals(List.of(1), List.copyOf(store().estimated()));
            expect(Intake.Code.RESTATED, by("PLATFORM", slot(1), Figures.of(120, 10, 3)));
            assertEquals(Figures.of(120, 10, 3), store().slot(1));
            assertEquals(List.of(), List.copyOf(store().estimated()));
            assertEquals(
                    Optional.of(Restatement.PLATFORM),
                    shop.book().readings().get(1).reading().reason());
        }

        @Test
        void neverGivesWay() {
            shop.accept(by("PLATFORM", slot(1), Figures.of(100, 10, 3)));
            expect(Intake.Code.CONFLICTING, by("PLATFORM", ITSELF, slot(1), Figures.of(90, 10, 3), Quality.ESTIMATED));
        }

        @Test
        void ofAnotherSourceContradicts() {
            shop.accept(by("ERP", ITSELF, slot(1), Figures.of(100, 10, 3), Quality.ESTIMATED));
            expect(Intake.Code.CONFLICTING, by("PLATFORM", slot(1), Figures.of(120, 10, 3)));
        }

        private Reading estimate(int slot, long amount) {
            return by("PLATFORM", ITSELF, slot(slot), Figures.of(amount, 10, 1), Quality.ESTIMATED);
        }

        private Reading actual(int slot, long amount) {
            return by("PLATFORM", slot(slot), Figures.of(amount, 10, 1));
        }

        /** What takes the place of an estimate is compared with what is proven as well, not with other estimates. */
        @Test
        void isSuspectBesideProvenOnesOnly() {
            shop.accept(estimate(1, 100));
            shop.accept(estimate(2, 200));
            shop.accept(estimate(3, 300));
            expect(Intake.Code.RESTATED, actual(2, 90));
            expect(Intake.Code.SUSPECT, actual(3, 89));
            expect(Intake.Code.SUSPECT, actual(1, 91));
            expect(Intake.Code.RESTATED, actual(1, 90));
        }

        @Test
        void mayRiseAboveALaterEstimate() {
            shop.accept(estimate(1, 100));
            shop.accept(estimate(2, 200));
            expect(Intake.Code.RESTATED, actual(1, 201));
        }

        /** A first word of a slot is compared with whatever is known. */
        @Test
        void ofASlotThatHasNoneIsSuspectBesideEstimatesToo() {
            shop.accept(estimate(1, 100));
            shop.accept(estimate(3, 300));
            expect(Intake.Code.SUSPECT, actual(2, 99));
            expect(Intake.Code.SUSPECT, actual(2, 301));
        }

        @Test
        void leavesAsOneCorrectionWithTheNextRelease() {
            for (int k = 1; k <= 3; k++) {
                shop.accept(by("PLATFORM", ITSELF, slot(k), Figures.of(100 * k, 10 * k, k), Quality.ESTIMATED));
                shop.release(k);
            }
            shop.operator()
                    .record(
                            STORE,
                            List.of(
                                    by("PLATFORM", slot(2), Figures.of(220, 20, 2)),
                                    by("PLATFORM", slot(3), Figures.of(330, 30, 3))));
            shop.accept(by("PLATFORM", slot(4), Figures.of(400, 40, 4)));
            assertEquals(1, shop.release(4).version());
            assertEquals(
                    Set.of("release/2024-06-16#04/v1", "release/2024-06-16#02/v2"),
                    Set.copyOf(shop.channel.ids().subList(3, 5)));
            Release correction = shop.operator().getRelease(STORE, slot(2), 2);
            assertEquals(
                    List.of("2 100→120", "3 100→110"),
                    correction.changes().stream()
                            .map(change -> change.slot().number() + " " + change.before() + "→"
                                    + change.now().orElseThrow())
                            .toList());
            shop.accept(by("PLATFORM", slot(5), Figures.of(500, 50, 5)));
            shop.release(5);
            assertEquals(6, shop.channel.ids().size());
        }

        @Test
        void ofTheLastSlotLeavesAsACorrectionOfTheNextDaysFirstRelease() {
            shop.work(DAY, 13);
            shop.accept(by("P", ITSELF, slot(14), Figures.of(9000, 900, 90), Quality.ESTIMATED));
            shop.collect(SlotId.of(NEXT, 1), 7, 2, 1);
            shop.operator().release(STORE, SlotId.of(NEXT, 1));
            shop.clock.set(shop.at(NEXT, "09:30"));
            shop.accept(new Reading(
                    ITSELF,
                    slot(14),
                    shop.at(NEXT, "00:00"),
                    Figures.of(9100, 900, 90),
                    Semantics.CUMULATIVE_DAY,
                    Quality.ACTUAL,
                    "P",
                    Optional.empty()));
            shop.collect(SlotId.of(NEXT, 2), 17, 3, 2);
            shop.operator().release(STORE, SlotId.of(NEXT, 2));
            assertEquals(
                    1,
                    shop.operator()
                            .getRelease(STORE, SlotId.of(NEXT, 1), 2)
                            .changes()
                            .size());
            assertEquals(2, shop.book().state().version());
        }
    }

    @Test
    void sumsBeyondALongAreRefusedWithTheirRow() {
        shop.clock.set(shop.at("10:00"));
        Reading half = by(
                "ERP",
                slot(1),
                Figures.builder().set(Metric.AMOUNT, Long.MAX_VALUE).build());
        Reading direct = new Reading(
                ITSELF,
                slot(1),
                half.observedAt(),
                half.figures(),
                Semantics.DELTA,
                Quality.ACTUAL,
                "ERP",
                Optional.empty());
        shop.clock.set(shop.at("10:01"));
        shop.accept(direct);
        Intake second = shop.take(new Reading(
                ITSELF,
                slot(2),
                shop.at("10:00"),
                Figures.builder().set(Metric.AMOUNT, 1).build(),
                Semantics.DELTA,
                Quality.ACTUAL,
                "ERP",
                Optional.empty()));
        assertEquals(Intake.Code.TOO_LARGE, second.code());
        assertEquals(Long.MAX_VALUE, store().totals().get(Metric.AMOUNT));
    }
}
