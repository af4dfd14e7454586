package io.storeops.position;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import io.storeops.authority.Role;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * When people work (D30, D85): the time in which the limits of the {@link Sla} run. Clock times of the roster (boundaries,
 * inspection, sweep, weekly due) do not ask it. A role that has hours of its own is judged by those. Dates and times are those
 * of the store's zone. Immutable.
 *
 * @param general the hours of every role without its own
 * @param roles the hours of the roles that have their own, copied
 */
public record WorkingCalendar(Hours general, SortedMap<Role, Hours> roles) {
    /** A roster without a calendar: every hour counts. */
    private static final WorkingCalendar EVERY_HOUR = new WorkingCalendar(
            new Hours(
                    everyDay(List.of(new Span(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))),
                    ImmutableSortedSet.of(),
                    ImmutableSortedMap.of()),
            ImmutableSortedMap.of());

    /** Copies the roles. */
    public WorkingCalendar {
        requireNonNull(general, "general");
        roles = ImmutableSortedMap.copyOf(roles);
    }

    /**
     * A span of working time, half-open.
     *
     * @param from its beginning, included
     * @param to its end, excluded and after its beginning; 00:00 is the end of the day
     */
    public record Span(LocalTime from, LocalTime to) {
        /**
         * Checks the order.
         *
         * @throws IllegalArgumentException if it does not end after it begins
         */
        public Span {
            requireNonNull(from, "from");
            if (!to.equals(LocalTime.MIDNIGHT) && !to.isAfter(from)) {
                throw new IllegalArgumentException("it begins at " + from + " and ends at " + to);
            }
        }

        private boolean endsBy(LocalTime time) {
            return !to.equals(LocalTime.MIDNIGHT) && !to.isAfter(time);
        }
    }

    /**
     * The working hours of a week, and the dates that differ.
     *
     * @param spans the spans of each weekday in ascending order, none overlapping; a weekday that is not named has none. At least
     *     one weekday has some. Copied
     * @param holidays the dates without working time, whatever their weekday, copied
     * @param makeUpWorkdays the dates that have the spans of another weekday, and which; none is a holiday. Copied
     */
    public record Hours(
            SortedMap<DayOfWeek, List<Span>> spans,
            SortedSet<LocalDate> holidays,
            SortedMap<LocalDate, DayOfWeek> makeUpWorkdays) {
        /**
         * Copies the parts.
         *
         * @throws IllegalArgumentException if spans of a weekday overlap or do not ascend, no weekday has any, or a date is both
         *     a holiday and a make-up workday
         */
        public Hours {
            holidays = ImmutableSortedSet.copyOf(holidays);
            makeUpWorkdays = ImmutableSortedMap.copyOf(makeUpWorkdays);
            ImmutableSortedMap.Builder<DayOfWeek, List<Span>> copy = ImmutableSortedMap.naturalOrder();
            spans.forEach((day, those) -> {
                if (!those.isEmpty()) {
                    copy.put(day, ascending(those));
                }
            });
            spans = copy.build();
            if (spans.isEmpty()) {
                throw new IllegalArgumentException("no weekday has working time");
            }
            for (LocalDate date : makeUpWorkdays.keySet()) {
                if (holidays.contains(date)) {
                    throw new IllegalArgumentException(date + " is both a holiday and a make-up workday");
                }
            }
        }

        private static List<Span> ascending(List<Span> spans) {
            for (int i = 1; i < spans.size(); i++) {
                if (!spans.get(i - 1).endsBy(spans.get(i).from())) {
                    throw new IllegalArgumentException(
                            "a span that begins at " + spans.get(i).from() + " follows one that ends at "
                                    + spans.get(i - 1).to());
                }
            }
            return ImmutableList.copyOf(spans);
        }

        /**
         * The working time of a date.
         *
         * @param date the date in the store's zone
         * @return its spans in order: none on a holiday, those of the weekday that it makes up for on a make-up workday
         */
        public List<Span> on(LocalDate date) {
            return holidays.contains(date)
                    ? List.of()
                    : spans.getOrDefault(makeUpWorkdays.getOrDefault(date, date.getDayOfWeek()), List.of());
        }
    }

    /**
     * The calendar of a roster that names none: every hour counts.
     *
     * @return the calendar
     */
    public static WorkingCalendar everyHour() {
        return EVERY_HOUR;
    }

    private static SortedMap<DayOfWeek, List<Span>> everyDay(List<Span> spans) {
        ImmutableSortedMap.Builder<DayOfWeek, List<Span>> days = ImmutableSortedMap.naturalOrder();
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, spans);
        }
        return days.build();
    }

    /**
     * The hours of a role.
     *
     * @param role the role that owes an act
     * @return its own hours, else the general ones
     */
    public Hours hoursOf(Role role) {
        return roles.getOrDefault(role, general);
    }
}
