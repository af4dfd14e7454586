package io.storeops.adapter.jdbc;

import io.storeops.adapter.jdbc.connect.DatabaseUrl;
import io.storeops.failure.FaultKind;
import io.storeops.storage.StorageException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The connections of a checked URL. A few that were given back are kept and asked whether they still work before they are
 * given out again. One more is kept open until the end, because H2 closes a database, and forgets one in memory, with its
 * last connection. Thread-safe.
 */
final class UrlSource implements ConnectionSource, AutoCloseable {
    private static final int MOST_IDLE = 8;
    private static final int SECONDS_TO_ANSWER = 5;

    private final Driver driver;
    private final DatabaseUrl url;
    private final Properties account;
    private final Connection keeper;
    private final BlockingQueue<Connection> idle = new LinkedBlockingQueue<>(MOST_IDLE);
    private volatile boolean closed;

    private UrlSource(Driver driver, DatabaseUrl url, Properties account) throws SQLException {
        this.driver = driver;
        this.url = url;
        this.account = account;
        this.keeper = driver.connect(url.text(), account);
    }

    /**
     * Opens the database.
     *
     * @param url the checked URL
     * @param account user and password, as the driver wants them
     * @return the source
     * @throws StorageException if there is no driver, or it cannot open the database
     */
    static UrlSource open(DatabaseUrl url, Properties account) {
        try {
            return new UrlSource(driver(url), url, account);
        } catch (SQLException e) {
            throw SqlFailure.of("be opened by its url", e);
        }
    }

    private static Driver driver(DatabaseUrl url) {
        try {
            return DriverManager.getDriver(url.text());
        } catch (SQLException e) {
            throw new StorageException(
                    FaultKind.UNSUPPORTED,
                    "No JDBC driver takes " + url.product() + "'s urls. Put " + url.driver() + " on the class path",
                    e);
        }
    }

    @Override
    public Connection open() throws SQLException {
        for (Connection kept = idle.poll(); kept != null; kept = idle.poll()) {
            if (kept.isValid(SECONDS_TO_ANSWER)) {
                return lent(kept);
            }
            kept.close();
        }
        return lent(driver.connect(url.text(), account));
    }

    /** The connection, but closing it gives it back. */
    private Connection lent(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                UrlSource.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        giveBack(connection);
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void giveBack(Connection connection) throws SQLException {
        // Without auto-commit it was not put back as it was, so something went wrong on it.
        if (closed || connection.isClosed() || !connection.getAutoCommit() || !idle.offer(connection)) {
            connection.close();
        } else if (closed) {
            closeIdle();
        }
    }

    private void closeIdle() throws SQLException {
        for (Connection kept = idle.poll(); kept != null; kept = idle.poll()) {
            kept.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            closeIdle();
            keeper.close();
        } catch (SQLException e) {
            throw SqlFailure.of("be closed", e);
        }
    }
}
