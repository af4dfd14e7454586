package io.storeops.inspection;

import static java.util.Objects.requireNonNull;

import io.storeops.catalog.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** What a rule measured, what it compared with, or a figure in its sentence. {@link Object#toString} is the same in every language. */
public sealed interface Value {
    /**
     * An amount of money.
     *
     * @param money the amount
     */
    record Amount(Money money) implements Value {
        /** Checks for null. */
        public Amount {
            requireNonNull(money, "money");
        }

        @Override
        public String toString() {
            return money.toString();
        }
    }

    /**
     * A number of things.
     *
     * @param number the number
     */
    record Count(long number) implements Value {
        @Override
        public String toString() {
            return Long.toString(number);
        }
    }

    /**
     * A decimal, as in a score or a budget.
     *
     * @param decimal the decimal
     */
    record Decimal(BigDecimal decimal) implements Value {
        /** Checks for null. */
        public Decimal {
            requireNonNull(decimal, "decimal");
        }

        @Override
        public String toString() {
            return decimal.toPlainString();
        }
    }

    /**
     * A share, kept as the exact fraction; shown as percent, rounded half-up to two decimals.
     *
     * @param dividend what is divided
     * @param divisor by what, above 0
     */
    record Share(BigDecimal dividend, BigDecimal divisor) implements Value {
        /**
         * Checks the divisor.
         *
         * @throws IllegalArgumentException if it is not above 0
         */
        public Share {
            requireNonNull(dividend, "dividend");
            if (divisor.signum() <= 0) {
                throw new IllegalArgumentException("A share is of more than 0, not of " + divisor);
            }
        }

        /** As in {@code 90/1000}; a share that was stated as a decimal is that decimal. */
        @Override
        public String toString() {
            String whole = dividend.toPlainString();
            return divisor.compareTo(BigDecimal.ONE) == 0 ? whole : whole + "/" + divisor.toPlainString();
        }
    }

    /**
     * A text that somebody else chose: a title, an id, a hash.
     *
     * @param text the text
     */
    record Text(String text) implements Value {
        /** Checks for null. */
        public Text {
            requireNonNull(text, "text");
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * An instant; shown in the zone of the store.
     *
     * @param instant the instant
     */
    record At(Instant instant) implements Value {
        /** Checks for null. */
        public At {
            requireNonNull(instant, "instant");
        }

        @Override
        public String toString() {
            return instant.toString();
        }
    }

    /**
     * A length of time.
     *
     * @param duration the length, 0 or more
     */
    record Lasting(Duration duration) implements Value {
        /**
         * Checks the sign.
         *
         * @throws IllegalArgumentException if it is negative
         */
        public Lasting {
            if (duration.isNegative()) {
                throw new IllegalArgumentException("A length of time is 0 or more, not " + duration);
            }
        }

        @Override
        public String toString() {
            return duration.toString();
        }
    }
}
