package io.storeops.adapter.chat;

import io.storeops.publishing.Channel;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.ChannelProvider;
import io.storeops.spi.ConfigKey;
import java.util.List;

/** The channel {@code dingtalk}: a custom robot in a group of DingTalk (钉钉). */
public final class DingTalkChannelProvider implements ChannelProvider {
    private static final List<String> HOSTS = List.of("oapi.dingtalk.com");

    private static final ConfigKey<DingTalk.Form> FORM = ConfigKey.choice(
                    "form", "markdown (rows as lines) or text", DingTalk.Form.class)
            .orElse(DingTalk.Form.MARKDOWN);

    /** For ServiceLoader. */
    public DingTalkChannelProvider() {}

    @Override
    public String name() {
        return "dingtalk";
    }

    @Override
    public List<ConfigKey<?>> configKeys() {
        return Settings.and(Settings.SIGNING_KEY, FORM);
    }

    @Override
    public Channel create(AdapterConfig config, AdapterContext context) {
        return Settings.robot(
                new DingTalk(
                        Settings.webhook(config, HOSTS, DingTalk.PATH, "access_token"),
                        config.get(FORM),
                        config.find(Settings.SIGNING_KEY)),
                config,
                context);
    }
}
