package io.storeops.adapter.jdbc.marketplace;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** What differs between databases that are read. */
enum Product {
    /** Has no read-only transaction: what a statement changes all the same is rolled back. */
    H2("H2", false) {
        @Override
        void prepare(Connection connection, ZoneId zone) throws SQLException {
            run(connection, "SET TIME ZONE " + literal(zone));
        }
    },
    /** Streams only where auto-commit is off; its driver begins each transaction of a read-only connection READ ONLY. */
    POSTGRESQL("PostgreSQL", false) {
        @Override
        void prepare(Connection connection, ZoneId zone) throws SQLException {
            // As a text it would be read the way of POSIX, with the sign the other way about.
            run(
                    connection,
                    zone instanceof ZoneOffset offset
                            ? "SET TIME ZONE INTERVAL " + literal(offset) + " HOUR TO MINUTE"
                            : "SET TIME ZONE " + literal(zone));
        }
    },
    /** Streams by the fetch size, and types a column as the server does, not as a truth value where it is TINYINT(1). */
    MARIADB("MariaDB", true) {
        @Override
        void prepare(Connection connection, ZoneId zone) throws SQLException {
            prepareMySql(connection, zone);
        }
    },
    /** Streams by cursors of the server. */
    MYSQL("MySQL", true) {
        @Override
        void prepare(Connection connection, ZoneId zone) throws SQLException {
            prepareMySql(connection, zone);
        }
    };

    private static final int UNKNOWN_ZONE = 1298;
    /** Whoever had no change of the clocks since has none in the orders of a shop. */
    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");

    private final String name;
    private final boolean mySql;

    Product(String name, boolean mySql) {
        this.name = name;
        this.mySql = mySql;
    }

    /** The product of a checked URL. */
    static Product named(String name) {
        return List.of(values()).stream()
                .filter(product -> product.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No marketplace reads " + name));
    }

    /** What the driver is told beside user and password. */
    Map<String, String> properties() {
        return switch (this) {
            case H2, POSTGRESQL -> Map.of();
            case MARIADB -> Map.of("useServerPrepStmts", "true", "tinyInt1isBit", "false");
            case MYSQL -> Map.of("useServerPrepStmts", "true", "useCursorFetch", "true", "tinyInt1isBit", "false");
        };
    }

    /** Whether names are quoted with backticks too. */
    boolean backticks() {
        return mySql;
    }

    /** Whether a point in time is compared as the zone's local time, because no type of the database has a zone. */
    boolean localTimes() {
        return mySql;
    }

    /**
     * Makes a new connection read in this zone what says none, and refuse to write as far as it can.
     *
     * @throws SQLException if the database does not know the zone
     */
    abstract void prepare(Connection connection, ZoneId zone) throws SQLException;

    private static void prepareMySql(Connection connection, ZoneId zone) throws SQLException {
        try {
            run(connection, "SET time_zone = " + literal(zone));
        } catch (SQLException e) {
            if (e.getErrorCode() != UNKNOWN_ZONE || zone.getRules().nextTransition(LONG_AGO) != null) {
                throw e;
            }
            // The server's tables of zones are often empty; a zone whose clocks do not change is an offset.
            run(connection, "SET time_zone = " + literal(zone.getRules().getOffset(LONG_AGO)));
        }
        run(connection, "SET SESSION TRANSACTION READ ONLY");
    }

    /** A zone as a literal: its id has letters, digits, slashes, colons and signs only. */
    private static String literal(ZoneId zone) {
        String id = zone.equals(ZoneOffset.UTC) ? "+00:00" : zone.getId();
        return "'" + id + "'";
    }

    private static void run(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
