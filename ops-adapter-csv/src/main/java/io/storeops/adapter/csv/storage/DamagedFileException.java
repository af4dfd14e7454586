package io.storeops.adapter.csv.storage;

import io.storeops.failure.FaultKind;
import io.storeops.storage.StorageException;

/** A file of the folder is not what the store left there. */
final class DamagedFileException extends StorageException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final long line;
    private final String reason;

    /**
     * Creates it.
     *
     * @param file the file's name
     * @param line the line, counted from 1; 0 if it concerns the file as a whole
     * @param reason what is wrong
     */
    DamagedFileException(String file, long line, String reason) {
        super(FaultKind.INVALID, told(file, line, reason));
        this.file = file;
        this.line = line;
        this.reason = reason;
    }

    /** A file that should be there is not. */
    static DamagedFileException missing(String file) {
        return new DamagedFileException(file, 0, "the file is missing");
    }

    /** A file or folder that no store makes. It is in nobody's way. */
    static DamagedFileException stray(String file) {
        return new DamagedFileException(
                file, 0, "this is not a file of the store, which neither reads nor changes it; move it away");
    }

    /** The place and the reason in one line. */
    static String told(String file, long line, String reason) {
        return file + (line > 0 ? ":" + line : "") + ": " + reason;
    }

    String file() {
        return file;
    }

    long line() {
        return line;
    }

    String reason() {
        return reason;
    }
}
