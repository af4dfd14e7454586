package io.storeops.adapter.jdbc.marketplace;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.storeops.Marketplace;
import io.storeops.StoreOps;
import io.storeops.adapter.jdbc.TestDatabase;
import io.storeops.adapter.jdbc.TestServer;
import io.storeops.calendar.SettableClock;
import io.storeops.calendar.SlotPlan;
import io.storeops.catalog.Store;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The tables of an ERP in an empty place of a server, and the marketplace that reads them. */
final class Erp implements AutoCloseable {
    static final Store SHANGHAI = Store.of("S1", "Asia/Shanghai", "CNY");
    static final SlotPlan PLAN = SlotPlan.ofHours(9, 21);
    static final Instant NOW = Instant.parse("2024-06-16T01:30:00Z");

    private final TestServer server;
    private final String url;
    private final Connection keeper;

    private Erp(TestServer server, String url, Connection keeper) {
        this.server = server;
        this.url = url;
        this.keeper = keeper;
    }

    static Erp on(TestServer server) {
        try {
            String url = server == TestServer.H2
                    ? "jdbc:h2:mem:erp-" + UUID.randomUUID()
                    : TestDatabase.urlOfNewPlace(server);
            Erp erp = new Erp(server, url, DriverManager.getConnection(url));
            return server == TestServer.MARIADB ? erp.run("ALTER DATABASE CHARACTER SET utf8mb4") : erp;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    TestServer server() {
        return server;
    }

    /** Runs statements, one a line or more that end with a semicolon; TIME and INSTANT are what the server calls the types. */
    Erp run(String statements) {
        String text = statements
                .replace(" TIME0", server == TestServer.MARIADB ? " DATETIME(6)" : " TIMESTAMP(6)")
                .replace(
                        " INSTANT0",
                        server == TestServer.MARIADB ? " TIMESTAMP(6) NULL" : " TIMESTAMP(6) WITH TIME ZONE");
        try (Statement statement = keeper.createStatement()) {
            for (String one : text.split(";\\s*\\R|;\\s*$")) {
                if (!one.isBlank()) {
                    statement.execute(one);
                }
            }
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first value of a query. */
    String value(String query) {
        try (Statement statement = keeper.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return String.valueOf(result.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Marketplace open(Path folder, String document) {
        return open(folder, document, Map.of(), SettableClock.at(NOW));
    }

    /** The marketplace with a document of one's own. */
    Marketplace open(Path folder, String document, Map<String, String> more, Clock clock) {
        try {
            Files.writeString(folder.resolve("erp.json"), document, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> settings = new TreeMap<>(Map.of("feeds", "erp.json"));
        settings.putAll(more);
        return open(folder, settings, clock);
    }

    /** The marketplace with these settings and the place's url. */
    Marketplace open(Path folder, Map<String, String> settings, Clock clock) {
        Map<String, String> all = new TreeMap<>(place());
        all.putAll(settings);
        JdbcMarketplaceProvider provider = new JdbcMarketplaceProvider();
        return provider.create(
                AdapterConfig.of("jdbc", provider.configKeys(), all),
                AdapterContext.of(clock, StoreOps.tables(), folder));
    }

    /** The url without user and other parameters, and the user. */
    Map<String, String> place() {
        Map<String, String> place = new TreeMap<>(Map.of("url", url.replaceAll("\\?.*", "")));
        for (String parameter : url.replaceAll("^[^?]*\\??", "").split("&")) {
            if (parameter.startsWith("user=")) {
                place.put("user", parameter.substring("user=".length()));
            } else if (parameter.startsWith("currentSchema=")) {
                place.merge("url", "?" + parameter, String::concat);
            }
        }
        return place;
    }

    @Override
    public void close() {
        try {
            keeper.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
