package io.storeops.adapter.jdbc.marketplace;

import io.storeops.Marketplace;
import io.storeops.adapter.jdbc.connect.DatabaseUrl;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.json.DocumentException;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.ConfigKey;
import io.storeops.spi.MarketplaceProvider;
import io.storeops.spi.Secret;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The marketplace {@code jdbc}: the ERP's own tables as a source. Each feed (orders, readings, stock, priceBook, listings, health) is one configured
 * SELECT with named columns; {@code feeds} is the name of a shipped configuration or the path of a document, and {@code docs/sql-marketplace.md}
 * says what stands in one.
 *
 * <p><b>What is promised.</b> Every statement is looked at when the marketplace is made: it is one SELECT and nothing else, the database takes it, and
 * each column is of a type that its role accepts; everything that is wrong is told in one {@link AdapterException} of kind INVALID. Parameters
 * are bound, never made part of a statement. Each reading has a connection of its own, read-only, in a transaction that is rolled back; it has no
 * part in the storage's. Rows are streamed, and a page of orders has up to 5,000 of them.
 *
 * <p>Every row of a result is among the rows or the problems of exactly one page, with its number, what it is of, the column and what stands there.
 * NULL is missing, never 0. A word of a status that the configuration does not list is a problem. A local time that the clocks skip is a problem; of
 * one that they show twice the earlier is meant; without a zone in the configuration none is read. Amounts are exact, and their unit is stated.
 *
 * <p>A password is a setting of its own, and no message has it. The account needs no right but SELECT, and should have no other: H2 has no
 * read-only transactions, and a function can do anywhere what its owner may.
 */
public final class JdbcMarketplaceProvider implements MarketplaceProvider {
    private static final ConfigKey<String> URL = ConfigKey.text(
            "url",
            "the ERP's database: jdbc:postgresql://<host>/<database>, jdbc:mariadb://<host>/<database>,"
                    + " jdbc:mysql://<host>/<database> or jdbc:h2:<path>, with few parameters");
    private static final ConfigKey<String> USER = ConfigKey.text(
                    "user", "the database user, who needs no right but SELECT")
            .optional();
    private static final ConfigKey<Secret> PASSWORD =
            ConfigKey.secret("password", "the password of the database user").optional();
    private static final ConfigKey<String> FEEDS = ConfigKey.text(
            "feeds", "the shipped configuration " + Configurations.SHIPPED + ", or the path of a document");
    private static final ConfigKey<ZoneId> ZONE = ConfigKey.zone(
                    "zone", "the zone of the tables' times that say none, in place of the document's")
            .optional();
    private static final ConfigKey<Json> PARAMETERS = ConfigKey.json(
                    "parameters", "the values of the document's own parameters, as in {\"tenant\": 63}")
            .optional();
    private static final ConfigKey<Duration> TIMEOUT = ConfigKey.duration(
                    "timeout", "how long a statement may take until its first rows")
            .orElse(Duration.ofMinutes(1));

    /** Creates the provider, as ServiceLoader does. */
    public JdbcMarketplaceProvider() {}

    @Override
    public String name() {
        return "jdbc";
    }

    @Override
    public List<ConfigKey<?>> configKeys() {
        return List.of(URL, USER, PASSWORD, FEEDS, ZONE, PARAMETERS, TIMEOUT);
    }

    /**
     * Makes the marketplace, for which the database must answer.
     *
     * @throws AdapterException if the configuration is not there or breaks a rule, or as the database failed
     * @throws IllegalArgumentException if the URL is of another form or has a parameter that is not allowed
     */
    @Override
    public Marketplace create(AdapterConfig config, AdapterContext context) {
        try {
            Source source = Configurations.get(config.get(FEEDS), context).in(config.find(ZONE));
            Map<String, Object> given = config.find(PARAMETERS)
                    .map(JdbcMarketplaceProvider::parameters)
                    .orElse(Map.of());
            Properties account = new Properties();
            config.find(USER).ifPresent(user -> account.setProperty("user", user));
            config.find(PASSWORD).ifPresent(password -> account.setProperty("password", password.reveal()));
            ErpDatabase database = new ErpDatabase(
                    existing(DatabaseUrl.parse(config.get(URL), context.directory())),
                    account,
                    source.zone(),
                    config.get(TIMEOUT));
            return new JdbcMarketplace(new Tables(
                    source, database, Opening.check(source, database, given.keySet()), given, context.clock()));
        } catch (DocumentException e) {
            throw new AdapterException(FaultKind.INVALID, String.valueOf(e.getMessage()), e);
        }
    }

    /** A database of H2 that is not there would be made. */
    private static DatabaseUrl existing(DatabaseUrl url) {
        boolean file = url.text().startsWith("jdbc:h2:") && !url.text().startsWith("jdbc:h2:mem:");
        return file && !url.text().contains(";IFEXISTS=")
                ? new DatabaseUrl(url.text() + ";IFEXISTS=TRUE", url.product(), url.driver())
                : url;
    }

    private static Map<String, Object> parameters(Json json) {
        JsonReader root = JsonReader.root("the key 'parameters'", json);
        Map<String, Object> values = new HashMap<>();
        for (String name : root.names()) {
            JsonReader place = root.member(name);
            values.put(name, value(place).orElseThrow(() -> place.refusal("is not a text, a number or a truth value")));
        }
        return values;
    }

    /** A number is bound as one: a database does not compare a number with a text. */
    private static Optional<Object> value(JsonReader place) {
        if (place.value() instanceof Json.Num number) {
            BigDecimal value = number.value();
            return Optional.of(isLong(value) ? (Object) value.longValueExact() : value);
        }
        if (place.value() instanceof Json.Bool bool) {
            return Optional.of(bool.value());
        }
        return place.value() instanceof Json.Text text ? Optional.of(text.value()) : Optional.empty();
    }

    private static boolean isLong(BigDecimal value) {
        try {
            return value.longValueExact() == value.longValue();
        } catch (ArithmeticException e) {
            return false;
        }
    }
}
