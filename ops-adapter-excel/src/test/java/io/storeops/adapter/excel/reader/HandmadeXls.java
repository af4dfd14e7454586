package io.storeops.adapter.excel.reader;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** A workbook of the old format written record by record, as nobody's program would write it. Its one sheet is called S. */
final class HandmadeXls {
    private static final int MOST_BYTES = 8_224;

    /** A record: what it is and what it holds. */
    record Part(int kind, byte[] content) {
        byte[] bytes() {
            return ByteBuffer.allocate(4 + content.length)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putShort((short) kind)
                    .putShort((short) content.length)
                    .put(content)
                    .array();
        }
    }

    private final List<Part> shared = new ArrayList<>();
    private final List<Part> rows = new ArrayList<>();
    private int version = 0x600;
    private int kind = 0x10;

    private HandmadeXls() {}

    static HandmadeXls of(Part... rows) {
        HandmadeXls book = new HandmadeXls();
        book.rows.addAll(List.of(rows));
        return book;
    }

    /** A record of numbers, texts and bytes: a Short takes two bytes, an Integer four, a Long or Double eight. */
    static Part part(int kind, Object... content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Object each : content) {
            ByteBuffer buffer = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
            if (each instanceof Byte value) {
                buffer.put(value);
            } else if (each instanceof Short value) {
                buffer.putShort(value);
            } else if (each instanceof Integer value) {
                buffer.putInt(value);
            } else if (each instanceof Long value) {
                buffer.putLong(value);
            } else if (each instanceof Double value) {
                buffer.putDouble(value);
            } else {
                bytes.writeBytes((byte[]) each);
            }
            bytes.write(buffer.array(), 0, buffer.position());
        }
        return new Part(kind, bytes.toByteArray());
    }

    static Part number(int row, int column, int style, double value) {
        return part(0x203, (short) row, (short) column, (short) style, value);
    }

    /** A text in a cell, as the versions before Excel 97 and some programs write it. */
    static Part text(int row, int column, String text) {
        return part(0x204, (short) row, (short) column, (short) 0, (short) text.length(), (byte) 1, wide(text));
    }

    static Part formula(int row, int column, long result) {
        return part(0x06, (short) row, (short) column, (short) 0, result, (short) 0, 0, (short) 0);
    }

    static Part result(String text) {
        return part(0x207, (short) text.length(), (byte) 0, text.getBytes(ISO_8859_1));
    }

    static Part begins(int version, int kind) {
        return part(0x809, (short) version, (short) kind, 0L, 0);
    }

    static Part ends() {
        return part(0x0A);
    }

    static byte[] wide(String text) {
        return text.getBytes(UTF_16LE);
    }

    HandmadeXls sharing(Part... parts) {
        shared.addAll(List.of(parts));
        return this;
    }

    HandmadeXls beginning(int ofVersion, int withKind) {
        version = ofVersion;
        kind = withKind;
        return this;
    }

    /** The records, with what begins and ends the workbook and the sheet. */
    byte[] records() {
        Part sheet = part(0x85, 0, (short) 0, (byte) 1, (byte) 0, (byte) 'S');
        List<Part> before = new ArrayList<>();
        before.add(begins(version, 5));
        before.addAll(shared);
        int position = before.stream().mapToInt(part -> part.bytes().length).sum()
                + sheet.bytes().length
                + ends().bytes().length;
        before.add(part(0x85, position, (short) 0, (byte) 1, (byte) 0, (byte) 'S'));
        before.add(ends());
        before.add(begins(version, kind));
        before.addAll(rows);
        before.add(ends());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        before.forEach(part -> bytes.writeBytes(part.bytes()));
        return bytes.toByteArray();
    }

    Path in(Path file) {
        return stream(file, "Workbook", records());
    }

    /** A file of Microsoft's with one stream in it. */
    static Path stream(Path file, String name, byte[] bytes) {
        try (POIFSFileSystem files = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            files.createDocument(new ByteArrayInputStream(bytes), name);
            files.writeFilesystem(out);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shared texts out of pieces, with a record that continues the other wherever one is full. */
    static Part[] texts(int stated, byte[] piece, int times) {
        List<Part> parts = new ArrayList<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(part(0, stated, stated).content());
        for (int i = 0; i < times; i++) {
            if (bytes.size() + piece.length > MOST_BYTES) {
                parts.add(new Part(parts.isEmpty() ? 0xFC : 0x3C, bytes.toByteArray()));
                bytes.reset();
            }
            bytes.writeBytes(piece);
        }
        parts.add(new Part(parts.isEmpty() ? 0xFC : 0x3C, bytes.toByteArray()));
        return parts.toArray(Part[]::new);
    }
}
