package io.storeops.adapter.chat;

import java.util.List;

/**
 * A block of a document in a platform's notation, to be divided between its rows.
 *
 * @param head what stands before its first row, and again before the first of each further message: heading, names of columns
 * @param rows the rows, each with its line break
 * @param tail what stands after its last row, and after the last in each message
 * @param prose whether a row is a paragraph, which may be divided where it is too long for a message
 */
record Passage(String head, List<String> rows, String tail, boolean prose) {
    Passage {
        rows = List.copyOf(rows);
    }

    static Passage prose(String head, String paragraph) {
        return new Passage(head, List.of(paragraph), "", true);
    }

    /** The same passage below a heading. */
    Passage below(String heading) {
        return new Passage(heading + head, rows, tail, prose);
    }
}
