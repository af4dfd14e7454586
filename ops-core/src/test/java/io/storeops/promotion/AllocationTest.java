package io.storeops.promotion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class AllocationTest {
    /** 1/3 of 100 is 33.33: twice 33, and 34 are left. */
    @Test
    void theLastLineBearsWhatIsLeftOfRounding() {
        assertEquals(List.of(33L, 33L, 34L), Allocation.allocate(100, List.of(1000L, 1000L, 1000L)));
    }

    /** A share of 33/100 x 53 = 17.49 is 17 three times; of the 2 left the last line bears 1, the one before it 1. */
    @Test
    void theLineBeforeBearsWhatTheLastCannot() {
        assertEquals(List.of(17L, 17L, 18L, 1L), Allocation.allocate(53, List.of(33L, 33L, 33L, 1L)));
    }

    /** 2 x 100/301 = 0.66 is 1, and 1 is left for the second; then there is no more. */
    @Test
    void noLineBearsMoreThanIsLeft() {
        assertEquals(List.of(1L, 1L, 0L, 0L), Allocation.allocate(2, List.of(100L, 100L, 100L, 1L)));
    }

    @Test
    void halvesAreRoundedUp() {
        assertEquals(List.of(1L, 0L), Allocation.allocate(1, List.of(5L, 5L)));
    }

    /** 9 x 10^11 of 10^12 in lines of 10^11: their product has more than 64 bits. */
    @Test
    void largeAmountsAreExact() {
        List<Long> amounts = List.of(100_000_000_000L, 400_000_000_001L, 499_999_999_999L);
        assertEquals(
                List.of(90_000_000_000L, 360_000_000_001L, 449_999_999_999L),
                Allocation.allocate(900_000_000_000L, amounts));
    }

    @Test
    void nothingIsSpreadOverNothing() {
        assertEquals(List.of(), Allocation.allocate(0, List.of()));
        assertThrows(IllegalArgumentException.class, () -> Allocation.allocate(1, List.of()));
        assertThrows(IllegalArgumentException.class, () -> Allocation.allocate(1, List.of(1L, 0L)));
        assertThrows(IllegalArgumentException.class, () -> Allocation.allocate(-1, List.of(1L)));
        assertEquals(
                "0 to 3 minor units can be spread over the lines [1, 2], not 4",
                assertThrows(IllegalArgumentException.class, () -> Allocation.allocate(4, List.of(1L, 2L)))
                        .getMessage());
    }
}
