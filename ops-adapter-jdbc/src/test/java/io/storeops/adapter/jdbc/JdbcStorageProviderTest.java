package io.storeops.adapter.jdbc;

import static io.storeops.adapter.jdbc.Thing.S1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.storeops.adapter.jdbc.connect.H2UrlTest;
import io.storeops.adapter.jdbc.connect.ServerUrlTest;
import io.storeops.failure.FaultKind;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.Adapters;
import io.storeops.spi.StorageProvider;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.Storage;
import io.storeops.storage.StorageException;
import io.storeops.storage.Versioned;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcStorageProviderTest {
    @TempDir
    Path directory;

    private final StorageProvider provider = new JdbcStorageProvider();

    private Storage open(Map<String, String> settings) {
        return provider.create(
                AdapterConfig.of(provider.name(), provider.configKeys(), settings),
                AdapterContext.of(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), Thing.TABLES, directory));
    }

    private static Changes insert(String id) {
        return Changes.of(S1, CommitId.of(id)).insert(Thing.TABLE, Thing.of(id, 1));
    }

    @Test
    void isFoundByServiceLoaderUnderItsName() {
        Adapters adapters = Adapters.discover(JdbcStorageProvider.class.getClassLoader());
        assertEquals(List.of(), adapters.faults());
        assertEquals(JdbcStorageProvider.class, adapters.storage("jdbc").getClass());
    }

    @Test
    void keepsAFileInTheDirectoryOfTheConfiguration() {
        Map<String, String> settings = Map.of("url", "jdbc:h2:./data/ops", "user", "owner", "password", "hunter2");
        try (Storage storage = open(settings)) {
            storage.commit(insert("a"));
        }
        assertTrue(Files.exists(directory.resolve("data/ops.mv.db")));
        try (Storage storage = open(settings)) {
            assertTrue(storage.find(Thing.TABLE, Thing.key("a")).isPresent());
        }
    }

    @Test
    void keepsADatabaseInMemoryUntilClosed() {
        Map<String, String> settings = Map.of("url", "jdbc:h2:mem:provider-test");
        try (Storage storage = open(settings)) {
            storage.commit(insert("a"));
            assertTrue(storage.find(Thing.TABLE, Thing.key("a")).isPresent());
        }
        try (Storage storage = open(settings)) {
            assertTrue(storage.find(Thing.TABLE, Thing.key("a")).isEmpty());
        }
    }

    @Test
    void neverShowsThePassword() {
        open(Map.of("url", "jdbc:h2:ops", "user", "owner", "password", "hunter2"))
                .close();

        StorageException refused = assertThrows(
                StorageException.class,
                () -> open(Map.of("url", "jdbc:h2:ops", "user", "owner", "password", "hunter3")));

        assertEquals(FaultKind.AUTH, refused.kind());
        assertEquals(
                "The database could not be opened by its url (SQLState 28000, code 28000); nothing was changed."
                        + " Check user and password",
                refused.getMessage());
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            assertFalse(String.valueOf(cause.getMessage()).contains("hunter"), cause.getMessage());
        }
    }

    @Test
    void saysWhichJarIsMissingWithoutTheDriver() {
        org.h2.Driver.unload();
        try {
            StorageException refused = assertThrows(StorageException.class, () -> open(Map.of("url", "jdbc:h2:mem:x")));

            assertEquals(FaultKind.UNSUPPORTED, refused.kind());
            assertEquals(
                    "No JDBC driver takes H2's urls. Put com.h2database:h2 on the class path", refused.getMessage());
        } finally {
            org.h2.Driver.load();
        }
    }

    @Test
    void opensAServerByItsUrlWithUserAndPasswordOfTheirOwn() throws SQLException {
        assumeTrue(TestServer.POSTGRESQL.own().isEmpty(), "the user of the own server is not known here");
        String url = TestDatabase.urlOfNewPlace(TestServer.POSTGRESQL);
        String schema = url.substring(url.indexOf("currentSchema="));
        Map<String, String> settings = Map.of(
                "url", url.substring(0, url.indexOf('?') + 1) + schema, "user", "postgres", "password", "postgres");
        try (Storage storage = open(settings)) {
            storage.commit(insert("a"));
        }
        try (Storage storage = open(settings)) {
            assertTrue(storage.find(Thing.TABLE, Thing.key("a")).isPresent());
        }
    }

    @Test
    void keepsFewConnectionsAndDropsThoseThatBroke() throws SQLException {
        Map<String, String> settings = Map.of("url", "jdbc:h2:mem:pool;DB_CLOSE_DELAY=-1");
        try (Storage storage = open(settings);
                Connection other = DriverManager.getConnection("jdbc:h2:mem:pool")) {
            List<Scan<Versioned<Thing>>> scans = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                scans.add(storage.scan(Query.of(Thing.TABLE, S1)));
            }
            scans.forEach(Scan::close);
            assertEquals(10, sessions(other), "8 idle, the keeper and this one");
            try (Statement statement = other.createStatement()) {
                statement.execute("SELECT ABORT_SESSION(session_id) FROM information_schema.sessions"
                        + " WHERE session_id <> SESSION_ID()");
            }
            storage.commit(insert("a"));
            assertTrue(storage.find(Thing.TABLE, Thing.key("a")).isPresent());
        }
        try (Connection other = DriverManager.getConnection("jdbc:h2:mem:pool")) {
            assertEquals(1, sessions(other), "none is left when closed");
        }
    }

    private static int sessions(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT COUNT(*) FROM information_schema.sessions")) {
            result.next();
            return result.getInt(1);
        }
    }

    @Test
    void noHostileUrlReachesADriver() throws SQLException {
        AnyDriver driver = new AnyDriver();
        DriverManager.registerDriver(driver);
        try {
            // The one form of the list that H2 does not know and another dialect does.
            Stream.concat(H2UrlTest.hostileUrls(), ServerUrlTest.hostileUrls())
                    .filter(url -> !url.isBlank() && !url.equals("jdbc:mariadb://db/x"))
                    .forEach(url -> assertThrows(IllegalArgumentException.class, () -> open(Map.of("url", url)), url));
        } finally {
            DriverManager.deregisterDriver(driver);
        }
        assertEquals(List.of(), driver.asked);
    }

    /** A driver that takes every URL and remembers it. */
    private static final class AnyDriver implements Driver {
        private final List<String> asked = new ArrayList<>();

        @Override
        public Connection connect(String url, Properties account) throws SQLException {
            asked.add(url);
            throw new SQLException("refused", "08001");
        }

        @Override
        public boolean acceptsURL(String url) {
            asked.add(url);
            return true;
        }

        @Override
        public DriverPropertyInfo[] getPropertyInfo(String url, Properties account) {
            return new DriverPropertyInfo[0];
        }

        @Override
        public int getMajorVersion() {
            return 1;
        }

        @Override
        public int getMinorVersion() {
            return 0;
        }

        @Override
        public boolean jdbcCompliant() {
            return false;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }
    }
}
