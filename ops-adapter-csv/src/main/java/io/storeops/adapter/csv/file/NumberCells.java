package io.storeops.adapter.csv.file;

import java.math.BigDecimal;
import java.util.List;

/**
 * Reads decimal numbers exactly, as a profile says they are written. A number has an optional sign, at least one digit before
 * the point and, with a point, at least one after it. Not thread-safe.
 */
public final class NumberCells {
    /** The most digits of a number, leading zeros not counted. */
    public static final int MOST_DIGITS = 18;

    private static final long[] TENS = new long[MOST_DIGITS + 1];

    static {
        TENS[0] = 1;
        for (int i = 1; i < TENS.length; i++) {
            TENS[i] = TENS[i - 1] * 10;
        }
    }

    private final char decimal;
    private final boolean grouped;
    private final char thousands;
    private final char[][] prefixes;
    private final char[][] suffixes;
    private long unscaled;
    private int scale;

    public NumberCells(NumberStyle style) {
        this.decimal = style.decimal();
        this.grouped = style.thousands().isPresent();
        this.thousands = style.thousands().orElse('\0');
        this.prefixes = chars(style.prefixes());
        this.suffixes = chars(style.suffixes());
    }

    private static char[][] chars(List<String> texts) {
        return texts.stream().map(String::toCharArray).toArray(char[][]::new);
    }

    /** Reads a text; what was read is there until the next call. */
    public boolean read(char[] chars, int from, int to) {
        int end = to - affix(chars, from, to, suffixes, true);
        int at = from;
        boolean negative = false;
        boolean signed = at < end && sign(chars[at]);
        if (signed) {
            negative = chars[at++] == '-';
        }
        at += affix(chars, at, end, prefixes, false);
        if (!signed && at > from && at < end && sign(chars[at])) {
            negative = chars[at++] == '-';
        }
        if (!digits(chars, at, end)) {
            return false;
        }
        unscaled = negative ? -unscaled : unscaled;
        return true;
    }

    /** Takes a number of a sheet, of the 15 digits that one keeps; false if it has more. */
    public boolean take(BigDecimal number) {
        BigDecimal kept = CellText.kept(number);
        if (!CellText.isKept(kept)) {
            return false;
        }
        unscaled = kept.unscaledValue().longValueExact();
        scale = kept.scale();
        return true;
    }

    private static boolean sign(char c) {
        return c == '-' || c == '+';
    }

    private static int affix(char[] chars, int from, int to, char[][] affixes, boolean atEnd) {
        for (char[] affix : affixes) {
            int start = atEnd ? to - affix.length : from;
            int at = 0;
            while (at < affix.length && start + at < to && start >= from && chars[start + at] == affix[at]) {
                at++;
            }
            if (at == affix.length) {
                return at;
            }
        }
        return 0;
    }

    private boolean digits(char[] chars, int from, int to) {
        long value = 0;
        int digits = 0;
        int group = 0;
        int point = -1;
        boolean inGroups = false;
        for (int at = from; at < to; at++) {
            char c = chars[at];
            if (c >= '0' && c <= '9') {
                value = value * 10 + (c - '0');
                digits += value == 0 ? 0 : 1;
                group++;
                if (digits > MOST_DIGITS) {
                    return false;
                }
            } else if (c == decimal && point < 0 && group > 0 && (!inGroups || group == 3)) {
                point = at;
                group = 0;
                inGroups = false;
            } else if (grouped && c == thousands && point < 0 && endsGroup(chars[from], group, inGroups)) {
                inGroups = true;
                group = 0;
            } else {
                return false;
            }
        }
        unscaled = value;
        scale = point < 0 ? 0 : to - point - 1;
        return group > 0 && (!inGroups || group == 3);
    }

    /** A first group that begins with 0 is none: 0,123 is a fraction in another style. */
    private static boolean endsGroup(char first, int group, boolean inGroups) {
        return inGroups ? group == 3 : group > 0 && group <= 3 && first != '0';
    }

    /** What was read, with the decimals that it has. */
    public BigDecimal decimal() {
        return BigDecimal.valueOf(unscaled, scale);
    }

    /**
     * What was read, times a power of ten.
     *
     * @param digits the power
     * @return a whole number
     * @throws ArithmeticException if it is not whole, or exceeds 64 bits
     */
    public long times10(int digits) {
        return shifted(unscaled, scale, digits);
    }

    /**
     * What was read, times a factor and a power of ten.
     *
     * @param factor a whole number
     * @param digits the power
     * @return a whole number, although the number that was read may have more decimals
     * @throws ArithmeticException if it is not whole, or exceeds 64 bits
     */
    public long times10(long factor, int digits) {
        return shifted(Math.multiplyExact(unscaled, factor), scale, digits);
    }

    private static long shifted(long value, int scale, int digits) {
        int up = digits - scale;
        if (up >= 0) {
            return value == 0 ? 0 : Math.multiplyExact(value, power(up));
        }
        if (value == 0) {
            return 0;
        }
        long divisor = power(-up);
        if (value % divisor != 0) {
            throw new ArithmeticException("not whole");
        }
        return value / divisor;
    }

    private static long power(int exponent) {
        if (exponent > MOST_DIGITS) {
            throw new ArithmeticException("10^" + exponent + " exceeds 64 bits");
        }
        return TENS[exponent];
    }
}
