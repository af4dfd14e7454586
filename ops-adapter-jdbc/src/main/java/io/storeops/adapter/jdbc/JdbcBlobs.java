package io.storeops.adapter.jdbc;

import io.storeops.failure.FaultKind;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.storage.Blobs;
import io.storeops.storage.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The bytes of evidence in a table of the adapter's own, one transaction a call. Thread-safe. */
final class JdbcBlobs implements Blobs {
    private final Database database;
    private final String insert;
    private final String restore;
    private final String find;
    private final String erase;

    JdbcBlobs(Database database) {
        this.database = database;
        SqlNames names = database.names();
        String table = names.quoted(TableShape.BLOBS);
        String content = names.quoted("content");
        String key = " WHERE " + names.each(List.of("store_id", "sha256"), " = ?", " AND ");
        this.insert = "INSERT INTO " + table + " (" + content + ", "
                + names.each(List.of("store_id", "sha256"), "", ", ") + ") VALUES (?, ?, ?)";
        this.restore = "UPDATE " + table + " SET " + content + " = ?" + key;
        this.find = "SELECT " + content + " FROM " + table + key;
        this.erase = "DELETE FROM " + table + key;
    }

    @Override
    public Sha256 put(StoreId store, byte[] content) {
        byte[] kept = content.clone();
        Sha256 sha256 = Sha256.of(kept);
        database.write("keep evidence " + sha256 + " of store " + store, kept.length, connection -> {
            Optional<byte[]> found = content(connection, store, sha256);
            if (found.isEmpty()) {
                run(connection, insert, kept, store, sha256);
            } else if (!Arrays.equals(found.get(), kept)) {
                run(connection, restore, kept, store, sha256);
            }
        });
        return sha256;
    }

    private static void run(Connection connection, String sql, byte[] content, StoreId store, Sha256 sha256)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, content);
            statement.setString(2, store.value());
            statement.setString(3, sha256.hex());
            statement.executeUpdate();
        }
    }

    @Override
    public Optional<byte[]> find(StoreId store, Sha256 sha256) {
        String what = "read evidence " + sha256 + " of store " + store;
        Optional<byte[]> found = database.read(what, connection -> content(connection, store, sha256));
        if (found.isPresent() && !Sha256.of(found.get()).equals(sha256)) {
            throw new StorageException(
                    FaultKind.INVALID,
                    "Evidence " + sha256 + " of store " + store + " was changed outside: table " + TableShape.BLOBS
                            + " has other bytes under that name. Put the original content again, or restore a backup");
        }
        return found;
    }

    private Optional<byte[]> content(Connection connection, StoreId store, Sha256 sha256) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(find)) {
            statement.setString(1, store.value());
            statement.setString(2, sha256.hex());
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.of(result.getBytes(1)) : Optional.empty();
            }
        }
    }

    @Override
    public void erase(StoreId store, Sha256 sha256) {
        database.write("erase evidence " + sha256 + " of store " + store, 0, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(erase)) {
                statement.setString(1, store.value());
                statement.setString(2, sha256.hex());
                statement.executeUpdate();
            }
        });
    }
}
