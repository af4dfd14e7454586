package io.storeops.agenda;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.act.Acts;
import io.storeops.act.Caller;
import io.storeops.act.Context;
import io.storeops.act.Timer;
import io.storeops.failure.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.outbox.Outbox;
import io.storeops.publishing.Delivery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine's look at a store: sends what waits, performs what the modules' timers ask for, reports what became overdue since
 * the last look (R6), and says when to look again, so that any scheduler can drive it. After a pause everything is done and
 * reported once; of several processes that look at the same time one does each. The engine's own doing, so no person's right is
 * asked for. Thread-safe.
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class Ticker {
    /** How often one look performs what became due through what it performed before. */
    private static final int ROUNDS = 10;

    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);

    private final Acts acts;
    private final AgendaBuilder builder;
    private final List<DutyModule> duties;
    private final Outbox outbox;
    private final Supplier<CommandId> ids;

    /**
     * A ticker.
     *
     * @param acts the pattern of every act
     * @param builder what is expected of a store and how far it is
     * @param duties whose timers are performed
     * @param outbox what waits to be sent
     * @param ids makes unique ids for commits
     */
    public Ticker(
            Acts acts,
            AgendaBuilder builder,
            List<? extends DutyModule> duties,
            Outbox outbox,
            Supplier<CommandId> ids) {
        this.acts = requireNonNull(acts, "acts");
        this.builder = requireNonNull(builder, "builder");
        this.duties = ImmutableList.copyOf(duties);
        this.outbox = requireNonNull(outbox, "outbox");
        this.ids = requireNonNull(ids, "ids");
    }

    /**
     * Looks at a store. What became overdue is reported by one look, at most once: who loses the answer finds it in the line
     * FLAG of the audit trail, and on the agenda for as long as it is open.
     *
     * @param store the store
     * @return what was found
     * @throws io.storeops.failure.NotEnrolledException if the store is not known, or has no roster in force
     * @throws io.storeops.storage.StaleWriteException if other processes were first again and again
     */
    public Tick tick(StoreId store) {
        List<Delivery> settled = new ArrayList<>(outbox.deliverDue(store));
        Optional<Instant> nextTimer = perform(store, settled);
        CommandId id = CommandId.of("tick/" + ids.get());
        Flag.Seen seen = acts.perform(new Caller(ActorId.SYSTEM, id), store, new Flag(builder));
        seen.ahead()
                .ifPresent(at -> LOG.warn(
                        "Store {} was looked at by a clock that showed {}; now it is {}. What that look reported ahead of its"
                                + " time is reported in its time; set the clocks of all processes",
                        store,
                        at,
                        seen.at()));
        Instant next = Stream.of(nextTimer, seen.nextWakeUp(), outbox.nextAttempt(store))
                .flatMap(Optional::stream)
                .filter(at -> at.isBefore(seen.tomorrow()))
                .min(Instant::compareTo)
                .orElse(seen.tomorrow());
        return new Tick(store, seen.at(), seen.raised(), seen.ahead(), settled, next);
    }

    /** Performs the timers that are due, those included that become due by that; gives the instant of the next one. */
    private Optional<Instant> perform(StoreId store, List<Delivery> settled) {
        for (int round = 1; ; round++) {
            Context context = acts.engineContext(store);
            List<Timer> timers = duties.stream()
                    .flatMap(duty -> duty.timers(context).stream())
                    .toList();
            List<Timer> due = timers.stream()
                    .filter(timer -> !timer.at().isAfter(context.now()))
                    .toList();
            if (due.isEmpty() || round == ROUNDS) {
                return timers.stream()
                        .map(Timer::at)
                        .filter(at -> at.isAfter(context.now()))
                        .min(Instant::compareTo);
            }
            due.forEach(timer -> perform(store, timer));
            settled.addAll(outbox.deliverDue(store));
        }
    }

    /** The same timer has the same command id wherever it is performed, so it is performed once. */
    private void perform(StoreId store, Timer timer) {
        String name = timer.act().entry().name() + " " + timer.act().target() + " " + timer.at();
        CommandId id = CommandId.of("timer/" + Sha256.of(name).hex());
        try {
            acts.perform(new Caller(ActorId.SYSTEM, id), store, timer.act());
        } catch (RefusedException e) {
            LOG.debug("The timer {} of store {} is not wanted any more: {}", name, store, e.getMessage());
        }
    }
}
