package io.storeops.adapter.csv.file;

import io.storeops.spi.sheet.SheetCell;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What a sheet's cells are as texts. */
final class CellText {
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MILLI = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    /** As many digits as a spreadsheet keeps; what is behind them is how binary numbers are written. */
    private static final MathContext KEPT = new MathContext(15);

    private CellText() {}

    /** A number has no separators but its point; one with more digits than a spreadsheet keeps has an exponent, which no id has. */
    static String of(SheetCell cell) {
        if (cell instanceof SheetCell.Text text) {
            return text.text();
        } else if (cell instanceof SheetCell.Numeric number) {
            return of(number.value());
        } else if (cell instanceof SheetCell.Moment moment) {
            boolean whole = moment.value().equals(moment.value().truncatedTo(ChronoUnit.SECONDS));
            return (whole ? SECOND : MILLI).format(moment.value());
        } else if (cell instanceof SheetCell.Flag flag) {
            return flag.value() ? "TRUE" : "FALSE";
        } else if (cell instanceof SheetCell.Fault fault) {
            return fault.code();
        }
        return "";
    }

    private static String of(BigDecimal value) {
        BigDecimal kept = kept(value);
        if (!isKept(kept)) {
            return kept.unscaledValue().toString().charAt(0) + ".E+" + (kept.precision() - kept.scale() - 1);
        }
        return kept.toPlainString();
    }

    /** The number without what a binary number has more than was typed. */
    static BigDecimal kept(BigDecimal value) {
        BigDecimal kept = value.round(KEPT).stripTrailingZeros();
        return kept.scale() < 0 && isKept(kept) ? kept.setScale(0) : kept;
    }

    /** Whether a spreadsheet keeps all digits before the point. */
    static boolean isKept(BigDecimal kept) {
        return kept.precision() - kept.scale() <= KEPT.getPrecision();
    }
}
