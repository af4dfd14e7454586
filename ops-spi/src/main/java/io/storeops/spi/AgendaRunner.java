package io.storeops.spi;

import static java.util.Objects.requireNonNull;

import io.storeops.StoreOps;
import io.storeops.agenda.Tick;
import io.storeops.id.StoreId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives a library for hosts that have no scheduler of their own: looks at each store when something is due there, and at
 * least once an interval, so that a clock that was set, or a roster that another process changed, is noticed. A host with cron,
 * Quartz, Spring or db-scheduler calls {@link StoreOps#tick} itself instead. Thread-safe.
 *
 * <p>What goes wrong in one store is logged and tried again after the interval; it stops neither the others nor itself. The
 * executor is the host's: closing the runner cancels what is planned and leaves the executor alone.
 */
public final class AgendaRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AgendaRunner.class);

    private final StoreOps ops;
    private final Clock clock;
    private final ScheduledExecutorService executor;
    private final Duration interval;
    private final Consumer<Tick> listener;
    private final Map<StoreId, Future<?>> planned = new ConcurrentHashMap<>();
    private volatile boolean closed;

    private AgendaRunner(
            StoreOps ops, Clock clock, ScheduledExecutorService executor, Duration interval, Consumer<Tick> listener) {
        this.ops = requireNonNull(ops, "ops");
        this.clock = requireNonNull(clock, "clock");
        this.executor = requireNonNull(executor, "executor");
        this.listener = requireNonNull(listener, "listener");
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("A runner looks after a positive interval, not " + interval);
        }
        this.interval = interval;
    }

    /**
     * Starts: each store is looked at once at once.
     *
     * @param ops the library
     * @param stores the stores to look at
     * @param clock the clock that the library was given
     * @param executor runs the looks; the host's to shut down
     * @param interval the longest time between two looks at a store, positive
     * @param listener told of every look, on the executor's thread; what it throws is logged
     * @return the runner, to be closed before the library
     * @throws IllegalArgumentException if the interval is not positive
     */
    public static AgendaRunner start(
            StoreOps ops,
            Collection<StoreId> stores,
            Clock clock,
            ScheduledExecutorService executor,
            Duration interval,
            Consumer<Tick> listener) {
        AgendaRunner runner = new AgendaRunner(ops, clock, executor, interval, listener);
        stores.forEach(store -> runner.plan(store, Duration.ZERO));
        return runner;
    }

    private void plan(StoreId store, Duration delay) {
        if (!closed) {
            planned.put(store, executor.schedule(() -> look(store), delay.toNanos(), TimeUnit.NANOSECONDS));
        }
    }

    private void look(StoreId store) {
        if (closed) {
            return;
        }
        Duration delay = interval;
        try {
            Tick tick = ops.tick(store);
            delay = delayUntil(tick.nextWakeUp());
            tell(tick);
        } catch (RuntimeException | Error e) {
            // An Error too: a missing class would silence the store for ever, since an executor tells nobody.
            LOG.error("Store {} could not be looked at; it is tried again in {}", store, delay, e);
        } finally {
            plan(store, delay);
        }
    }

    private void tell(Tick tick) {
        try {
            listener.accept(tick);
        } catch (RuntimeException | Error e) {
            LOG.error(
                    "The listener failed; what store {} had overdue is on its agenda and in its trail: {}",
                    tick.store(),
                    tick.raised().stream().map(item -> item.occurrence().id()).toList(),
                    e);
        }
    }

    private Duration delayUntil(Instant next) {
        Duration until = Duration.between(clock.instant(), next);
        if (until.isNegative()) {
            return Duration.ZERO;
        }
        return until.compareTo(interval) < 0 ? until : interval;
    }

    /** Cancels what is planned. A look that is running comes to its end. */
    @Override
    public void close() {
        closed = true;
        planned.values().forEach(look -> look.cancel(false));
    }
}
