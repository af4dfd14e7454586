package io.storeops.adapter.jdbc;

import io.storeops.id.StoreId;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * What a developer writes by hand for one table: a lean one of nine columns, or one that keeps the same cells as the storage's
 * (revision, commit number and scale too).
 */
final class HandWritten implements FigureKeeper {
    private static final int BATCH = 1000;

    private final DataSource source;
    private final boolean sameCells;
    private final boolean copies;
    private final String table;
    private final String columns;
    private final String day;

    HandWritten(DataSource source, boolean sameCells, boolean copies) throws SQLException {
        this.source = source;
        this.copies = copies;
        this.sameCells = sameCells;
        this.table = sameCells ? "storeops_hand" : "hand_lean";
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            SqlNames names = SqlNames.of(connection.getMetaData());
            this.day = names.quoted("day");
            this.columns = "store_id, " + day + ", kind, item, slot, version, amount, observed, arrived"
                    + (sameCells ? ", _amount_scale, _revision, _commit_number" : "");
            TableShape shape = TableShape.of(Figure.TABLE);
            String definition = sameCells
                    ? new Definitions(Dialects.of(connection.getMetaData()), names)
                            .of(new TableShape(table, shape.columns(), shape.key(), shape.indexes()))
                            .get(0)
                    : "create table hand_lean (store_id varchar not null, " + day + " date not null,"
                            + " kind varchar not null, item varchar not null, slot bigint not null,"
                            + " version bigint not null, amount numeric(20, 2) not null,"
                            + " observed timestamp(6) with time zone not null,"
                            + " arrived timestamp(6) with time zone not null,"
                            + " primary key (store_id, " + day + ", kind, item, slot, version))";
            statement.execute(definition);
        }
    }

    @Override
    public void append(List<Figure> day) throws SQLException, IOException {
        if (copies) {
            copy(day);
        } else {
            batch(day);
        }
    }

    private void batch(List<Figure> figures) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement("insert into " + table + " (" + columns
                    + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?" + (sameCells ? ", ?, 1, ?" : "") + ")")) {
                int waiting = 0;
                for (Figure figure : figures) {
                    statement.setString(1, figure.store().value());
                    statement.setObject(2, figure.day());
                    statement.setString(3, figure.kind());
                    statement.setString(4, figure.item());
                    statement.setLong(5, figure.slot());
                    statement.setLong(6, figure.version());
                    statement.setBigDecimal(7, figure.value());
                    statement.setObject(8, figure.observed().atOffset(ZoneOffset.UTC));
                    statement.setObject(9, figure.arrived().atOffset(ZoneOffset.UTC));
                    if (sameCells) {
                        statement.setLong(10, figure.value().scale());
                        statement.setLong(11, 1);
                    }
                    statement.addBatch();
                    if (++waiting % BATCH == 0) {
                        statement.executeBatch();
                    }
                }
                statement.executeBatch();
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private void copy(List<Figure> figures) throws SQLException, IOException {
        StringBuilder text = new StringBuilder();
        for (Figure figure : figures) {
            text.append(figure.store()).append('\t');
            text.append(figure.day()).append('\t');
            text.append(figure.kind()).append('\t');
            text.append(figure.item()).append('\t');
            text.append(figure.slot()).append('\t');
            text.append(figure.version()).append('\t');
            text.append(figure.value()).append('\t');
            text.append(figure.observed()).append('\t');
            text.append(figure.arrived());
            if (sameCells) {
                text.append('\t').append(figure.value().scale()).append("\t1\t1");
            }
            text.append('\n');
        }
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " (" + columns + ") from stdin", new StringReader(text.toString()));
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    @Override
    public List<Figure> day(StoreId store, LocalDate day) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement("select " + columns + " from " + table
                        + " where store_id = ? and " + this.day + " = ? order by store_id, " + this.day
                        + ", kind, item, slot, version")) {
            statement.setString(1, store.value());
            statement.setObject(2, day);
            List<Figure> found = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    BigDecimal value = result.getBigDecimal(7);
                    found.add(new Figure(
                            StoreId.of(result.getString(1)),
                            result.getObject(2, LocalDate.class),
                            result.getString(3),
                            result.getString(4),
                            result.getLong(5),
                            result.getLong(6),
                            sameCells ? value.setScale(result.getInt(10)) : value,
                            result.getObject(8, OffsetDateTime.class).toInstant(),
                            result.getObject(9, OffsetDateTime.class).toInstant()));
                }
            }
            return found;
        }
    }
}
