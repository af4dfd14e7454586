package io.storeops.adapter.csv.file;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is no id any more: a number that a spreadsheet or a program has shortened or rounded, or the label of a row of totals. */
public final class DamagedIds {
    /** A mantissa in any style of numbers, and an exponent. */
    private static final Pattern EXPONENT =
            Pattern.compile("[+-]?(\\d[\\d.,'’٫٬ ]*|[.,٫]\\d+) ?(?:E ?|[X×*·] ?10 ?\\^? ?)([+-]?) ?\\d{1,4}");

    private static final int KEPT_DIGITS = 15;

    private static final Set<String> TOTALS = Set.of(
            "合计",
            "总计",
            "汇总",
            "小计",
            "共计",
            "总和",
            "合計",
            "総計",
            "小計",
            "总额",
            "总合计",
            "TOTAL",
            "TOTALS",
            "SUBTOTAL",
            "SUB TOTAL",
            "GRAND TOTAL",
            "SUM",
            "SUMME",
            "GESAMT",
            "GESAMTSUMME",
            "SUMMARY",
            "ИТОГО",
            "TOTALE",
            "합계",
            "총계");

    private DamagedIds() {}

    /**
     * Whether an id is a number with an exponent, as in 4.68769E+17, whose last digits are lost. Without a plus sign and a decimal mark only
     * one digit before the exponent is: 4E17, but not 12E34 or 123e4567, which may be codes.
     */
    public static boolean shortened(String id) {
        if (id.length() < 3 || id.length() > 60 || !mayHaveExponent(id)) {
            return false;
        }
        Matcher number = EXPONENT.matcher(Normalizer.normalize(id, Normalizer.Form.NFKC)
                .replace('\u2212', '-')
                .toUpperCase(Locale.ROOT));
        if (!number.matches()) {
            return false;
        }
        String mantissa = number.group(1).strip();
        return number.group(2).equals("+")
                || mantissa.length() == 1
                || !mantissa.chars().allMatch(Character::isDigit);
    }

    private static boolean mayHaveExponent(String id) {
        for (int i = 1; i < id.length(); i++) {
            char c = id.charAt(i);
            if (c == 'E' || c == 'e' || c == '*' || c == 'x' || c == 'X' || c > 0x7F) {
                return true;
            }
        }
        return false;
    }

    /** Whether an id has more digits than a spreadsheet keeps, and nothing but zeros after those. */
    public static boolean rounded(String id) {
        int digits = 0;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (c >= '0' && c <= '9') {
                digits += digits > 0 || c > '0' ? 1 : 0;
                if (digits > KEPT_DIGITS && c != '0') {
                    return false;
                }
            } else if (", '.\u00A0\u202F".indexOf(c) < 0) {
                return false;
            }
        }
        return digits > KEPT_DIGITS;
    }

    /** Whether an id is the label of a row of totals. */
    public static boolean total(String id) {
        char first = id.charAt(0);
        if (first >= '0' && first <= '9') {
            return false;
        }
        String label = id.strip();
        while (label.endsWith(":") || label.endsWith("：")) {
            label = label.substring(0, label.length() - 1).strip();
        }
        return TOTALS.contains(label.toUpperCase(Locale.ROOT));
    }
}
