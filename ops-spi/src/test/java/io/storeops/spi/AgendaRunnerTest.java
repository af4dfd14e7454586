package io.storeops.spi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.StoreOps;
import io.storeops.agenda.Tick;
import io.storeops.calendar.SettableClock;
import io.storeops.enrolment.EnrolmentDocument;
import io.storeops.id.StoreId;
import io.storeops.storage.MemoryStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AgendaRunnerTest {
    private static final LocalDate DAY = LocalDate.of(2024, 6, 16);
    private static final StoreId STORE = StoreId.of("S1");
    private static final Duration INTERVAL = Duration.ofMinutes(30);

    private final SettableClock clock = SettableClock.at(Instant.parse("2024-06-16T00:40:00Z"));
    private final Planner planner = new Planner();
    private final List<Tick> ticks = new ArrayList<>();
    private final StoreOps ops =
            StoreOps.builder().storage(MemoryStorage.empty(clock)).clock(clock).build();

    AgendaRunnerTest() {
        ops.enrol(EnrolmentDocument.read(
                "catalog.json",
                JsonCodec.parse(
                        "catalog.json", "{\"store\":{\"id\":\"S1\",\"zone\":\"Asia/Shanghai\",\"currency\":\"CNY\"}}"),
                DefaultRoster.NAME,
                DefaultRoster.effectiveFrom(DAY)));
    }

    /** Keeps what is planned and runs nothing by itself. */
    private static final class Planner extends ScheduledThreadPoolExecutor {
        private final List<Runnable> looks = new ArrayList<>();
        private final List<Duration> delays = new ArrayList<>();
        private final List<ScheduledFuture<?>> planned = new ArrayList<>();

        Planner() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable look, long delay, TimeUnit unit) {
            looks.add(look);
            delays.add(Duration.of(delay, unit.toChronoUnit()));
            ScheduledFuture<?> future = super.schedule(() -> {}, 1, TimeUnit.DAYS);
            planned.add(future);
            return future;
        }

        void runLast() {
            looks.get(looks.size() - 1).run();
        }

        Duration lastDelay() {
            return delays.get(delays.size() - 1);
        }
    }

    private AgendaRunner start(StoreId... stores) {
        return AgendaRunner.start(ops, List.of(stores), clock, planner, INTERVAL, ticks::add);
    }

    @AfterEach
    void stop() {
        planner.shutdownNow();
        ops.close();
    }

    @Test
    void looksAtEachStoreAtOnce() {
        start(STORE, StoreId.of("S2"));
        assertEquals(List.of(Duration.ZERO, Duration.ZERO), planner.delays);
    }

    @Test
    void looksAgainWhenSomethingIsDue() {
        start(STORE);
        planner.runLast();
        // 08:40 in Shanghai; the first boundary, and the inspection, open at 09:00
        assertEquals(Duration.ofMinutes(20), planner.lastDelay());
        clock.set(Instant.parse("2024-06-16T01:15:00Z"));
        planner.runLast();
        assertEquals(Duration.ofMinutes(15), planner.lastDelay());
        assertEquals(
                List.of("1.1/2024-06-16#01", "1.2/2024-06-16#01"),
                ticks.get(1).raised().stream()
                        .map(item -> item.occurrence().id().toString())
                        .toList());
    }

    @Test
    void looksAtLeastOnceAnInterval() {
        clock.set(Instant.parse("2024-06-16T14:00:00Z"));
        start(STORE);
        planner.runLast();
        assertEquals(INTERVAL, planner.lastDelay());
    }

    @Test
    void goesOnAfterAFailure() {
        start(StoreId.of("S2"));
        planner.runLast();
        assertEquals(List.of(), ticks);
        assertEquals(List.of(Duration.ZERO, INTERVAL), planner.delays);
    }

    @Test
    void goesOnWhenTheListenerThrows() {
        AgendaRunner.start(ops, List.of(STORE), clock, planner, INTERVAL, tick -> {
            throw new IllegalStateException("the listener's own trouble");
        });
        planner.runLast();
        assertEquals(Duration.ofMinutes(20), planner.lastDelay());
    }

    @Test
    void logsAnErrorAndGoesOn() throws IOException {
        String missing = "com.example.ClassThatTheListenerMisses";
        AgendaRunner.start(ops, List.of(STORE), clock, planner, INTERVAL, tick -> {
            throw new NoClassDefFoundError(missing);
        });
        planner.runLast();
        assertEquals(Duration.ofMinutes(20), planner.lastDelay());
        assertTrue(Files.readString(Path.of("target/all-levels.log"), UTF_8).contains(missing));
    }

    @Test
    void stopsWhenItIsClosed() {
        AgendaRunner runner = start(STORE);
        runner.close();
        assertTrue(planner.planned.get(0).isCancelled());
        planner.runLast();
        assertEquals(List.of(), ticks);
        assertEquals(1, planner.looks.size());
    }

    @Test
    void leavesTheExecutorToTheHost() {
        start(STORE).close();
        assertTrue(!planner.isShutdown());
    }

    @Test
    void refusesAnIntervalThatIsNone() {
        assertEquals(
                "A runner looks after a positive interval, not PT0S",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> AgendaRunner.start(
                                        ops, List.of(STORE), clock, planner, Duration.ZERO, ticks::add))
                        .getMessage());
    }
}
