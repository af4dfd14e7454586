package io.storeops.adapter.csv.storage;

import io.storeops.document.Formulas;
import io.storeops.spi.JsonCodec;
import io.storeops.storage.ColumnType;
import org.jspecify.annotations.Nullable;

/** Writes a value as the text of a cell and reads it back. */
final class Cells {
    private static final char ESCAPE = '\'';

    private Cells() {}

    static String print(ColumnType type, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        return type == ColumnType.TEXT ? escaped((String) value) : type.format(value);
    }

    static String escaped(String text) {
        return needsEscape(text) ? ESCAPE + text : text;
    }

    private static boolean needsEscape(String text) {
        return text.isEmpty() || text.charAt(0) == ESCAPE || Formulas.begin(text);
    }

    /**
     * Reads a cell that is not empty.
     *
     * @throws IllegalArgumentException if the cell is not exactly what {@link #print} writes for some value, saying why
     */
    static Object parse(ColumnType type, String cell) {
        if (type == ColumnType.TEXT) {
            return unescaped(cell);
        }
        Object value = type == ColumnType.JSON ? JsonCodec.parse("the cell", cell) : type.parse(cell);
        String exact = type.format(value);
        if (!exact.equals(cell)) {
            throw new IllegalArgumentException("'" + cell + "' should be written '" + exact + "'");
        }
        return value;
    }

    static String unescaped(String cell) {
        if (cell.charAt(0) != ESCAPE) {
            if (needsEscape(cell)) {
                throw new IllegalArgumentException(
                        "'" + cell + "' begins like a formula; it needs an apostrophe in front");
            }
            return cell;
        }
        String text = cell.substring(1);
        if (!needsEscape(text)) {
            throw new IllegalArgumentException("'" + cell + "' has an apostrophe in front that it does not need");
        }
        return text;
    }
}
