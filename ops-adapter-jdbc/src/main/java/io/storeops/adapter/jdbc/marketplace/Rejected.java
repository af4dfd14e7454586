package io.storeops.adapter.jdbc.marketplace;

import java.util.Optional;

/** A row that cannot be taken. It never leaves this package: it becomes a problem of its page. */
final class Rejected extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_SHOWN = 60;

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
        return new Rejected(Optional.of(column.name()), shown(String.valueOf(found)) + " " + rule);
    }

    Optional<String> column() {
        return column;
    }

    String reason() {
        return reason;
    }

    /** A text of the database as a message may show it: short, on one line, in quotes. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder("'");
        for (int i = 0; i < Math.min(text.length(), LONGEST_SHOWN); i++) {
            char c = text.charAt(i);
            shown.append(Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '\uFFFD' : c);
        }
        return shown.append(text.length() > LONGEST_SHOWN ? "...'" : "'").toString();
    }
}
