package io.storeops.adapter.chat;

import io.storeops.publishing.Channel;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.ChannelProvider;
import io.storeops.spi.ConfigKey;
import java.util.List;

/** The channel {@code feishu}: a custom bot in a group of Feishu (飞书) or Lark. */
public final class FeishuChannelProvider implements ChannelProvider {
    private static final List<String> HOSTS = List.of("open.feishu.cn", "open.larksuite.com");

    private static final ConfigKey<Feishu.Form> FORM = ConfigKey.choice(
                    "form", "card (Markdown below a title) or text", Feishu.Form.class)
            .orElse(Feishu.Form.CARD);

    /** For ServiceLoader. */
    public FeishuChannelProvider() {}

    @Override
    public String name() {
        return "feishu";
    }

    @Override
    public List<ConfigKey<?>> configKeys() {
        return Settings.and(Settings.SIGNING_KEY, FORM);
    }

    @Override
    public Channel create(AdapterConfig config, AdapterContext context) {
        return Settings.robot(
                new Feishu(
                        Settings.webhook(config, HOSTS, Feishu.PATH, ""),
                        config.get(FORM),
                        config.find(Settings.SIGNING_KEY)),
                config,
                context);
    }
}
