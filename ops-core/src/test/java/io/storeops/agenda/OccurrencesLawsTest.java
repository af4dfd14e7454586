package io.storeops.agenda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.storeops.agenda.AgendaDays.Day;
import io.storeops.calendar.SlotId;
import io.storeops.position.Cadence;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OccurrencesLawsTest {
    @Provide
    Arbitrary<Day> days() {
        return AgendaDays.days();
    }

    @Property
    void asMuchIsExpectedAsTheRosterInForceSays(@ForAll("days") Day day) {
        Map<String, Long> expected = new TreeMap<>();
        int boundaries = day.roster().slotPlan().boundaries().size();
        boolean today = !day.date().isBefore(day.since());
        boolean yesterday = day.date().isAfter(day.since());
        if (today) {
            expected.putAll(Map.of("1.2", (long) boundaries, "2.1", 1L, "2.2", 1L, "5.2", 1L));
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
}
