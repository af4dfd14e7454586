package io.storeops.adapter.excel;

import org.dhatim.fastexcel.StyleSetter;

/** How a cell looks, apart from the form of its number. */
enum Look {
    /** The document's title. */
    TITLE,
    /** The heading of a section. */
    HEADING,
    /** A column's name. */
    COLUMN,
    /** The label of a value. */
    LABEL,
    /** A value. */
    VALUE,
    /** A value of the row to look at. */
    EMPHASISED,
    /** A word for what is not there. */
    ABSENT;

    private static final int TITLE_SIZE = 16;
    private static final int HEADING_SIZE = 13;
    private static final String SHADE = "FFE7EBF0";
    private static final String GREY = "FF5F6B7A";

    void on(StyleSetter style) {
        switch (this) {
            case TITLE -> style.bold().fontSize(TITLE_SIZE);
            case HEADING -> style.bold().fontSize(HEADING_SIZE);
            case COLUMN -> style.bold().fillColor(SHADE);
            case LABEL -> style.fontColor(GREY);
            case ABSENT -> style.italic().fontColor(GREY);
            case EMPHASISED -> style.bold();
            case VALUE -> {
                // as the workbook's default
            }
        }
    }
}
