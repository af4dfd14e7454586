package io.storeops.adapter.jdbc;

import io.storeops.adapter.jdbc.connect.DatabaseUrl;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.ConfigKey;
import io.storeops.spi.Secret;
import io.storeops.spi.StorageProvider;
import io.storeops.storage.Storage;
import java.util.List;
import java.util.Properties;

/**
 * The provider of the storage {@code jdbc}: an embedded H2 database, or a PostgreSQL, MariaDB or MySQL server, by its URL. A
 * file of H2 is written at each commit, so that a commit survives the end of the process. User and password are settings of
 * their own and never part of the URL. An embedder who has a DataSource calls {@link JdbcStorage#on} instead.
 */
public final class JdbcStorageProvider implements StorageProvider {
    private static final ConfigKey<String> URL = ConfigKey.text(
            "url",
            "the database: jdbc:h2:<path>, jdbc:h2:mem:<name>, jdbc:postgresql://<host>/<database> or"
                    + " jdbc:mariadb://<host>/<database>, with few parameters");
    private static final ConfigKey<String> USER =
            ConfigKey.text("user", "the database user").optional();
    private static final ConfigKey<Secret> PASSWORD =
            ConfigKey.secret("password", "the password of the database user").optional();

    /** Does nothing; called by ServiceLoader. */
    public JdbcStorageProvider() {}

    @Override
    public String name() {
        return "jdbc";
    }

    @Override
    public List<ConfigKey<?>> configKeys() {
        return List.of(URL, USER, PASSWORD);
    }

    @Override
    public Storage create(AdapterConfig config, AdapterContext context) {
        DatabaseUrl url = DatabaseUrl.parse(config.get(URL), context.directory());
        Properties account = new Properties();
        config.find(USER).ifPresent(user -> account.setProperty("user", user));
        config.find(PASSWORD).ifPresent(password -> account.setProperty("password", password.reveal()));
        UrlSource source = UrlSource.open(url, account);
        try {
            return JdbcStorage.on(source, context.tables(), source::close);
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }
}
