package io.storeops.adapter.jdbc;

import io.storeops.adapter.jdbc.connect.SqlFaults;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.storage.Blobs;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.CommitUnknownException;
import io.storeops.storage.Committed;
import io.storeops.storage.Cursor;
import io.storeops.storage.Key;
import io.storeops.storage.Page;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.Storage;
import io.storeops.storage.StorageException;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * A storage in a database. Every declared table is a typed SQL table {@code storeops_<name>} that the embedder's own SQL can
 * read and join; only this class writes to it. Thread-safe; several processes can share the database.
 *
 * <p>Each call borrows one connection and puts it back as it was; a scan keeps its connection until closed, so a pool needs
 * more connections than scans that are open at once. Commits of one store wait for each other in the database; a commit that
 * the database undid (deadlock, lock timeout) is begun again up to four times, so the function of a link can run more than
 * once.
 *
 * <p><b>Whose transaction.</b> {@link #on} takes connections whose auto-commit is on, and each call is a transaction of its
 * own. A connection whose auto-commit is off is in somebody else's transaction, and is refused; {@link #joining} works inside
 * it.
 *
 * <p><b>Durability</b> is the database's. H2 writes a commit to its file after up to half a second unless the URL says
 * {@code WRITE_DELAY=0}, and a killed process loses what was not written.
 *
 * <p><b>Exceptions.</b> Those of {@link Storage}. A {@link StorageException} names the SQLState; the driver's own words,
 * which can hold values of rows, are only in its cause.
 *
 * <pre>{@code
 * Storage storage = JdbcStorage.on(dataSource, tables);
 * }</pre>
 */
public final class JdbcStorage implements Storage {
    private final Database database;
    private final JdbcBlobs blobs;
    private final Consumer<Runnable> afterHostsCommit;
    private final Runnable atClose;

    private JdbcStorage(Database database, Consumer<Runnable> afterHostsCommit, Runnable atClose) {
        this.database = database;
        this.blobs = new JdbcBlobs(database);
        this.afterHostsCommit = afterHostsCommit;
        this.atClose = atClose;
    }

    /**
     * The storage in the database of a DataSource. Creates the tables and indexes that are missing.
     *
     * @param source where connections come from; stays the caller's, also after {@link #close}
     * @param tables every table that will be used
     * @return the storage
     * @throws IllegalArgumentException if two tables have one name, or the adapter does not speak to such a database
     * @throws StorageException if the database cannot be reached, or has a table of such a name with other columns
     */
    public static JdbcStorage on(DataSource source, Collection<Table<?>> tables) {
        return on(source::getConnection, tables, () -> {});
    }

    /**
     * The storage in the database of a host that has transactions of its own. On a connection whose auto-commit is off it
     * works inside the host's transaction, which the host commits or rolls back, and with it what was done here; a call that
     * fails there is undone to where it began. On any other connection it is as {@link #on}. A host's transaction must be at
     * isolation READ COMMITTED, keeps a store's turn until it ends, and is to be rolled back and repeated as a whole if the
     * database undid it. Opened outside of a transaction: definitions would end it.
     *
     * <p>In Spring, the source is a {@code TransactionAwareDataSourceProxy}, and the hook registers a synchronization:
     *
     * <pre>{@code
     * JdbcStorage.joining(proxy, StoreOps.tables(), next -> registerSynchronization(new TransactionSynchronization() {
     *     public void afterCompletion(int status) {
     *         if (status == STATUS_COMMITTED) {
     *             executor.execute(next);
     *         }
     *     }
     * }));
     * }</pre>
     *
     * @param source gives the connection of the host's transaction to whoever is in one
     * @param tables every table that will be used
     * @param afterHostsCommit takes, within a host's transaction, what may happen only when it is committed, as sending
     *     messages; to be run once, after that commit, where no transaction is open; to be dropped at a rollback
     * @return the storage
     * @throws IllegalArgumentException if two tables have one name, or the adapter does not speak to such a database
     * @throws StorageException if the database cannot be reached, has a table of such a name with other columns, or a
     *     transaction is open
     */
    public static JdbcStorage joining(
            DataSource source, Collection<Table<?>> tables, Consumer<Runnable> afterHostsCommit) {
        Database opened = Database.open(new ClosableSource(source::getConnection, false), List.copyOf(tables));
        ClosableSource joining = new ClosableSource(source::getConnection, true);
        return new JdbcStorage(opened.through(joining), afterHostsCommit, joining::close);
    }

    /**
     * The SQL that defines everything a storage needs, for whoever runs definitions himself. A database that has it is only
     * read when the storage is opened.
     *
     * @param product the database: "H2", "PostgreSQL", "MariaDB" or "MySQL", in whatever case
     * @param tables every table that will be used
     * @return statements, each with a semicolon at the end of its line; they can be repeated
     * @throws IllegalArgumentException if the adapter does not speak to such a database
     */
    public static String schema(String product, Collection<Table<?>> tables) {
        return Script.all(
                Dialects.named(product), tables.stream().map(TableShape::of).toList());
    }

    static JdbcStorage on(ConnectionSource source, Collection<Table<?>> tables, Runnable atClose) {
        ClosableSource closable = new ClosableSource(source, false);
        Database database = Database.open(closable, List.copyOf(tables));
        return new JdbcStorage(database, Runnable::run, () -> {
            closable.close();
            atClose.run();
        });
    }

    @Override
    public <R> Optional<Versioned<R>> find(Table<R> table, Key key) {
        TableSql sql = database.tables().get(table);
        SqlText text = sql.find(key);
        return database.read("read table " + table.name(), connection -> {
            try (PreparedStatement statement = text.prepare(connection);
                    ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.of(sql.reader().versioned(table, result)) : Optional.empty();
            }
        });
    }

    @Override
    public <R> Page<Versioned<R>> select(Query<R> query) {
        TableSql sql = database.tables().get(query.table());
        SqlText text = sql.page(query);
        return database.read("read table " + query.table().name() + " of store " + query.store(), connection -> {
            try (PreparedStatement statement = text.prepare(connection);
                    ResultSet result = statement.executeQuery()) {
                return page(query, sql.reader(query), result);
            }
        });
    }

    private static <R> Page<Versioned<R>> page(Query<R> query, RowReader reader, ResultSet result) throws SQLException {
        List<Versioned<R>> items = new ArrayList<>();
        Optional<Cursor> end = Optional.empty();
        while (result.next()) {
            if (items.size() == query.limit()) {
                return new Page<>(items, end);
            }
            items.add(reader.versioned(query.table(), result));
            if (items.size() == query.limit()) {
                end = Optional.of(query.cursorAfter(reader.read(result)));
            }
        }
        return new Page<>(items, Optional.empty());
    }

    @Override
    public <R> Scan<Versioned<R>> scan(Query<R> query) {
        return JdbcScan.begin(query, database.tables().get(query.table()), database.source());
    }

    @Override
    public Committed commit(Changes changes) {
        changes.list().forEach(change -> database.tables().get(change.table()));
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(changes);
            } catch (SQLException e) {
                boolean again = e instanceof Ledger.BegunMeanwhile || (SqlFaults.undone(e) && !joined());
                if (attempt == Database.ATTEMPTS || !again) {
                    throw database.told(
                            "make commit " + changes.id() + " of store " + changes.store(), e, () -> size(changes));
                }
            }
        }
    }

    /** About how many bytes the texts of a commit take. */
    private static long size(Changes changes) {
        return changes.list().stream()
                .map(change -> change instanceof Changes.Insert<?> insert
                        ? insert.row()
                        : change instanceof Changes.Replace<?> replace ? replace.row() : null)
                .filter(Objects::nonNull)
                .flatMap(row -> row.values().stream())
                .filter(value -> value instanceof String || value instanceof Json)
                .mapToLong(value -> value.toString().length())
                .sum();
    }

    /** What the database undid may be all that the host did before, which only the host can repeat. */
    private boolean joined() {
        try {
            return database.source().joined();
        } catch (SQLException e) {
            return true;
        }
    }

    private Committed attempt(Changes changes) throws SQLException {
        try (Transaction transaction = Transaction.begin(database.source(), database.turn())) {
            Committed committed =
                    new CommitRun(transaction.connection(), changes, database.ledger(), database.tables()).run();
            try {
                transaction.commit();
            } catch (SQLException e) {
                if (transaction.joined() || SqlFailure.rolledBack(e)) {
                    throw e;
                }
                throw new CommitUnknownException(changes.store(), changes.id(), e);
            } catch (RuntimeException e) {
                throw new CommitUnknownException(changes.store(), changes.id(), e);
            }
            return committed;
        }
    }

    @Override
    public void afterCommit(Runnable next) {
        boolean joined;
        try {
            joined = database.source().joined();
        } catch (SQLException e) {
            throw SqlFailure.of("tell whether a transaction of the host is open", e);
        }
        if (joined) {
            afterHostsCommit.accept(next);
        } else {
            next.run();
        }
    }

    @Override
    public Optional<Committed> committed(StoreId store, CommitId id) {
        return database.read(
                "look up commit " + id + " of store " + store,
                connection -> database.ledger().find(connection, store, id));
    }

    @Override
    public Instant now(StoreId store) {
        return database.read("tell its time", database.ledger()::now);
    }

    @Override
    public Page<StoreId> stores(Optional<Cursor> after) {
        String position = after.map(cursor -> StoreId.of(cursor.text()).value()).orElse("");
        List<StoreId> found = database.read(
                "list its stores",
                connection -> database.ledger().stores(connection, position, Query.DEFAULT_LIMIT + 1));
        if (found.size() <= Query.DEFAULT_LIMIT) {
            return new Page<>(found, Optional.empty());
        }
        List<StoreId> page = found.subList(0, Query.DEFAULT_LIMIT);
        return new Page<>(page, Optional.of(new Cursor(page.get(page.size() - 1).value())));
    }

    @Override
    public Optional<Blobs> blobs() {
        database.source().refuseIfClosed();
        return Optional.of(blobs);
    }

    /** Releases what the storage opened itself; a DataSource that was passed in stays open. */
    @Override
    public void close() {
        atClose.run();
    }
}
