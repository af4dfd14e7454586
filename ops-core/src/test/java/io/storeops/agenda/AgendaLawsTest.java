package io.storeops.agenda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.agenda.AgendaDays.Day;
import io.storeops.agenda.AgendaItem.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class AgendaLawsTest {
    private static final long FOUR_DAYS = Duration.ofDays(4).toSeconds();

    @Provide
    Arbitrary<Day> days() {
        return AgendaDays.days();
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
    void sleepingFromWakeUpToWakeUpLeavesNothingAheadOrDue(@ForAll("days") Day day) {
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
