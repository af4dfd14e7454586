package io.storeops.adapter.excel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.storeops.document.Document;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook as fastexcel packs it, to be packed again: the clock that stands in it goes, drawings come. Read by its directory at the
 * end, because its entries do not say their sizes in front, so that {@link java.util.zip.ZipInputStream} refuses them.
 */
final class PackedBook {
    static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static final String TYPES = "[Content_Types].xml";
    private static final String CORE = "docProps/core.xml";
    private static final int DIRECTORY_END = 22;
    private static final int DIRECTORY_ENTRY = 46;
    private static final int LOCAL_ENTRY = 30;

    /** Before 1980-01-01 has passed in every zone, an entry would keep its date a second time, in the zone of the machine. */
    private static final LocalDateTime DATE = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final ByteBuffer book;
    private final Map<String, Integer> entries = new LinkedHashMap<>();

    PackedBook(byte[] book) {
        this.book = ByteBuffer.wrap(book).order(ByteOrder.LITTLE_ENDIAN);
        int end = book.length - DIRECTORY_END;
        int at = this.book.getInt(end + 16);
        for (int i = Short.toUnsignedInt(this.book.getShort(end + 10)); i > 0; i--) {
            int name = this.book.getShort(at + 28);
            entries.put(new String(book, at + DIRECTORY_ENTRY, name, UTF_8), at);
            at += DIRECTORY_ENTRY + name + this.book.getShort(at + 30) + this.book.getShort(at + 32);
        }
    }

    private InputStream open(String name) {
        int entry = requireNonNull(entries.get(name), name);
        int local = book.getInt(entry + 42);
        int from = local + LOCAL_ENTRY + book.getShort(local + 26) + book.getShort(local + 28);
        return new InflaterInputStream(
                new ByteArrayInputStream(book.array(), from, book.getInt(entry + 20)), new Inflater(true));
    }

    private String text(String name) throws IOException {
        try (InputStream part = open(name)) {
            return new String(part.readAllBytes(), UTF_8);
        }
    }

    /**
     * The workbook with what is drawn on its sheets.
     *
     * @param drawings that of the first sheet, of the second ...
     * @return the file, the same bytes for equal content
     */
    byte[] with(Document document, Locale language, List<Drawing> drawings) throws IOException {
        DrawnParts parts = DrawnParts.of(drawings);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            // First of all, so that whoever looks at the first bytes sees what the file is.
            put(
                    zip,
                    TYPES,
                    text(TYPES)
                            .replace("</Types>", parts.contentTypes() + "</Types>")
                            .getBytes(UTF_8));
            for (String name : entries.keySet()) {
                if (name.equals(CORE)) {
                    put(zip, CORE, properties(document, language).getBytes(UTF_8));
                } else if (!name.equals(TYPES)) {
                    copy(zip, name, parts.drawn(name));
                }
            }
            for (Map.Entry<String, byte[]> part : new TreeMap<>(parts.files()).entrySet()) {
                put(zip, part.getKey(), part.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /** Copies a part without ever holding all of it; a sheet that is drawn on gets its relation before its last tag. */
    private void copy(ZipOutputStream zip, String name, boolean drawn) throws IOException {
        begin(zip, name);
        byte[] last = "</worksheet>".getBytes(UTF_8);
        try (InputStream part = open(name)) {
            if (drawn) {
                new Tail(last.length).copy(part, zip);
                zip.write(DrawnParts.ON_SHEET.getBytes(UTF_8));
                zip.write(last);
            } else {
                part.transferTo(zip);
            }
        }
        zip.closeEntry();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        begin(zip, name);
        zip.write(content);
        zip.closeEntry();
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(DATE);
        zip.putNextEntry(entry);
    }

    private static String properties(Document document, Locale language) {
        return XML
                + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>"
                + XmlText.escaped(XmlText.plain(document.title()))
                + "</dc:title><dc:creator>StoreOps</dc:creator><dc:language>"
                + language.toLanguageTag() + "</dc:language></cp:coreProperties>";
    }

    /** Copies all but the last bytes. */
    private record Tail(int length) {
        void copy(InputStream from, OutputStream to) throws IOException {
            byte[] held = from.readNBytes(length);
            byte[] buffer = new byte[8_192];
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                byte[] all = new byte[held.length + read];
                System.arraycopy(held, 0, all, 0, held.length);
                System.arraycopy(buffer, 0, all, held.length, read);
                to.write(all, 0, all.length - length);
                System.arraycopy(all, all.length - length, held, 0, length);
            }
        }
    }
}
