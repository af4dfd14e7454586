package io.storeops.adapter.csv.file;

import io.storeops.failure.AdapterException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of a file in its declared encoding. A byte that the encoding does not have is refused with its line, never
 * replaced. A byte order mark is dropped where its encoding is declared and refused where it is not. What is wrongly declared
 * but happens to be valid cannot be told: 平台 in GBK is also valid UTF-8.
 */
public final class StrictText extends Reader {
    private static final int BLOCK = 1 << 16;
    private static final int LONGEST_MARK = 4;
    private static final int LONGEST_BEGINNING = 1 << 9;
    private static final Pattern WEB_PAGE = Pattern.compile(
            "(?i)\\s*(?:<\\?[^>]*>\\s*|<!--.*?-->\\s*)*<(?:!doctype\\s+html|html|head|meta|style|(table|(?:\\w+:)?Workbook))\\b",
            Pattern.DOTALL);
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    /**
     * A byte order mark.
     *
     * @param encoding the encoding that it belongs to
     * @param text its bytes, one a character
     */
    private record Mark(String encoding, String text) {
        byte[] bytes() {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }

        /** UTF-16 and UTF-32 mean whichever order the mark says; their decoders read it. */
        boolean readBy(Charset charset) {
            return charset.name().length() == 6 && encoding.startsWith(charset.name());
        }
    }

    /** A longer one before the shorter one that it begins with. */
    private static final List<Mark> MARKS = List.of(
            new Mark("UTF-8", "\u00EF\u00BB\u00BF"),
            new Mark("UTF-32LE", "\u00FF\u00FE\0\0"),
            new Mark("UTF-32BE", "\0\0\u00FE\u00FF"),
            new Mark("UTF-16LE", "\u00FF\u00FE"),
            new Mark("UTF-16BE", "\u00FE\u00FF"));

    private final Path file;
    private final Charset charset;
    private final InputStream input;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BLOCK).flip();
    private final CharBuffer pair = CharBuffer.allocate(2).flip();
    private boolean ended;
    private char last = '\n';

    private StrictText(Path file, Charset charset, InputStream input) {
        this.file = file;
        this.charset = charset;
        this.input = input;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Opens a file, refusing what is not text of this encoding by its first bytes. */
    public static StrictText open(Path file, Charset charset) throws IOException {
        StrictText text = new StrictText(file, charset, Files.newInputStream(file));
        try {
            text.begin();
            return text;
        } catch (IOException | RuntimeException e) {
            text.close();
            throw e;
        }
    }

    private void begin() throws IOException {
        while (!ended && bytes.remaining() < LONGEST_MARK) {
            fill();
        }
        if (begins(ZIP) || begins(OLE2)) {
            throw FileFaults.invalid(
                    file,
                    1,
                    "this is an Excel workbook, not CSV; with ops-adapter-excel on the class path it is read, else"
                            + " open it and save it as CSV");
        }
        for (Mark mark : MARKS) {
            if (begins(mark.bytes())) {
                drop(mark);
                break;
            }
        }
        refuseWebPage();
    }

    /** What a browser saves of a marketplace that asks to log in first, and a table of HTML or XML that an export calls .xls. */
    private void refuseWebPage() throws IOException {
        while (!ended && bytes.remaining() < LONGEST_BEGINNING) {
            fill();
        }
        int length = Math.min(bytes.remaining(), LONGEST_BEGINNING);
        String beginning = new String(bytes.array(), bytes.position(), length, StandardCharsets.ISO_8859_1);
        Matcher page = WEB_PAGE.matcher(beginning);
        if (page.lookingAt()) {
            boolean table = page.group(1) != null
                    || SourceFiles.name(file).toLowerCase(Locale.ROOT).endsWith(".xls");
            throw FileFaults.invalid(
                    file,
                    1,
                    table
                            ? "this is a page (HTML or XML), which some exports call a workbook; open it in a"
                                    + " spreadsheet and save it as .xlsx or CSV"
                            : "this is a web page, not CSV, perhaps one to log in on; log in and export the file anew");
        }
    }

    private void drop(Mark mark) {
        if (charset.name().equals(mark.encoding())) {
            bytes.position(bytes.position() + mark.text().length());
        } else if (!mark.readBy(charset)) {
            throw FileFaults.invalid(
                    file,
                    1,
                    "the file begins with the byte order mark of " + mark.encoding() + ", but the profile declares "
                            + charset + "; declare " + mark.encoding());
        }
    }

    private boolean begins(byte[] mark) {
        return bytes.remaining() >= mark.length
                && bytes.slice(bytes.position(), mark.length).equals(ByteBuffer.wrap(mark));
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = input.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!pair.hasRemaining()) {
            if (length > 1) {
                return decode(CharBuffer.wrap(target, offset, length));
            }
            // A character outside the basic plane does not fit into one place: it is handed over in halves.
            int count = decode(pair.clear());
            pair.flip();
            if (count < 0) {
                return -1;
            }
        }
        target[offset] = pair.get();
        return 1;
    }

    private int decode(CharBuffer target) throws IOException {
        int start = target.position();
        while (true) {
            CoderResult result = decoder.decode(bytes, target, ended);
            if (result.isError()) {
                throw undecodable(result.length());
            }
            if (target.position() > start) {
                break;
            }
            if (ended) {
                return -1;
            }
            fill();
        }
        last = target.get(target.position() - 1);
        return target.position() - start;
    }

    /** Whether what was read so far ends within a line; known for certain once everything is read. */
    public boolean endsWithinALine() {
        return last != '\n' && last != '\r';
    }

    private AdapterException undecodable(int length) throws IOException {
        StringBuilder found = new StringBuilder();
        for (int i = 0; i < Math.min(length, bytes.remaining()); i++) {
            int value = bytes.get(bytes.position() + i) & 0xFF;
            found.append(' ')
                    .append(Character.toUpperCase(Character.forDigit(value >>> 4, 16)))
                    .append(Character.toUpperCase(Character.forDigit(value & 0xF, 16)));
        }
        return FileFaults.invalid(
                file,
                lineOfFault(),
                "the bytes" + found + " are not " + charset
                        + ", which the profile declares; declare the file's own encoding"
                        + " (as in UTF-8 or GB18030), or save the file in " + charset);
    }

    /** Counts lines only once there is a fault, so that a good file does not pay for it. */
    private long lineOfFault() throws IOException {
        try (StrictText again = new StrictText(file, charset, Files.newInputStream(file))) {
            CharBuffer chars = CharBuffer.allocate(BLOCK);
            long line = 1;
            char previous = 0;
            CoderResult result;
            do {
                again.fill();
                do {
                    result = again.decoder.decode(again.bytes, chars.clear(), again.ended);
                    chars.flip();
                    while (chars.hasRemaining()) {
                        char c = chars.get();
                        line += c == '\r' || (c == '\n' && previous != '\r') ? 1 : 0;
                        previous = c;
                    }
                } while (result.isOverflow());
            } while (!result.isError() && !again.ended);
            return line;
        }
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
