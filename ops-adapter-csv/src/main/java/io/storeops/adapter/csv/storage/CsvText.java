package io.storeops.adapter.csv.storage;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** CSV as bytes: strict UTF-8, CR LF, quotes only where needed. */
final class CsvText {
    /** What spreadsheets need to see UTF-8 in a file. */
    static final String BOM = "\uFEFF";

    /** The longest record that is written, in characters. */
    private static final int LONGEST_LINE = 8 * 1024 * 1024;

    /**
     * The longest field that is read: twice what is written, so that whatever was written can be read, but no more than a
     * small process can hold. A character takes two bytes, and half as much again while the buffer grows.
     */
    private static final int LONGEST_FIELD = (int)
            Math.min(2L * LONGEST_LINE, Math.max(1 << 20, Runtime.getRuntime().maxMemory() / 8));

    /**
     * A record and where it begins.
     *
     * @param line the line in its file
     * @param cells the cells
     */
    record Line(long line, List<String> cells) {}

    private CsvText() {}

    /**
     * One record with its line end.
     *
     * @throws IllegalArgumentException if it is too long to be read back
     */
    static String line(List<String> cells) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            append(i == 0 ? out : out.append(','), cells.get(i));
        }
        endLine(out, 0);
        return out.toString();
    }

    /** Adds a cell, in quotes where it needs them. */
    static void append(StringBuilder out, String cell) {
        if (!needsQuotes(cell)) {
            out.append(cell);
            return;
        }
        out.append('"');
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '"') {
                out.append('"');
            }
            out.append(c);
        }
        out.append('"');
    }

    private static boolean needsQuotes(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == ',' || c == '"' || c == '\r' || c == '\n') {
                return true;
            }
        }
        return false;
    }

    /**
     * Ends the record that began at a place.
     *
     * @throws IllegalArgumentException if it is too long to be read back
     */
    static void endLine(StringBuilder out, int begin) {
        out.append("\r\n");
        if (out.length() - begin > LONGEST_LINE) {
            throw new IllegalArgumentException("A row of the CSV store has at most " + LONGEST_LINE
                    + " characters, not " + (out.length() - begin) + "; keep long documents elsewhere");
        }
    }

    /**
     * The bytes of a text.
     *
     * @throws IllegalArgumentException if a surrogate has no partner
     */
    static byte[] utf8(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    throw new IllegalArgumentException("A text with an unpaired surrogate cannot be kept as UTF-8");
                }
                i++;
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The records of a part of a file. */
    static List<Line> lines(String file, byte[] bytes, int from, int to, long firstLine) {
        List<Line> lines = new ArrayList<>();
        read(file, bytes, from, to, firstLine, FieldMismatchStrategy.IGNORE, lines::add);
        return lines;
    }

    /**
     * Reads a whole file record by record, every record as wide as the first. Nothing is kept of a record.
     *
     * @throws DamagedFileException if the file is not such CSV, with the line
     */
    static void read(String file, byte[] bytes, Consumer<Line> lines) {
        read(file, bytes, 0, bytes.length, 1, FieldMismatchStrategy.STRICT, lines);
    }

    private static void read(
            String file,
            byte[] bytes,
            int from,
            int to,
            long firstLine,
            FieldMismatchStrategy width,
            Consumer<Line> lines) {
        long next = firstLine;
        CsvReader.CsvReaderBuilder reader = CsvReader.builder()
                .skipEmptyLines(false)
                .extraFieldStrategy(width)
                .missingFieldStrategy(width)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_FIELD);
        Reader text = new InputStreamReader(new ByteArrayInputStream(bytes, from, to - from), strict());
        try (CloseableIterator<CsvRecord> records = reader.ofCsvRecord(text).iterator()) {
            while (records.hasNext()) {
                CsvRecord record = records.next();
                next = firstLine + record.getStartingLineNumber() - 1;
                lines.accept(new Line(next, record.getFields()));
                next += 1 + lineEndsIn(record.getFields());
            }
        } catch (CsvParseException e) {
            throw new DamagedFileException(file, next, "the record is not valid CSV (" + reasonOf(e) + ")");
        } catch (UncheckedIOException | IOException e) {
            throw undecodable(file, bytes, from, to, firstLine);
        }
    }

    private static CharsetDecoder strict() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static String reasonOf(CsvParseException e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage());
    }

    private static long lineEndsIn(List<String> cells) {
        long ends = 0;
        for (String cell : cells) {
            for (int at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) {
                ends++;
            }
        }
        return ends;
    }

    /** Finds the byte that cannot be decoded. */
    private static DamagedFileException undecodable(String file, byte[] bytes, int from, int to, long firstLine) {
        ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
        CharBuffer out = CharBuffer.allocate(1 << 13);
        CharsetDecoder decoder = strict();
        while (decoder.decode(in, out.clear(), true).isOverflow()) {
            out.clear();
        }
        return new DamagedFileException(
                file,
                firstLine + lineEnds(bytes, from, in.position()),
                "the byte 0x" + Integer.toHexString(bytes[in.position()] & 0xFF) + " is not UTF-8");
    }

    /** How many lines end in a part of a file. */
    static long lineEnds(byte[] bytes, int from, int to) {
        long count = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                count++;
            }
        }
        return count;
    }
}
