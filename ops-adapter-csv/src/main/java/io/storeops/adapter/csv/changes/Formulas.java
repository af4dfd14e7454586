package io.storeops.adapter.csv.changes;

/** What spreadsheets take for a formula. */
public final class Formulas {
    /** How a formula begins, alone or after an import trimmed the cell. */
    private static final String TRIGGERS = "=+-@\t\r\n\0＝＋－＠";

    private Formulas() {}

    /** Whether a spreadsheet may take a text for a formula. */
    public static boolean begin(String text) {
        return !text.isEmpty() && TRIGGERS.indexOf(text.charAt(0)) >= 0;
    }
}
