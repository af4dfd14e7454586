package io.storeops.adapter.csv.file;

import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Faults of a whole file, said the one way: {@code orders.csv:1: what is wrong; what to do}. */
public final class FileFaults {
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
}
