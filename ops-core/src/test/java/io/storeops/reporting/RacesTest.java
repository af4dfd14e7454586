package io.storeops.reporting;

import static io.storeops.StoreFixture.ITSELF;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.StoreFixture.slot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.StoreFixture;
import io.storeops.StoreOps;
import io.storeops.calendar.SettableClock;
import io.storeops.failure.RefusedException;
import io.storeops.figures.Figures;
import io.storeops.figures.Intake;
import io.storeops.figures.Metric;
import io.storeops.figures.Quality;
import io.storeops.figures.Reading;
import io.storeops.figures.ReadingVersion;
import io.storeops.figures.Restatement;
import io.storeops.figures.Semantics;
import io.storeops.figures.SubjectDay;
import io.storeops.storage.MemoryStorage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What must hold when somebody else decides on the same day, or the clock is not what it was. */
class RacesTest {
    private final StoreFixture shop = StoreFixture.open();

    private Reading direct(int number, long amount) {
        return new Reading(
                ITSELF,
                slot(number),
                shop.clock.instant(),
                Figures.of(amount, 1, 1),
                Semantics.DELTA,
                Quality.ACTUAL,
                "orders",
                Optional.empty());
    }

    @Test
    void countersAndDirectValuesAreNotMixedByTwoAtOnce() {
        shop.clock.set(shop.at("10:00"));
        Reading counter = shop.reading(2, 200, 20, 2);
        shop.storage.beforeNextCommit(() -> shop.accept(direct(1, 100)));
        assertEquals(Intake.Code.MIXED_SEMANTICS, shop.take(counter).code());
    }

    @Test
    void aCounterDoesNotFallByTwoAtOnce() {
        shop.clock.set(shop.at("10:00"));
        Reading later = shop.reading(2, 200, 20, 2);
        shop.storage.beforeNextCommit(() -> {
            shop.clock.set(shop.at("09:05"));
            shop.collect(1, 300, 30, 3);
            shop.clock.set(shop.at("10:00"));
        });
        assertEquals(Intake.Code.SUSPECT, shop.take(later).code());
    }

    @Test
    void aReleaseShowsTheReadingThatCameWhileItWasDecided() {
        shop.collect(1, 100, 10, 1);
        shop.collect(2, 200, 20, 2);
        shop.storage.beforeNextCommit(
                () -> shop.accept(shop.restated(slot(1), Restatement.PLATFORM, Figures.of(150, 10, 1))));
        assertEquals(150, shop.release(2).storeDay().slot(1).get(Metric.AMOUNT));
    }

    @Test
    void mixedReadingsAreNeverDerived() {
        shop.clock.set(shop.at("10:00"));
        ReadingVersion counter = new ReadingVersion(STORE, shop.reading(2, 200, 20, 2), 1, shop.clock.instant(), false);
        ReadingVersion value = new ReadingVersion(STORE, direct(1, 100), 1, shop.clock.instant(), false);
        assertThrows(
                IllegalArgumentException.class,
                () -> SubjectDay.derive(ITSELF, StoreFixture.DAY, 14, List.of(counter, value)));
    }

    @Test
    void whatIsKeptStaysKnownWhenTheClockIsSetBack() {
        shop.clock.set(shop.at("09:05"));
        shop.collect(1, 100, 10, 1);
        shop.clock.advance(Duration.ofMinutes(-1));
        Release release = shop.operator().release(STORE, slot(1));
        assertEquals(100, release.storeDay().slot(1).get(Metric.AMOUNT));
    }

    @Test
    void aReleaseThatNobodyWouldSendIsRefused() {
        SettableClock clock = SettableClock.at(shop.at("09:00"));
        try (StoreOps deaf = StoreOps.builder()
                .storage(MemoryStorage.empty(clock))
                .clock(clock)
                .build()) {
            deaf.enrol(
                    shop.enrolment(StoreFixture.roster(StoreFixture.DAY, "1", List.of(java.time.LocalTime.of(9, 0)))));
            SlotReporting duty = deaf.deskOf(StoreFixture.OPERATOR).reporting();
            duty.record(STORE, List.of(shop.reading(ITSELF, slot(1), Figures.of(1, 1, 1))));
            RefusedException refused = assertThrows(RefusedException.class, () -> duty.release(STORE, slot(1)));
            assertEquals("NO_CHANNEL", refused.refusal().code());
        }
    }

    @Test
    void aRestatedSpanIsCorrectedAsASpan() {
        shop.collect(1, 100, 10, 1);
        shop.collect(3, 500, 50, 5);
        shop.release(3);
        shop.accept(shop.restated(slot(3), Restatement.OPERATOR_ERROR, Figures.of(900, 50, 5)));
        List<SlotChange> changes = shop.operator().correct(STORE, slot(3)).changes();
        assertEquals(1, changes.size());
        assertEquals("2–3", changes.get(0).slotNumbers());
        assertEquals(400, changes.get(0).before());
        assertEquals(Optional.of(800L), changes.get(0).now());
        assertEquals(Optional.of(Restatement.OPERATOR_ERROR), changes.get(0).reason());
    }
}
