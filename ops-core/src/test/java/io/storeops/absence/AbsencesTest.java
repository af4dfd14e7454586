package io.storeops.absence;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.NEXT;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.Scored;
import io.storeops.StoreFixture;
import io.storeops.failure.DeniedException;
import io.storeops.failure.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.kpi.Kpi;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AbsencesTest {
    private static final ActorId SECOND = ActorId.of("op-2");
    private static final ActorId ROBOT = ActorId.of("robot-1");

    private final StoreFixture shop = new StoreFixture.Setup()
            .boundaries("09:00", "13:00", "17:00")
            .works(SECOND, "OPERATOR")
            .service(ROBOT, "OPERATOR")
            .open();

    private Absences desk(ActorId actor) {
        return shop.ops.deskOf(actor).absences();
    }

    private Absence away(ActorId person, String from, String to) {
        return desk(MANAGER).record(STORE, person, shop.at(from), shop.at(to), "ill");
    }

    private static String codeOf(Runnable act) {
        return assertThrows(RefusedException.class, act::run).refusal().code();
    }

    @Test
    void isRecordedByTheManagerForAnybodyElse() {
        Absence absence = away(OPERATOR, "09:00", "12:00");
        assertEquals(MANAGER, absence.recorded().by());
        assertEquals(Optional.of("ill"), absence.reason());
        assertEquals(List.of(absence), desk(MANAGER).all(STORE));
        assertEquals(
                "INSTRUCT",
                assertThrows(
                                DeniedException.class,
                                () -> desk(OPERATOR).record(STORE, SECOND, shop.at("09:00"), shop.at("12:00"), "ill"))
                        .code());
        assertEquals(
                "SELF_DECISION",
                assertThrows(DeniedException.class, () -> away(MANAGER, "09:00", "12:00"))
                        .code());
    }

    @Test
    void coversItsBeginningAndNotItsEnd() {
        Absence absence = away(OPERATOR, "09:00", "12:00");
        assertTrue(absence.covers(shop.at("09:00")));
        assertTrue(absence.covers(shop.at("11:59:59")));
        assertFalse(absence.covers(shop.at("12:00")));
        assertFalse(absence.covers(shop.at("08:59:59")));
    }

    @Test
    void isRefusedWithoutAReasonTwiceOrOfAStranger() {
        assertEquals(
                "REASON_MISSING",
                codeOf(() -> desk(MANAGER).record(STORE, OPERATOR, shop.at("09:00"), shop.at("12:00"), " ")));
        assertEquals("NO_SUCH_PERSON", codeOf(() -> away(StoreFixture.STRANGER, "09:00", "12:00")));
        away(OPERATOR, "09:00", "12:00");
        assertEquals("EXISTS", codeOf(() -> away(OPERATOR, "09:00", "13:00")));
        assertEquals("NOT_LATER", codeOf(() -> away(OPERATOR, "12:00", "12:00")));
        Instant fine = shop.at("09:00").plusNanos(1);
        assertThrows(
                IllegalArgumentException.class,
                () -> desk(MANAGER).record(STORE, OPERATOR, fine, shop.at("12:00"), "ill"));
    }

    /** Boundary 1 is released in time by op-1, boundary 2 late by op-2, boundary 3 by nobody. */
    @Nested
    class OfTimeliness {
        private void work() {
            shop.collect(1, 100, 10, 1);
            shop.release(1);
            shop.collect(2, 200, 20, 2);
            shop.clock.set(shop.at("13:16"));
            shop.ops.deskOf(SECOND).reporting().release(STORE, StoreFixture.slot(2));
            shop.clock.set(shop.at(NEXT, "10:00"));
        }

        private Scored timeliness() {
            return Scored.of(shop, DAY, DAY, Kpi.K1_4);
        }

        private String of(ActorId person) {
            return timeliness().of(person).get(0);
        }

        private String excusedOf(ActorId person) {
            return timeliness().excusedOf(person).get(0);
        }

        private String excused(int index) {
            return Scored.of(shop, DAY, DAY, Kpi.K1_2, Kpi.K1_3, Kpi.K1_4)
                    .excused()
                    .get(index);
        }

        @Test
        void aPersonIsChargedWithWhatTheyDidAndWhatNobodyDid() {
            work();
            assertEquals("K1.4 1/2 50.00%", of(OPERATOR));
            assertEquals("K1.4 0/2 0.00%", of(SECOND));
            assertEquals("K1.4 0/0 N/A", of(MANAGER));
            assertEquals(of(OPERATOR), excusedOf(OPERATOR));
        }

        @Test
        void aPersonIsExcusedOfWhatWasDueWhileTheyWereAway() {
            work();
            // Due at 17:15, which this absence covers at its very beginning; the next one ends with it.
            away(OPERATOR, "17:15", "18:00");
            away(SECOND, "13:15", "17:15");
            assertEquals("K1.4 1/1 100.00%", excusedOf(OPERATOR));
            assertEquals("K1.4 0/1 0.00%", excusedOf(SECOND));
            assertEquals("K1.4 1/2 50.00%", of(OPERATOR));
        }

        @Test
        void whatWasInTimeCountsThoughThePersonWasAway() {
            work();
            away(OPERATOR, "00:00", "16:00");
            assertEquals("K1.4 1/2 50.00%", excusedOf(OPERATOR));
        }

        @Test
        void theStoreIsExcusedOnlyWhileEverybodyWasAway() {
            work();
            away(OPERATOR, "17:00", "18:00");
            assertEquals("K1.4 1/3 33.33%", excused(2));
            away(SECOND, "13:00", "18:00");
            // Nobody was there at 17:15; and at 13:15 not she who made the second.
            assertEquals("K1.4 1/1 100.00%", excused(2));
        }

        @Test
        void theStoreIsExcusedOfFiguresThatNobodyCouldCollect() {
            shop.collect(1, 100, 10, 1);
            shop.release(1);
            shop.collect(3, 300, 30, 3);
            shop.clock.set(shop.at("17:02"));
            shop.releaseWithGaps(2);
            shop.release(3);
            String before = excused(0);
            assertEquals("K1.2 3/9 33.33%", before);
            assertEquals("K1.3 2/3 66.67%", excused(1));
            away(OPERATOR, "13:00", "14:00");
            assertEquals(before, excused(0));
            away(SECOND, "13:10", "14:00");
            assertEquals("K1.2 3/3 100.00%", excused(0));
            assertEquals("K1.3 2/2 100.00%", excused(1));
        }

        @Test
        void whatIsRecordedLaterExcusesNothingEarlier() {
            work();
            Instant before = shop.clock.instant();
            shop.clock.advance(Duration.ofMinutes(1));
            away(OPERATOR, "17:00", "18:00");
            assertEquals(
                    "K1.4 1/2 50.00%",
                    shop.ops
                            .deskOf(MANAGER)
                            .scorecards()
                            .of(STORE, OPERATOR, DAY, DAY, before)
                            .excusedScores(Kpi.K1_4)
                            .get(0)
                            .toString());
            assertEquals("K1.4 1/1 100.00%", excusedOf(OPERATOR));
        }

        @Test
        void whatAServiceDidCountsForThosePersonsWhoHoldTheRight() {
            shop.collect(1, 100, 10, 1);
            shop.ops.deskOf(ROBOT).reporting().release(STORE, StoreFixture.slot(1));
            shop.clock.set(shop.at("12:00"));
            assertEquals("K1.4 1/1 100.00%", of(OPERATOR));
            assertEquals("K1.4 1/1 100.00%", of(SECOND));
            assertEquals("K1.4 0/0 N/A", of(ROBOT));
        }
    }
}
