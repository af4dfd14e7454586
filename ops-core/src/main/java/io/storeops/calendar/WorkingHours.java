package io.storeops.calendar;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * The working hours of a week, and the dates that differ (D30). Dates and times are those of a store's zone; {@link WorkingTime}
 * places them on the time line. Immutable.
 *
 * @param spans the spans of each weekday in ascending order, none overlapping; a weekday that is not named has none. At least
 *     one weekday has some. Copied
 * @param holidays the dates without working time, whatever their weekday, copied
 * @param makeUpWorkdays the dates that have the spans of another weekday, and which; none is a holiday. Copied
 */
public record WorkingHours(
        SortedMap<DayOfWeek, List<Span>> spans,
        SortedSet<LocalDate> holidays,
        SortedMap<LocalDate, DayOfWeek> makeUpWorkdays) {
    private static final WorkingHours EVERY_HOUR = new WorkingHours(
            everyDay(List.of(new Span(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))),
            ImmutableSortedSet.of(),
            ImmutableSortedMap.of());

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

        /** Whether it lasts until the end of the day. */
        boolean untilMidnight() {
            return to.equals(LocalTime.MIDNIGHT);
        }

        private boolean endsBy(LocalTime time) {
            return !untilMidnight() && !to.isAfter(time);
        }
    }

    /**
     * Copies the parts.
     *
     * @throws IllegalArgumentException if spans of a weekday overlap or do not ascend, no weekday has any, or a date is both
     *     a holiday and a make-up workday
     */
    public WorkingHours {
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
                throw new IllegalArgumentException("a span that begins at "
                        + spans.get(i).from() + " follows one that ends at "
                        + spans.get(i - 1).to());
            }
        }
        return ImmutableList.copyOf(spans);
    }

    private static SortedMap<DayOfWeek, List<Span>> everyDay(List<Span> spans) {
        ImmutableSortedMap.Builder<DayOfWeek, List<Span>> days = ImmutableSortedMap.naturalOrder();
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, spans);
        }
        return days.build();
    }

    /**
     * The hours of whoever names none: every hour counts.
     *
     * @return the hours
     */
    public static WorkingHours everyHour() {
        return EVERY_HOUR;
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
