package io.storeops.adapter.csv.file;

import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Faults of a whole file, said the one way: {@code orders.csv:1: what is wrong; what to do}. */
public final class FileFaults {
    private static final int LONGEST_SHOWN = 60;

    private FileFaults() {}

    /** A file whose contents are wrong from this line on. */
    public static AdapterException invalid(Path file, long line, String what) {
        return new AdapterException(FaultKind.INVALID, file.getFileName() + ":" + line + ": " + what);
    }

    /** A file that cannot be read at all. */
    public static AdapterException unreadable(Path file, Exception cause) {
        return cause instanceof NoSuchFileException
                ? missing(file)
                : new AdapterException(
                        FaultKind.INVALID,
                        "The file " + file + " cannot be read: " + cause + ". Check that it may be read",
                        cause);
    }

    /** A path at which nothing is. */
    public static AdapterException missing(Path path) {
        return new AdapterException(
                FaultKind.NOT_FOUND, "There is no file or folder " + path + ". Check the key 'path'");
    }

    /** A text of the file as a message may show it: short, on one line, in quotes. */
    public static String shown(String text) {
        StringBuilder shown = new StringBuilder("'");
        for (int i = 0; i < Math.min(text.length(), LONGEST_SHOWN); i++) {
            char c = text.charAt(i);
            shown.append(Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '\uFFFD' : c);
        }
        return shown.append(text.length() > LONGEST_SHOWN ? "...'" : "'").toString();
    }
}
