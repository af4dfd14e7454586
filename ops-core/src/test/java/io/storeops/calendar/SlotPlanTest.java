package io.storeops.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlotPlanTest {
    private static final LocalDate DATE = LocalDate.of(2024, 6, 16);
    private static final SlotPlan PLAN = SlotPlan.ofHours(9, 21);
    /** In UTC+8: a boundary at 09:00 is 01:00 in Greenwich. */
    private static final BusinessDay DAY = PLAN.day(DATE, ZoneId.of("Asia/Shanghai"));

    private static void refuses(IntFunction<Object> what, int number, String message) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> what.apply(number))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 15})
    void whatThePlanHasNotIsRefusedWithWhatItHas(int number) {
        String message = "The plan has slots 1 to 14, not " + number;
        refuses(DAY::slot, number, message);
        refuses(DAY::closes, number, message);
        if (number > 0) {
            refuses(none -> PLAN.boundaryOf(SlotId.of(DATE, none)), number, message);
        }
    }

    /** R24: the last slot ends with the day and has no boundary, so nothing is released of it that day. */
    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 14})
    void aReleaseIsDueOfBoundariesOnly(int number) {
        refuses(DAY::releaseDue, number, "The plan has boundaries 1 to 13, not " + number);
    }

    @ParameterizedTest
    @CsvSource({"1, 2024-06-16T01:15:00Z", "7, 2024-06-16T07:15:00Z", "13, 2024-06-16T13:15:00Z"})
    void aReleaseIsDueAQuarterOfAnHourAfterItsBoundary(int number, Instant due) {
        assertEquals(due, DAY.releaseDue(number));
    }

    @Test
    void theEndOfTheDayIsNoBoundaryThatPasses() {
        assertEquals(13, DAY.boundariesPassed(DAY.end()));
        assertEquals(13, DAY.boundariesPassed(DAY.end().plusSeconds(86_400)));
        assertEquals(0, DAY.boundariesPassed(DAY.start()));
    }

    @Test
    void deadlinesMayBeAtOnceAndAtTheSameTime() {
        SlotPlan atOnce = plan(Duration.ZERO, Duration.ZERO, Duration.ZERO);
        assertEquals(
                Instant.parse("2024-06-16T09:00:00Z"),
                atOnce.day(DATE, ZoneId.of("UTC")).releaseDue(1));
    }

    @Test
    void noDeadlineLiesBeforeWhatItFollows() {
        Duration second = Duration.ofSeconds(1);
        Duration before = second.negated();
        for (List<Duration> wrong : List.of(
                List.of(before, second, second),
                List.of(second, before, second),
                List.of(Duration.ZERO, second, Duration.ZERO))) {
            assertEquals(
                    "Deadlines are 0 or more and releaseBy is not before collectBy, not " + wrong.get(0) + ", "
                            + wrong.get(1) + ", " + wrong.get(2),
                    assertThrows(IllegalArgumentException.class, () -> plan(wrong.get(0), wrong.get(1), wrong.get(2)))
                            .getMessage());
        }
    }

    private static SlotPlan plan(Duration collectFrom, Duration collectBy, Duration releaseBy) {
        return new SlotPlan(List.of(LocalTime.of(9, 0)), collectFrom, collectBy, releaseBy, LocalTime.of(9, 0));
    }

    /** The dates that zones left out when they crossed the date line (D80). */
    @ParameterizedTest
    @CsvSource({"Pacific/Apia, 2011-12-30", "Pacific/Kwajalein, 1993-08-21"})
    void aDateWithoutAnInstantIsNobodysNeighbour(ZoneId zone, LocalDate skipped) {
        LocalDate before = skipped.minusDays(1);
        LocalDate after = skipped.plusDays(1);
        assertTrue(BusinessDay.skipped(skipped, zone));
        assertFalse(BusinessDay.skipped(before, zone));
        assertFalse(BusinessDay.skipped(after, zone));
        assertEquals(after, BusinessDay.dateAfter(before, zone));
        assertEquals(before, BusinessDay.dateBefore(after, zone));
        assertEquals(before, BusinessDay.dateAfter(before.minusDays(1), zone));
        assertEquals(after, BusinessDay.dateBefore(after.plusDays(1), zone));
        assertEquals(
                after.atTime(9, 0).atZone(zone).toInstant(),
                PLAN.day(before, zone).missedAt());
    }

    @ParameterizedTest
    @CsvSource({"2024-06-16#01, 1", "2024-06-16#09, 9", "2024-06-16#10, 10", "2024-06-16#14, 14", "2024-06-16#100, 100"
    })
    void aSlotIsReadAsItIsPrinted(String text, int number) {
        assertEquals(text, SlotId.of(DATE, number).toString());
        assertEquals(SlotId.of(DATE, number), SlotId.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#", "2024-06-16", "2024-06-16#", "2024-06-16#0", "2024-06-31#01", "#01"})
    void whatIsNoSlotIsNotRead(String text) {
        assertEquals(
                "'" + text + "' is not a slot (expected something like 2024-06-16#09)",
                assertThrows(IllegalArgumentException.class, () -> SlotId.parse(text))
                        .getMessage());
    }

    @Test
    void aSettableClockStandsWhereItIsPutWhateverZoneItIsReadIn() {
        SettableClock clock = SettableClock.at(Instant.parse("2024-06-16T01:00:00Z"));
        SettableClock elsewhere = clock.withZone(ZoneId.of("Asia/Shanghai"));
        clock.set(Instant.parse("2024-06-17T02:00:00Z"));
        assertEquals(Instant.parse("2024-06-17T02:00:00Z"), clock.instant());
        elsewhere.advance(Duration.ofHours(1));
        assertEquals(Instant.parse("2024-06-17T03:00:00Z"), clock.instant());
        assertEquals(ZoneId.of("Asia/Shanghai"), elsewhere.getZone());
    }
}
