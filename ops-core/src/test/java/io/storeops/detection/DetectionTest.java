package io.storeops.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.storeops.calendar.SlotId;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DetectionTest {
    private static final SlotId AT = SlotId.of(LocalDate.of(2024, 6, 18), 9);
    private static final SlotId SINCE = SlotId.of(LocalDate.of(2024, 6, 18), 7);

    private static Detection told(Rule rule) {
        return Detection.anomaly(rule, "orders", "S1", AT, SINCE, 3, 12.345);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OUTAGE | No orders of S1 since 2024-06-18#07: 3 where 12.35 is usual.",
                "SURGE | The orders of S1 rose suddenly at 2024-06-18#07: 3 where 12.35 is usual.",
                "DRIFT | The orders of S1 fall slowly since 2024-06-18#07: 3 where 12.35 is usual.",
                "STOCKOUT | S1, which sells daily, stopped selling at 2024-06-18#07: 3 where 12.35 is usual."
            })
    void isToldInASentence(Rule rule, String sentence) {
        assertEquals(sentence, told(rule).sentence());
    }

    @Test
    void withoutFiguresTellsNone() {
        assertEquals(
                "The reading that 2024-06-18#09 needs was missed, so its orders are not known.",
                Detection.plain(DetectionVerdict.MISSING, Rule.NO_READING, "orders", "S1", AT)
                        .sentence());
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void hasASentenceOfItsOwnForEveryRule(Rule rule) {
        Set<String> others = new HashSet<>();
        for (Rule other : Rule.values()) {
            if (other != rule) {
                others.add(told(other).sentence());
            }
        }
        assertFalse(others.contains(told(rule).sentence()));
    }
}
