package io.storeops.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.id.StoreId;
import io.storeops.kpi.Kpi;
import io.storeops.kpi.Ratio;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ScoreWeightsTest {
    private static final LocalDate DAY = LocalDate.of(2024, 6, 16);

    private static Scorecard scorecard(Map<Kpi, Ratio> raw) {
        return new Scorecard(
                StoreId.of("S1"),
                Optional.empty(),
                DAY,
                DAY,
                Instant.EPOCH,
                raw.entrySet().stream()
                        .map(each -> new ScoreLine(each.getKey(), each.getValue(), each.getValue()))
                        .toList());
    }

    private static Optional<BigDecimal> mean(Map<Kpi, Integer> weights, Map<Kpi, Ratio> raw) {
        return new ScoreWeights(new TreeMap<>(weights)).mean(scorecard(raw));
    }

    @Test
    void leavesOutWhatIsNotApplicable() {
        assertEquals(
                Optional.of(new BigDecimal("80.00")),
                mean(Map.of(Kpi.K1_1, 1, Kpi.K1_2, 1), Map.of(Kpi.K1_1, Ratio.of(0, 0), Kpi.K1_2, Ratio.of(4, 5))));
        assertEquals(Optional.empty(), mean(Map.of(Kpi.K1_1, 1), Map.of(Kpi.K1_1, Ratio.of(0, 0))));
    }

    @Test
    void weighsExactlyAndRoundsOnceHalfUp() {
        // (2 x 1/3 + 1 x 1/2) / 3 = 7/18 = 38.888...
        assertEquals(
                Optional.of(new BigDecimal("38.89")),
                mean(Map.of(Kpi.K1_1, 2, Kpi.K1_2, 1), Map.of(Kpi.K1_1, Ratio.of(1, 3), Kpi.K1_2, Ratio.of(1, 2))));
        // 1/800 = 0.125 percent
        assertEquals(
                Optional.of(new BigDecimal("0.13")),
                mean(Map.of(Kpi.K1_1, 7), Map.of(Kpi.K1_1, Ratio.of(1, 800), Kpi.K1_2, Ratio.of(1, 1))));
    }

    @Test
    void refusesAWeightBelowOne() {
        assertThrows(IllegalArgumentException.class, () -> mean(Map.of(Kpi.K1_1, 0), Map.of()));
    }
}
