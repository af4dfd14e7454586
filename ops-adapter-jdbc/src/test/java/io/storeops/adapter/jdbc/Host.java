package io.storeops.adapter.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/**
 * A host with transactions bound to threads, as Spring has them: whoever asks its source within one gets the transaction's
 * connection, whose close does nothing, and what is registered is run after the commit, when the connection was given back.
 */
final class Host {
    private final DataSource source;
    private final ThreadLocal<Connection> current = new ThreadLocal<>();
    private final ThreadLocal<List<Runnable>> followUps = ThreadLocal.withInitial(ArrayList::new);

    Host(DataSource source) throws SQLException {
        this.source = source;
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE erp_order (id VARCHAR(40) PRIMARY KEY)");
        }
    }

    /** The source that knows of the transactions. */
    DataSource aware() {
        return (DataSource) Proxy.newProxyInstance(
                Host.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> current.get() == null ? source.getConnection() : kept(current.get()));
    }

    private static Connection kept(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Host.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    if (List.of("commit", "setAutoCommit").contains(method.getName())
                            || (method.getName().equals("rollback") && arguments == null)) {
                        throw new AssertionError("the host's transaction was ended: " + method.getName());
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    void afterCommit(Runnable next) {
        followUps.get().add(next);
    }

    /** Runs work in a transaction, which is rolled back if it fails. */
    <T> T transact(Callable<T> work) throws Exception {
        List<Runnable> due = followUps.get();
        try (Connection connection = source.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
            current.set(connection);
            boolean done = false;
            try {
                T result = work.call();
                connection.commit();
                done = true;
                return result;
            } finally {
                current.remove();
                if (!done) {
                    connection.rollback();
                    due.clear();
                }
                connection.setAutoCommit(true);
            }
        } finally {
            List<Runnable> now = List.copyOf(due);
            due.clear();
            now.forEach(Runnable::run);
        }
    }

    /** The host's own work. */
    void order(String id) throws SQLException {
        try (Connection connection = aware().getConnection();
                PreparedStatement statement = connection.prepareStatement("INSERT INTO erp_order VALUES (?)")) {
            statement.setString(1, id);
            statement.executeUpdate();
        }
    }
}
