package io.storeops.adapter.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.document.Document;
import io.storeops.document.Documents;
import io.storeops.document.PlainText;
import io.storeops.publishing.OutgoingMessage;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Whatever a message says, as a mail program reads it. */
final class MailLawsTest {
    private static final MailSettings SETTINGS = new MailSettings(
            new MailSettings.Server("h", 1, Security.NONE, Trust.in(Optional.empty())),
            Optional.empty(),
            new MailAddress("ops@shop.example"),
            List.of(new MailAddress("group@shop.example")),
            Duration.ofSeconds(1),
            1);
    private static final Set<String> HEADERS = Set.of(
            "From",
            "To",
            "Message-ID",
            "In-Reply-To",
            "References",
            "Subject",
            "Date",
            "Auto-Submitted",
            "MIME-Version",
            "Content-Type");
    private static final Set<String> ELEMENTS =
            Set.of("html", "head", "meta", "title", "body", "h1", "h2", "p", "table", "tr", "th", "td");

    @Provide
    Arbitrary<Document> documents() {
        return Documents.documents();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .all()
                .ofMaxLength(120)
                .filter(text -> text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE));
    }

    @Provide
    Arbitrary<String> addresses() {
        return Arbitraries.strings().withChars("aZ0.-_+@<>\"'(), \r\n:;[]\\%!é").ofMaxLength(12);
    }

    private static MimeMessage read(Document document) throws Exception {
        OutgoingMessage message = new OutgoingMessage(Given.STORE, "m", "C", document);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Mail(Session.getInstance(new Properties()), SETTINGS, message, Given.NOW).writeTo(out);
        return ReadMail.parsed(out.toByteArray());
    }

    @Property(tries = 300)
    void titleAndTextArriveAsTheyAre(@ForAll("documents") Document document) throws Exception {
        MimeMessage mail = read(document);
        assertEquals(PlainText.title(document), mail.getSubject());
        assertEquals(PlainText.of(document), ReadMail.of(mail).plain());
    }

    @Property(tries = 300)
    void noNameIsAHeaderOrMarkup(@ForAll("documents") Document document) throws Exception {
        MimeMessage mail = read(document);
        Set<String> headers = Collections.list(mail.getAllHeaders()).stream()
                .map(jakarta.mail.Header::getName)
                .collect(Collectors.toSet());
        assertTrue(HEADERS.containsAll(headers), headers.toString());
        String page = ReadMail.of(mail).html();
        NodeList elements = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        page.replace("<!DOCTYPE html>", "").getBytes(UTF_8)))
                .getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            assertTrue(ELEMENTS.contains(element.getTagName()), element.getTagName());
            for (int j = 0; j < element.getAttributes().getLength(); j++) {
                String name = element.getAttributes().item(j).getNodeName();
                assertTrue(Set.of("style", "charset").contains(name), name);
            }
        }
    }

    @Property(tries = 500)
    void anEncodedTextIsReadBackAndEachLineIsShort(@ForAll("texts") String text) throws Exception {
        String encoded = EncodedWords.of(text);
        assertEquals(text, MimeUtility.decodeText(MimeUtility.unfold(encoded)));
        for (String line : ("Subject: " + encoded).split("\r\n")) {
            assertTrue(line.length() <= 76 && line.chars().allMatch(c -> c >= ' ' && c < 0x7F), line);
        }
    }

    @Property(tries = 5_000)
    void anAddressIsOneAddressOrNone(@ForAll("addresses") String text) throws Exception {
        MailAddress address;
        try {
            address = new MailAddress(text);
        } catch (IllegalArgumentException e) {
            return;
        }
        InternetAddress[] parsed = InternetAddress.parse(address.text(), true);
        assertEquals(1, parsed.length);
        assertEquals(text, parsed[0].getAddress());
        assertEquals(null, parsed[0].getPersonal());
    }
}
