package io.storeops.adapter.chat;

import io.storeops.publishing.Channel;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.ChannelProvider;
import io.storeops.spi.ConfigKey;
import java.util.List;

/** The channel {@code slack}: an incoming webhook of Slack. */
public final class SlackChannelProvider implements ChannelProvider {
    private static final List<String> HOSTS = List.of("hooks.slack.com");

    private static final ConfigKey<Slack.Form> FORM = ConfigKey.choice(
                    "form", "blocks (tables preformatted) or text", Slack.Form.class)
            .orElse(Slack.Form.BLOCKS);

    /** For ServiceLoader. */
    public SlackChannelProvider() {}

    @Override
    public String name() {
        return "slack";
    }

    @Override
    public List<ConfigKey<?>> configKeys() {
        return Settings.and(FORM);
    }

    @Override
    public Channel create(AdapterConfig config, AdapterContext context) {
        return Settings.robot(
                new Slack(Settings.webhook(config, HOSTS, Slack.PATH, ""), config.get(FORM)), config, context);
    }
}
