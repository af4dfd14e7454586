package io.storeops.adapter.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.document.Line;
import io.storeops.publishing.Channel;
import io.storeops.publishing.SendResult;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** Encryption, certificates and passwords. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class StartTlsTest {
    private static final String PASSWORD = "open sesame";

    @TempDir
    static Path directory;

    private static Certified loopback;
    private static Certified elsewhere;

    private final List<String> logins = new CopyOnWriteArrayList<>();
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private SMTPServer server = SMTPServer.port(0).build();

    @BeforeAll
    static void makeCertificates() throws Exception {
        loopback = Certified.as("ip:127.0.0.1", directory.resolve("loopback"));
        elsewhere = Certified.as("dns:mail.example.com", directory.resolve("elsewhere"));
    }

    @BeforeEach
    void start() throws Exception {
        server = server(loopback);
    }

    private SMTPServer server(Certified certified) throws Exception {
        SMTPServer made = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .enableTLS(true)
                .requireTLS(true)
                .startTlsSocketFactory(certified.context())
                .requireAuth(true)
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((user, password, context) -> {
                    logins.add(user + "/" + password);
                    if (!password.equals(PASSWORD)) {
                        throw new LoginFailedException();
                    }
                }))
                .simpleMessageListener(new SimpleMessageListener() {
                    @Override
                    public boolean accept(String from, String recipient) {
                        return true;
                    }

                    @Override
                    public void deliver(String from, String recipient, InputStream data) {
                        mails.add(from + " -> " + recipient);
                    }
                })
                .build();
        made.start();
        return made;
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private SendResult send(int port, String security, Path authorities, String password) {
        try (Channel channel = Given.channel(
                port,
                "security",
                security,
                "certificates",
                authorities.toString(),
                "user",
                "ops",
                "password",
                password)) {
            return channel.send(Given.titled(Line.of("t")));
        }
    }

    @Test
    void sendsThroughAServerWhoseCertificateIsTrusted() {
        assertInstanceOf(
                SendResult.Accepted.class,
                send(server.getPortAllocated(), "starttls", loopback.authorities(), PASSWORD));
        assertEquals(List.of("ops/" + PASSWORD), logins);
        assertEquals(List.of("ops@shop.example -> group@shop.example"), mails);
    }

    @Test
    void trustsTheAuthoritiesOfTheJdkOnlyUnlessToldOtherwise() {
        try (Channel channel =
                Given.channel(server.getPortAllocated(), "security", "starttls", "user", "ops", "password", PASSWORD)) {
            assertUntrusted(channel.send(Given.titled(Line.of("t"))), "PKIX");
        }
    }

    @Test
    void refusesACertificateOfAnotherName() throws Exception {
        server.stop();
        server = server(elsewhere);
        assertUntrusted(send(server.getPortAllocated(), "starttls", elsewhere.authorities(), PASSWORD), "");
    }

    @Test
    void refusesACertificateOfAnotherAuthority() {
        assertUntrusted(send(server.getPortAllocated(), "starttls", elsewhere.authorities(), PASSWORD), "PKIX");
    }

    private void assertUntrusted(SendResult result, String why) {
        SendResult.Refused refused = assertInstanceOf(SendResult.Refused.class, result);
        assertTrue(refused.reason().contains(why), refused.reason());
        assertEquals(Optional.empty(), refused.retryAt(), refused.reason());
        assertEquals(List.of(), logins, "the password was told");
        assertEquals(List.of(), mails);
    }

    @Test
    void tellsAServerWithoutStartTlsNothing() throws IOException {
        try (FakeSmtp plain = FakeSmtp.answering("EHLO", "250-fake\r\n250 AUTH PLAIN LOGIN")) {
            SendResult.Refused refused = assertInstanceOf(
                    SendResult.Refused.class, send(plain.port(), "starttls", loopback.authorities(), PASSWORD));
            assertTrue(refused.reason().contains("STARTTLS"), refused.reason());
            assertEquals(Optional.empty(), refused.retryAt());
            assertEquals(
                    0, plain.times("AUTH") + plain.times("MAIL"), plain.heard().toString());
        }
        try (FakeSmtp broken = FakeSmtp.answering("EHLO", "250-fake\r\n250 STARTTLS", "STARTTLS", "454 not now")) {
            assertInstanceOf(
                    SendResult.Refused.class, send(broken.port(), "starttls", loopback.authorities(), PASSWORD));
            assertEquals(
                    0,
                    broken.times("AUTH") + broken.times("MAIL"),
                    broken.heard().toString());
        }
    }

    @Test
    void doesNotTryAWrongPasswordAgain() {
        SendResult.Refused refused = assertInstanceOf(
                SendResult.Refused.class, send(server.getPortAllocated(), "starttls", loopback.authorities(), "wrong"));
        assertEquals(
                "The mail server 127.0.0.1:" + server.getPortAllocated() + " refused user and password. Correct them",
                refused.reason());
        assertEquals(Optional.empty(), refused.retryAt());
        assertEquals(List.of("ops/wrong"), logins);
        assertEquals(List.of(), mails);
    }

    @Test
    void isEncryptedFromTheBeginningIfToldSo() throws Exception {
        ServerSocket tls =
                loopback.context().getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        try (FakeSmtp encrypted =
                FakeSmtp.answering(tls, "EHLO", "250-fake\r\n250 AUTH PLAIN", "AUTH", "235 welcome")) {
            assertInstanceOf(
                    SendResult.Accepted.class, send(encrypted.port(), "tls", loopback.authorities(), PASSWORD));
            assertEquals(1, encrypted.times("AUTH"));
            SendResult.Refused refused = assertInstanceOf(
                    SendResult.Refused.class, send(encrypted.port(), "tls", elsewhere.authorities(), PASSWORD));
            assertTrue(refused.reason().contains("PKIX"), refused.reason());
            assertEquals(1, encrypted.times("AUTH"));
        }
        try (FakeSmtp plain = FakeSmtp.answering()) {
            assertInstanceOf(SendResult.Refused.class, send(plain.port(), "tls", loopback.authorities(), PASSWORD));
            assertFalse(plain.heard().stream().anyMatch(line -> line.startsWith("AUTH")));
        }
    }
}
