package io.storeops.adapter.jdbc;

import io.storeops.storage.ColumnType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A statement and the values it binds, grown together, so that their order cannot part. Not thread-safe. */
final class SqlText {
    private final Values values;
    private final StringBuilder text = new StringBuilder();
    private final List<Bound> bound = new ArrayList<>();

    private record Bound(ColumnType type, Object value) {}

    SqlText(Values values) {
        this.values = values;
    }

    /** Adds SQL, never a value. */
    SqlText add(String sql) {
        text.append(sql);
        return this;
    }

    /** Binds the value of the next question mark. */
    SqlText bind(ColumnType type, Object value) {
        bound.add(new Bound(type, value));
        return this;
    }

    /** The statement with all values bound, to be closed by the caller. */
    PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text.toString());
        try {
            for (int i = 0; i < bound.size(); i++) {
                values.bind(statement, i + 1, bound.get(i).type(), bound.get(i).value());
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }
}
