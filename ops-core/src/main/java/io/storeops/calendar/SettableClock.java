package io.storeops.calendar;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still until it is set: for replays, and for tests of those who embed the library, who test with the
 * same clock as we do. Its zone is UTC and means nothing, as the library takes every zone from the store. Thread-safe.
 */
public final class SettableClock extends Clock {
    private final AtomicReference<Instant> now;

    private SettableClock(Instant start) {
        this.now = new AtomicReference<>(requireNonNull(start, "start"));
    }

    /**
     * A clock that shows an instant.
     *
     * @param start the instant
     * @return the clock
     */
    public static SettableClock at(Instant start) {
        return new SettableClock(start);
    }

    /**
     * Sets the clock, forwards or backwards.
     *
     * @param instant what it shows from now on
     */
    public void set(Instant instant) {
        now.set(requireNonNull(instant, "instant"));
    }

    /**
     * Moves the clock.
     *
     * @param step how far; negative for backwards
     */
    public void advance(Duration step) {
        now.updateAndGet(instant -> instant.plus(step));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(getZone()) ? this : new Zoned(this, zone);
    }

    /** The same time under another zone. */
    private static final class Zoned extends Clock {
        private final SettableClock clock;
        private final ZoneId zone;

        Zoned(SettableClock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = requireNonNull(zone, "zone");
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return clock.withZone(other);
        }
    }
}
