package io.storeops.adapter.excel;

import static java.util.Objects.requireNonNull;

import io.storeops.catalog.Money;
import io.storeops.document.Cell;
import io.storeops.document.Formulas;
import io.storeops.document.Line;
import io.storeops.kpi.Ratio;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What a cell of a sheet holds.
 *
 * @param number the number; empty if the cell holds a text
 * @param text the value as people read it, on one line
 * @param format how the cell shows its content, in Excel's words
 */
record Content(Optional<Number> number, String text, String format) {
    static final String PLAIN = "General";

    /** A cell that stays a text even if somebody edits it. */
    private static final String TEXT = "@";

    private static final String WHOLE = "0";
    private static final String SHARE = "0.00%";
    private static final String DAY = "yyyy-mm-dd";

    /** Spreadsheets keep that many digits of a number, and round the rest away. */
    private static final MathContext KEPT = new MathContext(15, RoundingMode.HALF_UP);

    /** Day 0 of those that are counted right: Excel takes 1900 for a leap year, so nothing before March of it. */
    private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);

    private static final LocalDate FIRST = LocalDate.of(1900, 3, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    Content {
        requireNonNull(number, "number");
        requireNonNull(text, "text");
        requireNonNull(format, "format");
    }

    static Content of(Line line) {
        String text = XmlText.plain(line);
        return new Content(Optional.empty(), text, Formulas.begin(text) ? TEXT : PLAIN);
    }

    static Content of(Cell cell) {
        Content shown = of(cell.shown());
        if (cell instanceof Cell.Whole whole) {
            return shown.exact(BigDecimal.valueOf(whole.value()), WHOLE);
        } else if (cell instanceof Cell.Amount amount) {
            Money money = amount.money();
            return shown.exact(money.major(), "#,##0" + decimals(money.major().scale()));
        } else if (cell instanceof Cell.Share share) {
            return share(share.ratio(), shown);
        } else if (cell instanceof Cell.Day day
                && !day.date().isBefore(FIRST)
                && !day.date().isAfter(LAST)) {
            return shown.as(ChronoUnit.DAYS.between(ZERO, day.date()), DAY);
        }
        return shown;
    }

    private static String decimals(int scale) {
        return scale > 0 ? "." + "0".repeat(scale) : "";
    }

    /** The ratio itself: it is rounded where it is shown, and only there. */
    private static Content share(Ratio ratio, Content shown) {
        return ratio.d() == 0
                ? shown
                : shown.as(BigDecimal.valueOf(ratio.n()).divide(BigDecimal.valueOf(ratio.d()), KEPT), SHARE);
    }

    private Content exact(BigDecimal value, String shownAs) {
        return value.precision() <= KEPT.getPrecision() ? as(value, shownAs) : this;
    }

    private Content as(Number value, String shownAs) {
        return new Content(Optional.of(value), text, shownAs);
    }

    /** How many columns of a Latin letter the value takes; a Chinese, Japanese or Korean character, and a picture, takes two. */
    int width() {
        int separators = number.isPresent() && format.startsWith("#") ? text.length() / 3 : 0;
        return separators + text.codePoints().map(c -> c < 0x1100 ? 1 : 2).sum();
    }
}
