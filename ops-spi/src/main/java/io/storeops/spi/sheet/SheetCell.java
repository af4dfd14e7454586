package io.storeops.spi.sheet;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/** What a cell of a sheet holds. Of a formula it is the result that was stored with it. Immutable. */
public sealed interface SheetCell {
    /** A cell without content. */
    record Blank() implements SheetCell {}

    /**
     * A text.
     *
     * @param text as it is, at most 32,767 characters
     */
    record Text(String text) implements SheetCell {
        /** Checks for null. */
        public Text {
            requireNonNull(text, "text");
        }
    }

    /**
     * A number, as the file has it: spreadsheets keep 15 digits, so an amount is to be rounded to the scale of its currency.
     *
     * @param value the number
     */
    record Numeric(BigDecimal value) implements SheetCell {
        private static final int DIGITS = 15;

        /** Checks for null. */
        public Numeric {
            requireNonNull(value, "value");
        }

        /**
         * The number as an id, as of an order or an item.
         *
         * @return its digits, 15 at most
         * @throws IllegalArgumentException if it is negative, has decimals, or more than 15 digits: then the last ones are lost, and nobody
         *     can tell which id it was
         */
        public String id() {
            BigDecimal whole = value.stripTrailingZeros();
            if (whole.signum() < 0 || whole.scale() > 0) {
                throw new IllegalArgumentException(value.toPlainString() + " is not an id");
            }
            if (whole.precision() - whole.scale() > DIGITS) {
                throw new IllegalArgumentException(value.toPlainString()
                        + " is a damaged id: a spreadsheet keeps 15 digits of a number, and the others are lost. Export it"
                        + " again with the column as text");
            }
            return whole.toBigInteger().toString();
        }
    }

    /**
     * A date, or a date with a time of day, of whatever zone the exporter was in.
     *
     * @param value to the millisecond
     */
    record Moment(LocalDateTime value) implements SheetCell {
        /** Checks for null. */
        public Moment {
            requireNonNull(value, "value");
        }
    }

    /**
     * A truth value.
     *
     * @param value the value
     */
    record Flag(boolean value) implements SheetCell {}

    /**
     * What Excel shows in the place of a value.
     *
     * @param code as in #N/A, #DIV/0!
     */
    record Fault(String code) implements SheetCell {
        /** Checks for null. */
        public Fault {
            requireNonNull(code, "code");
        }
    }
}
