package io.storeops.document;

/** What spreadsheets take for a formula. */
public final class Formulas {
    /** How a formula begins, alone or after an import trimmed the cell. */
    private static final String TRIGGERS = "=+-@\t\r\n\0＝＋－＠";

    private Formulas() {}

    /**
     * Whether a spreadsheet may take a text for a formula.
     *
     * @param text the text of a cell
     * @return true if it begins like one
     */
    public static boolean begin(String text) {
        return !text.isEmpty() && TRIGGERS.indexOf(text.charAt(0)) >= 0;
    }

    /**
     * A text that no spreadsheet takes for a formula.
     *
     * @param text the text of a cell
     * @return the text, with an apostrophe in front if it begins like a formula
     */
    public static String safe(String text) {
        return begin(text) ? "'" + text : text;
    }
}
