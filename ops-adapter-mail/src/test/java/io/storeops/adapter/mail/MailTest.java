package io.storeops.adapter.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.storeops.document.Document;
import io.storeops.document.Line;
import io.storeops.evidence.Attachment;
import io.storeops.publishing.Channel;
import io.storeops.publishing.OutgoingMessage;
import io.storeops.publishing.SendResult;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What arrives, read as its receiver reads it. */
class MailTest {
    @RegisterExtension
    static final GreenMailExtension SERVER =
            new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort()).withPerMethodLifecycle(true);

    private static final String KEY = Given.message().idempotencyKey();

    private static MimeMessage sent(OutgoingMessage message, String... settings) {
        try (Channel channel = Given.channel(SERVER.getSmtp().getPort(), settings)) {
            assertInstanceOf(SendResult.Accepted.class, channel.send(message));
        }
        MimeMessage[] received = SERVER.getReceivedMessages();
        return received[received.length - 1];
    }

    @Test
    void saysWhoWhenAndWhat() throws Exception {
        MimeMessage mail = sent(Given.message(), "to", "group@shop.example, boss@shop.example");
        assertEquals("ops@shop.example", mail.getFrom()[0].toString());
        assertEquals(
                "[group@shop.example, boss@shop.example]",
                Arrays.toString(mail.getRecipients(Message.RecipientType.TO)));
        assertEquals(2, mail.getAllRecipients().length);
        assertEquals("数据播报 <b>店</b> & 🛒", mail.getSubject());
        assertEquals("<" + KEY + "@shop.example>", mail.getMessageID());
        assertEquals("Sun, 16 Jun 2024 01:30:05 +0000", mail.getHeader("Date", null));
        assertEquals(Given.NOW, mail.getSentDate().toInstant());
        assertEquals("auto-generated", mail.getHeader("Auto-Submitted", null));
        assertEquals("1.0", mail.getHeader("MIME-Version", null));
        assertNull(mail.getHeader("In-Reply-To", null));
        assertNull(mail.getHeader("X-Mailer", null));
    }

    @Test
    void isAcceptedWithItsMessageIdAsReceipt() {
        try (Channel channel = Given.channel(SERVER.getSmtp().getPort())) {
            assertEquals(
                    new SendResult.Accepted("<" + KEY + "@shop.example>", Given.NOW), channel.send(Given.message()));
        }
    }

    @Test
    void hasThePlainTextAndTheSameAsHtml() throws Exception {
        ReadMail mail = ReadMail.of(sent(Given.message()));
        assertEquals("""
                数据播报 <b>店</b> & 🛒

                支付金额 a  Bcc: evil@example.com

                单品

                  名称                         金额
                  <script>alert(1)</script>  987.65
                > 合计                           缺

                目标  1000.00

                曲线
                周一  10.50

                [截图"1"]
                """, mail.plain());
        for (String text : List.of(
                "<title>数据播报 &lt;b&gt;店&lt;/b&gt; &amp; 🛒</title>",
                "<p>支付金额 a  Bcc: evil@example.com</p>",
                ">单品</h2>",
                ">&lt;script&gt;alert(1)&lt;/script&gt;</td>",
                "font-weight:bold;text-align:right\">缺</td>",
                ">1000.00</td>",
                ">10.50</td>",
                "[截图&quot;1&quot;]</p>")) {
            assertTrue(mail.html().contains(text), () -> text + " is not in\n" + mail.html());
        }
        assertFalse(mail.html().contains("<script") || mail.html().contains("<b>"), mail.html());
        assertEquals(List.of(), List.copyOf(mail.files().keySet()));
    }

    @Test
    void bringsFilesAsTheyAre() throws Exception {
        byte[] bytes = new byte[70_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        MimeMessage mail = sent(Given.message()
                .enclosing(List.of(
                        new OutgoingMessage.File(
                                "checklist.csv", Attachment.of("text/csv", "a,b\r\n.\r\n".getBytes(UTF_8))),
                        new OutgoingMessage.File("week.xlsx", Attachment.of("application/octet-stream", bytes)))));
        assertTrue(mail.isMimeType("multipart/mixed"));
        ReadMail read = ReadMail.of(mail);
        assertEquals(
                List.of("checklist.csv", "week.xlsx"), List.copyOf(read.files().keySet()));
        assertEquals("a,b\r\n.\r\n", new String(read.files().get("checklist.csv"), UTF_8));
        assertArrayEquals(bytes, read.files().get("week.xlsx"));
        Part file = ((MimeMultipart) mail.getContent()).getBodyPart(1);
        assertTrue(file.isMimeType("text/csv"), file.getContentType());
        assertTrue(read.plain().startsWith("数据播报"));
    }

    @Test
    void answersTheMessageThatItReplaces() throws Exception {
        OutgoingMessage first = Given.message();
        OutgoingMessage second = new OutgoingMessage(
                first.store(),
                "release/2024-06-16#09/v2",
                first.channel(),
                first.document().replacing(first.id()));
        MimeMessage mail = sent(second);
        assertEquals("<" + KEY + "@shop.example>", mail.getHeader("In-Reply-To", null));
        assertEquals("<" + KEY + "@shop.example>", mail.getHeader("References", null));
        assertEquals("<" + second.idempotencyKey() + "@shop.example>", mail.getMessageID());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nBcc: evil@example.com",
                "a\nBcc: evil@example.com\n\nbody",
                "a\rX: y",
                "a\u2028Bcc: evil@example.com",
                "a\u0085Bcc: evil@example.com",
                "=?UTF-8?B?DQpCY2M6IGV2aWxAZXhhbXBsZS5jb20=?="
            })
    void letsNoNameBecomeAHeader(String name) throws Exception {
        MimeMessage mail = sent(Given.titled(Line.of("t ").andName(name)));
        List<String> headers = Collections.list(mail.getAllHeaders()).stream()
                .map(header -> header.getName().toLowerCase(Locale.ROOT))
                .toList();
        assertFalse(headers.contains("bcc") || headers.contains("x"), headers.toString());
        assertEquals(1, SERVER.getReceivedMessages().length);
        assertTrue(ReadMail.of(mail).plain().contains("text"));
        assertEquals("t " + name.replaceAll("[\\r\\n\\u2028\\u0085]", " "), mail.getSubject());
    }

    @Test
    void foldsALongSubjectAndKeepsAllOfIt() throws Exception {
        String title = "数据播报🛒 ".repeat(40).strip();
        MimeMessage mail = sent(Given.titled(Line.of(title)));
        assertEquals(title, mail.getSubject());
        for (String line : GreenMailUtil.getHeaders(mail).split("\r\n")) {
            assertTrue(line.length() <= 76 || !line.contains("=?"), line);
            assertTrue(line.length() <= 998 && line.chars().allMatch(c -> c < 0x80), line);
        }
    }

    @Test
    void isTheSameBytesWhateverTheMachineSaysOfItself() throws IOException, MessagingException {
        byte[] first = bytes();
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertArrayEquals(first, bytes());
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    private static byte[] bytes() throws IOException, MessagingException {
        MailSettings settings = new MailSettings(
                new MailSettings.Server("h", 1, Security.NONE, Trust.in(Optional.empty())),
                Optional.empty(),
                new MailAddress("ops@shop.example"),
                List.of(new MailAddress("group@shop.example")),
                java.time.Duration.ofSeconds(1),
                1);
        OutgoingMessage message = Given.message()
                .enclosing(List.of(new OutgoingMessage.File("a.csv", Attachment.of("text/csv", new byte[] {'a'}))));
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        new Mail(jakarta.mail.Session.getInstance(new java.util.Properties()), settings, message, Given.NOW)
                .writeTo(out);
        return out.toByteArray();
    }

    @Test
    void refusesALargerFileThanItMayTakeAndSendsNothing() {
        OutgoingMessage message = Given.titled(Line.of("t"))
                .enclosing(List.of(new OutgoingMessage.File("a.csv", Attachment.of("text/csv", new byte[11]))));
        try (Channel channel = Given.channel(SERVER.getSmtp().getPort(), "largestFile", "10")) {
            assertEquals(
                    new SendResult.Refused(
                            "The file a.csv has 11 bytes, and the channel 'mail' takes 10. Raise largestFile if the mail server"
                                    + " takes more",
                            Optional.empty()),
                    channel.send(message));
        }
        assertEquals(0, SERVER.getReceivedMessages().length);
    }

    @Test
    void showsADocumentWithoutBlocks() throws Exception {
        ReadMail mail = ReadMail.of(sent(Given.message(Document.of(Line.of("only a title"), List.of()))));
        assertEquals("only a title\n\n", mail.plain());
    }
}
