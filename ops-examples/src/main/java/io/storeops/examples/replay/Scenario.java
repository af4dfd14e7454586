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
 * A day to be replayed. Immutable.
 *
 * @param enrolment the store, its people and its roster
 * @param dataDate the date that the results speak of
 * @param arrivals the readings in order of arrival
 * @param commands the commands in order
 */
public record Scenario(Enrolment enrolment, LocalDate dataDate, List<Arrival> arrivals, List<Command> commands) {
    /** Copies the lists. */
    public Scenario {
        requireNonNull(enrolment, "enrolment");
        requireNonNull(dataDate, "dataDate");
        arrivals = List.copyOf(arrivals);
        commands = List.copyOf(commands);
    }

    StoreId store() {
        return enrolment.store().id();
    }

    ZoneId zone() {
        return enrolment.store().zone();
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
