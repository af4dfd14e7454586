package io.storeops.storage;

import static java.util.Objects.requireNonNull;

import io.storeops.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * A typed column of a {@link Table}. Immutable; compared by identity, so a table's package keeps its columns as constants.
 *
 * @param <T> the Java type of its values
 */
public final class Column<T> {
    /** The rule of table, column and path names; what every adapter can use as it is. */
    static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");

    private final String name;
    private final ColumnType type;
    private final String comment;
    private final boolean personal;

    private Column(String name, ColumnType type, String comment, boolean personal) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is no column name (expected " + NAME + ")");
        }
        this.name = name;
        this.type = type;
        this.comment = requireNonNull(comment, "comment");
        this.personal = personal;
    }

    /**
     * A column of text.
     *
     * @param name the name
     * @param comment what it holds, for readers of the database
     * @return the column
     */
    public static Column<String> text(String name, String comment) {
        return new Column<>(name, ColumnType.TEXT, comment, false);
    }

    /**
     * A column of whole numbers.
     *
     * @param name the name
     * @param comment what it holds, with the unit
     * @return the column
     */
    public static Column<Long> number(String name, String comment) {
        return new Column<>(name, ColumnType.LONG, comment, false);
    }

    /**
     * A column of exact decimal numbers.
     *
     * @param name the name
     * @param comment what it holds, with the unit
     * @return the column
     */
    public static Column<BigDecimal> decimal(String name, String comment) {
        return new Column<>(name, ColumnType.DECIMAL, comment, false);
    }

    /**
     * A column of instants.
     *
     * @param name the name
     * @param comment what it holds
     * @return the column
     */
    public static Column<Instant> instant(String name, String comment) {
        return new Column<>(name, ColumnType.INSTANT, comment, false);
    }

    /**
     * A column of dates.
     *
     * @param name the name
     * @param comment what it holds
     * @return the column
     */
    public static Column<LocalDate> date(String name, String comment) {
        return new Column<>(name, ColumnType.DATE, comment, false);
    }

    /**
     * A column of truth values.
     *
     * @param name the name
     * @param comment what it holds
     * @return the column
     */
    public static Column<Boolean> flag(String name, String comment) {
        return new Column<>(name, ColumnType.BOOL, comment, false);
    }

    /**
     * A column of nested values.
     *
     * @param name the name
     * @param comment what it holds
     * @return the column
     */
    public static Column<Json> json(String name, String comment) {
        return new Column<>(name, ColumnType.JSON, comment, false);
    }

    /**
     * The same column, declared to hold personal data.
     *
     * @return the column
     */
    public Column<T> asPersonal() {
        return new Column<>(name, type, comment, true);
    }

    /**
     * The name, {@code [a-z][a-z0-9_]{0,40}}.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * The type.
     *
     * @return the type
     */
    public ColumnType type() {
        return type;
    }

    /**
     * What the column holds, with units.
     *
     * @return one line for readers of the database
     */
    public String comment() {
        return comment;
    }

    /**
     * Whether the column holds personal data.
     *
     * @return true if declared so
     */
    public boolean personal() {
        return personal;
    }

    /** A value that was checked to be of this column's type, as those of rows are. */
    @SuppressWarnings("unchecked")
    T cast(Object value) {
        return (T) value;
    }

    @Override
    public String toString() {
        return name + " " + type;
    }
}
