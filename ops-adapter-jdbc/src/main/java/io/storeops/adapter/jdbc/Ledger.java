package io.storeops.adapter.jdbc;

import static java.util.Objects.requireNonNull;

import io.storeops.id.StoreId;
import io.storeops.storage.CommitId;
import io.storeops.storage.Committed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The adapter's own two tables: whose turn it is within a store, and the receipts. Immutable. */
final class Ledger {
    private final Dialect dialect;
    private final String advance;
    private final String begin;
    private final String turn;
    private final String find;
    private final String record;
    private final String stores;

    Ledger(Dialect dialect, SqlNames names) {
        this.dialect = dialect;
        String store = names.quoted(TableShape.STORES);
        String commit = names.quoted(TableShape.COMMITS);
        String id = names.quoted("store_id");
        String last = names.quoted("last_number");
        String receipt = names.each(List.of("number", "id", "at"), "", ", ");
        this.advance = "UPDATE " + store + " SET " + last + " = " + last + " + 1 WHERE " + id + " = ?";
        this.begin = "INSERT INTO " + store + " (" + id + ", " + last + ") VALUES (?, 1)";
        this.turn = "SELECT " + last + ", " + dialect.now() + " FROM " + store + " WHERE " + id + " = ?";
        this.find =
                "SELECT " + receipt + " FROM " + commit + " WHERE " + id + " = ? AND " + names.quoted("id") + " = ?";
        this.record = "INSERT INTO " + commit + " (" + id + ", " + receipt + ") VALUES (?, ?, ?, ?)";
        this.stores = "SELECT " + id + " FROM " + store + " WHERE " + id + " > ? ORDER BY " + id + " LIMIT ?";
    }

    /** Another commit began the store first; what this one did so far can be undone to a savepoint and done again. */
    static final class BegunMeanwhile extends SQLTransactionRollbackException {
        private static final long serialVersionUID = 1L;

        BegunMeanwhile(SQLException cause) {
            super("Another commit began the store first", "40001", cause);
        }
    }

    /** A commit's place within its store. */
    record Turn(long number, Instant at) {}

    /**
     * Waits until it is this transaction's turn within the store and takes the next number. The row stays locked until the
     * transaction ends, so numbers have no gaps: a rollback gives the number back.
     */
    Turn take(Connection connection, StoreId store) throws SQLException {
        if (change(connection, advance, store) == 0) {
            beginStore(connection, store);
        }
        try (PreparedStatement statement = connection.prepareStatement(turn)) {
            statement.setString(1, store.value());
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return new Turn(result.getLong(1), instant(result, 2));
            }
        }
    }

    private void beginStore(Connection connection, StoreId store) throws SQLException {
        try {
            change(connection, begin, store);
        } catch (SQLException e) {
            if (dialect.duplicateKey(e)) {
                throw new BegunMeanwhile(e);
            }
            throw e;
        }
    }

    private static int change(Connection connection, String sql, StoreId store) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, store.value());
            return statement.executeUpdate();
        }
    }

    Optional<Committed> find(Connection connection, StoreId store, CommitId id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(find)) {
            statement.setString(1, store.value());
            statement.setString(2, id.value());
            try (ResultSet result = statement.executeQuery()) {
                return result.next()
                        ? Optional.of(
                                new Committed(CommitId.of(result.getString(2)), result.getLong(1), instant(result, 3)))
                        : Optional.empty();
            }
        }
    }

    void record(Connection connection, StoreId store, Committed committed) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(record)) {
            statement.setString(1, store.value());
            statement.setLong(2, committed.number());
            statement.setString(3, committed.id().value());
            dialect.bind(statement, 4, committed.at());
            statement.executeUpdate();
        }
    }

    /** The next stores that have commits, in order. */
    List<StoreId> stores(Connection connection, String after, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(stores)) {
            statement.setString(1, after);
            statement.setInt(2, limit);
            List<StoreId> found = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    found.add(StoreId.of(result.getString(1)));
                }
            }
            return found;
        }
    }

    /** The database's own time. */
    Instant now(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT " + dialect.now());
                ResultSet result = statement.executeQuery()) {
            result.next();
            return instant(result, 1);
        }
    }

    private Instant instant(ResultSet result, int at) throws SQLException {
        return requireNonNull(dialect.instant(result, at), "instant").truncatedTo(ChronoUnit.MICROS);
    }
}
