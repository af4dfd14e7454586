package io.storeops.examples.replay;

import static java.util.Objects.requireNonNull;

import io.storeops.activity.ToldActivity;
import io.storeops.authority.Assignment;
import io.storeops.authority.Role;
import io.storeops.enrolment.Enrolment;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.listing.ListingFacts;
import io.storeops.listing.ListingField;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Days to be replayed. Immutable.
 *
 * @param enrolment the store, its people with the account of the source, and its roster
 * @param facts what is approved of the listings, and what the ERP has, when it begins
 * @param readable the fields of listings that the marketplace lets one read back
 * @param activities the activities that run or wait to be approved when it begins
 * @param references what the prices of rivals' items are compared with when it begins, in minor units
 * @param from the first date that the results speak of
 * @param to the last date that they speak of
 * @param arrivals the readings in order of arrival
 * @param commands the commands in order
 */
public record Scenario(
        Enrolment enrolment,
        ListingFacts facts,
        Set<ListingField> readable,
        List<ToldActivity> activities,
        Map<String, Long> references,
        LocalDate from,
        LocalDate to,
        List<Arrival> arrivals,
        List<Command> commands) {
    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if the last date is before the first
     */
    public Scenario {
        requireNonNull(enrolment, "enrolment");
        requireNonNull(facts, "facts");
        readable = Set.copyOf(readable);
        references = Map.copyOf(references);
        if (from.isAfter(to)) {
            throw new IllegalArgumentException(
                    "A period ends on its first date or later, not from " + from + " to " + to);
        }
        activities = List.copyOf(activities);
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

    /** Who holds the post at some time. */
    List<ActorId> operators() {
        return enrolment.assignments().stream()
                .filter(assignment -> assignment.role().equals(Role.OPERATOR))
                .map(Assignment::actor)
                .distinct()
                .toList();
    }

    /** When the replay begins: at its first reading or command. */
    Instant begin() {
        return begin(arrivals, commands);
    }

    static Instant begin(List<Arrival> arrivals, List<Command> commands) {
        Instant reading = arrivals.isEmpty() ? Instant.MAX : arrivals.get(0).at();
        Instant command = commands.isEmpty() ? Instant.MAX : commands.get(0).at();
        return reading.isBefore(command) ? reading : command;
    }
}
