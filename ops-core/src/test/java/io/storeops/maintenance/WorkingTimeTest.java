package io.storeops.maintenance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.position.WorkingCalendar;
import io.storeops.position.WorkingCalendar.Hours;
import io.storeops.position.WorkingCalendar.Span;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingTimeTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Weekdays from nine to noon and from one to six; a holiday on Wednesday, made up for on Saturday. */
    private static Hours hours() {
        TreeMap<DayOfWeek, List<Span>> spans = new TreeMap<>();
        List<Span> day = List.of(span("09:00", "12:00"), span("13:00", "18:00"));
        for (DayOfWeek weekday : List.of(
                DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)) {
            spans.put(weekday, day);
        }
        TreeMap<LocalDate, DayOfWeek> makeUp = new TreeMap<>();
        makeUp.put(LocalDate.of(2024, 10, 12), DayOfWeek.MONDAY);
        return new Hours(spans, new TreeSet<>(List.of(LocalDate.of(2024, 10, 9))), makeUp);
    }

    private static Span span(String from, String to) {
        return new Span(LocalTime.parse(from), LocalTime.parse(to));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-10-07T10:00, PT30M, 2024-10-07T10:30", // within a span
        "2024-10-07T11:40, PT30M, 2024-10-07T13:10", // over the lunch break
        "2024-10-07T11:30, PT30M, 2024-10-07T12:00", // it ends with the span
        "2024-10-07T12:00, PT0S, 2024-10-07T13:00", // begun outside
        "2024-10-08T17:50, PT20M, 2024-10-10T09:10", // over a holiday
        "2024-10-11T17:50, PT20M, 2024-10-12T09:10", // into a made-up Saturday
        "2024-10-12T17:50, PT20M, 2024-10-14T09:10", // over a Sunday
        "2024-10-06T08:00, PT16H, 2024-10-08T18:00" // two whole days
    })
    void aLimitRunsInWorkingTime(LocalDateTime from, Duration limit, LocalDateTime due) {
        assertEquals(
                due.atZone(ZONE).toInstant(),
                WorkingTime.after(from.atZone(ZONE).toInstant(), limit, hours(), ZONE));
    }

    @ParameterizedTest
    @CsvSource({"Asia/Shanghai", "America/New_York", "Pacific/Apia"})
    void whereEveryHourCountsItRunsOnTheWallClock(ZoneId zone) {
        LocalDateTime from = LocalDateTime.of(2024, 11, 2, 20, 0);
        assertEquals(
                from.atZone(zone).toInstant().plus(Duration.ofHours(50)),
                WorkingTime.after(
                        from.atZone(zone).toInstant(),
                        Duration.ofHours(50),
                        WorkingCalendar.everyHour().general(),
                        zone));
    }
}
