package io.storeops.examples.replay;

import static java.util.Objects.requireNonNull;

import io.storeops.authority.Assignment;
import io.storeops.authority.Right;
import io.storeops.enrolment.Enrolment;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * Days to be replayed. Immutable.
 *
 * @param enrolment the store, its people and its roster
 * @param from the first date that the results speak of
 * @param to the last date that they speak of
 * @param arrivals the readings in order of arrival
 * @param commands the commands in order
 */
public record Scenario(
        Enrolment enrolment, LocalDate from, LocalDate to, List<Arrival> arrivals, List<Command> commands) {
    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if the last date is before the first
     */
    public Scenario {
        requireNonNull(enrolment, "enrolment");
        if (from.isAfter(to)) {
            throw new IllegalArgumentException(
                    "A period ends on its first date or later, not from " + from + " to " + to);
        }
        arrivals = List.copyOf(arrivals);
        commands = List.copyOf(commands);
    }

    StoreId store() {
        return enrolment.store().id();
    }

    ZoneId zone() {
        return enrolment.store().zone();
    }

    /**
     * The dates that the results speak of.
     *
     * @return the dates in order
     */
    public List<LocalDate> dates() {
        return from.datesUntil(to.plusDays(1)).toList();
    }

    /** When the replay begins: at its first reading or command. */
    Instant begin() {
        Instant reading = arrivals.isEmpty() ? Instant.MAX : arrivals.get(0).at();
        Instant command = commands.isEmpty() ? Instant.MAX : commands.get(0).at();
        return reading.isBefore(command) ? reading : command;
    }

    /** Who holds EXECUTE:X1 at an instant, and so delivers the readings. */
    ActorId operatorAt(Instant instant) {
        LocalDate date = instant.atZone(zone()).toLocalDate();
        return enrolment.assignments().stream()
                .filter(assignment -> assignment.validOn(date))
                .filter(assignment -> rights(assignment).contains(Right.COLLECT_AND_RELEASE))
                .map(Assignment::actor)
                .findFirst()
                .orElseThrow(() -> new AdapterException(
                        FaultKind.INVALID,
                        "Nobody holds " + Right.COLLECT_AND_RELEASE + " on " + date
                                + ", so no reading can be delivered. Assign an operator in catalog.json"));
    }

    private Set<Right> rights(Assignment assignment) {
        return enrolment.roster().roles().getOrDefault(assignment.role(), Set.of());
    }
}
