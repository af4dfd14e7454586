package io.storeops.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thirty days of 8 to 12 refunds, then one more. */
class RefundsTest {
    private static List<Detection> judged(int days, OptionalLong last) {
        List<LocalDate> dates = new ArrayList<>();
        List<OptionalLong> refunds = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            dates.add(Shop.FIRST.plusDays(day));
            refunds.add(OptionalLong.of(8 + day % 5));
        }
        dates.add(Shop.FIRST.plusDays(days));
        refunds.add(last);
        List<Detection> judged = new ArrayList<>();
        Shop.DETECTOR.refunds(Shop.ID, dates, refunds, judged::add);
        return judged;
    }

    /** Of ten usual and a spread of half, 27 give the evidence 27 ln 3 - 31 ln(34/14) = 2.2. */
    @ParameterizedTest
    @CsvSource({"0, OK", "10, OK", "25, OK", "29, ANOMALY", "90, ANOMALY"})
    void areToldAtThreeTimesTheUsual(long count, DetectionVerdict verdict) {
        Detection told = judged(30, OptionalLong.of(count)).get(30);
        assertEquals(verdict, told.verdict());
        assertEquals(count, told.measured().orElseThrow());
        assertEquals(10, told.base().orElseThrow(), 0.3);
        assertEquals("2024-01-31#14", told.at().toString());
        assertEquals(
                verdict == DetectionVerdict.OK ? "2024-01-31#14" : "2024-01-31#01",
                told.since().toString());
    }

    @Test
    void areLearntForTwentyDays() {
        List<Detection> judged = judged(30, OptionalLong.of(90));
        assertEquals(
                20,
                judged.stream()
                        .filter(each -> each.verdict() == DetectionVerdict.LEARNING)
                        .count());
        assertEquals(
                DetectionVerdict.LEARNING,
                judged(10, OptionalLong.of(90)).get(10).verdict());
    }

    @Test
    void areMissingRatherThanNone() {
        assertEquals(
                DetectionVerdict.MISSING,
                judged(30, OptionalLong.empty()).get(30).verdict());
    }

    @Test
    void haveADateEach() {
        assertEquals(
                "1 days have 0 numbers of refunds",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Shop.DETECTOR.refunds(Shop.ID, List.of(Shop.FIRST), List.of(), each -> {}))
                        .getMessage());
    }
}
