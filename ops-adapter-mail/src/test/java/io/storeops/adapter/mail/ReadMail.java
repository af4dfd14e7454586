package io.storeops.adapter.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A mail as its receiver's program reads it.
 *
 * @param plain the plain text
 * @param html the text as HTML
 * @param files the files by name
 */
record ReadMail(String plain, String html, Map<String, byte[]> files) {
    static ReadMail of(MimeMessage mail) throws IOException, MessagingException {
        MimeMultipart top = (MimeMultipart) mail.getContent();
        Map<String, byte[]> files = new LinkedHashMap<>();
        MimeMultipart alternative = top;
        if (mail.isMimeType("multipart/mixed")) {
            alternative = (MimeMultipart) top.getBodyPart(0).getContent();
            for (int i = 1; i < top.getCount(); i++) {
                Part file = top.getBodyPart(i);
                assertEquals(Part.ATTACHMENT, file.getDisposition());
                files.put(
                        MimeUtility.decodeText(file.getFileName()),
                        file.getInputStream().readAllBytes());
            }
        } else {
            assertEquals(true, mail.isMimeType("multipart/alternative"), mail.getContentType());
        }
        assertEquals(2, alternative.getCount());
        return new ReadMail(
                text(alternative.getBodyPart(0), "text/plain"), text(alternative.getBodyPart(1), "text/html"), files);
    }

    private static String text(Part part, String type) throws IOException, MessagingException {
        assertEquals(type + "; charset=UTF-8", part.getContentType());
        return new String(part.getInputStream().readAllBytes(), UTF_8);
    }

    static MimeMessage parsed(byte[] mail) throws MessagingException {
        return new MimeMessage(null, new ByteArrayInputStream(mail));
    }
}
