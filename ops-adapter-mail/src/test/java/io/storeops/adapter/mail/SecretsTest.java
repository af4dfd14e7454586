package io.storeops.adapter.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.document.Line;
import io.storeops.publishing.Channel;
import io.storeops.publishing.SendResult;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.ConfigurationException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A password that nobody else has is in nothing that the channel says, logs or shows, whatever the server answers. */
class SecretsTest {
    /** Put together at run time, so that neither this source nor its class contains it; .ci/run looks for the same. */
    private static final String SECRET = String.join("-", "storeops", "canary", "5d41402abc");

    private static final List<String> FORMS = List.of(
            SECRET,
            Base64.getEncoder().encodeToString(SECRET.getBytes(UTF_8)),
            Base64.getEncoder().encodeToString(("\0ops\0" + SECRET).getBytes(UTF_8)));

    private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(new SimpleFormatter().format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @TempDir
    private Path directory;

    @BeforeEach
    void listen() {
        handler.setLevel(Level.ALL);
        root.setLevel(Level.ALL);
        root.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        root.removeHandler(handler);
        root.setLevel(before);
    }

    private static void assertSilent(Object said) {
        for (String form : FORMS) {
            assertFalse(String.valueOf(said).contains(form), () -> "The secret is in " + said);
        }
    }

    /** A server that says again what it heard, at a place of the conversation. */
    private SendResult answeredBy(Certified certified, String... replies) throws Exception {
        ServerSocket tls =
                certified.context().getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        try (FakeSmtp server = FakeSmtp.answering(tls, replies);
                Channel channel = Given.channel(
                        server.port(),
                        "security",
                        "tls",
                        "certificates",
                        certified.authorities().toString(),
                        "user",
                        "ops",
                        "password",
                        SECRET,
                        "timeout",
                        "PT60S")) {
            assertSilent(channel);
            SendResult result = channel.send(Given.titled(Line.of("t")));
            assertTrue(server.times("AUTH") > 0, "the server was not told the secret: " + server.heard());
            return result;
        }
    }

    @Test
    void isNotInWhatTheChannelAnswersEvenIfTheServerSaysIt() throws Exception {
        Certified certified = Certified.as("ip:127.0.0.1", directory.resolve("server"));
        String echo = String.join(" ", FORMS);
        String ehlo = "250-fake\r\n250 AUTH PLAIN";
        assertSilent(answeredBy(certified, "EHLO", ehlo, "AUTH", "535 no: " + echo));
        assertSilent(answeredBy(certified, "EHLO", ehlo, "AUTH", "235 ok", "MAIL", "550 no: " + echo));
        assertSilent(answeredBy(certified, "EHLO", ehlo, "AUTH", "235 ok", "RCPT", "450 no: " + echo));
        assertSilent(answeredBy(certified, "EHLO", ehlo, "AUTH", "235 ok", ".", "399 what: " + echo));
    }

    /** With every level on, jakarta.mail logs the conversation, but for what logs in. */
    @Test
    void isNotInWhatIsLoggedOfAConversation() throws Exception {
        Certified certified = Certified.as("ip:127.0.0.1", directory.resolve("server"));
        for (String mechanism : List.of("PLAIN", "LOGIN")) {
            String ehlo = "250-fake\r\n250 AUTH " + mechanism;
            answeredBy(certified, "EHLO", ehlo, "AUTH", "235 ok");
            answeredBy(certified, "EHLO", ehlo, "AUTH", "535 no");
            answeredBy(certified, "EHLO", ehlo, "AUTH", FakeSmtp.RESET);
        }
        assertTrue(logged.stream().anyMatch(line -> line.contains("MAIL FROM")), "nothing was logged: " + logged);
        logged.forEach(SecretsTest::assertSilent);
    }

    @Test
    void isNotInWhatIsRefusedBeforeThereIsAChannel() throws IOException {
        Map<String, String> wrong = Map.of("host", "h", "password", SECRET, "port", "0", "from", "x");
        MailChannelProvider provider = new MailChannelProvider();
        try {
            AdapterConfig.of(provider.name(), provider.configKeys(), wrong);
        } catch (ConfigurationException e) {
            assertSilent(e);
        }
        try {
            Given.channel(1, "user", "ops", "password", SECRET);
        } catch (IllegalArgumentException e) {
            assertSilent(e);
        }
        assertSilent(new MailSettings.Login("ops", io.storeops.spi.Secret.of(SECRET)));
        Path log = Path.of("target", "all-levels.log");
        if (Files.exists(log)) {
            assertSilent(Files.readString(log));
        }
    }
}
