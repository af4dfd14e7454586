package io.storeops.agenda;

import io.storeops.StoreFixture;
import io.storeops.authority.Bound;
import io.storeops.calendar.SlotPlan;
import io.storeops.position.Cadence;
import io.storeops.position.Duty;
import io.storeops.position.Roster;
import io.storeops.position.RosterFixture;
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
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Dates of stores in every zone, with rosters of many kinds that begin before, on or after the date. */
final class AgendaDays {
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2035, 12, 31);
    private static final List<String> ZONES = List.copyOf(new TreeSet<>(ZoneId.getAvailableZoneIds()));
    private static final List<Place> CHANGES = changes();

    /** A date of a store, and what is expected on it. */
    record Day(ZoneId zone, LocalDate date, Roster roster, LocalDate since, List<Occurrence> expected) {
        static Day of(ZoneId zone, LocalDate date, Roster any, LocalDate since) {
            Roster roster = RosterFixture.since(Bound.on(since), any);
            return new Day(
                    zone,
                    date,
                    roster,
                    since,
                    Agenda.occurrences(
                            StoreFixture.STORE,
                            zone,
                            date,
                            asked -> Optional.of(roster).filter(ruling -> !asked.isBefore(since))));
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

    static Arbitrary<Day> days() {
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

    private AgendaDays() {}
}
