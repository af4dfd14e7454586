package io.storeops.storage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a position as text and reads it back: each value as its length, a colon and its text form. */
final class CursorText {
    private CursorText() {}

    static Cursor print(Key position, List<Column<?>> columns) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            String text = columns.get(i).type().format(position.values().get(i));
            out.append(text.length()).append(':').append(text);
        }
        return new Cursor(out.toString());
    }

    static Key parse(Cursor cursor, List<Column<?>> columns) {
        String text = cursor.text();
        List<Object> values = new ArrayList<>(columns.size());
        int at = 0;
        try {
            for (Column<?> column : columns) {
                int colon = text.indexOf(':', at);
                int end = colon + 1 + Integer.parseInt(text.substring(at, colon));
                values.add(column.type().parse(text.substring(colon + 1, end)));
                at = end;
            }
        } catch (RuntimeException e) {
            throw foreign(cursor, columns, e);
        }
        if (at != text.length()) {
            throw foreign(cursor, columns, null);
        }
        return new Key(values);
    }

    private static IllegalArgumentException foreign(
            Cursor cursor, List<Column<?>> columns, @Nullable RuntimeException cause) {
        return new IllegalArgumentException(
                "The cursor '" + cursor.text() + "' was not made by a query ordered by " + columns, cause);
    }
}
