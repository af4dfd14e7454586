package io.storeops.adapter.csv.storage;

import io.storeops.storage.Column;
import io.storeops.storage.ColumnType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What spreadsheets do to cells that nobody touched: long numbers rounded, zeros dropped, dates written otherwise. */
final class SpreadsheetCell {
    private static final Pattern ROUNDED = Pattern.compile("-?\\d([.,]\\d+)?[eE][+-]?\\d{1,3}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,300}(\\.\\d{1,300})?");
    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");

    private SpreadsheetCell() {}

    /** Whether two texts of one cell mean the same: 90.750 saved as 90.75 is not an edit. */
    static boolean same(ColumnType type, String was, String is) {
        return was.equals(is) || (type == ColumnType.DECIMAL && sameNumber(was, is));
    }

    private static boolean sameNumber(String was, String is) {
        return NUMBER.matcher(was).matches()
                && NUMBER.matcher(is).matches()
                && new BigDecimal(was).compareTo(new BigDecimal(is)) == 0;
    }

    /**
     * Refuses a cell that a spreadsheet, not a person, seems to have changed.
     *
     * @param was the text before, empty if there was none
     * @throws IllegalArgumentException saying what to write instead
     */
    static void refuseIfMangled(Column<?> column, String was, String is) {
        if (was.equals(is)) {
            return;
        }
        String before = was.isEmpty() ? "" : "; it was '" + was + "'";
        if (ROUNDED.matcher(is).matches()) {
            throw new IllegalArgumentException("column " + column.name() + ": '" + is
                    + "' is what a spreadsheet makes of a long number" + before + ". Write all its digits");
        }
        if (column.type() == ColumnType.TEXT && (sameNumber(was, is) || sameDate(was, is))) {
            throw new IllegalArgumentException("column " + column.name() + ": '" + is
                    + "' is what a spreadsheet makes of '" + was + "'. Write it as it was");
        }
    }

    private static boolean sameDate(String was, String is) {
        Optional<LocalDate> date = date(was);
        return date.isPresent() && date.equals(date(is));
    }

    private static Optional<LocalDate> date(String text) {
        Matcher date = DATE.matcher(text);
        if (!date.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(date.group(1)), Integer.parseInt(date.group(2)), Integer.parseInt(date.group(3))));
        } catch (java.time.DateTimeException e) {
            return Optional.empty();
        }
    }
}
