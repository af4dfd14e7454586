package io.storeops.adapter.jdbc;

import io.storeops.failure.FaultKind;
import io.storeops.id.Sha256;
import io.storeops.storage.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings a database to the tables that this version needs. Who finds something missing locks one row of the history, so that
 * of many who start at once one migrates, and the others find nothing left to do. A start that was killed half-way is
 * finished by the next one. Where definitions are part of a transaction, a migration is wholly there or not at all.
 */
final class Migrator {
    /** The name of the history's row 0. */
    private static final String LOCK = "lock";

    private final ConnectionSource source;
    private final Definitions definitions;
    private final List<Script> scripts;
    private final String migrations;

    Migrator(ConnectionSource source, Definitions definitions) {
        this.source = source;
        this.definitions = definitions;
        this.scripts = Script.of(definitions.dialect());
        this.migrations = definitions.names().quoted(TableShape.MIGRATIONS);
    }

    /**
     * Brings the tables in.
     *
     * @param declared the declared tables
     * @throws StorageException if a table that is there differs, or a script was applied with another text
     */
    void migrate(List<TableShape> declared) throws SQLException {
        List<TableShape> all = new ArrayList<>(TableShape.ownTables());
        all.addAll(declared);
        try (Transaction transaction = Transaction.begin(source)) {
            Connection connection = transaction.connection();
            definitions.dialect().refuseUnfit(connection);
            Schema schema = new Schema(connection, definitions);
            Map<String, String> history = schema.has(all.get(0)) ? history(connection) : Map.of();
            boolean begun = history.containsKey(LOCK);
            if (begun && complete(schema, history, all)) {
                return;
            }
            if (!begun) {
                run(connection, scripts.get(0).statements());
                transaction.commit();
            }
        }
        migrateAlone(all);
    }

    private boolean complete(Schema schema, Map<String, String> history, List<TableShape> tables) throws SQLException {
        refuseOtherTexts(history);
        try {
            return missing(schema, tables).isEmpty();
        } catch (StorageException e) {
            // What differs may be half made by somebody else just now, or what a numbered script is about to mend:
            // whoever has the lock looks again, and refuses.
            return false;
        }
    }

    private static Map<TableShape, List<String>> missing(Schema schema, List<TableShape> tables) throws SQLException {
        Map<TableShape, List<String>> missing = new LinkedHashMap<>();
        for (TableShape table : tables) {
            List<String> statements = schema.missing(table);
            if (!statements.isEmpty()) {
                missing.put(table, statements);
            }
        }
        return missing;
    }

    private void migrateAlone(List<TableShape> tables) throws SQLException {
        try (Transaction lock = Transaction.begin(source)) {
            lockRow(lock.connection());
            if (definitions.dialect().definesInTransactions()) {
                migrate(lock.connection(), tables);
                lock.commit();
            } else {
                // A definition would end the transaction that holds the lock.
                try (Transaction own = Transaction.begin(source)) {
                    migrate(own.connection(), tables);
                    own.commit();
                }
            }
        }
    }

    private void lockRow(Connection connection) throws SQLException {
        String sql = "SELECT " + number() + " FROM " + migrations + " WHERE " + number() + " = 0 FOR UPDATE";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet result = statement.executeQuery()) {
            if (!result.next()) {
                throw new SQLTransactionRollbackException("The history has no row to lock any more", "40001");
            }
        }
    }

    private String number() {
        return definitions.names().quoted("number");
    }

    private void migrate(Connection connection, List<TableShape> tables) throws SQLException {
        Map<String, String> history = history(connection);
        refuseOtherTexts(history);
        for (Script script : scripts) {
            if (!history.containsKey(script.name())) {
                run(connection, script.statements());
                record(connection, script.name(), script.checksum());
            }
        }
        for (Map.Entry<TableShape, List<String>> table :
                missing(new Schema(connection, definitions), tables).entrySet()) {
            run(connection, table.getValue());
            record(connection, table.getKey().name(), Script.checksum(table.getValue()));
        }
    }

    private void refuseOtherTexts(Map<String, String> history) {
        for (Script script : scripts) {
            String expected = script.checksum().hex();
            String applied = history.getOrDefault(script.name(), expected);
            if (!applied.equals(expected)) {
                throw new StorageException(
                        FaultKind.INVALID,
                        "Script " + script.name() + " was applied to this database with another text (SHA-256 "
                                + applied
                                + ", here " + expected
                                + "). Use the version of the program that made the database, or a newer one");
            }
        }
    }

    private Map<String, String> history(Connection connection) throws SQLException {
        Map<String, String> found = new HashMap<>();
        String sql = "SELECT " + definitions.names().each(List.of("name", "checksum"), "", ", ") + " FROM " + migrations
                + " ORDER BY " + number();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                found.put(result.getString(1), result.getString(2));
            }
        }
        return found;
    }

    private void record(Connection connection, String name, Sha256 checksum) throws SQLException {
        String sql = "INSERT INTO " + migrations + " ("
                + definitions.names().each(List.of("number", "name", "checksum", "applied_at"), "", ", ")
                + ") SELECT MAX(" + number() + ") + 1, ?, ?, "
                + definitions.dialect().now() + " FROM " + migrations;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            statement.setString(2, checksum.hex());
            statement.executeUpdate();
        }
    }

    private static void run(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
