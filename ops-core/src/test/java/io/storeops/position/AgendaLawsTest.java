package io.storeops.position;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.StoreFixture;
import io.storeops.calendar.SlotId;
import io.storeops.calendar.SlotPlan;
import io.storeops.position.AgendaItem.State;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class AgendaLawsTest {
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2035, 12, 31);
    private static final List<String> ZONES = List.copyOf(new TreeSet<>(ZoneId.getAvailableZoneIds()));
    private static final List<Place> CHANGES = changes();
    private static final long FOUR_DAYS = Duration.ofDays(4).toSeconds();

    /** A date of a store, and what is expected on it. */
    private record Day(ZoneId zone, LocalDate date, Roster roster, LocalDate since, List<Occurrence> expected) {
        static Day of(ZoneId zone, LocalDate date, Roster roster, LocalDate since) {
            return new Day(
                    zone,
                    date,
                    roster,
                    since,
                    Agenda.occurrences(
                            StoreFixture.STORE,
                            zone,
                            date,
                            asked -> Optional.of(roster).filter(any -> !asked.isBefore(since))));
        }

        Instant start() {
            return date.atStartOfDay(zone).toInstant();
        }

        Agenda at(Instant now, Map<OccurrenceId, Progress> progress) {
            return Agenda.of(
                    StoreFixture.STORE,
                    date,
                    now,
                    expected,
                    occurrence -> Optional.ofNullable(progress.get(occurrence.id())));
        }
    }

    @Provide
    Arbitrary<Day> days() {
        Arbitrary<Place> any = Combinators.combine(
                        Arbitraries.of(ZONES).map(ZoneId::of),
                        Arbitraries.longs().between(FIRST.toEpochDay(), LAST.toEpochDay()))
                .as((zone, day) -> new Place(zone, LocalDate.ofEpochDay(day)));
        // Half of the days are such on which the clocks change, or the ones beside them: there all the errors are.
        Arbitrary<Place> changed = Combinators.combine(
                        Arbitraries.of(CHANGES), Arbitraries.integers().between(-1, 1))
                .as((place, days) -> new Place(place.zone(), place.date().plusDays(days)));
        // Whether the roster ruled on the day before, or begins on the date, or on one of the days after.
        Arbitrary<Integer> age = Arbitraries.integers().between(-7, 7);
        return Combinators.combine(Arbitraries.oneOf(any, changed), rosters(), age)
                .as((place, roster, days) ->
                        Day.of(place.zone(), place.date(), roster, place.date().minusDays(days)));
    }

    private record Place(ZoneId zone, LocalDate date) {}

    private static List<Place> changes() {
        List<Place> found = new ArrayList<>();
        for (String id : ZONES) {
            ZoneId zone = ZoneId.of(id);
            ZoneOffsetTransition next =
                    zone.getRules().nextTransition(FIRST.atStartOfDay(zone).toInstant());
            while (next != null && next.getDateTimeBefore().toLocalDate().isBefore(LAST)) {
                found.add(new Place(zone, next.getDateTimeBefore().toLocalDate()));
                next = zone.getRules().nextTransition(next.getInstant());
            }
        }
        return found;
    }

    private static Arbitrary<Roster> rosters() {
        Arbitrary<LocalTime> times =
                Arbitraries.integers().between(0, 24 * 60 - 1).map(LocalTime.MIDNIGHT::plusMinutes);
        Arbitrary<SlotPlan> plans = Combinators.combine(
                        times.filter(time -> !time.equals(LocalTime.MIDNIGHT))
                                .set()
                                .ofMinSize(1)
                                .ofMaxSize(20),
                        Arbitraries.integers().between(0, 300),
                        Arbitraries.integers().between(0, 300),
                        times)
                .as((boundaries, collect, more, missed) -> new SlotPlan(
                        List.copyOf(new TreeSet<>(boundaries)),
                        Duration.ofSeconds(60),
                        Duration.ofMinutes(collect),
                        Duration.ofMinutes(collect + more),
                        missed));
        return Combinators.combine(plans, times, times, times, Arbitraries.of(DayOfWeek.values()))
                .as((plan, one, two, three, day) -> RosterFixture.with(plan, duties(one, two, three, day)));
    }

    private static Map<String, Duty> duties(LocalTime one, LocalTime two, LocalTime three, DayOfWeek day) {
        Map<String, Duty> duties = new LinkedHashMap<>(RosterFixture.duties());
        LocalTime early = one.isBefore(two) ? one : two;
        LocalTime late = one.isBefore(two) ? two : one;
        duties.put("2.1", RosterFixture.duty("2.1", new Cadence.Daily(early, late), "CLASSIFIED_CHECKLIST"));
        duties.put("2.2", RosterFixture.duty("2.2", new Cadence.DailySweepAndEvent(three), "SCREENSHOT_BEFORE"));
        duties.put("5.1", RosterFixture.duty("5.1", new Cadence.Weekly(day, three), "CHANNEL_RECEIPT:MAIL"));
        return duties;
    }

    @Property
    void asMuchIsExpectedAsTheRosterInForceSays(@ForAll("days") Day day) {
        Map<String, Long> expected = new TreeMap<>();
        int boundaries = day.roster().slotPlan().boundaries().size();
        boolean today = !day.date().isBefore(day.since());
        boolean yesterday = day.date().isAfter(day.since());
        if (today) {
            expected.putAll(Map.of("1.2", (long) boundaries, "2.1", 1L, "2.2", 1L));
            expected.put("1.1", (long) boundaries + (yesterday ? 1 : 0));
        }
        Cadence.Weekly weekly = (Cadence.Weekly) day.roster().duty("5.1").cadence();
        LocalDate sunday = day.date().plusDays(7 - day.date().getDayOfWeek().getValue());
        long reports = (sunday.isBefore(day.since()) ? 0 : 1)
                + (day.date().getDayOfWeek() == weekly.day()
                                && !sunday.minusWeeks(1).isBefore(day.since())
                        ? 1
                        : 0);
        if (reports > 0) {
            expected.put("5.1", reports);
        }
        assertEquals(
                expected,
                day.expected().stream()
                        .collect(Collectors.groupingBy(Occurrence::duty, TreeMap::new, Collectors.counting())));
    }

    @Property
    void everyOccurrenceHasAnIdOfItsOwnAndIsDueWhenItIsOpen(@ForAll("days") Day day) {
        assertEquals(
                day.expected().size(),
                day.expected().stream().map(Occurrence::id).distinct().count());
        for (Occurrence occurrence : day.expected()) {
            assertFalse(occurrence.dueAt().isBefore(occurrence.opensAt()));
            assertFalse(occurrence.missedAt().orElse(Instant.MAX).isBefore(occurrence.dueAt()));
            assertEquals(occurrence.id(), OccurrenceId.parse(occurrence.id().toString()));
            assertEquals(
                    occurrence.slot().map(SlotId::toString),
                    occurrence.slot().map(slot -> occurrence.id().about()));
        }
    }

    @Property
    void aReportOpensWithTheEndOfItsWeekAndEverythingElseByTheEndOfTheDate(@ForAll("days") Day day) {
        Instant end = day.date().plusDays(1).atStartOfDay(day.zone()).toInstant();
        for (Occurrence occurrence : day.expected()) {
            if (occurrence.duty().equals("5.1")) {
                assertEquals(DayOfWeek.SUNDAY, occurrence.date().getDayOfWeek());
                assertEquals(
                        occurrence.date().plusDays(1).atStartOfDay(day.zone()).toInstant(), occurrence.opensAt());
            } else {
                assertFalse(occurrence.opensAt().isAfter(end), occurrence.toString());
            }
        }
    }

    @Property
    void anOccurrenceIsTheSameOnEveryAgendaThatHasIt(@ForAll("days") Day day) {
        Map<OccurrenceId, Occurrence> today =
                day.expected().stream().collect(Collectors.toMap(Occurrence::id, occurrence -> occurrence));
        for (int later : List.of(1, 2, 7)) {
            Day.of(day.zone(), day.date().plusDays(later), day.roster(), day.since())
                    .expected()
                    .forEach(occurrence -> assertEquals(
                            today.getOrDefault(occurrence.id(), occurrence), occurrence, occurrence.toString()));
        }
    }

    private static Map<OccurrenceId, Progress> progress(Day day, List<Integer> ends) {
        Map<OccurrenceId, Progress> progress = new TreeMap<>();
        for (int i = 0; i < day.expected().size(); i++) {
            int end = ends.get(i % ends.size());
            Instant at = day.start().plusSeconds(Math.floorMod(end * 7919L + i * 104_729L, FOUR_DAYS));
            if (end % 3 > 0) {
                progress.put(
                        day.expected().get(i).id(),
                        end % 3 == 1 ? new Progress.Done(at) : new Progress.Abandoned(at, "given up"));
            }
        }
        return progress;
    }

    private static State stateOf(Agenda agenda, int item) {
        return agenda.items().get(item).stateAt(agenda.at());
    }

    @Property(tries = 500)
    void statesOnlyGoForwardAndWhatHasEndedStays(
            @ForAll("days") Day day,
            @ForAll @Size(min = 1, max = 7) List<@IntRange(min = 0, max = 99_999) Integer> ends,
            @ForAll @Size(20) List<@LongRange(min = -100_000, max = 700_000) Long> seconds) {
        Map<OccurrenceId, Progress> progress = progress(day, ends);
        Optional<Agenda> before = Optional.empty();
        for (long second : new TreeSet<>(seconds)) {
            Agenda agenda = day.at(day.start().plusSeconds(second), progress);
            for (int i = 0; i < agenda.items().size() && before.isPresent(); i++) {
                State was = stateOf(before.get(), i);
                State is = stateOf(agenda, i);
                assertTrue(was.compareTo(is) <= 0, was + " became " + is);
                assertTrue(was.compareTo(State.DONE) < 0 || was == is, was + " became " + is);
            }
            before = Optional.of(agenda);
        }
    }

    @Property(tries = 500)
    void nothingChangesBeforeTheNextWakeUpAndSomethingDoesThen(
            @ForAll("days") Day day,
            @ForAll @Size(min = 1, max = 7) List<@IntRange(min = 0, max = 99_999) Integer> ends,
            @ForAll @LongRange(min = -100_000, max = 700_000) long second) {
        Map<OccurrenceId, Progress> progress = progress(day, ends);
        Agenda now = day.at(day.start().plusSeconds(second), progress);
        Instant far = now.at().plus(Duration.ofDays(30));
        Instant next = now.nextWakeUp().orElse(far);
        assertTrue(next.isAfter(now.at()));
        Agenda justBefore = day.at(next.minusNanos(1), progress);
        Agenda then = day.at(next, progress);
        boolean changed = false;
        for (int i = 0; i < now.items().size(); i++) {
            assertEquals(stateOf(now, i), stateOf(justBefore, i));
            changed |= stateOf(then, i) != stateOf(now, i);
        }
        assertEquals(now.nextWakeUp().isPresent(), changed);
    }

    @Property(tries = 200)
    void whoeverSleepsUntilEachWakeUpSeesEveryStateThatAMinuteByMinuteLookSees(@ForAll("days") Day day) {
        Agenda agenda = day.at(day.start(), Map.of());
        int wakeUps = 0;
        while (agenda.nextWakeUp().isPresent()) {
            agenda = day.at(agenda.nextWakeUp().get(), Map.of());
            wakeUps++;
        }
        assertEquals(List.of(), agenda.in(State.AHEAD));
        assertEquals(List.of(), agenda.due());
        assertTrue(wakeUps <= 3 * day.expected().size());
        assertEquals(
                day.expected().stream()
                        .filter(occurrence -> occurrence.missedAt().isEmpty())
                        .count(),
                agenda.overdue().size());
    }
}
