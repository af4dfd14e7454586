package io.storeops.examples.bench;

import io.storeops.StoreOps;
import io.storeops.agenda.Agenda;
import io.storeops.calendar.SettableClock;
import io.storeops.calendar.SlotId;
import io.storeops.catalog.Item;
import io.storeops.enrolment.Enrolment;
import io.storeops.figures.Figures;
import io.storeops.figures.Quality;
import io.storeops.figures.Reading;
import io.storeops.figures.Semantics;
import io.storeops.figures.Subject;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.position.RosterDocument;
import io.storeops.publishing.SendResult;
import io.storeops.reporting.Gaps;
import io.storeops.reporting.SlotReporting;
import io.storeops.spi.DefaultRoster;
import io.storeops.storage.MemoryStorage;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.Storage;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
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
 * The agenda of a day for 1,000 stores, rights asked, beside merely reading the rows that it rests on: readings, releases,
 * their deliveries, items, completions and instructions of each store. Everything in memory.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 2,
        jvmArgs = {"-Xmx4g", "-XX:+UseParallelGC"})
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
public class AgendaBenchmark {
    private static final int SLOTS = 13;

    @Param("1000")
    int stores;

    @Param("100")
    int items;

    private final SettableClock clock = SettableClock.at(Instant.parse("2024-06-16T00:00:00Z"));
    private Storage storage = MemoryStorage.empty(clock);
    private StoreOps ops = StoreOps.builder().storage(storage).clock(clock).build();
    private Map<String, Table<?>> tables = Map.of();
    private List<StoreId> ids = List.of();

    public AgendaBenchmark() {}

    @Setup(Level.Trial)
    public void work() {
        storage = MemoryStorage.empty(clock);
        ops = StoreOps.builder()
                .storage(storage)
                .clock(clock)
                .channel("DATA_GROUP", message -> new SendResult.Accepted(message.id(), clock.instant()))
                .build();
        tables = StoreOps.tables().stream().collect(Collectors.toMap(Table::name, Function.identity()));
        ids = new ArrayList<>();
        for (int store = 0; store < stores; store++) {
            StoreId id = StoreId.of("S" + store);
            ids.add(id);
            clock.set(Instant.parse("2024-06-16T00:00:00Z"));
            ops.enrol(enrolment(id));
            SlotReporting duty = ops.deskOf(Chain.OPERATOR).reporting();
            for (int slot = 1; slot <= SLOTS; slot++) {
                clock.set(Chain.DATE.atTime(8 + slot, 5).toInstant(ZoneOffset.UTC));
                duty.record(id, readings(id, slot));
                duty.release(id, SlotId.of(Chain.DATE, slot), Gaps.CONFIRM);
            }
        }
    }

    private Enrolment enrolment(StoreId id) {
        Enrolment small = Chain.enrolment(id, items);
        return new Enrolment(
                small.store(),
                small.items(),
                small.competitors(),
                small.assignments(),
                List.of(),
                small.targets(),
                RosterDocument.read(DefaultRoster.NAME, DefaultRoster.effectiveFrom(Chain.DATE), id));
    }

    private List<Reading> readings(StoreId id, int slot) {
        List<Reading> readings = new ArrayList<>();
        readings.add(reading(Subject.ofStore(id), slot));
        for (int item = 0; item < items; item++) {
            readings.add(reading(Subject.ofItem("I" + item), slot));
        }
        return readings;
    }

    private static Reading reading(Subject subject, int slot) {
        return new Reading(
                subject,
                SlotId.of(Chain.DATE, slot),
                Chain.DATE.atTime(8 + slot, 0).toInstant(ZoneOffset.UTC),
                Figures.of(slot * 1000L, slot * 10L, slot),
                Semantics.CUMULATIVE_DAY,
                Quality.ACTUAL,
                "bench",
                Optional.empty());
    }

    @TearDown(Level.Trial)
    public void close() {
        ops.close();
    }

    @Benchmark
    public void agenda(Blackhole hole) {
        ActorId operator = Chain.OPERATOR;
        for (StoreId id : ids) {
            Agenda agenda = ops.deskOf(operator).agenda().on(id, Chain.DATE);
            hole.consume(agenda);
        }
    }

    @Benchmark
    public void rows(Blackhole hole) {
        for (StoreId id : ids) {
            read(hole, Query.of(table("reading"), id).where(Chain.DATE));
            read(hole, Query.of(table("release"), id).where(Chain.DATE));
            read(hole, Query.of(table("delivery"), id));
            read(hole, Query.of(table(Item.TABLE.name()), id));
            read(hole, Query.of(table("completion"), id));
            read(hole, Query.of(table("task"), id));
        }
    }

    private Table<?> table(String name) {
        Table<?> table = tables.get(name);
        if (table == null) {
            throw new IllegalStateException("There is no table " + name + "; there are " + tables.keySet());
        }
        return table;
    }

    private <R> void read(Blackhole hole, Query<R> query) {
        try (Scan<Versioned<R>> scan = storage.scan(query)) {
            scan.forEachRemaining(hole::consume);
        }
    }
}
