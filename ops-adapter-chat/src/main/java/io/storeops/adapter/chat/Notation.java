package io.storeops.adapter.chat;

/**
 * How a platform writes the parts of a document.
 *
 * @param title around the title where it stands in the text itself
 * @param heading around a heading
 * @param strong around what is emphasised in a line
 * @param field around a label and its value
 * @param row around a row of a table in lines
 * @param table how it writes tables
 * @param markdown whether the beginning of a line can make it something else than text
 */
record Notation(Mark title, Mark heading, Mark strong, Mark field, Mark row, Tables table, boolean markdown) {
    /** Nothing but text. */
    static final Notation TEXT =
            new Notation(Mark.of("", "\n\n"), Mark.LINE, Mark.of("> ", ""), Mark.LINE, Mark.LINE, Tables.LINES, false);

    /** How tables are written. */
    enum Tables {
        /** As Markdown knows them. */
        MARKDOWN,
        /** A line each row, a stroke between the cells. */
        LINES,
        /** In preformatted text, the columns lined up. */
        PREFORMATTED
    }

    /**
     * What stands before and after a text.
     *
     * @param before before
     * @param after after
     */
    record Mark(String before, String after) {
        /** A line of its own. */
        static final Mark LINE = new Mark("", "\n");

        static Mark of(String before, String after) {
            return new Mark(before, after);
        }

        String around(String text) {
            return before + text + after;
        }
    }
}
