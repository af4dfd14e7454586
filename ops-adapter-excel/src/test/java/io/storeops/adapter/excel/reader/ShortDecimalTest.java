package io.storeops.adapter.excel.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShortDecimalTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "38.5, 38.5",
        "38.50, 38.5",
        "1.005, 1.005",
        "-12.34, -12.34",
        "1E15, 1000000000000000",
        "2E23, 200000000000000000000000",
        "45459.395833333336, 45459.395833333336",
        "1E-7, 0.0000001",
        "0.30000000000000004, 0.30000000000000004",
        "123456789012345680, 123456789012345680"
    })
    void isWhatWasWritten(double value, BigDecimal meant) {
        assertEquals(meant, ShortDecimal.of(value));
    }

    @Property
    void isTheDecimalOfFifteenDigitsThatWasMeant(
            @ForAll @LongRange(min = -999_999_999_999_999L, max = 999_999_999_999_999L) long digits,
            @ForAll @IntRange(max = 20) int scale) {
        BigDecimal meant = BigDecimal.valueOf(digits, scale);
        assertEquals(0, meant.compareTo(ShortDecimal.of(meant.doubleValue())), meant::toString);
    }

    @Property
    void isNearestToTheNumberItStandsFor(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        if (Double.isFinite(value)) {
            // Of two zeros there is one decimal.
            assertTrue(value == ShortDecimal.of(value).doubleValue(), () -> "of " + value);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesWhatIsNoNumber(double value) {
        assertThrows(IllegalArgumentException.class, () -> ShortDecimal.of(value));
    }

    @Test
    void hasNoExponent() {
        assertEquals("1" + "0".repeat(300), ShortDecimal.of(1e300).toString());
    }
}
