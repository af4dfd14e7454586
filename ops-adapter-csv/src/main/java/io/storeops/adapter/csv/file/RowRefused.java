package io.storeops.adapter.csv.file;

import java.util.Optional;

/** A row that cannot be taken. It never leaves the reader of a file, which turns it into a problem of its page. */
public final class RowRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Optional<String> column;
    private final String reason;

    public RowRefused(Optional<String> column, String reason) {
        // No stack trace: a file may have millions of such rows, and the place is the file's line.
        super(reason, null, false, false);
        this.column = column;
        this.reason = reason;
    }

    public Optional<String> column() {
        return column;
    }

    public String reason() {
        return reason;
    }
}
