package io.storeops.adapter.chat;

import io.storeops.publishing.Channel;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.ConfigKey;
import io.storeops.spi.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What can be set of every robot. */
final class Settings {
    private static final ConfigKey<Secret> WEBHOOK =
            ConfigKey.secret("webhook", "the address that the group's settings show for the robot, whole");

    private static final ConfigKey<String> HOST = ConfigKey.of(
                    "host",
                    "a further host that the webhook may name, by https, such as a gateway of your own",
                    "is not a host's name in lower case (expected something like chat.example.com)",
                    Webhook::host)
            .optional();

    private static final ConfigKey<Boolean> LOCALHOST = ConfigKey.flag(
                    "localhost",
                    "true lets the webhook name this machine, on any port and by http: for tests, and gateways beside the program")
            .orElse(false);

    private static final ConfigKey<Duration> TIMEOUT = ConfigKey.of(
                    "timeout",
                    "how long one request may take, from connecting to the end of the answer, PT1S to PT50S",
                    "is not a duration from PT1S to PT50S",
                    Settings::timeout)
            .orElse(Duration.ofSeconds(10));

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(50);

    /** The key that messages are signed by, for platforms that ask for it. */
    static final ConfigKey<Secret> SIGNING_KEY = ConfigKey.secret(
                    "signingKey", "the key of the robot's security setting 'signature' (加签), if it is on")
            .optional();

    private Settings() {}

    private static Duration timeout(String text) {
        Duration duration = Duration.parse(text);
        if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(text);
        }
        return duration;
    }

    static List<ConfigKey<?>> and(ConfigKey<?>... more) {
        List<ConfigKey<?>> keys = new ArrayList<>(List.of(WEBHOOK));
        keys.addAll(List.of(more));
        keys.addAll(List.of(TIMEOUT, HOST, LOCALHOST));
        return List.copyOf(keys);
    }

    /**
     * The webhook, checked.
     *
     * @param config the settings
     * @param hosts the platform's hosts
     * @param path how the path of its webhooks begins
     * @param parameter the parameter that they have, empty text for none
     * @return the webhook
     * @throws IllegalArgumentException if it leads elsewhere, without it
     */
    static Webhook webhook(AdapterConfig config, List<String> hosts, String path, String parameter) {
        List<String> allowed = new ArrayList<>(hosts);
        config.find(HOST).ifPresent(allowed::add);
        return Webhook.of(config.get(WEBHOOK), new Webhook.Rule(allowed, path, parameter, config.get(LOCALHOST)));
    }

    static Channel robot(Platform platform, AdapterConfig config, AdapterContext context) {
        return new Robot(platform, new Post(config.get(TIMEOUT)), context.clock(), Robot.Pause::sleeping);
    }
}
