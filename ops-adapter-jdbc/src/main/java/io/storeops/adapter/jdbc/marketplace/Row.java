package io.storeops.adapter.jdbc.marketplace;

import io.storeops.catalog.Store;
import io.storeops.id.IdText;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The current row of a result as values. {@code find...} is null where the database has NULL or a blank text; every other method refuses that,
 * so that nothing missing becomes 0. Not thread-safe.
 */
final class Row {
    private final ResultSet result;
    private final LocalTimes times;
    private final String currency;
    private final int minorDigits;

    Row(ResultSet result, LocalTimes times, Store store) {
        this.result = result;
        this.times = times;
        this.currency = store.currency().getCurrencyCode();
        this.minorDigits = Math.max(0, store.currency().getDefaultFractionDigits());
    }

    /** A value as a driver gives it. */
    private interface Getter<T> {
        @Nullable
        T get(int place) throws SQLException;
    }

    /** What a driver cannot turn into a value is wrong with the row; what it has to ask the server for came with the row. */
    private static <T> @Nullable T value(Column column, Getter<T> getter) throws Rejected {
        try {
            return getter.get(column.place());
        } catch (SQLException e) {
            throw new Rejected(
                    Optional.of(column.name()),
                    "the value cannot be read as " + column.family().words() + " (SQLState " + e.getSQLState() + ")");
        }
    }

    private static <T> T required(Column column, @Nullable T value) throws Rejected {
        if (value == null) {
            throw new Rejected(Optional.of(column.name()), "the value is missing");
        }
        return value;
    }

    /** A text without the blanks around it. */
    @Nullable
    String findText(Column column) throws Rejected {
        String text = value(column, result::getString);
        if (text == null) {
            return null;
        }
        String stripped = text.strip();
        return stripped.isEmpty() ? null : stripped;
    }

    /** A text that is there. */
    String text(Column column) throws Rejected {
        return required(column, findText(column));
    }

    /** A word of a status: a text, a whole number, or true or false. */
    String word(Column column) throws Rejected {
        if (column.family() != Family.BOOLEAN) {
            return text(column);
        }
        Boolean value = value(column, place -> {
            boolean found = result.getBoolean(place);
            return result.wasNull() ? null : found;
        });
        return required(column, value).toString();
    }

    /** An id as text; a decimal is one only where it is whole. */
    @Nullable
    String findId(Column column) throws Rejected {
        if (column.family() != Family.DECIMAL) {
            return findText(column);
        }
        BigDecimal number = findNumber(column);
        if (number == null) {
            return null;
        }
        try {
            return number.toBigIntegerExact().toString();
        } catch (ArithmeticException e) {
            throw Rejected.of(column, number, "is not an id (expected a whole number)");
        }
    }

    /** An id that is there. */
    String id(Column column) throws Rejected {
        return required(column, findId(column));
    }

    /** An id that keys can be made of. */
    String checkedId(Column column) throws Rejected {
        String id = id(column);
        try {
            return IdText.checked("id", id);
        } catch (IllegalArgumentException e) {
            throw Rejected.of(
                    column, id, "is not an id (expected 1 to 128 characters that can be seen and told apart)");
        }
    }

    /** A number as it is, exactly. */
    @Nullable
    BigDecimal findNumber(Column column) throws Rejected {
        return value(column, result::getBigDecimal);
    }

    /** A number that is there. */
    BigDecimal number(Column column) throws Rejected {
        return required(column, findNumber(column));
    }

    /** Whether a number is missing. */
    boolean missing(Column column) throws Rejected {
        return findNumber(column) == null;
    }

    /** A whole number that is there. */
    long count(Column column) throws Rejected {
        return whole(column, number(column));
    }

    /** A whole number, if there is one. */
    OptionalLong findCount(Column column) throws Rejected {
        if (column.family() == Family.INTEGER) {
            Long count = value(column, place -> {
                long found = result.getLong(place);
                return result.wasNull() ? null : found;
            });
            return count == null ? OptionalLong.empty() : OptionalLong.of(count);
        }
        BigDecimal number = findNumber(column);
        return number == null ? OptionalLong.empty() : OptionalLong.of(whole(column, number));
    }

    private static long whole(Column column, BigDecimal number) throws Rejected {
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            throw Rejected.of(column, number.toPlainString(), "is not a whole number of 64 bits");
        }
    }

    /** An amount in minor units of the store's currency. */
    long amount(Column column, Unit unit) throws Rejected {
        BigDecimal number = number(column);
        int digits = unit == Unit.MAJOR ? minorDigits : 0;
        try {
            return number.movePointRight(digits).longValueExact();
        } catch (ArithmeticException e) {
            throw Rejected.of(
                    column,
                    number.toPlainString(),
                    "is not an amount of " + currency + " (expected at most " + digits
                            + " decimals, and 64 bits in minor units)");
        }
    }

    /** Refuses a number that is too small. */
    long notBelow(long least, Column column, long number) throws Rejected {
        if (number < least) {
            throw Rejected.of(column, number, "is below " + least);
        }
        return number;
    }

    /** Refuses a row of another currency than the store's. */
    void requireCurrency(@Nullable Column column) throws Rejected {
        if (column == null) {
            return;
        }
        String found = text(column);
        if (!found.equals(currency)) {
            throw Rejected.of(
                    column,
                    found,
                    "is not the store's currency " + currency
                            + "; amounts of two currencies cannot be added. Select those of the store's");
        }
    }

    /** A point in time; a date is its beginning. */
    @Nullable
    Instant findInstant(Column column) throws Rejected {
        return switch (column.family()) {
            case INSTANT -> {
                OffsetDateTime time = value(column, place -> result.getObject(place, OffsetDateTime.class));
                yield time == null ? null : LocalTimes.instant(column, time);
            }
            case DATE -> {
                LocalDate date = value(column, place -> result.getObject(place, LocalDate.class));
                yield date == null ? null : times.begins(column, date);
            }
            default -> {
                LocalDateTime local = value(column, place -> result.getObject(place, LocalDateTime.class));
                yield local == null ? null : times.instant(column, local);
            }
        };
    }

    /** A point in time that is there. */
    Instant instant(Column column) throws Rejected {
        return required(column, findInstant(column));
    }

    /** A date that is there, as it stands. */
    LocalDate date(Column column) throws Rejected {
        return required(column, value(column, place -> result.getObject(place, LocalDate.class)));
    }

    /** A date and time as the store's clocks show it, even one that they skip. */
    LocalDateTime local(Column column, ZoneId store) throws Rejected {
        if (column.family() == Family.LOCAL_TIME && times.zone().equals(Optional.of(store))) {
            return required(column, value(column, place -> result.getObject(place, LocalDateTime.class)));
        }
        return LocalDateTime.ofInstant(instant(column), store);
    }
}
