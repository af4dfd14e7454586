package io.storeops.adapter.jdbc.marketplace;

import io.storeops.spi.ShownText;
import java.util.Optional;

/** A row that cannot be taken. It never leaves this package: it becomes a problem of its page. */
final class Rejected extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Optional<String> column;
    private final String reason;

    Rejected(Optional<String> column, String reason) {
        // No stack trace: there may be millions of such rows, and the place is the row's number.
        super(reason, null, false, false);
        this.column = column;
        this.reason = reason;
    }

    /** A refusal of what stands in a column, which is shown. */
    static Rejected of(Column column, Object found, String rule) {
        return new Rejected(Optional.of(column.name()), ShownText.of(String.valueOf(found)) + " " + rule);
    }

    Optional<String> column() {
        return column;
    }

    String reason() {
        return reason;
    }
}
