package io.storeops.adapter.excel.reader;

import java.util.Arrays;

/** What a file is by its first bytes, whatever it is called. */
enum FileKind {
    /** A zip file, as .xlsx is one. */
    PACKAGE(""),
    /** What Microsoft's older programs write; a workbook with a password is in such a file, too. */
    COMPOUND("a workbook of the old format (.xls), or one with a password. Save it as .xlsx without a password"),
    /** HTML or XML, which some shops call .xls. */
    MARKUP(
            "a page (HTML or XML), which a shop's export calls a workbook. Open it in a spreadsheet and save it as .xlsx"),
    /** Text. */
    TEXT("a text file, such as CSV. Read it as one, or save it as .xlsx"),
    /** Something else. */
    OTHER("none of the formats that are known. Save it as .xlsx"),
    /** Nothing at all. */
    EMPTY("empty. Export it again");

    private static final int[] ZIP = {'P', 'K', 3, 4};
    private static final int[] OLE = {0xD0, 0xCF, 0x11, 0xE0};

    /** How many bytes are looked at. */
    static final int LOOKED_AT = 512;

    private final String instead;

    FileKind(String instead) {
        this.instead = instead;
    }

    /** What the file is instead of a workbook, and what to do. */
    String instead() {
        return instead;
    }

    static FileKind of(byte[] first) {
        if (first.length == 0) {
            return EMPTY;
        } else if (begins(first, ZIP)) {
            return PACKAGE;
        } else if (begins(first, OLE)) {
            return COMPOUND;
        }
        // The zeros of UTF-16 and the marks of byte orders aside.
        byte[] shown = shown(first);
        if (shown.length > 0 && shown[0] == '<') {
            return MARKUP;
        }
        for (byte b : shown) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r') {
                return OTHER;
            }
        }
        return TEXT;
    }

    private static boolean begins(byte[] first, int[] with) {
        if (first.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if (Byte.toUnsignedInt(first[i]) != with[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] shown(byte[] first) {
        int mark = first.length > 1 ? (Byte.toUnsignedInt(first[0]) << 8) | Byte.toUnsignedInt(first[1]) : 0;
        boolean wide = mark == 0xFEFF || mark == 0xFFFE;
        boolean marked =
                first.length > 2 && first[0] == (byte) 0xEF && first[1] == (byte) 0xBB && first[2] == (byte) 0xBF;
        byte[] shown = new byte[first.length];
        int length = 0;
        for (int i = wide ? 2 : marked ? 3 : 0; i < first.length; i++) {
            boolean zero = wide && first[i] == 0;
            boolean leading =
                    length == 0 && (first[i] == ' ' || first[i] == '\n' || first[i] == '\r' || first[i] == '\t');
            if (!zero && !leading) {
                shown[length++] = first[i];
            }
        }
        return Arrays.copyOf(shown, length);
    }
}
