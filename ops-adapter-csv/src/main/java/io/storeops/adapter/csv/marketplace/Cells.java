package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.file.AmountUnit;
import io.storeops.adapter.csv.file.DamagedIds;
import io.storeops.adapter.csv.file.IdCleaning;
import io.storeops.adapter.csv.file.NumberCells;
import io.storeops.adapter.csv.file.Records;
import io.storeops.adapter.csv.file.RowRefused;
import io.storeops.adapter.csv.file.TimeCells;
import io.storeops.catalog.Store;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.feed.Period;
import io.storeops.id.IdText;
import io.storeops.spi.ShownText;
import io.storeops.spi.sheet.SheetCell;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a record as values. A cell that is missing is asked for by {@link #missing} first; every other method refuses
 * it. Not thread-safe.
 */
final class Cells {
    /** Where a column stands in the file, and what it is called. */
    record Column(int place, String name) {}

    private static final char NO_BREAK_SPACE = '\u00A0';
    private static final char IDEOGRAPHIC_SPACE = '\u3000';

    private final Records records;
    private final char[][] markers;
    private final List<IdCleaning> cleanings;
    private final boolean longIds;
    private final NumberCells numbers;
    private final TimeCells times;
    private final int minorDigits;
    private final String currency;
    private int from;
    private int to;

    Cells(Records records, Profile profile, ZoneId zone, Currency currency) {
        this.records = records;
        this.markers =
                profile.missing().stream().sorted().map(String::toCharArray).toArray(char[][]::new);
        this.cleanings = profile.ids();
        this.longIds = profile.longIds();
        this.numbers = new NumberCells(profile.numbers());
        this.times = new TimeCells(profile.times(), profile.zone().orElse(zone));
        this.minorDigits = Math.max(0, currency.getDefaultFractionDigits());
        this.currency = currency.getCurrencyCode();
    }

    /**
     * The cells of a store's file.
     *
     * @throws AdapterException if the profile reads amounts of another currency than the store's
     */
    static Cells of(Records records, Profile profile, Store store) {
        if (profile.currency().isPresent() && !profile.currency().get().equals(store.currency())) {
            throw new AdapterException(
                    FaultKind.INVALID,
                    "The profile '" + profile.name() + "' reads amounts of "
                            + profile.currency().get() + ", but store " + store.id() + " has " + store.currency()
                            + ". Use a profile of the store's currency");
        }
        return new Cells(records, profile, store.zone(), store.currency());
    }

    /** Whether a cell says that there is no value: it is empty, or one of the profile's markers. */
    boolean missing(Column column) {
        trim(column);
        if (from == to) {
            return true;
        }
        char[] chars = records.chars();
        for (char[] marker : markers) {
            if (marker.length == to - from
                    && marker[0] == chars[from]
                    && Arrays.equals(chars, from, to, marker, 0, marker.length)) {
                return true;
            }
        }
        return false;
    }

    private void trim(Column column) {
        char[] chars = records.chars();
        from = records.from(column.place());
        to = records.to(column.place());
        while (from < to && blank(chars[from])) {
            from++;
        }
        while (from < to && blank(chars[to - 1])) {
            to--;
        }
    }

    private static boolean blank(char c) {
        return c <= ' ' || c == NO_BREAK_SPACE || c == IDEOGRAPHIC_SPACE;
    }

    private void require(Column column) throws RowRefused {
        if (missing(column)) {
            throw new RowRefused(Optional.of(column.name()), "the value is missing");
        }
        if (records.typed(column.place()) instanceof SheetCell.Fault) {
            throw refused(column, "is a fault of the spreadsheet; correct the cell there, or export the file anew");
        }
    }

    /** A refusal that shows the cell. */
    RowRefused refused(Column column, String rule) {
        trim(column);
        return new RowRefused(Optional.of(column.name()), ShownText.of(trimmed()) + " " + rule);
    }

    /** What stands in a cell, trimmed; empty if nothing does. */
    String text(Column column) {
        trim(column);
        return trimmed();
    }

    /** Whether a cell has another after it, so that it was not cut off. */
    boolean isWhole(Column column) {
        return column.place() < records.count() - 1;
    }

    /** Whether a cell is the label of a row of totals. */
    boolean isTotal(Column column) {
        trim(column);
        return from < to && DamagedIds.total(trimmed());
    }

    /** A cell to be {@link #put put} into another record. */
    SheetCell cell(Column column) {
        trim(column);
        SheetCell typed = records.typed(column.place());
        return typed == null ? new SheetCell.Text(trimmed()) : typed;
    }

    /** Puts a cell of another record in the place of one of this. */
    void put(Column column, SheetCell cell) {
        records.put(column.place(), cell);
    }

    /** The line at which the record starts. */
    long line() {
        return records.line();
    }

    /** The zone of local times. */
    ZoneId zone() {
        return times.zone();
    }

    /** The code of the store's currency. */
    String currency() {
        return currency;
    }

    private String trimmed() {
        return new String(records.chars(), from, to - from);
    }

    /** A word, trimmed. */
    String word(Column column) throws RowRefused {
        require(column);
        return trimmed();
    }

    /** An id, trimmed and cleaned. */
    String id(Column column) throws RowRefused {
        require(column);
        if (records.typed(column.place()) instanceof SheetCell.Moment
                || records.typed(column.place()) instanceof SheetCell.Flag) {
            throw refused(
                    column,
                    "is not an id any more: a spreadsheet has made something else of it. Export the file anew, with the"
                            + " column as text");
        }
        String id = trimmed();
        for (IdCleaning cleaning : cleanings) {
            id = cleaning.strip(id).strip();
        }
        if (id.isEmpty()) {
            throw refused(column, "is not an id");
        }
        if (DamagedIds.shortened(id)) {
            throw refused(column, "is not an id but a number that a spreadsheet has shortened; export the file anew");
        }
        if (longIds && DamagedIds.rounded(id)) {
            throw refused(
                    column,
                    "is an id of which a spreadsheet kept 15 digits (the profile says longIds); export the file anew, with the"
                            + " column as text");
        }
        if (DamagedIds.total(id)) {
            throw refused(column, "is not an id but the label of a row of totals");
        }
        return id;
    }

    /** An id that a key may be made of. */
    String checkedId(Column column) throws RowRefused {
        String id = id(column);
        requireId(column, id);
        return id;
    }

    /** Refuses an id that a key cannot be made of; its own message would show the text as it is, control characters and all. */
    void requireId(Column column, String id) throws RowRefused {
        try {
            IdText.checked("id", id);
        } catch (IllegalArgumentException e) {
            throw new RowRefused(
                    Optional.of(column.name()),
                    ShownText.of(id) + " is not an id (expected 1 to 128 characters that can be seen and told apart)");
        }
    }

    /** Refuses a row of another currency than the store's. */
    void requireCurrency(@Nullable Column column) throws RowRefused {
        if (column != null && !word(column).equals(currency)) {
            throw refused(
                    column,
                    "is not the store's currency " + currency
                            + "; amounts of two currencies cannot be added. Export each currency by itself");
        }
    }

    /** Refuses a number that is too small. */
    long notBelow(long least, Column column, long number) throws RowRefused {
        if (number < least) {
            throw refused(column, "is below " + least);
        }
        return number;
    }

    /** A number as it is written, exactly. */
    BigDecimal decimal(Column column) throws RowRefused {
        number(column);
        return numbers.decimal();
    }

    /** A share: a text with a percent sign is a hundredth of its number. */
    BigDecimal share(Column column, boolean percent) throws RowRefused {
        require(column);
        if (records.typed(column.place()) instanceof SheetCell.Numeric number) {
            if (percent || !numbers.take(number.value())) {
                throw refused(
                        column,
                        "is a number of a sheet, of which nobody knows whether it is a share or a percentage; export it as"
                                + " text, or as CSV");
            }
            return numbers.decimal();
        }
        char[] chars = records.chars();
        boolean signed = chars[to - 1] == '%' || chars[to - 1] == '\uFF05';
        if (!numbers.read(chars, from, signed ? to - 1 : to)) {
            throw refused(
                    column, "is neither a number of up to " + NumberCells.MOST_DIGITS + " digits nor a percentage");
        }
        return signed || percent ? numbers.decimal().movePointLeft(2) : numbers.decimal();
    }

    /** An amount in minor units. */
    long amount(Column column, AmountUnit unit) throws RowRefused {
        number(column);
        try {
            return numbers.times10(unit == AmountUnit.MAJOR ? minorDigits : 0);
        } catch (ArithmeticException e) {
            throw refused(column, surplus(unit));
        }
    }

    /** A whole number. */
    long count(Column column) throws RowRefused {
        number(column);
        try {
            return numbers.times10(0);
        } catch (ArithmeticException e) {
            throw refused(column, "is not a whole number");
        }
    }

    /** A price times a quantity, in minor units; the price alone may have more decimals. */
    long product(Column price, long quantity, AmountUnit unit) throws RowRefused {
        number(price);
        try {
            return numbers.times10(quantity, unit == AmountUnit.MAJOR ? minorDigits : 0);
        } catch (ArithmeticException e) {
            throw refused(price, "times " + quantity + " " + surplus(unit));
        }
    }

    private String surplus(AmountUnit unit) {
        return "is not an amount of " + currency + " (expected at most " + (unit == AmountUnit.MAJOR ? minorDigits : 0)
                + " decimals, and 64 bits in minor units)";
    }

    private void number(Column column) throws RowRefused {
        require(column);
        boolean read = records.typed(column.place()) instanceof SheetCell.Numeric number
                ? numbers.take(number.value())
                : numbers.read(records.chars(), from, to);
        if (!read) {
            throw refused(column, "is not a number of up to " + NumberCells.MOST_DIGITS + " digits");
        }
    }

    /** An instant; a local date and time is in the zone of the profile, or else of the store. */
    Instant instant(Column column) throws RowRefused {
        time(column);
        if (times.skipped()) {
            throw refused(column, "does not exist: the clocks of " + times.zone() + " skip it");
        }
        return times.instant();
    }

    /** An instant; a date is its beginning. */
    Instant moment(Column column) throws RowRefused {
        time(column);
        boolean begins = times.skipped() && times.local().toLocalTime().equals(LocalTime.MIDNIGHT);
        return begins ? times.skippedAt() : instant(column);
    }

    /** The instant at which something ends: a date is included. */
    Instant end(Column column) throws RowRefused {
        time(column);
        LocalDateTime local = times.local();
        return times.hasOffset() || !local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? instant(column)
                : local.toLocalDate().plusDays(1).atStartOfDay(times.zone()).toInstant();
    }

    /** A date and time as the store's clocks show it, even one that they skip. */
    LocalDateTime local(Column column, ZoneId store) throws RowRefused {
        time(column);
        return times.hasOffset() || !times.zone().equals(store)
                ? LocalDateTime.ofInstant(instant(column), store)
                : times.local();
    }

    /**
     * The time in which a row counts that stands at this time, as far as can be read: nothing where the cell is missing, and any time where it
     * is not a time.
     */
    Optional<Period> when(Column column) {
        if (missing(column)) {
            return Optional.empty();
        }
        if (!read(column, times)) {
            return Optional.of(Period.ALWAYS);
        }
        return Optional.of(Period.at(times.skipped() ? times.skippedAt() : times.instant()));
    }

    /** A date of other patterns, as it stands there. */
    LocalDate date(Column column, TimeCells dates) throws RowRefused {
        require(column);
        if (!read(column, dates)) {
            throw refused(column, "is not a date (expected " + dates.expected() + ")");
        }
        return dates.local().toLocalDate();
    }

    /** A date, as it stands there. */
    LocalDate date(Column column) throws RowRefused {
        time(column);
        return times.local().toLocalDate();
    }

    /** A date of a sheet is one whatever the profile's patterns are; all else is read as they say. */
    private boolean read(Column column, TimeCells as) {
        if (records.typed(column.place()) instanceof SheetCell.Moment moment) {
            as.take(moment.value());
            return true;
        }
        return as.read(records.chars(), from, to);
    }

    private void time(Column column) throws RowRefused {
        require(column);
        if (!read(column, times)) {
            throw refused(column, "is not a date-time (expected " + times.expected() + ")");
        }
    }
}
