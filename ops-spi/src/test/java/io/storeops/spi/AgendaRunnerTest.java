package io.storeops.spi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.StoreOps;
import io.storeops.agenda.Tick;
import io.storeops.authority.Role;
import io.storeops.calendar.SettableClock;
import io.storeops.calendar.SlotId;
import io.storeops.catalog.Store;
import io.storeops.enrolment.Enrolment;
import io.storeops.figures.Figures;
import io.storeops.figures.Quality;
import io.storeops.figures.Reading;
import io.storeops.figures.Semantics;
import io.storeops.figures.Subject;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.position.RosterDocument;
import io.storeops.publishing.Channel;
import io.storeops.publishing.SendResult;
import io.storeops.reporting.Gaps;
import io.storeops.reporting.SlotReporting;
import io.storeops.storage.MemoryStorage;
import io.storeops.storage.Storage;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
        ops.enrol(enrolment());
    }

    private static Enrolment enrolment() {
        return Enrolment.builder(Store.of("S1", "Asia/Shanghai", "CNY"), DAY)
                .person("li", Role.OPERATOR)
                .roster(RosterDocument.read(DefaultRoster.NAME, DefaultRoster.effectiveFrom(DAY), STORE))
                .build();
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

    static List<Named<Throwable>> troubles() {
        return List.of(
                Named.of("an exception", new IllegalStateException("what nobody expected")),
                Named.of("an error", new NoClassDefFoundError("com.example.ClassThatAnAdapterMisses")));
    }

    private void startAndRun(StoreOps library, Throwable trouble) throws IOException {
        AgendaRunner.start(library, List.of(STORE), clock, planner, INTERVAL, ticks::add);
        planner.runLast();
        assertTrue(Files.readString(Path.of("target/all-levels.log"), UTF_8).contains(trouble.getMessage()));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void goesOnAndLogsWhateverTheStorageThrows(Throwable trouble) throws IOException {
        Storage memory = MemoryStorage.empty(clock);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Storage storage = (Storage) Proxy.newProxyInstance(
                Storage.class.getClassLoader(), new Class<?>[] {Storage.class}, (proxy, method, arguments) -> {
                    if (thrown.get() != null) {
                        throw thrown.get();
                    }
                    try {
                        return method.invoke(memory, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        StoreOps library = StoreOps.builder().storage(storage).clock(clock).build();
        library.enrol(enrolment());
        thrown.set(trouble);
        startAndRun(library, trouble);
        assertEquals(List.of(), ticks);
        assertEquals(INTERVAL, planner.lastDelay());
        thrown.set(null);
        planner.runLast();
        assertEquals(1, ticks.size());
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void goesOnAndLogsWhateverAChannelThrows(Throwable trouble) throws Throwable {
        AtomicInteger attempts = new AtomicInteger();
        Channel channel = message -> {
            if (attempts.incrementAndGet() == 1) {
                return new SendResult.Refused(
                        "not now", Optional.of(clock.instant().plusSeconds(60)));
            }
            if (trouble instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) trouble;
        };
        StoreOps library = StoreOps.builder()
                .storage(MemoryStorage.empty(clock))
                .clock(clock)
                .channel("DATA_GROUP", channel)
                .build();
        library.enrol(enrolment());
        clock.set(Instant.parse("2024-06-16T01:01:00Z"));
        SlotReporting li = library.deskOf(ActorId.of("li")).reporting();
        li.record(
                STORE,
                List.of(new Reading(
                        Subject.ofStore(STORE),
                        SlotId.of(DAY, 1),
                        clock.instant(),
                        Figures.of(100, 10, 1),
                        Semantics.CUMULATIVE_DAY,
                        Quality.ACTUAL,
                        "hand",
                        Optional.empty())));
        li.release(STORE, SlotId.of(DAY, 1), Gaps.CONFIRM);
        clock.set(Instant.parse("2024-06-16T01:03:00Z"));
        startAndRun(library, trouble);
        assertEquals(2, attempts.get());
        int before = ticks.size();
        planner.runLast();
        assertEquals(before + 1, ticks.size());
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
