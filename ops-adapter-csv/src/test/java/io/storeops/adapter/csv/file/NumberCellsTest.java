package io.storeops.adapter.csv.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The hand-written number reader agrees with BigDecimal. */
class NumberCellsTest {
    private static final long LARGEST = 999_999_999_999_999_999L;

    private final NumberCells plain = new NumberCells(NumberStyle.PLAIN);
    private final NumberCells styled =
            new NumberCells(new NumberStyle('.', Optional.of(','), List.of("¥"), List.of("元")));

    private static boolean read(NumberCells cells, String text) {
        char[] chars = ("x" + text + "y").toCharArray();
        return cells.read(chars, 1, chars.length - 1);
    }

    @Property
    void readsWhatBigDecimalPrints(
            @ForAll @LongRange(min = -LARGEST, max = LARGEST) long unscaled,
            @ForAll @IntRange(max = 17) int scale,
            @ForAll @IntRange(max = 4) int digits) {
        BigDecimal number = BigDecimal.valueOf(unscaled, scale);
        assertTrue(read(plain, number.toPlainString()), number::toPlainString);
        assertShifted(number, digits, BigInteger.ONE);
    }

    @Property
    void multipliesAsBigDecimalDoes(
            @ForAll @LongRange(min = -99_999_999, max = 99_999_999) long unscaled,
            @ForAll @IntRange(max = 6) int scale,
            @ForAll @IntRange(min = -100_000, max = 100_000) int factor) {
        BigDecimal price = BigDecimal.valueOf(unscaled, scale);
        assertTrue(read(plain, price.toPlainString()));
        BigDecimal product = price.multiply(BigDecimal.valueOf(factor)).movePointRight(2);
        if (exact(product)) {
            assertEquals(product.longValueExact(), plain.times10(factor, 2));
        } else {
            assertThrows(ArithmeticException.class, () -> plain.times10(factor, 2));
        }
    }

    @Property
    void takesNothingThatBigDecimalReadsOtherwise(@ForAll("nearNumbers") String text) {
        if (read(plain, text)) {
            assertShifted(new BigDecimal(text), 2, BigInteger.ONE);
        }
    }

    @Property
    void readsGroupsPrefixAndSuffix(@ForAll @LongRange(min = 0, max = LARGEST) long whole, @ForAll boolean negative) {
        StringBuilder grouped = new StringBuilder(Long.toString(whole));
        for (int at = grouped.length() - 3; at > 0; at -= 3) {
            grouped.insert(at, ',');
        }
        long expected = negative ? -whole : whole;
        for (String text : List.of(
                (negative ? "-" : "") + "¥" + grouped + "元",
                "¥" + (negative ? "-" : "+") + grouped,
                (negative ? "-" : "") + whole)) {
            assertTrue(read(styled, text), text);
            assertEquals(expected, styled.times10(0), text);
        }
    }

    @Example
    void takesNoGroupThatBeginsWithZero() {
        for (String text : List.of("0,123", "00,123", "0,123.45", "-0,123", "¥0,123元", "012,345", "0,000")) {
            assertFalse(read(styled, text), text);
        }
        assertTrue(read(styled, "10,123"));
        assertTrue(read(styled, "0.123"));
    }

    @Example
    void readsADecimalCommaWhereItIsDeclared() {
        NumberCells comma = new NumberCells(new NumberStyle(',', Optional.of('.'), List.of(), List.of()));
        assertTrue(read(comma, "1.234,56"));
        assertEquals(123_456, comma.times10(2));
        assertTrue(read(comma, "1.234"));
        assertEquals(1_234, comma.times10(0));
        for (String text : List.of("1,234.56", "0.123", "1,2,3", "1.23")) {
            assertFalse(read(comma, text), text);
        }
    }

    private void assertShifted(BigDecimal number, int digits, BigInteger factor) {
        BigDecimal shifted = number.multiply(new BigDecimal(factor)).movePointRight(digits);
        if (exact(shifted)) {
            assertEquals(shifted.longValueExact(), plain.times10(digits));
        } else {
            assertThrows(ArithmeticException.class, () -> plain.times10(digits));
        }
    }

    private static boolean exact(BigDecimal number) {
        try {
            number.longValueExact();
            return true;
        } catch (ArithmeticException e) {
            return false;
        }
    }

    @Provide
    Arbitrary<String> nearNumbers() {
        Arbitrary<String> digits = Arbitraries.strings().withChars("0123456789").ofMaxLength(20);
        return Combinators.combine(
                        Arbitraries.of("", "-", "+", "--"), digits, Arbitraries.of("", ".", "..", ",", "e"), digits)
                .as((sign, whole, mark, decimals) -> sign + whole + mark + decimals);
    }
}
