package io.storeops.adapter.jdbc;

import io.storeops.id.StoreId;
import java.io.IOException;
import java.io.StringReader;
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

/** What a developer writes by hand for one table, without revisions, receipts or scales. */
final class HandWritten {
    private static final int BATCH = 1000;
    private static final String COLUMNS = "store_id, day, kind, item, slot, version, amount, observed, arrived";

    private final DataSource source;

    HandWritten(DataSource source) throws SQLException {
        this.source = source;
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table hand_figure (store_id varchar not null, day_ date not null,"
                            .replace("day_", day(connection))
                    + " kind varchar not null, item varchar not null, slot bigint not null, version bigint not null,"
                    + " amount numeric(20, 2) not null, observed timestamp(6) with time zone not null,"
                    + " arrived timestamp(6) with time zone not null, primary key (store_id, " + day(connection)
                    + ", kind, item, slot, version))");
        }
    }

    /** A word of SQL in H2. */
    private static String day(Connection connection) throws SQLException {
        return SqlNames.of(connection.getMetaData()).quoted("day");
    }

    private static String columns(Connection connection) throws SQLException {
        return COLUMNS.replace("day", day(connection));
    }

    void batch(List<Figure> figures) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(
                    "insert into hand_figure (" + columns(connection) + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
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

    void copy(List<Figure> figures) throws SQLException, IOException {
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
            text.append(figure.arrived()).append('\n');
        }
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy hand_figure (" + columns(connection) + ") from stdin",
                            new StringReader(text.toString()));
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    List<Figure> day(StoreId store, LocalDate day) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement("select " + columns(connection)
                        + " from hand_figure where store_id = ? and " + day(connection)
                        + " = ? order by store_id, " + day(connection) + ", kind, item, slot, version")) {
            statement.setString(1, store.value());
            statement.setObject(2, day);
            List<Figure> found = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    found.add(new Figure(
                            StoreId.of(result.getString(1)),
                            result.getObject(2, LocalDate.class),
                            result.getString(3),
                            result.getString(4),
                            result.getLong(5),
                            result.getLong(6),
                            result.getBigDecimal(7),
                            result.getObject(8, OffsetDateTime.class).toInstant(),
                            result.getObject(9, OffsetDateTime.class).toInstant()));
                }
            }
            return found;
        }
    }
}
