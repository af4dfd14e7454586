package io.storeops.adapter.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.storeops.storage.Storage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A fresh, empty database that lives until closed. */
public final class TestDatabase implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final DataSource source;
    private final Connection keeper;

    private TestDatabase(DataSource source) throws SQLException {
        this.source = source;
        this.keeper = source.getConnection();
    }

    static TestDatabase inMemory() throws SQLException {
        return inMemory("");
    }

    static TestDatabase inMemory(String settings) throws SQLException {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + settings);
        return new TestDatabase(source);
    }

    /** An empty place on a server, behind a pool as an embedder has one. */
    static TestDatabase on(TestServer server) throws SQLException {
        if (server == TestServer.H2) {
            return inMemory();
        }
        return new TestDatabase(pooled(urlOfNewPlace(server)));
    }

    /** A pool as an embedder has one. */
    static HikariDataSource pooled(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(16);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    /** The URL, with user and password, of an empty place that other processes can reach. */
    public static String urlOfNewPlace(TestServer server) throws SQLException {
        if (server == TestServer.H2) {
            return H2Server.urlOfNewDatabase();
        }
        String name = "t" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(server.url());
                Statement statement = connection.createStatement()) {
            statement.execute(server.begin(name));
        }
        return server == TestServer.POSTGRESQL
                ? server.url() + "&currentSchema=" + name
                : server.url().replaceFirst("/[a-z0-9_]+\\?", "/" + name + "?");
    }

    /** A new connection each time: what broke is never given out again. */
    public static DataSource plain(String url) {
        return (DataSource) Proxy.newProxyInstance(
                TestDatabase.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> DriverManager.getConnection(url));
    }

    DataSource source() {
        return source;
    }

    Storage storage() {
        return JdbcStorage.on(source, Thing.TABLES);
    }

    /** A name as the database keeps unquoted ones, quoted because it is a word of SQL. */
    String quoted(String name) throws SQLException {
        return SqlNames.of(keeper.getMetaData()).quoted(name);
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = keeper.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The rows of a query, each as its values with a bar between them. */
    List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = keeper.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join("|", row));
            }
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        keeper.close();
        if (source instanceof HikariDataSource pool) {
            pool.close();
        }
    }

    /** Told of each call on a connection before the driver, and after it came back. */
    interface Watch {
        default void before(String method, List<Object> arguments) throws SQLException {}

        default void after(String method) throws SQLException {}
    }

    /** The same database through connections that a watch can break with real SQLExceptions. */
    DataSource watched(Watch watch) {
        return (DataSource) watched(DataSource.class, source, watch);
    }

    private static Object watched(Class<?> type, Object target, Watch watch) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            watch.before(method.getName(), arguments == null ? List.of() : List.of(arguments));
            try {
                Object result = method.invoke(target, arguments);
                watch.after(method.getName());
                return result instanceof Connection ? watched(Connection.class, result, watch) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }
}
