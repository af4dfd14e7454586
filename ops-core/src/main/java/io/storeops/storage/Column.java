package io.storeops.storage;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import com.google.common.collect.Maps;
import io.storeops.id.ActorId;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A typed column of a {@link Table}. Its {@linkplain #type type} says what is kept: the raw value, which is all that adapters
 * see. What a record has may be another type, to which the column maps: {@link #constant}, {@link #count}, {@link #actor},
 * {@link #list}, or whatever {@link #as} is told. Rows and keys hold raw values, so the order of a path is that of the raw
 * values: constants come by name. Immutable; compared by identity, so a table's package keeps its columns as constants.
 *
 * @param <T> the Java type of a record's values
 */
public final class Column<T> {
    /** The rule of table, column and path names; what every adapter can use as it is. */
    static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");

    private final String name;
    private final ColumnType type;
    private final String comment;
    /** Null where the raw value is the value. */
    private final @Nullable Mapping<T> mapping;

    /**
     * What raw values stand for.
     *
     * @param type the type of the values
     * @param read makes a value of a raw one
     * @param write makes a raw value of one
     */
    private record Mapping<T>(Class<?> type, Function<Object, T> read, Function<T, Object> write) {}

    private Column(String name, ColumnType type, String comment, @Nullable Mapping<T> mapping) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is not a column name (expected " + NAME + ")");
        }
        this.name = name;
        this.type = type;
        this.comment = requireNonNull(comment, "comment");
        this.mapping = mapping;
    }

    /**
     * A column of text.
     *
     * @param name the name
     * @param comment what it holds, for readers of the database
     * @return the column
     */
    public static Column<String> text(String name, String comment) {
        return new Column<>(name, ColumnType.TEXT, comment, null);
    }

    /**
     * A column of whole numbers.
     *
     * @param name the name
     * @param comment what it holds, with the unit
     * @return the column
     */
    public static Column<Long> number(String name, String comment) {
        return new Column<>(name, ColumnType.LONG, comment, null);
    }

    /**
     * A column of exact decimal numbers.
     *
     * @param name the name
     * @param comment what it holds, with the unit
     * @return the column
     */
    public static Column<BigDecimal> decimal(String name, String comment) {
        return new Column<>(name, ColumnType.DECIMAL, comment, null);
    }

    /**
     * A column of instants.
     *
     * @param name the name
     * @param comment what it holds
     * @return the column
     */
    public static Column<Instant> instant(String name, String comment) {
        return new Column<>(name, ColumnType.INSTANT, comment, null);
    }

    /**
     * A column of dates.
     *
     * @param name the name
     * @param comment what it holds
     * @return the column
     */
    public static Column<LocalDate> date(String name, String comment) {
        return new Column<>(name, ColumnType.DATE, comment, null);
    }

    /**
     * A column of truth values.
     *
     * @param name the name
     * @param comment what it holds
     * @return the column
     */
    public static Column<Boolean> flag(String name, String comment) {
        return new Column<>(name, ColumnType.BOOL, comment, null);
    }

    /**
     * A column of nested values.
     *
     * @param name the name
     * @param comment what it holds
     * @return the column
     */
    public static Column<Json> json(String name, String comment) {
        return new Column<>(name, ColumnType.JSON, comment, null);
    }

    /**
     * A column of whole numbers of 32 bits, kept as LONG: versions, slots, attempts.
     *
     * @param name the name
     * @param comment what it holds, with the unit
     * @return the column
     */
    public static Column<Integer> count(String name, String comment) {
        return number(name, comment).as(Integer.class, Column::narrowed, Integer::longValue);
    }

    private static Integer narrowed(Long number) {
        int narrow = number.intValue();
        if (narrow != number) {
            throw new IllegalArgumentException(number + " is not a whole number of 32 bits");
        }
        return narrow;
    }

    /**
     * A column of constants, kept as their names in TEXT.
     *
     * @param <E> the constants' type
     * @param name the name
     * @param comment what it holds
     * @param constants the constants' type
     * @return the column; a name that none of the constants has is refused when it is read
     */
    public static <E extends Enum<E>> Column<E> constant(String name, String comment, Class<E> constants) {
        ImmutableMap<String, E> named = Maps.uniqueIndex(EnumSet.allOf(constants), Enum::name);
        return text(name, comment).as(constants, text -> constant(named, text), Enum::name);
    }

    private static <E> E constant(ImmutableMap<String, E> named, String name) {
        E constant = named.get(name);
        if (constant == null) {
            throw new IllegalArgumentException("'" + name + "' is not one of " + named.keySet());
        }
        return constant;
    }

    /**
     * A column of people, kept as their ids in TEXT.
     *
     * @param name the name
     * @param comment what it holds
     * @return the column
     */
    public static Column<ActorId> actor(String name, String comment) {
        return text(name, comment).as(ActorId.class, ActorId::of, ActorId::value);
    }

    /**
     * A column of lists, kept as a JSON array.
     *
     * @param <E> the elements' type
     * @param name the name
     * @param comment what it holds
     * @param read makes an element of its JSON
     * @param write makes JSON of an element
     * @return the column
     */
    public static <E> Column<List<E>> list(
            String name,
            String comment,
            Function<? super JsonReader, ? extends E> read,
            Function<? super E, ? extends Json> write) {
        return json(name, comment)
                .as(
                        List.class,
                        json -> ImmutableList.<E>copyOf(
                                Lists.transform(JsonReader.root(name, json).elements(), read::apply)),
                        list -> Json.array(Lists.<E, Json>transform(list, write::apply)));
    }

    /**
     * The same column for values of another type, kept as this one's.
     *
     * @param <U> the values' type
     * @param valueType their class, by which a question that is asked with a value is told from one with a raw value
     * @param read makes a value of what is kept; refuses what it cannot read with an IllegalArgumentException or a
     *     DateTimeException
     * @param write makes what is kept of a value; reading that gives an equal value
     * @return the column
     * @throws IllegalArgumentException if the class could be that of a raw value
     */
    public <U> Column<U> as(
            Class<? super U> valueType, Function<? super T, ? extends U> read, Function<? super U, ? extends T> write) {
        requireNonNull(read, "read");
        requireNonNull(write, "write");
        Class<?> raw = type.javaType();
        if (valueType.isAssignableFrom(raw) || raw.isAssignableFrom(valueType)) {
            throw new IllegalArgumentException("Column " + name + " keeps " + raw.getSimpleName()
                    + " and cannot map it to " + valueType.getSimpleName() + ": a query could not tell the two apart");
        }
        return new Column<>(
                name,
                type,
                comment,
                new Mapping<>(valueType, kept -> read.apply(decode(kept)), value -> encode(write.apply(value))));
    }

    /**
     * The same column for the raw values: for whoever handles rows without knowing what they mean.
     *
     * @return a column of the same name, type and comment, this one if it maps nothing
     */
    public Column<?> unmapped() {
        return mapping == null ? this : new Column<>(name, type, comment, null);
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

    /** The value that a raw value stands for; it was checked to be of this column's type, as those of rows are. */
    @SuppressWarnings("unchecked")
    T decode(Object raw) {
        return mapping == null ? (T) raw : mapping.read().apply(raw);
    }

    /** The raw value that stands for a value. */
    private Object encode(T value) {
        requireNonNull(value, name);
        return mapping == null ? value : requireNonNull(mapping.write().apply(value), name);
    }

    /** Reads raw values with the getter of a column that always has a value. */
    <R> Function<R, Object> getter(Function<? super R, ? extends T> getter) {
        requireNonNull(getter, "getter");
        return subject -> encode(getter.apply(subject));
    }

    /** Reads raw values with the getter of an optional column. */
    <R> Function<R, @Nullable Object> finder(Function<? super R, Optional<T>> getter) {
        requireNonNull(getter, "getter");
        return subject -> {
            Optional<T> value = getter.apply(subject);
            return value.isPresent() ? encode(value.get()) : null;
        };
    }

    /**
     * The raw value of what a question names.
     *
     * @param fullName the column's name and that of its table, for messages
     * @param value a value, or a raw value
     * @return the raw value
     * @throws IllegalArgumentException if it is neither
     */
    @SuppressWarnings("unchecked")
    Object raw(String fullName, Object value) {
        if (mapping == null) {
            type.check(fullName, value);
            return value;
        }
        Object raw = mapping.type().isInstance(value) ? encode((T) value) : value;
        if (!type.javaType().isInstance(raw)) {
            throw new IllegalArgumentException("Column " + fullName + " is " + type + " and takes "
                    + mapping.type().getSimpleName() + " or " + type.javaType().getSimpleName() + ", not the "
                    + value.getClass().getSimpleName() + " " + value);
        }
        type.check(fullName, raw);
        return raw;
    }

    @Override
    public String toString() {
        return name + " " + type;
    }
}
