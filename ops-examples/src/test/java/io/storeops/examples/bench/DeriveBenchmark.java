package io.storeops.examples.bench;

import io.storeops.figures.Figures;
import io.storeops.figures.Metric;
import io.storeops.figures.ReadingVersion;
import io.storeops.figures.Subject;
import io.storeops.figures.SubjectDay;
import io.storeops.reporting.DayBook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * Deriving slots from 1,000 stores x 100 items x 14 readings, beside a plain loop that rolls the same records up in a
 * HashMap: no versions, no gaps, no merged spans, no totals, three metrics.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 2,
        jvmArgs = {"-Xmx6g", "-XX:+UseParallelGC"})
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 6, time = 3)
public class DeriveBenchmark {
    @Param("1000")
    int stores;

    @Param("100")
    int items;

    private List<DayBook> books = List.of();

    public DeriveBenchmark() {}

    @Setup(Level.Trial)
    public void make() {
        books = Chain.books(stores, items);
    }

    @Benchmark
    public void derive(Blackhole hole) {
        for (DayBook book : books) {
            List<SubjectDay> days = book.subjectDays();
            hole.consume(days);
        }
    }

    @Benchmark
    public void plainRollUp(Blackhole hole) {
        for (DayBook book : books) {
            Map<Subject, long[]> slots = new HashMap<>();
            for (ReadingVersion version : book.readings()) {
                Figures figures = version.reading().figures();
                long[] values = slots.computeIfAbsent(version.reading().subject(), subject -> new long[15 * 3]);
                int at = version.slot().number() * 3;
                values[at] = figures.get(Metric.AMOUNT);
                values[at + 1] = figures.get(Metric.VISITORS);
                values[at + 2] = figures.get(Metric.BUYERS);
            }
            for (long[] values : slots.values()) {
                for (int at = values.length - 1; at >= 3; at--) {
                    values[at] -= values[at - 3];
                }
            }
            hole.consume(slots);
        }
    }
}
