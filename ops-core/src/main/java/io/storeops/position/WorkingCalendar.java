package io.storeops.position;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import io.storeops.authority.Role;
import io.storeops.calendar.WorkingHours;
import io.storeops.calendar.WorkingTime;
import java.time.ZoneId;
import java.util.SortedMap;

/**
 * When people work (D30, D85): the time in which the limits of the {@link Sla} run. Clock times of the roster (boundaries,
 * inspection, sweep, weekly due) do not ask it. A role that has hours of its own is judged by those. Immutable.
 *
 * @param general the hours of every role without its own
 * @param roles the hours of the roles that have their own, copied
 */
public record WorkingCalendar(WorkingHours general, SortedMap<Role, WorkingHours> roles) {
    private static final WorkingCalendar EVERY_HOUR =
            new WorkingCalendar(WorkingHours.everyHour(), ImmutableSortedMap.of());

    /** Copies the roles. */
    public WorkingCalendar {
        requireNonNull(general, "general");
        roles = ImmutableSortedMap.copyOf(roles);
    }

    /**
     * The calendar of a roster that names none: every hour counts.
     *
     * @return the calendar
     */
    public static WorkingCalendar everyHour() {
        return EVERY_HOUR;
    }

    /**
     * The hours of a role.
     *
     * @param role the role that owes an act
     * @return its own hours, else the general ones
     */
    public WorkingHours hoursOf(Role role) {
        return roles.getOrDefault(role, general);
    }

    /**
     * The time in which what a role owes runs.
     *
     * @param role the role that owes an act
     * @param zone the store's zone
     * @return its hours on the time line
     */
    public WorkingTime timeOf(Role role, ZoneId zone) {
        return new WorkingTime(hoursOf(role), zone);
    }
}
