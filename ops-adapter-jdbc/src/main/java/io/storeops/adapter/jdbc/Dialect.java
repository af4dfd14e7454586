package io.storeops.adapter.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What differs between databases: types, the clock, definitions, how a duplicate key is reported. What most do alike stands
 * here; a database is a subclass that overrides what it does otherwise. Immutable.
 */
abstract class Dialect {
    /** How many digits a decimal may have on either side of the point. */
    static final int MOST_DIGITS = 1000;

    private final String product;

    Dialect(String product) {
        this.product = product;
    }

    /** The product's name, as in "PostgreSQL". */
    final String product() {
        return product;
    }

    /** How names are written in a database of this kind that nobody configured otherwise. */
    abstract SqlNames names();

    /**
     * The column type that keeps every value of a type exactly and in order.
     *
     * @param type what is kept
     * @param together how many texts the table's longest index has, for databases that bound an index
     */
    abstract String type(SqlType type, int together);

    /**
     * The type of an existing column, written as {@link #type} writes it; a type that would round or refuse values of ours
     * is written otherwise.
     *
     * @param name the type's name as the driver reports it
     * @param size the precision or length
     * @param digits the decimals or fractional seconds
     * @return the type
     */
    abstract String reported(String name, int size, int digits);

    /** The database's own time when the statement runs, for {@link #instant}. */
    abstract String now();

    /** How many digits a decimal may have before its point. */
    int integerDigits() {
        return MOST_DIGITS;
    }

    /** How many digits a decimal may have after its point. */
    int decimals() {
        return MOST_DIGITS;
    }

    /** Whether a decimal comes back with the scale it was kept with, so that the column beside it need not be read. */
    boolean keepsScales() {
        return false;
    }

    /** Binds a point in time. */
    void bind(PreparedStatement statement, int at, Instant value) throws SQLException {
        statement.setObject(at, OffsetDateTime.ofInstant(value, ZoneOffset.UTC));
    }

    /** Reads a point in time. */
    @Nullable
    Instant instant(ResultSet result, int at) throws SQLException {
        OffsetDateTime value = result.getObject(at, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** Reads a date. */
    @Nullable
    LocalDate date(ResultSet result, int at) throws SQLException {
        return result.getObject(at, LocalDate.class);
    }

    /** Whether a table's comments and indexes are part of its definition rather than statements of their own. */
    boolean definesAtOnce() {
        return false;
    }

    /** What stands behind the columns of a table's definition. */
    String tableOptions() {
        return "";
    }

    /**
     * The statement that writes the comment of an existing column.
     *
     * @param table the table, quoted
     * @param column the column, quoted
     * @param definition its type and whether it may be null
     * @param comment the comment
     */
    String comment(String table, String column, String definition, String comment) {
        return "COMMENT ON COLUMN " + table + "." + column + " IS " + SqlNames.literal(comment);
    }

    /** Whether definitions are part of the transaction, so that a script that fails leaves nothing behind. */
    boolean definesInTransactions() {
        return false;
    }

    /** Whether writing transactions of one process must not overlap, not even those of different stores. */
    boolean commitsOneByOne() {
        return false;
    }

    /**
     * Refuses a database in which pages would skip rows or values would change.
     *
     * @throws io.storeops.storage.StorageException if it is one
     */
    void refuseUnfit(Connection connection) throws SQLException {}

    /** How many bytes the server takes at once, if it has such a bound. */
    OptionalLong largestPacket(Connection connection) throws SQLException {
        return OptionalLong.empty();
    }

    /**
     * What the embedder should know of how the connections come.
     *
     * @throws io.storeops.storage.StorageException if nothing would last
     */
    Optional<String> remark(ConnectionSource source) throws SQLException {
        return Optional.empty();
    }

    /** A faster way to insert many rows, if the connection has one. */
    @Nullable
    BulkInsert bulkInsert(Connection connection) throws SQLException {
        return null;
    }

    /** Whether a statement failed because its key exists. */
    boolean duplicateKey(SQLException failure) {
        return "23505".equals(failure.getSQLState());
    }

    /** Whether a definition failed because somebody else made the same table or index in the same moment. */
    boolean createdMeanwhile(SQLException failure) {
        return Set.of("42S01", "42S11", "23505").contains(String.valueOf(failure.getSQLState()));
    }

    @Override
    public final String toString() {
        return product;
    }
}
