package io.storeops.adapter.jdbc.marketplace;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A function of H2 that writes while it is read. Public, because H2 calls it. */
public final class Spoiler {
    private Spoiler() {}

    /** Called with the connection of the statement. */
    public static int spoil(Connection connection, int number) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("UPDATE local SET amount = 0");
            return number;
        }
    }
}
