package io.storeops.storage;

import io.storeops.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/** The types a column can have, each with its Java type, its rule and its text form. */
public enum ColumnType {
    /** Unicode text without NUL and without unpaired surrogates. */
    TEXT(String.class),
    /** A whole number of 64 bits. */
    LONG(Long.class),
    /** An exact decimal number of at most 1,000 digits, with a scale of 0 to 1,000 that is kept. */
    DECIMAL(BigDecimal.class),
    /** A point on the time line, in whole microseconds: what every database keeps. */
    INSTANT(Instant.class),
    /** A date of the store's calendar. */
    DATE(LocalDate.class),
    /** A truth value. */
    BOOL(Boolean.class),
    /** A nested value; never part of a key or of an access path. */
    JSON(Json.class);

    private static final int DIGITS = Json.MOST_DIGITS;

    private static final int NANOS_A_MICRO = 1000;

    private final Class<?> javaType;

    ColumnType(Class<?> javaType) {
        this.javaType = javaType;
    }

    /**
     * The Java type of the column's values.
     *
     * @return the type
     */
    public Class<?> javaType() {
        return javaType;
    }

    /**
     * Checks one value.
     *
     * @param column the column's full name, for the message
     * @param value the value
     * @throws IllegalArgumentException if the value cannot be kept exactly by every adapter, saying why
     */
    void check(String column, Object value) {
        if (!javaType.isInstance(value)) {
            throw new IllegalArgumentException("Column " + column + " is " + this + ", so it takes a "
                    + javaType.getSimpleName() + ", not the " + value.getClass().getSimpleName() + " " + value);
        }
        // By the column's type, not by trial: this runs for every value of every row.
        switch (this) {
            case TEXT -> checkText(column, (String) value);
            case DECIMAL -> checkNumber(column, (BigDecimal) value);
            case INSTANT -> checkInstant(column, (Instant) value);
            case JSON -> checkJson(column, (Json) value, Json.MOST_DEPTH);
            case LONG, DATE, BOOL -> {
                // Every value can be kept.
            }
        }
    }

    private static void checkText(String column, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                i = pastPair(column, text, i);
            }
        }
    }

    /** The second half of the pair that begins at an index; anything else there cannot be kept. */
    private static int pastPair(String column, String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c) && at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))) {
            return at + 1;
        }
        throw new IllegalArgumentException(
                String.format(Locale.ROOT, "Column %s cannot keep U+%04X (position %d)", column, (int) c, at + 1));
    }

    // The part within the second is what is meant.
    @SuppressWarnings("JavaInstantGetSecondsGetNano")
    private static void checkInstant(String column, Instant instant) {
        if (instant.getNano() % NANOS_A_MICRO != 0) {
            throw new IllegalArgumentException("Column " + column + " keeps whole microseconds, not " + instant);
        }
    }

    private static void checkNumber(String column, BigDecimal number) {
        if (number.scale() < 0 || number.scale() > DIGITS || number.precision() > DIGITS) {
            throw new IllegalArgumentException("Column " + column + " keeps at most " + DIGITS
                    + " digits and a scale of 0 to " + DIGITS + ", not a precision of " + number.precision()
                    + " and a scale of " + number.scale());
        }
    }

    /** Whoever reads it back goes no deeper, and takes no longer name or text. */
    private static void checkJson(String column, Json json, int levels) {
        if (levels == 0 && (json instanceof Json.Obj || json instanceof Json.Arr)) {
            throw new IllegalArgumentException(
                    "Column " + column + " keeps at most " + Json.MOST_DEPTH + " objects and arrays within each other");
        }
        if (json instanceof Json.Obj object) {
            object.members().forEach((name, member) -> {
                checkLength(column, "name", name, Json.MOST_NAME);
                checkText(column, name);
                checkJson(column, member, levels - 1);
            });
        } else if (json instanceof Json.Arr array) {
            array.elements().forEach(element -> checkJson(column, element, levels - 1));
        } else if (json instanceof Json.Text text) {
            checkLength(column, "text", text.value(), Json.MOST_TEXT);
            checkText(column, text.value());
        } else if (json instanceof Json.Num number) {
            checkNumber(
                    column, number.value().setScale(Math.max(0, number.value().scale())));
        }
    }

    private static void checkLength(String column, String what, String text, int most) {
        if (text.length() > most) {
            throw new IllegalArgumentException("Column " + column + " keeps within a document a " + what
                    + " of at most " + most + " characters, not of " + text.length());
        }
    }

    /**
     * The text form of a value: digits, plain decimals, ISO 8601 dates and UTC instants, {@code true} and {@code false},
     * canonical JSON.
     *
     * @param value a value of this type
     * @return the text that {@link #parse} reads back to an equal value
     */
    public String format(Object value) {
        return switch (this) {
            case DECIMAL -> ((BigDecimal) value).toPlainString();
            case INSTANT -> InstantText.format((Instant) value);
            case JSON -> ((Json) value).canonical();
            case TEXT, LONG, DATE, BOOL -> value.toString();
        };
    }

    /**
     * Adds what {@link #format} gives to a longer text, without making a text of it first.
     *
     * @param out takes the text
     * @param value a value of this type
     */
    public void format(StringBuilder out, Object value) {
        switch (this) {
            case LONG -> out.append((long) (Long) value);
            case INSTANT -> InstantText.format(out, (Instant) value);
            default -> out.append(format(value));
        }
    }

    /**
     * Reads the text form.
     *
     * @param text the text
     * @return the value
     * @throws IllegalArgumentException if the text is not of this type; always for {@link #JSON}, which the codec of
     *     ops-spi reads
     */
    public Object parse(String text) {
        try {
            return switch (this) {
                case TEXT -> text;
                case LONG -> Long.parseLong(text);
                case DECIMAL -> new BigDecimal(text);
                case INSTANT -> InstantText.parse(text);
                case DATE -> LocalDate.parse(text);
                case BOOL -> parseBool(text);
                case JSON -> throw new IllegalArgumentException("JSON is read by the codec of ops-spi");
            };
        } catch (java.time.format.DateTimeParseException | NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not of type " + this, e);
        }
    }

    private static Boolean parseBool(String text) {
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default ->
                throw new IllegalArgumentException("'" + text + "' is not of type BOOL (expected true or false)");
        };
    }
}
