package io.storeops.examples.bench;

import io.storeops.detection.Counts;
import io.storeops.detection.DayKind;
import io.storeops.detection.Detector;
import io.storeops.detection.SlotDay;
import io.storeops.position.DetectionRules;
import io.storeops.position.MaintenanceRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Judging the orders of 1,000 stores x 14 slots x 56 days, beside a plain seasonal median over the same counts: the median and the
 * median absolute deviation of the same slot and weekday of at most eight weeks, and a band of four of them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 2,
        jvmArgs = {"-Xmx2g", "-XX:+UseParallelGC"})
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
public class DetectorBenchmark {
    private static final int SLOTS = 14;
    private static final int DAYS = 56;

    @Param("1000")
    int stores;

    private List<List<SlotDay>> series = List.of();

    public DetectorBenchmark() {}

    @Setup(Level.Trial)
    public void make() {
        Random random = new Random(1);
        series = new ArrayList<>();
        for (int store = 0; store < stores; store++) {
            double mean = Math.exp(random.nextDouble() * 6);
            List<SlotDay> days = new ArrayList<>();
            for (int day = 0; day < DAYS; day++) {
                List<OptionalLong> counts = new ArrayList<>();
                for (int slot = 0; slot < SLOTS; slot++) {
                    double count = mean + Math.sqrt(mean) * random.nextGaussian();
                    counts.add(OptionalLong.of(Math.max(0, Math.round(count))));
                }
                days.add(new SlotDay(
                        LocalDate.of(2024, 1, 1).plusDays(day), DayKind.ORDINARY, Counts.of(counts), List.of()));
            }
            series.add(days);
        }
    }

    @Benchmark
    public void detector(Blackhole hole) {
        Detector detector = new Detector(DetectionRules.DEFAULT, MaintenanceRules.of(List.of()), SLOTS);
        for (List<SlotDay> days : series) {
            detector.orders("S1", days, hole::consume);
        }
    }

    @Benchmark
    public void plainSeasonalMedian(Blackhole hole) {
        double[] alike = new double[DAYS / 7];
        for (List<SlotDay> days : series) {
            for (int day = 0; day < DAYS; day++) {
                Counts counts = days.get(day).orders();
                for (int slot = 0; slot < SLOTS; slot++) {
                    int weeks = day / 7;
                    for (int week = 1; week <= weeks; week++) {
                        alike[week - 1] = (double)
                                days.get(day - 7 * week).orders().get(slot).orElse(0);
                    }
                    hole.consume(weeks >= 4
                            && isOdd(alike, weeks, (double) counts.get(slot).orElse(0)));
                }
            }
        }
    }

    private static boolean isOdd(double[] alike, int weeks, double count) {
        double median = median(alike, weeks);
        for (int week = 0; week < weeks; week++) {
            alike[week] = Math.abs(alike[week] - median);
        }
        return Math.abs(count - median) > 4 * Math.max(1.4826 * median(alike, weeks), 1);
    }

    private static double median(double[] values, int length) {
        Arrays.sort(values, 0, length);
        return length % 2 == 1 ? values[length / 2] : (values[length / 2 - 1] + values[length / 2]) / 2;
    }
}
