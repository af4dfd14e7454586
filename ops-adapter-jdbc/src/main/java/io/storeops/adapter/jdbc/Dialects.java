package io.storeops.adapter.jdbc;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;

/** The dialects that the adapter speaks. */
final class Dialects {
    static final List<Dialect> ALL = List.of(
            new H2Dialect(),
            new PostgresDialect(),
            new MariaDbDialect("MariaDB", "utf8mb4_nopad_bin"),
            new MariaDbDialect("MySQL", "utf8mb4_0900_bin"));

    private Dialects() {}

    /**
     * The dialect of a database.
     *
     * @param database what the driver says about it
     * @return the dialect
     * @throws IllegalArgumentException if there is none for it
     */
    static Dialect of(DatabaseMetaData database) throws SQLException {
        return named(database.getDatabaseProductName());
    }

    /**
     * The dialect of a product.
     *
     * @param name the name, as in "PostgreSQL", in whatever case
     * @return the dialect
     * @throws IllegalArgumentException if there is none for it
     */
    static Dialect named(String name) {
        return ALL.stream()
                .filter(dialect -> dialect.product().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The jdbc storage does not speak '" + name
                        + "'. It speaks " + ALL + ": pass a DataSource of one of them"));
    }
}
