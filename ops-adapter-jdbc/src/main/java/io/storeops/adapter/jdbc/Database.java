package io.storeops.adapter.jdbc;

import io.storeops.adapter.jdbc.connect.SqlFaults;
import io.storeops.failure.FaultKind;
import io.storeops.storage.StorageException;
import io.storeops.storage.Table;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database that has the tables, with the statements for them. Thread-safe.
 *
 * @param source where connections come from
 * @param dialect what is particular to the database
 * @param names how it writes names
 * @param tables the declared tables
 * @param ledger the adapter's own tables
 * @param turn whose turn it is to write
 */
record Database(ConnectionSource source, Dialect dialect, SqlNames names, Tables tables, Ledger ledger, Turn turn) {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    /** How often work is begun that the database undid for no fault of its own. */
    static final int ATTEMPTS = 5;

    /** How often a start waits for another one that migrates, each time as long as the database waits for a lock. */
    private static final int STARTS = 60;

    /** How much of a packet is not what is to be kept. */
    private static final int OVERHEAD = 4096;

    /** What is smaller than this is no reason to ask for the server's bound. */
    private static final int SMALLEST_PACKET = 1 << 16;

    /** Something to do on a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Brings the tables into the database.
     *
     * @throws IllegalArgumentException if two tables have one name, or the adapter does not speak to such a database
     * @throws StorageException if the database cannot be reached, or has other tables of these names
     */
    static Database open(ConnectionSource source, Collection<Table<?>> declared) {
        refuseTwins(declared);
        Definitions definitions = definitions(source);
        for (int attempt = 1; ; attempt++) {
            try {
                new Migrator(source, definitions)
                        .migrate(declared.stream().map(TableShape::of).toList());
                return of(source, definitions, declared);
            } catch (SQLException e) {
                boolean meanwhile = SqlFaults.undone(e) || definitions.dialect().createdMeanwhile(e);
                if (attempt == STARTS || !meanwhile) {
                    throw SqlFailure.of("be opened as a storage", e);
                }
            }
        }
    }

    private static Definitions definitions(ConnectionSource source) {
        try {
            Definitions definitions;
            try (Connection connection = source.open()) {
                DatabaseMetaData database = connection.getMetaData();
                definitions = new Definitions(Dialects.of(database), SqlNames.of(database));
            }
            definitions.dialect().remark(source).ifPresent(LOG::warn);
            return definitions;
        } catch (SQLException e) {
            throw SqlFailure.of("be opened as a storage", e);
        }
    }

    private static Database of(ConnectionSource source, Definitions definitions, Collection<Table<?>> declared) {
        Dialect dialect = definitions.dialect();
        SqlNames names = definitions.names();
        return new Database(
                source,
                dialect,
                names,
                Tables.of(declared, dialect, names),
                new Ledger(dialect, names),
                Turn.of(dialect));
    }

    /** The same database, through other connections. */
    Database through(ConnectionSource other) {
        return new Database(other, dialect, names, tables, ledger, turn);
    }

    private static void refuseTwins(Collection<Table<?>> declared) {
        Map<String, Table<?>> known = new HashMap<>();
        for (Table<?> table : declared) {
            Table<?> twin = known.putIfAbsent(table.name(), table);
            if (twin != null && twin != table) {
                throw new IllegalArgumentException("Two declarations have the name " + table.name()
                        + ". A table is declared once, as a constant, and passed by that constant");
            }
        }
    }

    /** Something to change on a connection. */
    interface Change {
        void on(Connection connection) throws SQLException;
    }

    /**
     * What a failure means for whoever wrote something of a size. A server that is sent more than it takes breaks the
     * connection, and many a driver knows no more than that: a repeat could never succeed.
     */
    StorageException told(String what, SQLException failure, LongSupplier size) {
        StorageException told = SqlFailure.of(what, failure);
        if (told.kind() != FaultKind.TRANSIENT || size.getAsLong() < SMALLEST_PACKET) {
            return told;
        }
        try (Connection connection = source.open()) {
            OptionalLong most = dialect.largestPacket(connection);
            return most.isPresent() && size.getAsLong() >= most.getAsLong() - OVERHEAD
                    ? SqlFailure.ofPacket(what, failure)
                    : told;
        } catch (SQLException | StorageException e) {
            failure.addSuppressed(e);
            return told;
        }
    }

    /**
     * Changes something in one transaction that does no harm if it is made twice: it is begun again if the database undid
     * it, or if somebody else inserted the same key in the same moment.
     */
    void write(String what, long size, Change change) {
        for (int attempt = 1; ; attempt++) {
            boolean joined = false;
            try (Transaction transaction = Transaction.begin(source, turn)) {
                joined = transaction.joined();
                change.on(transaction.connection());
                transaction.commit();
                return;
            } catch (SQLException e) {
                boolean again = dialect.duplicateKey(e) || (SqlFaults.undone(e) && !joined);
                if (attempt == ATTEMPTS || !again) {
                    throw told(what, e, () -> size);
                }
            }
        }
    }

    /** Reads in one transaction. */
    <T> T read(String what, Work<T> work) {
        try (Transaction transaction = Transaction.begin(source)) {
            T found = work.on(transaction.connection());
            transaction.succeeded();
            return found;
        } catch (SQLException e) {
            throw SqlFailure.of(what, e);
        }
    }
}
