package io.storeops.agenda;

import static io.storeops.StoreFixture.STORE;
import static io.storeops.agenda.SinceSunday.SUNDAY;
import static io.storeops.agenda.SinceSunday.agenda;
import static io.storeops.agenda.SinceSunday.at;
import static io.storeops.agenda.SinceSunday.on;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.agenda.AgendaItem.State;
import io.storeops.calendar.IsoWeek;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AgendaTest {
    @Nested
    class AnItem {
        private final Occurrence inspection = on(SUNDAY, "2.1/2024-06-16");

        private State state(Progress progress, String at) {
            return new AgendaItem(inspection, Optional.ofNullable(progress)).stateAt(at(at));
        }

        @Test
        void isAheadThenDueThenOverdueThenMissed() {
            assertEquals(State.AHEAD, state(null, "2024-06-16T08:59:59.999999+08:00"));
            assertEquals(State.DUE, state(null, "2024-06-16T09:00:00+08:00"));
            assertEquals(State.DUE, state(null, "2024-06-16T09:29:59.999999+08:00"));
            assertEquals(State.OVERDUE, state(null, "2024-06-16T09:30:00+08:00"));
            assertEquals(State.OVERDUE, state(null, "2024-06-16T23:59:59.999999+08:00"));
            assertEquals(State.MISSED, state(null, "2024-06-17T00:00:00+08:00"));
        }

        @Test
        void isDoneIfItWasDoneByItsDueInstantThatInstantIncluded() {
            Progress onTime = new Progress.Done(at("2024-06-16T09:30:00+08:00"));
            assertEquals(State.DONE, state(onTime, "2024-06-16T09:30:00+08:00"));
            assertEquals(State.DONE, state(onTime, "2034-06-16T09:30:00+08:00"));
            assertEquals(State.DUE, state(onTime, "2024-06-16T09:29:59+08:00"));
        }

        @Test
        void isLateForEverIfItWasDoneAfterIt() {
            Progress late = new Progress.Done(at("2024-06-16T09:30:00.000001+08:00"));
            assertEquals(State.LATE, state(late, "2024-06-16T09:30:00.000001+08:00"));
            assertEquals(State.LATE, state(late, "2034-06-16T09:30:00+08:00"));
            Progress afterMissed = new Progress.Done(at("2024-06-17T10:00:00+08:00"));
            assertEquals(State.MISSED, state(afterMissed, "2024-06-17T09:59:59+08:00"));
            assertEquals(State.LATE, state(afterMissed, "2024-06-17T10:00:00+08:00"));
        }

        @Test
        void isAbandonedForEverIfItWasGivenUp() {
            Progress given = new Progress.Abandoned(at("2024-06-16T09:10:00+08:00"), "no login");
            assertEquals(State.ABANDONED, state(given, "2024-06-16T09:10:00+08:00"));
            assertEquals(State.ABANDONED, state(given, "2034-06-16T09:10:00+08:00"));
        }
    }

    @Nested
    class AnAgenda {
        @Test
        void separatesWhatIsDueFromWhatIsOverdueAndSaysWhenToLookAgain() {
            Agenda morning = agenda(SUNDAY, "2024-06-16T09:12:00+08:00");
            assertEquals(
                    List.of("1.2/2024-06-16#01", "2.1/2024-06-16", "2.2/2024-06-16", "5.2/2024-06-16"),
                    ids(morning.due()));
            assertEquals(List.of("1.1/2024-06-16#01"), ids(morning.overdue()));
            assertEquals(Optional.of(at("2024-06-16T09:15:00+08:00")), morning.nextWakeUp());
        }

        @Test
        void findsAfterAPauseAllThatBecameOverdueMeanwhile() {
            Agenda night = agenda(SUNDAY, "2024-06-16T22:00:00+08:00");
            assertEquals(13 + 13 + 1 + 1 + 1, night.overdue().size());
            assertEquals(List.of(), night.due());
            assertEquals(Optional.of(at("2024-06-17T00:00:00+08:00")), night.nextWakeUp());
        }

        @Test
        void hasNothingToWakeUpForOnceEverythingHasItsLastState() {
            assertEquals(
                    Optional.empty(),
                    agenda(SUNDAY, "2024-06-17T12:00:00+08:00").nextWakeUp());
        }

        private static List<String> ids(List<AgendaItem> items) {
            return items.stream().map(item -> item.occurrence().id().toString()).toList();
        }
    }

    @Test
    void anOccurrenceIsNotDueBeforeItOpensNorMissedBeforeItIsDue() {
        Occurrence week = on(SUNDAY, "5.1/2024-W24");
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> new Occurrence(
                        STORE,
                        OccurrenceId.ofWeek("5.1", IsoWeek.of(SUNDAY)),
                        week.cadence(),
                        SUNDAY,
                        week.dueAt(),
                        week.opensAt(),
                        Optional.empty(),
                        week.evidence(),
                        week.permission()));
        assertEquals(
                "The occurrence 5.1/2024-W24 opens at 2024-06-17T04:00:00Z, is due at 2024-06-16T16:00:00Z: these"
                        + " instants are out of order",
                refused.getMessage());
    }
}
