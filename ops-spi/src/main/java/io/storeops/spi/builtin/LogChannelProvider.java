package io.storeops.spi.builtin;

import io.storeops.publishing.Channel;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.ChannelProvider;
import io.storeops.spi.ConfigKey;
import java.util.List;
import org.slf4j.LoggerFactory;

/** The channel {@code log}, which writes each message to a logger at level INFO. */
public final class LogChannelProvider implements ChannelProvider {
    static final ConfigKey<String> LOGGER = ConfigKey.text("logger", "the name of the logger that gets the messages")
            .orElse("io.storeops.channel");

    /** For ServiceLoader. */
    public LogChannelProvider() {}

    @Override
    public String name() {
        return "log";
    }

    @Override
    public List<ConfigKey<?>> configKeys() {
        return List.of(LOGGER);
    }

    @Override
    public Channel create(AdapterConfig config, AdapterContext context) {
        return new LogChannel(LoggerFactory.getLogger(config.get(LOGGER)), context.clock());
    }
}
