package io.storeops.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingTimeTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** Weekdays 09:00-12:00 and 13:00-18:00; Saturday 2024-10-12 stands for a Monday, Monday 2024-10-14 is a holiday. */
    private static final WorkingTime OFFICE = new WorkingTime(office(), SHANGHAI);

    private static WorkingHours office() {
        TreeMap<DayOfWeek, List<WorkingHours.Span>> spans = new TreeMap<>();
        for (DayOfWeek day : List.of(
                DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)) {
            spans.put(day, List.of(span("09:00", "12:00"), span("13:00", "18:00")));
        }
        TreeMap<LocalDate, DayOfWeek> makeUp = new TreeMap<>();
        makeUp.put(LocalDate.of(2024, 10, 12), DayOfWeek.MONDAY);
        return new WorkingHours(spans, new TreeSet<>(List.of(LocalDate.of(2024, 10, 14))), makeUp);
    }

    private static WorkingHours.Span span(String from, String to) {
        return new WorkingHours.Span(LocalTime.parse(from), LocalTime.parse(to));
    }

    private static WorkingTime daily(String zone, String... ends) {
        List<WorkingHours.Span> spans = new ArrayList<>();
        for (int i = 0; i < ends.length; i += 2) {
            spans.add(span(ends[i], ends[i + 1]));
        }
        TreeMap<DayOfWeek, List<WorkingHours.Span>> days = new TreeMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, spans);
        }
        return new WorkingTime(new WorkingHours(days, new TreeSet<>(), new TreeMap<>()), ZoneId.of(zone));
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # within a span
            2024-10-11T09:00+08:00, PT10M,  2024-10-11T09:10+08:00
            # used up exactly at lunch and at closing time: due then, not when work goes on
            2024-10-11T11:30+08:00, PT30M,  2024-10-11T12:00+08:00
            2024-10-11T17:30+08:00, PT30M,  2024-10-11T18:00+08:00
            # a second more is a second of the next span
            2024-10-11T11:30+08:00, PT30M1S, 2024-10-11T13:00:01+08:00
            # over lunch, over night to the make-up workday, over Sunday and the holiday to Tuesday
            2024-10-11T11:50+08:00, PT20M,  2024-10-11T13:10+08:00
            2024-10-11T17:50+08:00, PT20M,  2024-10-12T09:10+08:00
            2024-10-12T17:50+08:00, PT20M,  2024-10-15T09:10+08:00
            # begun outside: from the next span on
            2024-10-11T08:00+08:00, PT10M,  2024-10-11T09:10+08:00
            2024-10-11T12:00+08:00, PT10M,  2024-10-11T13:10+08:00
            2024-10-13T08:00+08:00, PT9H,   2024-10-16T10:00+08:00
            # nothing to do is done at once
            2024-10-13T08:00+08:00, PT0S,   2024-10-13T08:00+08:00
            """)
    void aDurationRunsWhileTheOfficeIsOpen(String from, Duration length, String due) {
        assertEquals(at(due), OFFICE.after(at(from), length));
        assertEquals(length, OFFICE.between(at(from), at(due)));
    }

    @Test
    void aSpanUntilMidnightGoesOnInOneThatBeginsThen() {
        WorkingTime late = daily("Asia/Shanghai", "00:00", "02:00", "22:00", "00:00");
        assertEquals(at("2024-10-12T00:00+08:00"), late.after(at("2024-10-11T23:00+08:00"), Duration.ofHours(1)));
        assertEquals(at("2024-10-12T00:30+08:00"), late.after(at("2024-10-11T23:00+08:00"), Duration.ofMinutes(90)));
        assertEquals(at("2024-10-12T22:01+08:00"), late.after(at("2024-10-12T00:00+08:00"), Duration.ofMinutes(121)));
        assertEquals(Duration.ofHours(4), late.between(at("2024-10-11T12:00+08:00"), at("2024-10-12T12:00+08:00")));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # the night of 2024-03-31: from 02:00 the clocks go to 03:00
            01:00, 04:00, 2024-03-31, PT2H
            02:00, 03:00, 2024-03-31, PT0S
            02:30, 04:00, 2024-03-31, PT1H
            01:00, 02:30, 2024-03-31, PT1H
            # the night of 2024-10-27: at 03:00 they go back to 02:00
            01:00, 04:00, 2024-10-27, PT4H
            02:00, 03:00, 2024-10-27, PT2H
            01:00, 02:30, 2024-10-27, PT1H30M
            02:30, 04:00, 2024-10-27, PT2H30M
            """)
    void aSpanLastsAsLongAsItReallyDoes(String from, String to, LocalDate date, Duration length) {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        assertEquals(
                length,
                daily("Europe/Berlin", from, to)
                        .between(
                                date.atStartOfDay(berlin).toInstant(),
                                date.plusDays(1).atStartOfDay(berlin).toInstant()));
    }

    @Test
    void aDateThatTheZoneSkipsHasNoWorkingTime() {
        WorkingTime apia = daily("Pacific/Apia", "09:00", "17:00");
        // Thursday 29 December 2011 was followed by Saturday 31.
        assertEquals(at("2011-12-31T10:00+14:00"), apia.after(at("2011-12-29T16:00-10:00"), Duration.ofHours(2)));
    }

    @Test
    void theClocksMayBeSetBackOverMidnight() {
        // Until 2018 in São Paulo midnight became 23:00 of the same date.
        WorkingTime late = daily("America/Sao_Paulo", "22:00", "00:00");
        assertEquals(Duration.ofHours(3), late.between(at("2018-02-17T20:00-02:00"), at("2018-02-18T12:00-03:00")));
        assertEquals(at("2018-02-18T00:00-03:00"), late.after(at("2018-02-17T20:00-02:00"), Duration.ofHours(3)));
    }

    @Test
    void aDayThatHasBegunGoesOnWhileTheClocksShowTheLastOneAgain() {
        // Until 2011 in Goose Bay a minute past midnight became 23:01 of the day before.
        WorkingTime early = daily("America/Goose_Bay", "00:00", "04:00");
        Instant midnight = at("2010-11-07T00:00-03:00");
        assertEquals(Duration.ofMinutes(20), early.between(midnight, at("2010-11-06T23:20-04:00")));
        assertEquals(at("2010-11-06T23:20-04:00"), early.after(midnight, Duration.ofMinutes(20)));
        assertEquals(at("2010-11-06T23:40-04:00"), early.after(at("2010-11-06T23:20-04:00"), Duration.ofMinutes(20)));
    }

    @Test
    void spansFollowEachOtherAndNothingFollowsMidnight() {
        assertEquals(
                "a span that begins at 11:00 follows one that ends at 12:00",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> daily("Asia/Shanghai", "09:00", "12:00", "11:00", "13:00"))
                        .getMessage());
        assertEquals(
                "a span that begins at 23:00 follows one that ends at 00:00",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> daily("Asia/Shanghai", "22:00", "00:00", "23:00", "23:30"))
                        .getMessage());
    }

    @Test
    void aNegativeDurationIsRefused() {
        Instant from = at("2024-10-11T09:00+08:00");
        assertThrows(IllegalArgumentException.class, () -> OFFICE.after(from, Duration.ofNanos(-1)));
    }
}
