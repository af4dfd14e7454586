package io.storeops.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DispersionTest {
    /** The logarithm of the negative binomial probability, factor by factor. */
    private static double logProbability(int count, double mean, double size) {
        double sum = size * Math.log(size / (size + mean)) + count * Math.log(mean / (size + mean));
        for (int i = 0; i < count; i++) {
            sum += Math.log((size + i) / (i + 1));
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({"0, 4, 6, 0.5", "3, 8, 6, 0.35", "40, 20, 2, 2", "7, 7, 150, 2.5", "1000, 500, 30, 2"})
    void evidenceIsTheLogarithmOfALikelihoodRatio(int count, double mean, double size, double factor) {
        assertEquals(
                logProbability(count, factor * mean, size) - logProbability(count, mean, size),
                Dispersion.evidence(count, mean, size, factor, Math.log(factor)),
                1e-9 * (1 + count));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 6", "6, 6", "30, 4", "9, 200"})
    void evidenceOfNoneIsTheNegativeLogarithmOfItsProbability(double mean, double size) {
        assertEquals(-logProbability(0, mean, size), Dispersion.evidenceOfNone(mean, size), 1e-9);
    }

    /** The bound that spares logarithms never spares one that matters. */
    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.35, 0.5, 0.9, 1.1, 2, 2.5, 10})
    void thereIsNoEvidenceOnThisSideOfTheBreakEven(double factor) {
        double breakEven = Dispersion.breakEven(factor);
        assertTrue(factor > 1 == breakEven > 1, "between the means");
        for (double size : new double[] {0.01, 1.2, 6, 40, 200, 1e6}) {
            for (double mean : new double[] {0.02, 1, 30, 5000}) {
                double nearest = mean * breakEven * (factor > 1 ? 1 - 1e-9 : 1 + 1e-9);
                assertTrue(
                        Dispersion.evidence(nearest, mean, size, factor, Math.log(factor)) <= 1e-6,
                        factor + " " + size + " " + mean);
            }
        }
    }

    /** Counts whose rate itself strays by a gamma of size 10: both sides together have the variance m + m^2 / 10. */
    @Test
    void learnsTheSpreadOfEachSide() {
        Dispersion low = new Dispersion(Dispersion.Side.LOW, 5000);
        Dispersion high = new Dispersion(Dispersion.Side.HIGH, 5000);
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            double gamma = 0;
            for (int k = 0; k < 10; k++) {
                gamma -= Math.log(1 - random.nextDouble()) / 10;
            }
            double rate = 200 * gamma;
            double count = Math.max(0, Math.rint(rate + Math.sqrt(rate) * random.nextGaussian()));
            low.learn(count, 200);
            high.learn(count, 200);
        }
        double both = 2 / (1 / low.size() + 1 / high.size());
        assertEquals(10, both, 2);
        assertTrue(low.size() > high.size(), "a gamma strays further upwards: " + low.size() + " " + high.size());
    }

    @Test
    void isNotWidenedMuchByAFault() {
        Dispersion plain = new Dispersion(Dispersion.Side.LOW, 500);
        Dispersion faulty = new Dispersion(Dispersion.Side.LOW, 500);
        for (int i = 0; i < 400; i++) {
            double count = 100 - i % 20;
            plain.learn(count, 100);
            faulty.learn(i % 100 == 0 ? 0 : count, 100);
        }
        assertTrue(faulty.size() > plain.size() / 3, plain.size() + " and " + faulty.size());
    }
}
