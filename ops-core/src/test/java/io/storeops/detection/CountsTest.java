package io.storeops.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CountsTest {
    private static Counts of(OptionalLong... counts) {
        return Counts.of(List.of(counts));
    }

    @Test
    void keepMissingApartFromZero() {
        Counts counts = of(OptionalLong.of(0), OptionalLong.empty(), OptionalLong.of(5));
        assertEquals(3, counts.size());
        assertEquals(OptionalLong.of(0), counts.get(0));
        assertEquals(OptionalLong.empty(), counts.get(1));
        assertEquals("[0, -, 5]", counts.toString());
        assertNotEquals(counts, of(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.of(5)));
        assertEquals(counts, of(OptionalLong.of(0), OptionalLong.empty(), OptionalLong.of(5)));
        assertThrows(IndexOutOfBoundsException.class, () -> counts.get(3));
    }

    @Test
    void areNotNegative() {
        assertEquals(
                "A count is 0 or more, not -1",
                assertThrows(IllegalArgumentException.class, () -> of(OptionalLong.of(-1)))
                        .getMessage());
    }

    @Test
    void ofADayAreOfTheSameSlots() {
        assertEquals(
                "The day 2024-01-01 has orders of 1 slots and another figure of 2",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new SlotDay(
                                        LocalDate.of(2024, 1, 1),
                                        DayKind.ORDINARY,
                                        of(OptionalLong.of(1)),
                                        List.of(of(OptionalLong.of(1), OptionalLong.of(1)))))
                        .getMessage());
    }
}
