package io.storeops.adapter.jdbc;

import io.storeops.storage.Changes;
import io.storeops.storage.Committed;
import io.storeops.storage.DuplicateCommitException;
import io.storeops.storage.Key;
import io.storeops.storage.Row;
import io.storeops.storage.StaleWriteException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The statements of one commit, all but the last word: the caller commits or rolls back. Used once by one thread. */
final class CommitRun {
    private final Connection connection;
    private final Changes changes;
    private final Ledger ledger;
    private final Tables tables;

    CommitRun(Connection connection, Changes changes, Ledger ledger, Tables tables) {
        this.connection = connection;
        this.changes = changes;
        this.ledger = ledger;
        this.tables = tables;
    }

    /**
     * Takes the store's turn and makes the changes in order, each seeing those before it.
     *
     * @return the receipt, good once the transaction is committed
     * @throws StaleWriteException if a row is not at the revision relied on
     * @throws DuplicateCommitException if the store has a commit of this id
     */
    Committed run() throws SQLException {
        Ledger.Turn turn = ledger.take(connection, changes.store());
        Optional<Committed> first = ledger.find(connection, changes.store(), changes.id());
        if (first.isPresent()) {
            throw new DuplicateCommitException(changes.store(), first.get());
        }
        InsertBatch inserts = new InsertBatch(connection, tables.dialect(), turn.number());
        for (Changes.Change<?> change : changes.list()) {
            make(change, turn.number(), inserts);
        }
        inserts.flush();
        Committed committed = new Committed(changes.id(), turn.number(), turn.at());
        ledger.record(connection, changes.store(), committed);
        return committed;
    }

    private void make(Changes.Change<?> change, long number, InsertBatch inserts) throws SQLException {
        TableSql sql = tables.get(change.table());
        if (change instanceof Changes.Insert<?> insert) {
            inserts.add(sql, insert.row());
            return;
        }
        inserts.flush();
        if (change instanceof Changes.Replace<?> replace) {
            replace(sql, replace, number);
        } else if (change instanceof Changes.Unchanged<?> unchanged) {
            expect(sql, unchanged.key(), unchanged.revision());
        } else if (change instanceof Changes.Redact<?> redact) {
            redact(sql, redact, number);
        } else if (change instanceof Changes.Link<?> link) {
            inserts.add(sql, link.rowAfter(last(sql)));
        }
    }

    private void replace(TableSql sql, Changes.Replace<?> replace, long number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.replace())) {
            sql.bindReplace(statement, replace.row(), number, replace.revision());
            if (statement.executeUpdate() == 0) {
                Key key = replace.table().keyOf(replace.row());
                throw new StaleWriteException(replace.table(), key, replace.revision(), revision(connection, sql, key));
            }
        }
    }

    private void redact(TableSql sql, Changes.Redact<?> redact, long number) throws SQLException {
        SqlText text = sql.redact(redact.key(), redact.columns(), number);
        try (PreparedStatement statement = text.prepare(connection)) {
            if (statement.executeUpdate() == 0) {
                throw new StaleWriteException(redact.table(), redact.key(), 1, 0);
            }
        }
    }

    private void expect(TableSql sql, Key key, long expected) throws SQLException {
        long found = revision(connection, sql, key);
        if (found != expected) {
            throw new StaleWriteException(sql.table(), key, expected, found);
        }
    }

    private Optional<Row> last(TableSql sql) throws SQLException {
        try (PreparedStatement statement = sql.last(changes.store()).prepare(connection);
                ResultSet result = statement.executeQuery()) {
            return result.next() ? Optional.of(sql.reader().read(result)) : Optional.empty();
        }
    }

    /** The revision of a row as this transaction sees it, 0 if there is none. */
    static long revision(Connection connection, TableSql sql, Key key) throws SQLException {
        try (PreparedStatement statement = sql.revision(key).prepare(connection);
                ResultSet result = statement.executeQuery()) {
            return result.next() ? result.getLong(1) : 0;
        }
    }
}
