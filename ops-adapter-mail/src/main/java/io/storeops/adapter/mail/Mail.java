package io.storeops.adapter.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.storeops.document.PlainText;
import io.storeops.publishing.OutgoingMessage;
import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A message as a mail: the same bytes for the same message at the same instant. The Message-ID follows from the message, so a mail that
 * was sent twice is seen to be one; a message that replaces another answers it, so they stand together in the mailbox.
 */
final class Mail extends MimeMessage {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH);

    private final String id;
    private boolean begun;

    /** The mail, complete. */
    Mail(Session session, MailSettings settings, OutgoingMessage message, Instant at) throws MessagingException {
        super(session);
        this.id = id(message, settings);
        setFrom(new InternetAddress(settings.from().text(), true));
        for (MailAddress to : settings.to()) {
            addRecipient(Message.RecipientType.TO, new InternetAddress(to.text(), true));
        }
        setHeader("Subject", EncodedWords.of(PlainText.title(message.document())));
        // By hand, because setSentDate writes it in the zone of the machine.
        setHeader("Date", DATE.format(at.atOffset(ZoneOffset.UTC)));
        // Nobody's absence is answered to a machine (RFC 3834).
        setHeader("Auto-Submitted", "auto-generated");
        if (message.document().replaces().isPresent()) {
            OutgoingMessage earlier = new OutgoingMessage(
                    message.store(), message.document().replaces().get(), message.channel(), message.document());
            setHeader("In-Reply-To", id(earlier, settings));
            setHeader("References", id(earlier, settings));
        }
        content(message);
        saveChanges();
    }

    private static String id(OutgoingMessage message, MailSettings settings) {
        return "<" + message.idempotencyKey() + "@" + settings.from().domain() + ">";
    }

    private void content(OutgoingMessage message) throws MessagingException {
        Parts alternative = new Parts("alternative", message);
        alternative.addBodyPart(part(
                "text/plain; charset=UTF-8", PlainText.of(message.document()).getBytes(UTF_8)));
        alternative.addBodyPart(part(
                "text/html; charset=UTF-8",
                new MailPage(message.document()).text().getBytes(UTF_8)));
        if (message.files().isEmpty()) {
            setContent(alternative);
            return;
        }
        Parts mixed = new Parts("mixed", message);
        MimeBodyPart text = new MimeBodyPart();
        text.setContent(alternative);
        mixed.addBodyPart(text);
        for (OutgoingMessage.File file : message.files()) {
            MimeBodyPart part =
                    part(file.content().contentType(), file.content().content());
            part.setFileName(file.name());
            mixed.addBodyPart(part);
        }
        setContent(mixed);
    }

    /** A part in base64, which every server passes on as it is. */
    private static MimeBodyPart part(String type, byte[] content) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, type)));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    /** The id by which mailboxes and servers know the mail. */
    String id() {
        return id;
    }

    /** Everybody who is to get the mail. */
    Address[] receivers() throws MessagingException {
        return getAllRecipients();
    }

    /** Whether the server asked for the text, so that it may have it. */
    boolean begun() {
        return begun;
    }

    @Override
    public void writeTo(OutputStream out, String[] ignoreList) throws IOException, MessagingException {
        begun = true;
        super.writeTo(out, ignoreList);
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    /** Parts between boundaries that follow from the message, not from clock and chance. */
    private static final class Parts extends MimeMultipart {
        Parts(String subtype, OutgoingMessage message) {
            super(subtype);
            // A character that base64 has not, so no line of a part begins like it.
            contentType = "multipart/" + subtype + "; boundary=\"=_" + subtype + "_" + message.idempotencyKey() + "\"";
        }
    }
}
