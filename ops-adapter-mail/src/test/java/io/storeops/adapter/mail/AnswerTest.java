package io.storeops.adapter.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.document.Line;
import io.storeops.publishing.Channel;
import io.storeops.publishing.SendResult;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each way of a conversation's end proves. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class AnswerTest {
    private static final String TO = "a@shop.example, b@shop.example";

    private static SendResult send(FakeSmtp server) {
        // No longer than it takes to see that nothing comes, and long enough for a machine that has much else to do.
        try (Channel channel = Given.channel(server.port(), "to", TO, "timeout", server.waits() ? "PT3S" : "PT60S")) {
            return channel.send(Given.titled(Line.of("t")));
        }
    }

    private static SendResult.Refused refused(FakeSmtp server) {
        return assertInstanceOf(SendResult.Refused.class, send(server));
    }

    @Test
    void takesTwoHundredAndFiftyAfterTheTextForAYes() throws IOException {
        try (FakeSmtp server = FakeSmtp.answering()) {
            assertInstanceOf(SendResult.Accepted.class, send(server));
            assertEquals("MAIL FROM:<ops@shop.example>", server.heard().get(1));
            assertEquals("EHLO shop.example", server.heard().get(0));
        }
    }

    @ParameterizedTest
    @CsvSource({"QUIT, silence", "QUIT, reset", "QUIT, close", "QUIT, 500 no"})
    void staysByAYesHoweverTheConversationEnds(String command, String reply) throws IOException {
        try (FakeSmtp server = FakeSmtp.answering(command, reply)) {
            assertInstanceOf(SendResult.Accepted.class, send(server));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT, 421 busy, true",
        "CONNECT, close, true",
        "CONNECT, reset, true",
        "CONNECT, silence, true",
        "EHLO, silence, true",
        "EHLO, reset, true",
        "MAIL, 451 later, true",
        "MAIL, 550 no, false",
        "MAIL, reset, true",
        "MAIL, silence, true",
        "RCPT, 450 later, true",
        "RCPT, 550 no, false",
        "RCPT, close, true",
        "DATA, 451 later, true",
        "DATA, 554 no, false",
        "DATA, reset, true",
        "DATA, close, true",
        "DATA, silence, true",
        "., 451 later, true",
        "., 452 full, true",
        "., 421 closing, true",
        "., 550 spam, false",
        "., 599 no, false"
    })
    void takesForARefusalWhatProvesThatNothingWasDelivered(String command, String reply, boolean again)
            throws IOException {
        try (FakeSmtp server = FakeSmtp.answering(command, reply)) {
            SendResult.Refused refused = refused(server);
            Optional<java.time.Instant> later = Optional.of(Given.NOW.plus(Duration.ofMinutes(1)));
            assertEquals(again ? later : Optional.empty(), refused.retryAt(), refused.reason());
            assertTrue(refused.reason().startsWith("The mail server 127.0.0.1:" + server.port()), refused.reason());
            assertTrue(
                    server.times(".") == 0 || command.equals("."),
                    server.heard().toString());
            assertFalse(refused.reason().contains("\n"), refused.reason());
        }
    }

    @ParameterizedTest
    @CsvSource({"., silence", "., reset", "., close", "., 250-never ends", "., nonsense", "., 354 what", "., 299 maybe"
    })
    void knowsNothingWhereTheAnswerToTheTextIsLost(String command, String reply) throws IOException {
        try (FakeSmtp server = FakeSmtp.answering(command, reply)) {
            SendResult.Unknown unknown = assertInstanceOf(SendResult.Unknown.class, send(server));
            String id = "<" + Given.titled(Line.of("t")).idempotencyKey() + "@shop.example>";
            assertTrue(
                    unknown.detail()
                            .startsWith("The mail server 127.0.0.1:" + server.port() + " was sent the mail " + id
                                    + " and did not answer: "),
                    unknown.detail());
            assertTrue(unknown.detail().endsWith(". Look into the mailbox whether it arrived"), unknown.detail());
            assertEquals(1, server.times("."), "sent again by itself: " + server.heard());
            assertEquals(1, server.times("EHLO"));
        }
    }

    @Test
    void sendsToAllOrToNobody() throws IOException {
        try (FakeSmtp server = FakeSmtp.answering("b@shop.example", "550 no such user")) {
            SendResult.Refused refused = refused(server);
            assertEquals(
                    "The mail server 127.0.0.1:" + server.port()
                            + " refused the mail for [b@shop.example], so nobody got it: ",
                    refused.reason().replaceAll("it: .*", "it: "));
            assertTrue(refused.reason().contains("550 no such user"), refused.reason());
            assertEquals(Optional.empty(), refused.retryAt());
            assertEquals(2, server.times("RCPT"));
            assertEquals(0, server.times("DATA"));
        }
        try (FakeSmtp server = FakeSmtp.answering("a@shop.example", "450 greylisted")) {
            assertTrue(refused(server).retryAt().isPresent());
            assertEquals(0, server.times("DATA"));
        }
        try (FakeSmtp server = FakeSmtp.answering("a@shop.example", "450 later", "b@shop.example", "550 never")) {
            SendResult.Refused refused = refused(server);
            assertEquals(Optional.empty(), refused.retryAt());
            assertTrue(
                    refused.reason().contains("[a@shop.example, b@shop.example]")
                            || refused.reason().contains("[b@shop.example, a@shop.example]"),
                    refused.reason());
        }
    }

    @ParameterizedTest
    @CsvSource({"CONNECT, REFUSED", "., UNKNOWN"})
    void isCutOffInAllWhereEachAnswerIsSlow(String command, String outcome) throws Exception {
        MailSettings settings = new MailSettings(
                new MailSettings.Server("127.0.0.1", 1, Security.NONE, Trust.in(Optional.empty())),
                Optional.empty(),
                new MailAddress("ops@shop.example"),
                java.util.List.of(new MailAddress("a@shop.example")),
                Duration.ofSeconds(20),
                1);
        try (FakeSmtp server = FakeSmtp.answering(command, FakeSmtp.DRIP);
                Watch watch = new Watch()) {
            MailSettings here = new MailSettings(
                    new MailSettings.Server(
                            "127.0.0.1",
                            server.port(),
                            Security.NONE,
                            settings.server().tls()),
                    settings.login(),
                    settings.from(),
                    settings.to(),
                    settings.timeout(),
                    settings.largestFile());
            SendResult result =
                    new SmtpCall(here, Given.CLOCK, watch, Duration.ofSeconds(2)).send(Given.titled(Line.of("t")));
            String text = result instanceof SendResult.Unknown unknown
                    ? unknown.detail()
                    : ((SendResult.Refused) result).reason();
            assertEquals(outcome, result instanceof SendResult.Unknown ? "UNKNOWN" : "REFUSED");
            assertTrue(text.contains("took too long in all"), text);
        }
    }

    @Test
    void endsWithinTheLeaseOfTheOutbox() {
        assertTrue(SmtpCall.LONGEST.compareTo(Duration.ofMinutes(2)) < 0);
    }
}
