package io.storeops.adapter.excel.reader;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.hssf.record.RecordInputStream;

/**
 * The records of an .xls workbook from a place on, one at a time: what POI's event API makes its events of, so that nothing but the record at hand
 * is in memory. Texts and numbers are read out of POI's stream, which goes on in CONTINUE records by itself.
 */
final class XlsRecords implements Closeable {
    static final int FORMULA = 0x06;
    static final int END = 0x0A;
    static final int DATES_FROM_1904 = 0x22;
    static final int PASSWORD = 0x2F;
    static final int CONTINUE = 0x3C;
    static final int SHEET = 0x85;
    static final int NUMBERS = 0xBD;
    static final int RICH_TEXT = 0xD6;
    static final int STYLE = 0xE0;
    static final int SHARED_TEXTS = 0xFC;
    static final int SHARED_TEXT = 0xFD;
    static final int NUMBER = 0x203;
    static final int TEXT = 0x204;
    static final int FLAG_OR_FAULT = 0x205;
    static final int RESULT = 0x207;
    static final int SHORT_NUMBER = 0x27E;
    static final int FORMAT = 0x41E;
    static final int BEGINNING = 0x809;

    private static final int EXCEL_97 = 0x600;
    private static final int WIDE = 1;
    private static final int WITH_SOUNDS = 4;
    private static final int WITH_FONTS = 8;
    private static final int PIECE = 1 << 13;
    private static final int LONGEST_TEXT = 32_767;

    private final InputStream stream;
    private final RecordInputStream in;

    /**
     * Goes to a place in a stream.
     *
     * @param stream from its beginning, closed with this
     * @param from how many bytes are before the place
     */
    XlsRecords(InputStream stream, long from) throws IOException {
        this.stream = stream;
        skip(from);
        this.in = new RecordInputStream(stream);
    }

    /** In pieces, because POI skips by reading into an array as long. */
    private void skip(long from) throws IOException {
        if (from < 0 || from > stream.available()) {
            throw new IOException("it begins behind the end of the file");
        }
        for (long rest = from; rest > 0; rest -= Math.min(rest, PIECE)) {
            stream.skipNBytes(Math.min(rest, PIECE));
        }
    }

    /** Goes on to the next record, which there has to be: whatever begins has an end. */
    int next() throws IOException {
        while (in.remaining() > 0) {
            in.readRemainder();
        }
        if (!in.hasNextRecord()) {
            throw new IOException("the file ends within it. Export it again");
        }
        in.nextRecord();
        return Short.toUnsignedInt(in.getSid());
    }

    /** What begins here, in the words of the format: 5 for the workbook, 16 for a sheet of cells. */
    int beginning() throws IOException {
        if (next() != BEGINNING) {
            throw new IOException("it does not begin where the file says");
        }
        int version = unsigned();
        if (version != EXCEL_97) {
            throw new IOException("it is of Excel 95 or older. Save it as .xlsx");
        }
        return unsigned();
    }

    /** Two bytes. */
    int unsigned() {
        return in.readUShort();
    }

    int octet() {
        return in.readUByte();
    }

    int whole() {
        return in.readInt();
    }

    long bits() {
        return in.readLong();
    }

    int remaining() {
        return in.remaining();
    }

    /** A text with the number of its characters in one byte. */
    String shortText() throws IOException {
        return characters(octet(), octet());
    }

    /** A text with the number of its characters in two bytes. */
    String text() throws IOException {
        return characters(unsigned(), octet());
    }

    /** Whether the record goes on, if need be in records that continue it. */
    boolean goesOn() {
        return in.remaining() > 0 || (in.hasNextRecord() && in.getNextSid() == CONTINUE);
    }

    /** A text that cells share; where its fonts change and how it sounds is passed over. */
    String sharedText() throws IOException {
        int length = unsigned();
        int options = octet();
        long rest = (options & WITH_FONTS) == 0 ? 0 : unsigned() * 4L;
        if ((options & WITH_SOUNDS) != 0) {
            int sounds = whole();
            if (sounds < 0) {
                throw new IOException("the sounds of a text have " + sounds + " bytes");
            }
            rest += sounds;
        }
        String text = characters(length, options);
        for (long i = 0; i < rest; i++) {
            in.readByte();
        }
        return text;
    }

    private String characters(int length, int options) throws IOException {
        if (length > LONGEST_TEXT) {
            throw new IOException("a text has more than " + LONGEST_TEXT + " characters");
        }
        String text = (options & WIDE) == 0 ? in.readCompressedUnicode(length) : in.readUnicodeLEString(length);
        for (int i = 0; i < length; i++) {
            if (Character.isSurrogate(text.charAt(i))
                    && (Character.isLowSurrogate(text.charAt(i))
                            || ++i == length
                            || !Character.isLowSurrogate(text.charAt(i)))) {
                throw new IOException("a text has half a character");
            }
        }
        return text;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
