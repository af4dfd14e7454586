package io.storeops.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IsoWeekTest {
    @Provide
    Arbitrary<LocalDate> dates() {
        return Arbitraries.longs().between(-700_000, 2_900_000).map(LocalDate::ofEpochDay);
    }

    @Property
    void everyDateLiesInItsWeekWhichIsReadAsItIsPrinted(@ForAll("dates") LocalDate date) {
        IsoWeek week = IsoWeek.of(date);
        assertEquals(DayOfWeek.MONDAY, week.monday().getDayOfWeek());
        assertEquals(week.monday().plusDays(6), week.sunday());
        assertFalse(date.isBefore(week.monday()) || date.isAfter(week.sunday()));
        assertEquals(week, IsoWeek.parse(week.toString()));
        assertEquals(week.monday(), week.previous().sunday().plusDays(1));
        assertEquals(1, Integer.signum(week.compareTo(week.previous())));
        assertEquals(1, Integer.signum(week.toString().compareTo(week.previous().toString())));
    }

    /** The dates that ISO 8601 itself gives as examples, and the scenario's. */
    @Example
    void aWeekCountsForTheYearOfItsThursday() {
        assertEquals("2004-W53", IsoWeek.of(LocalDate.of(2005, 1, 1)).toString());
        assertEquals("2008-W01", IsoWeek.of(LocalDate.of(2007, 12, 31)).toString());
        assertEquals("2008-W39", IsoWeek.of(LocalDate.of(2008, 9, 27)).toString());
        assertEquals("2009-W53", IsoWeek.of(LocalDate.of(2010, 1, 3)).toString());
        assertEquals("2024-W24", IsoWeek.of(LocalDate.of(2024, 6, 16)).toString());
        assertEquals("2025-W01", IsoWeek.of(LocalDate.of(2024, 12, 30)).toString());
        assertEquals(LocalDate.of(2026, 12, 28), IsoWeek.parse("2026-W53").monday());
        assertEquals(LocalDate.of(2027, 1, 3), IsoWeek.parse("2026-W53").sunday());
    }

    @Example
    void theYearsAreThoseOfFourDigits() {
        assertEquals("0000-W01", new IsoWeek(0, 1).toString());
        assertEquals("9999-W52", new IsoWeek(9999, 52).toString());
        assertThrows(IllegalArgumentException.class, () -> new IsoWeek(-1, 1));
    }

    @Example
    void refusesWhatIsNoWeek() {
        for (String text : List.of("", "2024-24", "2024-W4", "2024W24", "24-W24", "2024-W24 ")) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> IsoWeek.parse(text), text);
            assertEquals("'" + text + "' is not a week (expected something like 2024-W24)", refused.getMessage());
        }
        assertEquals(
                "The year 2024 has no week 53; its weeks are 1 to 52",
                assertThrows(IllegalArgumentException.class, () -> IsoWeek.parse("2024-W53"))
                        .getMessage());
        assertEquals(
                "Weeks are of the years 0 to 9999, not of 10000",
                assertThrows(IllegalArgumentException.class, () -> new IsoWeek(10_000, 1))
                        .getMessage());
    }
}
