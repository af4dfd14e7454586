package io.storeops.adapter.excel.reader;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Goes through the XML of a part: elements and their text. No entities, no types of documents, no depth beyond what Excel writes. */
final class PartXml implements AutoCloseable {
    private static final int DEEPEST = 64;
    private static final int LONGEST_TEXT = 32_767;

    private final InputStream part;
    private final XMLStreamReader xml;
    private int depth;

    PartXml(InputStream part) throws IOException {
        this.part = part;
        // The JDK's, whatever is on the class path.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        try {
            // Decoded here: of bytes that are damaged the JDK's parser speaks on the standard error.
            this.xml = factory.createXMLStreamReader(decoded(part));
        } catch (XMLStreamException e) {
            throw damaged(e);
        }
    }

    /** A part is in UTF-8 or in UTF-16, whatever it says of itself (ECMA-376, part 2). */
    private static Reader decoded(InputStream part) throws IOException {
        byte[] first = part.readNBytes(3);
        int one = first.length > 0 ? Byte.toUnsignedInt(first[0]) : 0;
        int two = first.length > 1 ? Byte.toUnsignedInt(first[1]) : 0;
        boolean marked = first.length == 3 && one == 0xEF && two == 0xBB && Byte.toUnsignedInt(first[2]) == 0xBF;
        Charset charset = UTF_8;
        if ((one == 0xFE && two == 0xFF) || (one == 0xFF && two == 0xFE)) {
            charset = UTF_16;
        } else if (one == '<' && two == 0) {
            charset = UTF_16LE;
        } else if (one == 0 && two == '<') {
            charset = UTF_16BE;
        }
        InputStream whole = marked ? part : new SequenceInputStream(new ByteArrayInputStream(first), part);
        return new InputStreamReader(whole, charset.newDecoder());
    }

    /** Goes to the next beginning or end of an element, and over all else; false at the end of the part. */
    boolean next() throws IOException {
        while (advance()) {
            if (xml.isStartElement() || xml.isEndElement()) {
                return true;
            }
        }
        return false;
    }

    private boolean advance() throws IOException {
        try {
            if (!xml.hasNext()) {
                return false;
            }
            int event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new IOException("it declares a document type or an entity, which no workbook needs");
            }
            depth += xml.isStartElement() ? 1 : xml.isEndElement() ? -1 : 0;
            if (depth > DEEPEST) {
                throw new IOException("its elements stand more than " + DEEPEST + " deep in one another");
            }
            return true;
        } catch (XMLStreamException e) {
            throw damaged(e);
        }
    }

    private static IOException damaged(XMLStreamException e) {
        Throwable cause = e.getNestedException();
        if (cause instanceof CharacterCodingException) {
            return new IOException("its text is neither UTF-8 nor UTF-16", e);
        }
        return cause instanceof IOException refusal
                ? refusal
                : new IOException("its XML is damaged: " + e.getMessage(), e);
    }

    boolean starts(String element) {
        return xml.isStartElement() && xml.getLocalName().equals(element);
    }

    boolean ends(String element) {
        return xml.isEndElement() && xml.getLocalName().equals(element);
    }

    Optional<String> attribute(String name) {
        return Optional.ofNullable(xml.getAttributeValue(null, name));
    }

    /** An attribute of whatever namespace. */
    Optional<String> anyAttribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)
                    && !xml.getAttributeNamespace(i).isEmpty()) {
                return Optional.of(xml.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    /** The text of the element that began, up to its end. */
    String text() throws IOException {
        StringBuilder text = new StringBuilder();
        int at = depth;
        while (depth >= at && advance()) {
            if (xml.isCharacters()) {
                if (text.length() + xml.getTextLength() > LONGEST_TEXT * 7) {
                    throw new IOException("a text has more than " + LONGEST_TEXT + " characters");
                }
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
        }
        String decoded = Escapes.decoded(text.toString());
        if (decoded.length() > LONGEST_TEXT) {
            throw new IOException("a text has more than " + LONGEST_TEXT + " characters");
        }
        return decoded;
    }

    /** The text of a string item, of its runs one after the other, without how it is pronounced; up to the item's end. */
    String richText(String element) throws IOException {
        StringBuilder all = new StringBuilder();
        boolean pronounced = false;
        while (next() && !ends(element)) {
            if (starts("rPh")) {
                pronounced = true;
            } else if (ends("rPh")) {
                pronounced = false;
            } else if (starts("t")) {
                String text = text();
                if (!pronounced && all.length() + text.length() > LONGEST_TEXT) {
                    throw new IOException("a text has more than " + LONGEST_TEXT + " characters");
                }
                all.append(pronounced ? "" : text);
            }
        }
        return all.toString();
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw damaged(e);
        } finally {
            part.close();
        }
    }
}
