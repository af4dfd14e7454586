package io.storeops.document;

import static java.util.Objects.requireNonNull;

import io.storeops.catalog.Money;
import io.storeops.kpi.Ratio;
import java.time.LocalDate;

/** A value of a table or a field, with its type: a rendering decides how it is written. Immutable. */
public sealed interface Cell {
    /**
     * A text.
     *
     * @param line the text
     */
    record Text(Line line) implements Cell {
        /** Checks for null. */
        public Text {
            requireNonNull(line, "line");
        }
    }

    /**
     * A whole number: a count, a slot.
     *
     * @param value the number
     */
    record Whole(long value) implements Cell {}

    /**
     * An amount of money.
     *
     * @param money the amount in minor units with its currency; shown in major units
     */
    record Amount(Money money) implements Cell {
        /** Checks for null. */
        public Amount {
            requireNonNull(money, "money");
        }
    }

    /**
     * A share.
     *
     * @param ratio the ratio, shown in percent with two decimals, or as {@code -} where it is undefined (R26)
     */
    record Share(Ratio ratio) implements Cell {
        /** Checks for null. */
        public Share {
            requireNonNull(ratio, "ratio");
        }
    }

    /**
     * A date of the store's calendar.
     *
     * @param date the date, shown as in 2024-06-16
     */
    record Day(LocalDate date) implements Cell {
        /** Checks for null. */
        public Day {
            requireNonNull(date, "date");
        }
    }

    /**
     * A value that is missing, which is never 0 (R26).
     *
     * @param word how that is said, as in 缺 or missing
     */
    record Missing(String word) implements Cell {
        /**
         * Checks the word.
         *
         * @throws IllegalArgumentException if the word is blank
         */
        public Missing {
            if (word.isBlank()) {
                throw new IllegalArgumentException("A missing value is shown by a word, not by '" + word + "'");
            }
        }
    }

    /**
     * A text of the library's own words.
     *
     * @param words the words
     * @return the cell
     */
    static Cell of(String words) {
        return new Text(Line.of(words));
    }

    /**
     * A text.
     *
     * @param line the text
     * @return the cell
     */
    static Cell of(Line line) {
        return new Text(line);
    }

    /**
     * A whole number.
     *
     * @param value the number
     * @return the cell
     */
    static Cell of(long value) {
        return new Whole(value);
    }

    /**
     * A date.
     *
     * @param date the date
     * @return the cell
     */
    static Cell of(LocalDate date) {
        return new Day(date);
    }

    /**
     * The value as renderings show it: an amount in major units without its currency, a ratio in percent.
     *
     * @return the line
     */
    default Line shown() {
        if (this instanceof Text text) {
            return text.line();
        } else if (this instanceof Whole whole) {
            return Line.of(Long.toString(whole.value()));
        } else if (this instanceof Amount amount) {
            return Line.of(amount.money().major().toPlainString());
        } else if (this instanceof Share share) {
            return Line.of(share.ratio().text("-"));
        } else if (this instanceof Day day) {
            return Line.of(day.date().toString());
        }
        return Line.of(((Missing) this).word());
    }
}
