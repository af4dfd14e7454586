package io.storeops.adapter.jdbc.marketplace;

import io.storeops.adapter.jdbc.connect.DatabaseUrl;
import io.storeops.adapter.jdbc.connect.SqlFaults;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The database of an ERP. Every reading has a connection of its own, which is read-only, in a transaction that is rolled back, and closed
 * afterwards: nothing is shared with anybody. Thread-safe.
 */
final class ErpDatabase {
    private static final int FETCHED = 1_000;
    /** PostgreSQL and MariaDB say so when a statement took too long. */
    private static final Set<String> CANCELLED = Set.of("57014", "70100");

    private final Driver driver;
    private final DatabaseUrl url;
    private final Product product;
    private final Properties account = new Properties();
    private final ZoneId zone;
    private final int seconds;

    /**
     * Remembers where the database is; nothing is opened.
     *
     * @param url the checked URL
     * @param account user and password, as the driver wants them
     * @param zone the zone of times that say none
     * @param longest how long a statement may take until its first rows
     * @throws AdapterException UNSUPPORTED if no driver is there
     */
    ErpDatabase(DatabaseUrl url, Properties account, Optional<ZoneId> zone, Duration longest) {
        this.url = url;
        this.product = Product.named(url.product());
        this.account.putAll(account);
        this.account.putAll(product.properties());
        this.zone = zone.map(ZoneId::normalized).orElse(ZoneOffset.UTC);
        this.seconds = (int) Math.max(1, Math.min(longest.toSeconds(), Integer.MAX_VALUE));
        try {
            this.driver = DriverManager.getDriver(url.text());
        } catch (SQLException e) {
            throw new AdapterException(
                    FaultKind.UNSUPPORTED,
                    "No JDBC driver takes " + url.product() + "'s urls. Put " + url.driver() + " on the class path",
                    e);
        }
    }

    Product product() {
        return product;
    }

    /** A new connection that reads. */
    Connection open() throws SQLException {
        Connection connection = driver.connect(url.text(), account);
        try {
            product.prepare(connection, zone);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException | RuntimeException e) {
            close(connection, e);
            throw e;
        }
    }

    /**
     * Runs a statement.
     *
     * @param feed of which feed it is, for messages
     * @param values what its parameters are
     * @return its rows, to be closed by the caller
     * @throws AdapterException if the database does not answer
     */
    OpenResult run(Feed feed, SelectText select, Map<String, Object> values) {
        try {
            Connection connection = open();
            try {
                PreparedStatement statement = connection.prepareStatement(
                        select.jdbc(), ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
                statement.setFetchSize(FETCHED);
                statement.setQueryTimeout(seconds);
                int place = 1;
                for (String name : select.parameters()) {
                    bind(statement, place++, name, values.get(name));
                }
                return new OpenResult(this, feed, connection, statement.executeQuery());
            } catch (SQLException | RuntimeException e) {
                close(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw failure("answer the statement of " + feed.member(), e);
        }
    }

    private void bind(PreparedStatement statement, int place, String name, @Nullable Object value) throws SQLException {
        if (value == null) {
            throw new IllegalStateException("The parameter :" + name + " has no value");
        }
        if (value instanceof Instant instant) {
            statement.setObject(
                    place,
                    product.localTimes()
                            ? LocalDateTime.ofInstant(instant, zone)
                            : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
        } else {
            statement.setObject(place, value);
        }
    }

    /** Ends the transaction, whatever was done in it, and the connection, after something else has failed. */
    static void close(Connection connection, Exception reason) {
        try {
            close(connection);
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    /** Ends the transaction, whatever was done in it, and the connection. */
    static void close(Connection connection) throws SQLException {
        try (connection) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        }
    }

    /**
     * What a failure of the database means. The driver's own words can hold values of rows, so they stay in the cause.
     *
     * @param what what was asked of it, as in "be opened"
     */
    AdapterException failure(String what, SQLException failure) {
        boolean late =
                failure instanceof SQLTimeoutException || CANCELLED.contains(String.valueOf(failure.getSQLState()));
        FaultKind kind = late ? FaultKind.TRANSIENT : SqlFaults.kindOf(failure);
        return new AdapterException(
                kind,
                "The ERP's database could not " + what + " (SQLState " + failure.getSQLState() + ", code "
                        + failure.getErrorCode() + "). "
                        + switch (kind) {
                            case TRANSIENT ->
                                late
                                        ? "It took longer than " + seconds
                                                + " s: select less, add an index, or raise the key 'timeout'"
                                        : "Repeat it later";
                            case AUTH -> "Check user and password";
                            case PERMISSION -> "Grant the user SELECT on what the cause names";
                            default -> "The cause has the database's own words";
                        },
                failure);
    }

    /** Where the database is of what kind; no user and no password. */
    @Override
    public String toString() {
        return product + " of an ERP";
    }
}
