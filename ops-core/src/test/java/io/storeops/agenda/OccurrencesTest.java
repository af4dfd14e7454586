package io.storeops.agenda;

import static io.storeops.StoreFixture.SHANGHAI;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.agenda.SinceSunday.SUNDAY;
import static io.storeops.agenda.SinceSunday.agenda;
import static io.storeops.agenda.SinceSunday.at;
import static io.storeops.agenda.SinceSunday.on;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.authority.Bound;
import io.storeops.authority.Right;
import io.storeops.calendar.SlotId;
import io.storeops.calendar.SlotPlan;
import io.storeops.evidence.EvidenceNeed;
import io.storeops.position.Cadence;
import io.storeops.position.Duty;
import io.storeops.position.Roster;
import io.storeops.position.RosterFixture;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OccurrencesTest {
    private static final LocalDate MONDAY = SUNDAY.plusDays(1);

    @Nested
    class OnTheFirstDayOfARoster {
        @Test
        void expectsThirteenOfEachBoundaryAnInspectionASweepAndAReport() {
            assertEquals(
                    Map.of("1.1", 13, "1.2", 13, "2.1", 1, "2.2", 1, "5.1", 1, "5.2", 1),
                    agenda(SUNDAY, "2024-06-16T08:55:00+08:00").counts());
        }

        @Test
        void expectsNothingOfTheDayBefore() {
            assertEquals(
                    0,
                    on(SUNDAY).stream()
                            .filter(occurrence -> occurrence.date().isBefore(SUNDAY))
                            .count());
        }

        @Test
        void givesEachItsDueInstant() {
            assertEquals(
                    at("2024-06-16T09:00:00+08:00"),
                    on(SUNDAY, "1.1/2024-06-16#01").opensAt());
            assertEquals(
                    at("2024-06-16T09:10:00+08:00"),
                    on(SUNDAY, "1.1/2024-06-16#01").dueAt());
            assertEquals(
                    at("2024-06-16T21:15:00+08:00"),
                    on(SUNDAY, "1.2/2024-06-16#13").dueAt());
            assertEquals(
                    at("2024-06-16T09:00:00+08:00"),
                    on(SUNDAY, "2.1/2024-06-16").opensAt());
            assertEquals(
                    at("2024-06-16T09:30:00+08:00"),
                    on(SUNDAY, "2.1/2024-06-16").dueAt());
            assertEquals(
                    at("2024-06-16T00:00:00+08:00"),
                    on(SUNDAY, "2.2/2024-06-16").opensAt());
            assertEquals(
                    at("2024-06-16T21:30:00+08:00"),
                    on(SUNDAY, "2.2/2024-06-16").dueAt());
            assertEquals(
                    at("2024-06-17T00:00:00+08:00"), on(SUNDAY, "5.1/2024-W24").opensAt());
            assertEquals(
                    at("2024-06-17T12:00:00+08:00"), on(SUNDAY, "5.1/2024-W24").dueAt());
        }

        @Test
        void saysFromWhenOnEachIsMissed() {
            Optional<Instant> nextMorning = Optional.of(at("2024-06-17T09:00:00+08:00"));
            Optional<Instant> midnight = Optional.of(at("2024-06-17T00:00:00+08:00"));
            assertEquals(nextMorning, on(SUNDAY, "1.1/2024-06-16#13").missedAt());
            assertEquals(nextMorning, on(SUNDAY, "1.2/2024-06-16#01").missedAt());
            assertEquals(midnight, on(SUNDAY, "2.1/2024-06-16").missedAt());
            assertEquals(midnight, on(SUNDAY, "2.2/2024-06-16").missedAt());
            assertEquals(Optional.empty(), on(SUNDAY, "5.1/2024-W24").missedAt());
        }

        @Test
        void carriesTheEvidenceAndTheRightOfTheDuty() {
            Occurrence release = on(SUNDAY, "1.2/2024-06-16#01");
            assertEquals(List.of(EvidenceNeed.parse("CHANNEL_RECEIPT:DATA_GROUP")), release.evidence());
            assertEquals(Right.COLLECT_AND_RELEASE, release.permission());
            assertEquals(Optional.of(SlotId.of(SUNDAY, 1)), release.slot());
            assertEquals("1.2", release.duty());
        }
    }

    @Nested
    class OnTheNextDay {
        @Test
        void alsoExpectsTheReadingThatClosesTheDayBeforeAndTheReportThatIsDue() {
            assertEquals(
                    Map.of("1.1", 14, "1.2", 13, "2.1", 1, "2.2", 1, "5.1", 2, "5.2", 1),
                    agenda(MONDAY, "2024-06-17T08:55:00+08:00").counts());
            Occurrence closing = on(MONDAY, "1.1/2024-06-16#14");
            assertEquals(SUNDAY, closing.date());
            assertEquals(Optional.of(SlotId.of(SUNDAY, 14)), closing.slot());
            assertEquals(at("2024-06-17T00:00:00+08:00"), closing.opensAt());
            assertEquals(at("2024-06-17T09:10:00+08:00"), closing.dueAt());
            assertEquals(Optional.of(at("2024-06-18T09:00:00+08:00")), closing.missedAt());
            assertEquals(
                    at("2024-06-17T12:00:00+08:00"), on(MONDAY, "5.1/2024-W24").dueAt());
            assertEquals(
                    at("2024-06-24T12:00:00+08:00"), on(MONDAY, "5.1/2024-W25").dueAt());
        }

        @Test
        void expectsTheReportOfItsOwnWeekOnlyOnceThatOfTheLastIsDue() {
            Agenda tuesday = agenda(MONDAY.plusDays(1), "2024-06-18T08:00:00+08:00");
            assertEquals(1, tuesday.counts().get("5.1"));
        }
    }

    @Nested
    class WhenTheRosterChanges {
        private final LocalDate change = MONDAY;

        private Optional<Roster> rosterOn(LocalDate date) {
            Roster old = RosterFixture.whole();
            SlotPlan plan = new SlotPlan(
                    List.of(LocalTime.of(8, 0), LocalTime.of(20, 0)),
                    Duration.ZERO,
                    Duration.ofMinutes(20),
                    Duration.ofMinutes(30),
                    LocalTime.of(7, 0));
            return Optional.of(date.isBefore(change) ? old : RosterFixture.with(plan, RosterFixture.duties()));
        }

        private Occurrence found(LocalDate date, String id) {
            return Agenda.of(
                            STORE,
                            date,
                            Instant.EPOCH,
                            Agenda.occurrences(STORE, SHANGHAI, date, this::rosterOn),
                            occurrence -> Optional.empty())
                    .find(OccurrenceId.parse(id))
                    .orElseThrow()
                    .occurrence();
        }

        @Test
        void eachDateIsJudgedByItsOwn() {
            assertEquals(
                    at("2024-06-16T09:10:00+08:00"),
                    found(SUNDAY, "1.1/2024-06-16#01").dueAt());
            assertEquals(
                    at("2024-06-17T08:20:00+08:00"),
                    found(MONDAY, "1.1/2024-06-17#01").dueAt());
            assertEquals(
                    at("2024-06-17T20:30:00+08:00"),
                    found(MONDAY, "1.2/2024-06-17#02").dueAt());
        }

        @Test
        void theDayBeforeHasItsOwnSlotsAndClosesWithTheFirstBoundaryOfTheNewOne() {
            Occurrence closing = found(MONDAY, "1.1/2024-06-16#14");
            assertEquals(at("2024-06-17T08:20:00+08:00"), closing.dueAt());
            assertEquals(Optional.of(at("2024-06-18T07:00:00+08:00")), closing.missedAt());
        }
    }

    @Nested
    class WithOtherCadences {
        private List<Occurrence> of(ZoneId zone, LocalDate date, Duty duty) {
            Roster roster = RosterFixture.since(
                    Bound.on(date.minusDays(1)), RosterFixture.with(SlotPlan.ofHours(1, 4), Map.of(duty.id(), duty)));
            Function<LocalDate, Optional<Roster>> always = any -> Optional.of(roster);
            return Agenda.occurrences(STORE, zone, date, always);
        }

        @Test
        void aBoundaryMayHaveADueOfItsOwn() {
            Cadence own = new Cadence.EachBoundary(Optional.of(Duration.ofMinutes(3)));
            List<Occurrence> found = of(SHANGHAI, SUNDAY, RosterFixture.duty("2.3", own, "SCREENSHOT"));
            assertEquals(4, found.size());
            assertEquals(at("2024-06-16T01:03:00+08:00"), found.get(0).dueAt());
        }

        @Test
        void whatIsDueOnlyAfterItsDayCountsAsClosedIsNotMissedBeforeItIsDue() {
            Cadence own = new Cadence.EachBoundary(Optional.of(Duration.ofHours(40)));
            Occurrence first = of(SHANGHAI, SUNDAY, RosterFixture.duty("2.3", own, "SCREENSHOT"))
                    .get(0);
            assertEquals(Optional.of(first.dueAt()), first.missedAt());
        }

        @Test
        void whatIsTriggeredIsNotExpected() {
            for (Cadence cadence :
                    List.of(new Cadence.Event(), new Cadence.OnInstruction(), new Cadence.PerActivity())) {
                assertEquals(List.of(), of(SHANGHAI, SUNDAY, RosterFixture.duty("4.2", cadence, "HANDLING_REPORT")));
            }
        }

        @Test
        void tasksAreNotExpectedButTheirSummaryIs() {
            Cadence tasks = new Cadence.PerTask(LocalTime.of(20, 15));
            Occurrence summary = of(SHANGHAI, SUNDAY, RosterFixture.duty("5.2", tasks, "FEEDBACK:ORAL|REPORT"))
                    .get(0);
            assertEquals(OccurrenceId.ofDate("5.2", SUNDAY), summary.id());
            assertEquals(at("2024-06-15T16:00:00Z"), summary.opensAt());
            assertEquals(at("2024-06-16T12:15:00Z"), summary.dueAt());
            assertEquals(Optional.of(at("2024-06-16T16:00:00Z")), summary.missedAt());
            assertEquals(List.of(EvidenceNeed.parse("DAY_SUMMARY")), summary.evidence());
        }

        @Test
        void aTimeThatTheClocksSkipIsTheInstantOfTheSkipAndOneThatTheyShowTwiceIsTheFirst() {
            ZoneId berlin = ZoneId.of("Europe/Berlin");
            Duty duty = RosterFixture.duty(
                    "2.1", new Cadence.Daily(LocalTime.of(2, 0), LocalTime.of(2, 30)), "CLASSIFIED_CHECKLIST");
            Occurrence spring = of(berlin, LocalDate.of(2024, 3, 31), duty).get(0);
            assertEquals(at("2024-03-31T01:00:00Z"), spring.opensAt());
            assertEquals(at("2024-03-31T01:00:00Z"), spring.dueAt());
            Occurrence autumn = of(berlin, LocalDate.of(2024, 10, 27), duty).get(0);
            assertEquals(at("2024-10-27T00:30:00Z"), autumn.dueAt());
        }
    }
}
