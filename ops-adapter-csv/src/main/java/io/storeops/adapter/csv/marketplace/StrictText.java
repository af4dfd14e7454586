package io.storeops.adapter.csv.marketplace;

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

/**
 * The characters of a file in its declared encoding. A byte that the encoding does not have is refused with its line, never
 * replaced. A UTF-8 byte order mark is dropped where UTF-8 is declared and refused where it is not. What is wrongly declared
 * but happens to be valid cannot be told: 平台 in GBK is also valid UTF-8.
 */
final class StrictText extends Reader {
    private static final int BLOCK = 1 << 16;
    private static final int LONGEST_MARK = 4;
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final Path file;
    private final Charset charset;
    private final InputStream input;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BLOCK).flip();
    private final CharBuffer pair = CharBuffer.allocate(2).flip();
    private boolean ended;

    private StrictText(Path file, Charset charset, InputStream input) {
        this.file = file;
        this.charset = charset;
        this.input = input;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Opens a file, refusing what is not text of this encoding by its first bytes. */
    static StrictText open(Path file, Charset charset) throws IOException {
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
            throw FileFaults.invalid(file, 1, "this is an Excel workbook, not CSV; open it and save it as CSV");
        }
        if (begins(UTF_8_MARK)) {
            if (!charset.equals(StandardCharsets.UTF_8)) {
                throw FileFaults.invalid(
                        file,
                        1,
                        "the file begins with the byte order mark of UTF-8, but the profile declares " + charset
                                + "; declare UTF-8");
            }
            bytes.position(bytes.position() + UTF_8_MARK.length);
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
        return target.position() - start;
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
