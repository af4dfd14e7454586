package io.storeops.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class BusinessDayLawsTest {
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2035, 12, 31);
    private static final List<String> ZONES = List.copyOf(new TreeSet<>(ZoneId.getAvailableZoneIds()));

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZONES).map(ZoneId::of);
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Arbitraries.longs()
                .between(FIRST.toEpochDay(), LAST.toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<SlotPlan> plans() {
        return Arbitraries.integers()
                .between(1, 24 * 60 - 1)
                .set()
                .ofMinSize(1)
                .ofMaxSize(40)
                .map(minutes -> new SlotPlan(
                        new TreeSet<>(minutes)
                                .stream()
                                        .map(minute -> LocalTime.MIDNIGHT.plusMinutes(minute))
                                        .toList(),
                        Duration.ofSeconds(60),
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(15),
                        LocalTime.of(9, 0)));
    }

    @Provide
    Arbitrary<BusinessDay> days() {
        return Combinators.combine(zones(), dates(), plans()).as((zone, date, plan) -> plan.day(date, zone));
    }

    /** Days on which the clocks are changed, where all the errors are. */
    @Provide
    Arbitrary<BusinessDay> changedDays() {
        return Combinators.combine(Arbitraries.of(transitions()), plans())
                .as((change, plan) -> plan.day(change.date(), change.zone()));
    }

    private record Change(ZoneId zone, ZoneOffsetTransition transition) {
        LocalDate date() {
            return transition.getDateTimeBefore().toLocalDate();
        }
    }

    private static List<Change> transitions() {
        List<Change> found = new ArrayList<>();
        for (String id : ZONES) {
            ZoneId zone = ZoneId.of(id);
            Instant end = LAST.plusDays(1).atStartOfDay(zone).toInstant();
            ZoneOffsetTransition next =
                    zone.getRules().nextTransition(FIRST.atStartOfDay(zone).toInstant());
            while (next != null && next.getInstant().isBefore(end)) {
                found.add(new Change(zone, next));
                next = zone.getRules().nextTransition(next.getInstant());
            }
        }
        return found;
    }

    /** The day's ends without the library's own way: the first instant that carries the date. */
    private static Instant firstInstantOf(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toInstant();
    }

    private static void partitions(BusinessDay day) {
        List<Slot> slots = day.slots();
        assertEquals(day.plan().boundaries().size() + 1, slots.size());
        assertEquals(firstInstantOf(day.date(), day.zone()), slots.get(0).from());
        assertEquals(
                firstInstantOf(day.date().plusDays(1), day.zone()),
                slots.get(slots.size() - 1).to());
        for (int i = 0; i < slots.size(); i++) {
            assertEquals(SlotId.of(day.date(), i + 1), slots.get(i).id());
            assertFalse(slots.get(i).length().isNegative());
            if (i > 0) {
                assertEquals(slots.get(i - 1).to(), slots.get(i).from());
                assertTrue(slots.get(i - 1).id().compareTo(slots.get(i).id()) < 0);
            }
        }
    }

    @Property
    void slotsPartitionEveryDay(@ForAll("days") BusinessDay day) {
        partitions(day);
    }

    @Property
    void slotsPartitionTheDaysOnWhichClocksChange(@ForAll("changedDays") BusinessDay day) {
        partitions(day);
    }

    @Property
    void everyInstantHasExactlyOneSlot(
            @ForAll("changedDays") BusinessDay day, @ForAll @LongRange(min = 0, max = 999_999) long millionths) {
        long length = Duration.between(day.start(), day.end()).toMillis();
        Instant instant = day.start().plusMillis(length * millionths / 1_000_000);
        List<Integer> holding = day.slots().stream()
                .filter(slot -> slot.contains(instant))
                .map(slot -> slot.id().number())
                .toList();
        assertEquals(List.of(day.slotAt(instant)), holding);
    }

    @Property
    void everyEdgeBelongsToTheSlotThatItOpens(@ForAll("changedDays") BusinessDay day) {
        for (Slot slot : day.slots()) {
            if (!slot.length().isZero()) {
                assertEquals(slot.id().number(), day.slotAt(slot.from()));
                assertEquals(slot.id().number(), day.slotAt(slot.to().minusNanos(1)));
            }
        }
        assertThrows(IllegalArgumentException.class, () -> day.slotAt(day.end()));
        assertThrows(
                IllegalArgumentException.class, () -> day.slotAt(day.start().minusNanos(1)));
    }

    @Property
    void boundariesShowTheirLocalTimeUnlessTheClocksSkipIt(@ForAll("days") BusinessDay day) {
        for (int i = 1; i < day.plan().slots(); i++) {
            LocalTime boundary = day.plan().boundaries().get(i - 1);
            boolean exists = !day.zone()
                    .getRules()
                    .getValidOffsets(day.date().atTime(boundary))
                    .isEmpty();
            if (exists && !day.closes(i).equals(day.start())) {
                assertEquals(boundary, day.closes(i).atZone(day.zone()).toLocalTime());
            }
        }
    }

    @Property
    void boundariesPassedCountsThoseAtOrBefore(@ForAll("days") BusinessDay day) {
        for (int number = 1; number < day.plan().slots(); number++) {
            Instant at = day.closes(number);
            long expected = day.slots().stream()
                    .limit(day.plan().boundaries().size())
                    .filter(slot -> !slot.to().isAfter(at))
                    .count();
            assertEquals(expected, day.boundariesPassed(at));
        }
    }

    @Property
    void daysFollowEachOtherWithoutAGap(
            @ForAll("zones") ZoneId zone, @ForAll("dates") LocalDate date, @ForAll("plans") SlotPlan plan) {
        assertEquals(
                plan.day(date, zone).end(), plan.day(date.plusDays(1), zone).start());
    }

    @Property
    void boundariesAndSlotsNameEachOther(@ForAll("dates") LocalDate date, @ForAll("plans") SlotPlan plan) {
        for (int number = 1; number <= plan.slots(); number++) {
            SlotId slot = SlotId.of(date, number);
            assertEquals(slot, plan.slotClosedAt(plan.boundaryOf(slot)).orElseThrow());
        }
    }

    @Example
    void everyChangeOfTheClocksMakesTheDayAsMuchLongerOrShorter() {
        SlotPlan plan = SlotPlan.ofHours(1, 23);
        List<Change> changes = transitions();
        assertTrue(changes.size() > 4000, "only " + changes.size() + " changes");
        Map<Duration, Integer> lengths = new TreeMap<>();
        for (Change change : changes) {
            BusinessDay day = plan.day(change.date(), change.zone());
            partitions(day);
            partitions(plan.day(change.date().plusDays(1), change.zone()));
            lengths.merge(Duration.between(day.start(), day.end()), 1, Integer::sum);
        }
        Set<Duration> all = lengths.keySet();
        assertTrue(all.contains(Duration.ofHours(23)), lengths.toString());
        assertTrue(all.contains(Duration.ofHours(25)), lengths.toString());
        assertTrue(all.contains(Duration.ofMinutes(23 * 60 + 30)), lengths.toString());
        assertTrue(all.contains(Duration.ofMinutes(24 * 60 + 30)), lengths.toString());
    }

    @Example
    void aSkippedBoundaryFallsOnTheSkipAndItsSlotIsEmpty() {
        SlotPlan plan = SlotPlan.ofHours(1, 4);
        BusinessDay day = plan.day(LocalDate.of(2024, 3, 31), ZoneId.of("Europe/Berlin"));
        assertEquals(Instant.parse("2024-03-31T01:00:00Z"), day.closes(2));
        assertEquals(day.closes(2), day.closes(3));
        assertEquals(Duration.ZERO, day.slot(3).length());
        assertEquals(4, day.slotAt(day.closes(2)));
    }

    @Example
    void aBoundaryThatIsShownTwiceIsTheFirstOfTheTwo() {
        SlotPlan plan = SlotPlan.ofHours(2, 3);
        BusinessDay day = plan.day(LocalDate.of(2024, 10, 27), ZoneId.of("Europe/Berlin"));
        assertEquals(Instant.parse("2024-10-27T00:00:00Z"), day.closes(1));
        assertEquals(Duration.ofHours(2), day.slot(2).length());
    }

    @Example
    void lordHoweChangesByHalfAnHour() {
        SlotPlan plan = SlotPlan.ofHours(9, 21);
        ZoneId island = ZoneId.of("Australia/Lord_Howe");
        BusinessDay spring = plan.day(LocalDate.of(2024, 10, 6), island);
        BusinessDay autumn = plan.day(LocalDate.of(2024, 4, 7), island);
        assertEquals(Duration.ofMinutes(23 * 60 + 30), Duration.between(spring.start(), spring.end()));
        assertEquals(Duration.ofMinutes(24 * 60 + 30), Duration.between(autumn.start(), autumn.end()));
    }

    @Example
    void theDefaultPlanHasThirteenBoundariesAndFourteenSlots() {
        SlotPlan plan = SlotPlan.ofHours(9, 21);
        assertEquals(13, plan.boundaries().size());
        assertEquals(14, plan.slots());
    }
}
