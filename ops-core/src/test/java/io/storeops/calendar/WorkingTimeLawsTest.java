package io.storeops.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class WorkingTimeLawsTest {
    private static final List<String> ZONES = List.copyOf(new TreeSet<>(ZoneId.getAvailableZoneIds()));
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final int DATES = 3_600;
    private static final long MOST_NANOS = Duration.ofDays(4).toNanos();

    /** Hours in some zone, and an instant near which they are looked at: half of them near a change of the clocks. */
    private record Case(WorkingTime time, MinuteByMinute oracle, Instant near) {
        @Override
        public String toString() {
            return time + " near " + near;
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.randomValue(WorkingTimeLawsTest::any);
    }

    private static Case any(Random random) {
        ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        Instant some = FIRST.plusDays(random.nextInt(DATES))
                .atTime(LocalTime.ofSecondOfDay(random.nextInt(86_400)))
                .toInstant(ZoneOffset.UTC);
        ZoneOffsetTransition change = random.nextBoolean() ? zone.getRules().nextTransition(some) : null;
        Instant near = change == null
                ? some
                : change.getInstant().plus(Duration.ofMinutes(random.nextInt(2 * 24 * 60) - 24 * 60));
        LocalDate date = near.atZone(zone).toLocalDate();
        Map<DayOfWeek, List<int[]>> spans = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(4) > 0) {
                spans.put(day, spans(random));
            }
        }
        spans.putIfAbsent(date.getDayOfWeek(), spans(random));
        Set<LocalDate> holidays = new HashSet<>();
        Map<LocalDate, DayOfWeek> makeUp = new HashMap<>();
        for (int day = -1; day < 5; day++) {
            switch (random.nextInt(6)) {
                case 0 -> holidays.add(date.plusDays(day));
                case 1 -> makeUp.put(date.plusDays(day), DayOfWeek.of(1 + random.nextInt(7)));
                default -> {}
            }
        }
        return new Case(
                new WorkingTime(hours(spans, holidays, makeUp), zone),
                new MinuteByMinute(spans, holidays, makeUp, zone),
                near);
    }

    /** One to three spans, often at the small hours, in which the clocks are changed; some touch, some last until midnight. */
    private static List<int[]> spans(Random random) {
        TreeSet<Integer> ends = new TreeSet<>();
        int wanted = 2 + 2 * random.nextInt(3);
        while (ends.size() < wanted) {
            ends.add(random.nextBoolean() ? random.nextInt(49) * 30 : random.nextInt(300));
        }
        List<Integer> sorted = List.copyOf(ends);
        List<int[]> spans = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i += 2) {
            int begins = i > 0 && random.nextInt(3) == 0 ? sorted.get(i - 1) : sorted.get(i);
            spans.add(new int[] {begins, sorted.get(i + 1)});
        }
        return spans;
    }

    private static WorkingHours hours(
            Map<DayOfWeek, List<int[]>> spans, Set<LocalDate> holidays, Map<LocalDate, DayOfWeek> makeUp) {
        TreeMap<DayOfWeek, List<WorkingHours.Span>> those = new TreeMap<>();
        spans.forEach((day, each) -> those.put(
                day,
                each.stream()
                        .map(span -> new WorkingHours.Span(time(span[0]), time(span[1])))
                        .toList()));
        return new WorkingHours(those, new TreeSet<>(holidays), new TreeMap<>(makeUp));
    }

    private static LocalTime time(int minute) {
        return LocalTime.ofSecondOfDay(minute % 1_440 * 60L);
    }

    private static Instant wholeMinute(Instant instant) {
        return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), 60L) * 60);
    }

    @Property(tries = 300)
    void whatIsWorkedIsWhatSomebodyCountsMinuteByMinute(
            @ForAll("cases") Case any, @ForAll @LongRange(min = 0, max = 6 * 24 * 60) long minutes) {
        Instant from = wholeMinute(any.near());
        Instant to = from.plus(Duration.ofMinutes(minutes));
        assertEquals(
                Duration.ofMinutes(any.oracle().between(from, to)), any.time().between(from, to));
    }

    @Property(tries = 300)
    void aDeadlineIsTheEndOfTheLastMinuteCounted(
            @ForAll("cases") Case any, @ForAll @LongRange(min = 0, max = 2 * 24 * 60) long minutes) {
        Instant from = wholeMinute(any.near());
        assertEquals(any.oracle().after(from, minutes), any.time().after(from, Duration.ofMinutes(minutes)));
    }

    @Property
    void durationsAddUp(@ForAll("cases") Case any, @ForAll("lengths") Duration one, @ForAll("lengths") Duration other) {
        WorkingTime time = any.time();
        assertEquals(time.after(time.after(any.near(), one), other), time.after(any.near(), one.plus(other)));
    }

    @Property
    void aDeadlineIsTheEarliestInstantByWhichTheDurationHasRun(
            @ForAll("cases") Case any, @ForAll("lengths") Duration length) {
        WorkingTime time = any.time();
        Instant due = time.after(any.near(), length);
        assertFalse(due.isBefore(any.near()));
        assertEquals(length, time.between(any.near(), due));
        if (!length.isZero()) {
            assertTrue(time.between(any.near(), due.minusNanos(1)).compareTo(length) < 0);
        }
    }

    @Property
    void whoBeginsLaterOrHasMoreToDoIsNotDueEarlier(
            @ForAll("cases") Case any, @ForAll("lengths") Duration later, @ForAll("lengths") Duration length) {
        WorkingTime time = any.time();
        Instant due = time.after(any.near(), length);
        assertFalse(time.after(any.near().plus(later), length).isBefore(due));
        assertFalse(time.after(any.near(), length.plus(later)).isBefore(due));
        assertEquals(later.isZero(), time.after(any.near(), length.plus(later)).equals(due));
    }

    @Property
    void stretchesAddUpInWhateverOrderTheInstantsStand(
            @ForAll("cases") Case any, @ForAll("lengths") Duration one, @ForAll("lengths") Duration other) {
        WorkingTime time = any.time();
        Instant from = any.near();
        Instant middle = from.plus(one);
        Instant to = from.plus(other);
        assertEquals(time.between(from, to), time.between(from, middle).plus(time.between(middle, to)));
        assertEquals(time.between(from, to), time.between(to, from).negated());
        assertFalse(time.between(from, to).isNegative());
        assertTrue(time.between(from, to).compareTo(other) <= 0);
    }

    @Property
    void ifEveryHourCountsWorkingTimeIsTime(@ForAll("cases") Case any, @ForAll("lengths") Duration length) {
        WorkingTime time = new WorkingTime(WorkingHours.everyHour(), any.time().zone());
        assertEquals(any.near().plus(length), time.after(any.near(), length));
        assertEquals(length, time.between(any.near(), any.near().plus(length)));
    }

    @Provide
    Arbitrary<Duration> lengths() {
        return Arbitraries.longs().between(0, MOST_NANOS).map(Duration::ofNanos);
    }
}
