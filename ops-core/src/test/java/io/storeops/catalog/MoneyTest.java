package io.storeops.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class MoneyTest {
    private static final Currency CNY = Currency.getInstance("CNY");

    /** Written out, each would be a text of a gigabyte. */
    @Test
    void refusesAmountsThatAreShortOnPaperOnlyWithoutWritingThemOut() {
        for (String amount : new String[] {"1e999999999", "-1e999999999", "1e-999999999", "1e2147483647", "25.955"}) {
            String refusal = assertThrows(
                            IllegalArgumentException.class, () -> Money.of(new BigDecimal(amount), CNY), amount)
                    .getMessage();
            assertTrue(refusal.endsWith(" is not an amount of CNY (expected at most 2 decimals)"), refusal);
            assertTrue(refusal.length() < 100, refusal);
        }
        assertEquals(Money.ofMinor(100_000, CNY), Money.of(new BigDecimal("1e3"), CNY));
        assertEquals(Money.ofMinor(0, CNY), Money.of(new BigDecimal("0e999"), CNY));
    }
}
