package io.storeops.examples.cli;

import io.storeops.calendar.IsoWeek;
import java.time.LocalDate;

/**
 * Dates one after the other.
 *
 * @param from the first
 * @param to the last, included
 */
record Dates(LocalDate from, LocalDate to) {
    Dates {
        if (to.isBefore(from)) {
            throw new WrongUse("The last date " + to + " is before the first, " + from);
        }
    }

    /**
     * Reads a week as in {@code 2024-W24}, a date, or two dates as in {@code 2024-06-01/2024-06-30}.
     *
     * @throws WrongUse if the text is none of them
     */
    static Dates parse(String text) {
        if (text.contains("-W")) {
            IsoWeek week = Given.week(text);
            return new Dates(week.monday(), week.sunday());
        }
        String[] ends = text.split("/", 2);
        return new Dates(Given.date(ends[0]), Given.date(ends[ends.length - 1]));
    }
}
