package io.storeops.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which new prices are held (D26): a table by hand. */
class HoldReasonTest {
    @ParameterizedTest(name = "{0} after {1}, floor {2}, guard {3}: {4}")
    @CsvSource({
        // Exactly the guard away is not beyond it, one minor unit more is, upwards and downwards.
        " 7000, 10000,      , 0.30,              ",
        " 6999, 10000,      , 0.30, BEYOND_GUARD ",
        "13000, 10000,      , 0.30,              ",
        "13001, 10000,      , 0.30, BEYOND_GUARD ",
        // A share that falls between two minor units: 30 % of 9999 is 2999.7.
        " 7000,  9999,      , 0.30,              ",
        " 6999,  9999,      , 0.30, BEYOND_GUARD ",
        // The floor itself is not below it; below it comes first.
        " 9000, 10000,  9000, 0.30,              ",
        " 8999, 10000,  9000, 0.30, BELOW_FLOOR  ",
        "    1, 10000,  9000, 0.30, BELOW_FLOOR  ",
        // Restoring the approved price is never held, be it below the floor by now.
        "10000, 10000, 12000, 0.30,              ",
        // Without an approved price there is nothing to be away from; without a floor nothing to fall below.
        "    1,      ,      , 0.30,              ",
        "    1,      ,     2, 0.30, BELOW_FLOOR  ",
        // A guard of 0 holds every change, one of 1 lets every fall pass.
        "10001, 10000,      , 0,    BEYOND_GUARD ",
        "    1, 10000,      , 1,                 ",
        "9223372036854775807, 1, , 0.30, BEYOND_GUARD"
    })
    void isHeldOrNot(long price, Long approved, Long floor, BigDecimal guard, HoldReason expected) {
        assertEquals(
                Optional.ofNullable(expected),
                HoldReason.of(price, Optional.ofNullable(approved), Optional.ofNullable(floor), guard));
    }
}
