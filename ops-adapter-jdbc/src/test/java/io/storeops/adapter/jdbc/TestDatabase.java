package io.storeops.adapter.jdbc;

import io.storeops.storage.Storage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** An H2 database in memory that lives until closed. */
final class TestDatabase implements AutoCloseable {
    private final JdbcDataSource source = new JdbcDataSource();
    private final Connection keeper;

    private TestDatabase(String settings) throws SQLException {
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + settings);
        keeper = source.getConnection();
    }

    static TestDatabase inMemory() throws SQLException {
        return new TestDatabase("");
    }

    static TestDatabase inMemory(String settings) throws SQLException {
        return new TestDatabase(settings);
    }

    DataSource source() {
        return source;
    }

    Storage storage() {
        return JdbcStorage.on(source, Thing.TABLES);
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
