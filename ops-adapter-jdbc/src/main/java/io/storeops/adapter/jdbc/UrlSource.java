package io.storeops.adapter.jdbc;

import io.storeops.fault.FaultKind;
import io.storeops.storage.StorageException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * The connections of a checked URL. One is kept open until the end, because H2 closes a database, and forgets one in memory,
 * with its last connection. Thread-safe.
 */
final class UrlSource implements ConnectionSource, AutoCloseable {
    private final Driver driver;
    private final H2Url url;
    private final Properties account;
    private final Connection keeper;

    private UrlSource(Driver driver, H2Url url, Properties account) throws SQLException {
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
    static UrlSource open(H2Url url, Properties account) {
        try {
            return new UrlSource(driver(url), url, account);
        } catch (SQLException e) {
            throw SqlFailure.of("be opened by its url", e);
        }
    }

    private static Driver driver(H2Url url) {
        try {
            return DriverManager.getDriver(url.text());
        } catch (SQLException e) {
            throw new StorageException(
                    FaultKind.UNSUPPORTED,
                    "No JDBC driver takes H2's urls. Put com.h2database:h2 on the class path",
                    e);
        }
    }

    @Override
    public Connection open() throws SQLException {
        return driver.connect(url.text(), account);
    }

    @Override
    public void close() {
        try {
            keeper.close();
        } catch (SQLException e) {
            throw SqlFailure.of("be closed", e);
        }
    }
}
