package io.storeops.adapter.chat;

import io.storeops.publishing.Channel;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.ChannelProvider;
import io.storeops.spi.ConfigKey;
import java.util.List;

/** The channel {@code wecom}: a robot in a group of WeCom (企业微信). */
public final class WeComChannelProvider implements ChannelProvider {
    private static final List<String> HOSTS = List.of("qyapi.weixin.qq.com");

    private static final ConfigKey<WeCom.Form> FORM = ConfigKey.choice(
                    "form",
                    "markdown-v2 (tables; clients of 2025 and later), markdown (rows as lines) or text",
                    WeCom.Form.class)
            .orElse(WeCom.Form.MARKDOWN_V2);

    private static final ConfigKey<Boolean> FILES = ConfigKey.flag(
                    "files", "true sends the files of a message too, pictures within the group and others to download")
            .orElse(false);

    /** For ServiceLoader. */
    public WeComChannelProvider() {}

    @Override
    public String name() {
        return "wecom";
    }

    @Override
    public List<ConfigKey<?>> configKeys() {
        return Settings.and(FORM, FILES);
    }

    @Override
    public Channel create(AdapterConfig config, AdapterContext context) {
        return Settings.robot(
                new WeCom(Settings.webhook(config, HOSTS, WeCom.PATH, "key"), config.get(FORM), config.get(FILES)),
                config,
                context);
    }
}
