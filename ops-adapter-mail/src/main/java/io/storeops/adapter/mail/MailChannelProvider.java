package io.storeops.adapter.mail;

import io.storeops.publishing.Channel;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.ChannelProvider;
import io.storeops.spi.ConfigKey;
import io.storeops.spi.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The channel {@code mail}: each message as a mail through an SMTP server. */
public final class MailChannelProvider implements ChannelProvider {
    private static final long MOST_PORTS = 65_535;
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(60);
    private static final long MEGABYTE = 1_000_000;

    static final ConfigKey<String> HOST = ConfigKey.of(
            "host",
            "the mail server's name, which its certificate has to state",
            "is not the name of a server",
            MailChannelProvider::host);
    static final ConfigKey<Security> SECURITY = ConfigKey.choice(
                    "security",
                    "starttls (a server that cannot is refused), tls from the beginning, or none, which sends no password",
                    Security.class)
            .orElse(Security.STARTTLS);
    static final ConfigKey<Long> PORT = ConfigKey.number(
                    "port", "the server's port; 587 for starttls, 465 for tls, 25 for none if left out", 1, MOST_PORTS)
            .optional();
    static final ConfigKey<Path> CERTIFICATES = ConfigKey.path(
                    "certificates",
                    "a PEM file of the authorities that are trusted, instead of those of the JDK: for a server of one's own")
            .optional();
    static final ConfigKey<String> USER = ConfigKey.text("user", "who logs in at the server; nobody if left out")
            .optional();
    static final ConfigKey<Secret> PASSWORD =
            ConfigKey.secret("password", "the user's password").optional();
    static final ConfigKey<MailAddress> FROM = ConfigKey.of(
            "from",
            "the sender's address",
            "is not a mail address (expected ASCII, as in ops@example.com)",
            MailAddress::new);
    static final ConfigKey<List<MailAddress>> TO = ConfigKey.of(
            "to",
            "the receivers' addresses, separated by commas: all of them get a message, or none",
            "is not a list of mail addresses, each once (expected something like a@example.com, b@example.com)",
            MailAddress::several);
    static final ConfigKey<Duration> TIMEOUT = ConfigKey.of(
                    "timeout",
                    "how long one answer of the server may take",
                    "is not a duration from PT1S to PT60S",
                    MailChannelProvider::timeout)
            .orElse(Duration.ofSeconds(20));
    static final ConfigKey<Long> LARGEST_FILE = ConfigKey.number(
                    "largestFile", "bytes of the largest file that goes with a mail", 1, 100 * MEGABYTE)
            .orElse(10 * MEGABYTE);

    /** For ServiceLoader. */
    public MailChannelProvider() {}

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public List<ConfigKey<?>> configKeys() {
        return List.of(HOST, SECURITY, PORT, CERTIFICATES, USER, PASSWORD, FROM, TO, TIMEOUT, LARGEST_FILE);
    }

    @Override
    public Channel create(AdapterConfig config, AdapterContext context) {
        Security security = config.get(SECURITY);
        MailSettings.Server server = new MailSettings.Server(
                config.get(HOST),
                config.find(PORT).map(Long::intValue).orElse(security.port()),
                security,
                Trust.in(config.find(CERTIFICATES).map(context::resolve)));
        MailSettings settings = new MailSettings(
                server,
                login(config.find(USER), config.find(PASSWORD)),
                config.get(FROM),
                config.get(TO),
                config.get(TIMEOUT),
                config.get(LARGEST_FILE));
        return new MailChannel(settings, context.clock());
    }

    private static Optional<MailSettings.Login> login(Optional<String> user, Optional<Secret> password) {
        if (user.isPresent() != password.isPresent()) {
            throw new IllegalArgumentException("The mail server needs user and password, or neither; there is only the "
                    + (user.isPresent() ? "user" : "password"));
        }
        return user.map(name -> new MailSettings.Login(name, password.orElseThrow()));
    }

    private static String host(String text) {
        if (!text.matches("[A-Za-z0-9.:_-]{1,253}")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static Duration timeout(String text) {
        Duration timeout = Duration.parse(text);
        if (timeout.compareTo(Duration.ofSeconds(1)) < 0 || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException(text);
        }
        return timeout;
    }
}
