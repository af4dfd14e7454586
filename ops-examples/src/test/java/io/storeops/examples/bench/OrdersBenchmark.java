package io.storeops.examples.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.storeops.Marketplace;
import io.storeops.StoreOps;
import io.storeops.adapter.csv.marketplace.CsvMarketplaceProvider;
import io.storeops.calendar.SettableClock;
import io.storeops.figures.OrderIntake;
import io.storeops.id.StoreId;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.storage.MemoryStorage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * An order file to slot readings, the whole way through the public API, beside FastCSV merely splitting the same bytes into
 * fields. With more rows it shows that the cost is linear and the memory bounded: {@code -p rows=1000000,8000000}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgs = "-Xmx512m")
@Warmup(iterations = 4)
@Measurement(iterations = 6)
public class OrdersBenchmark {
    private static final StoreId STORE = StoreId.of("S0");

    @Param("1000000")
    int rows;

    private Path file = Path.of("");

    public OrdersBenchmark() {}

    @Setup(Level.Trial)
    public void make() throws IOException {
        file = OrderFile.ofRows(rows);
    }

    @TearDown(Level.Trial)
    public void delete() throws IOException {
        Files.delete(file);
    }

    @Benchmark
    public OrderIntake orderFileToReadings() {
        SettableClock clock = SettableClock.at(Instant.parse("2024-07-01T00:00:00Z"));
        CsvMarketplaceProvider provider = new CsvMarketplaceProvider();
        Marketplace marketplace = provider.create(
                AdapterConfig.of(
                        "csv", provider.configKeys(), Map.of("path", file.toString(), "profile", "tmall-orders")),
                AdapterContext.of(clock, List.of(), file.getParent()));
        try (StoreOps ops = StoreOps.builder()
                .storage(MemoryStorage.empty(clock))
                .clock(clock)
                .marketplace(STORE, marketplace)
                .build()) {
            ops.enrol(Chain.enrolment(STORE, 0));
            OrderIntake intake = ops.deskOf(Chain.OPERATOR).reporting().collectOrders(STORE, LocalDate.of(2020, 2, 25));
            if (intake.count().all() != rows) {
                throw new IllegalStateException("Not every row is accounted for: " + intake.count());
            }
            return intake;
        }
    }

    @Benchmark
    public void fieldsOnly(Blackhole hole) throws IOException {
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().ofCsvRecord(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
            for (CsvRecord csv : reader) {
                hole.consume(csv);
            }
        }
    }
}
