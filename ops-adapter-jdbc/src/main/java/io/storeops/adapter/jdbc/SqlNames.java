package io.storeops.adapter.jdbc;

import io.storeops.storage.Column;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names as the database writes them. They are quoted, in the case in which the database keeps unquoted names, so that an
 * embedder's own SQL finds {@code storeops_item} without quotes. What the adapter adds to a declaration begins with an
 * underscore, which no declared name can: nothing collides.
 *
 * @param quote the quote of the database
 * @param upperCase whether the database keeps unquoted names in upper case
 */
record SqlNames(String quote, boolean upperCase) {
    /** The number of the row's state: 1 when inserted, one more at each replacement. */
    static final String REVISION = "_revision";
    /** The number of the commit that left the row so. */
    static final String COMMIT_NUMBER = "_commit_number";

    /** What databases read differently within a literal. */
    static final Pattern UNLIKE_IN_LITERALS = Pattern.compile("[\\p{Cntrl}\\\\]");

    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_$]{0,120}");

    static SqlNames of(DatabaseMetaData database) throws SQLException {
        return new SqlNames(database.getIdentifierQuoteString(), database.storesUpperCaseIdentifiers());
    }

    /**
     * A comment as a literal of SQL, where nothing can be bound.
     *
     * @throws IllegalArgumentException if it has a character that databases read differently in a literal
     */
    static String literal(String comment) {
        if (UNLIKE_IN_LITERALS.matcher(comment).find()) {
            throw new IllegalArgumentException("A comment in SQL has neither backslash nor line break: " + comment);
        }
        return "'" + comment.replace("'", "''") + "'";
    }

    /** The column beside a decimal one that keeps its scale. */
    static String scaleOf(Column<?> column) {
        return "_" + column.name() + "_scale";
    }

    /**
     * The name in the database's case, without quotes.
     *
     * @throws IllegalArgumentException if the name could be anything but a name
     */
    String plain(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is not an SQL name (expected " + NAME + ")");
        }
        return upperCase ? name.toUpperCase(Locale.ROOT) : name;
    }

    String quoted(String name) {
        return quote + plain(name) + quote;
    }

    /** The names, quoted, each with a suffix, with a separator between them. */
    String each(List<String> names, String suffix, String separator) {
        return names.stream().map(name -> quoted(name) + suffix).collect(Collectors.joining(separator));
    }
}
