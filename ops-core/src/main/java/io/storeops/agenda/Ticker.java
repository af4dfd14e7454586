package io.storeops.agenda;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Acts;
import io.storeops.act.Context;
import io.storeops.evidence.AuditEntry;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.publishing.Delivery;
import io.storeops.publishing.Outbox;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.StaleWriteException;
import io.storeops.storage.Storage;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The engine's look at a store: sends what waits, reports what became overdue since the last look (R6), and says when to look
 * again, so that any scheduler can drive it. After a pause everything is reported once; of several processes that look at
 * the same time one reports. The engine's own doing (FLAG, RETRY), so no person's right is asked for. Thread-safe.
 */
public final class Ticker {
    /** How often to look again when another process looks at the same time. */
    private static final int TRIES = 20;

    private final Storage storage;
    private final Acts acts;
    private final AgendaBuilder expected;
    private final Outbox outbox;
    private final Supplier<CommandId> ids;

    /**
     * A ticker.
     *
     * @param storage where everything is kept
     * @param acts gives the stores and the time
     * @param expected what is expected of a store and how far it is
     * @param outbox what waits to be sent
     * @param ids makes unique ids for commits
     */
    public Ticker(Storage storage, Acts acts, AgendaBuilder expected, Outbox outbox, Supplier<CommandId> ids) {
        this.storage = requireNonNull(storage, "storage");
        this.acts = requireNonNull(acts, "acts");
        this.expected = requireNonNull(expected, "expected");
        this.outbox = requireNonNull(outbox, "outbox");
        this.ids = requireNonNull(ids, "ids");
    }

    /**
     * Looks at a store. What became overdue is reported by one look, at most once: who loses the answer finds it in the line
     * FLAG of the audit trail, and on the agenda for as long as it is open.
     *
     * @param store the store
     * @return what was found
     * @throws io.storeops.act.NotEnrolledException if the store is not known, or has no roster in force
     * @throws StaleWriteException if other processes were first again and again
     */
    public Tick tick(StoreId store) {
        List<Delivery> settled = outbox.deliverDue(store);
        for (int attempt = 1; ; attempt++) {
            try {
                Context context = acts.engineContext(store);
                Map<LocalDate, Agenda> known = new HashMap<>();
                Function<LocalDate, Agenda> on =
                        date -> known.computeIfAbsent(date, day -> expected.agenda(context, day));
                return new Tick(store, context.now(), raised(context, on), settled, nextWakeUp(context, on));
            } catch (StaleWriteException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private List<AgendaItem> raised(Context context, Function<LocalDate, Agenda> on) {
        StoreId store = context.store().id();
        Optional<Versioned<TickMark>> mark = context.rows().find(TickMark.TABLE, TickMark.key(store));
        Instant since = mark.map(known -> known.value().at())
                .orElseGet(() ->
                        context.today().atStartOfDay(context.store().zone()).toInstant());
        if (!since.isBefore(context.now())) {
            return List.of();
        }
        // The first look of all reports the day's own work: nobody was asked for the days before.
        LocalDate first = mark.isPresent()
                ? since.atZone(context.store().zone()).toLocalDate().minusDays(1)
                : context.today();
        List<AgendaItem> raised = between(
                context, since, first.datesUntil(context.today().plusDays(1)).map(on));
        CommitId id = CommitId.of("tick/" + ids.get());
        Changes changes = Changes.of(store, id);
        TickMark next = new TickMark(store, context.now());
        if (mark.isPresent()) {
            changes.replace(TickMark.TABLE, next, mark.get().revision());
        } else {
            changes.insert(TickMark.TABLE, next);
        }
        if (!raised.isEmpty()) {
            AuditEntry.Deed deed = deed(context, id, raised);
            changes.link(AuditEntry.TABLE, last -> AuditEntry.after(store, last, deed, Optional.empty()));
        }
        storage.commit(changes);
        return raised;
    }

    /** What became overdue or was missed after an instant, and is still not done. */
    private List<AgendaItem> between(Context context, Instant since, Stream<Agenda> agendas) {
        Map<OccurrenceId, AgendaItem> found = new LinkedHashMap<>();
        agendas.flatMap(agenda -> agenda.items().stream())
                .filter(item -> expected.teller(item.occurrence())
                        .map(duty -> duty.reportsOverdue(context, item.occurrence()))
                        .orElse(true))
                .filter(item -> overdue(item.stateAt(context.now()))
                        && !item.stateAt(since).equals(item.stateAt(context.now())))
                .forEach(item -> found.putIfAbsent(item.occurrence().id(), item));
        return List.copyOf(found.values());
    }

    private static boolean overdue(AgendaItem.State state) {
        return state == AgendaItem.State.OVERDUE || state == AgendaItem.State.MISSED;
    }

    /** The next change on today's agenda or on yesterday's, of which something may be open yet; tomorrow has one of its own. */
    private Instant nextWakeUp(Context context, Function<LocalDate, Agenda> on) {
        Instant tomorrow =
                context.today().plusDays(1).atStartOfDay(context.store().zone()).toInstant();
        return Stream.of(
                        on.apply(context.today().minusDays(1)).nextWakeUp(),
                        on.apply(context.today()).nextWakeUp(),
                        outbox.nextAttempt(context.store().id()))
                .flatMap(Optional::stream)
                .filter(at -> at.isBefore(tomorrow))
                .min(Instant::compareTo)
                .orElse(tomorrow);
    }

    private static AuditEntry.Deed deed(Context context, CommitId id, List<AgendaItem> raised) {
        return new AuditEntry.Deed(
                CommandId.of(id.value()),
                context.now(),
                ActorId.SYSTEM,
                Optional.empty(),
                "FLAG",
                raised.size() + " occurrences",
                AuditEntry.Outcome.DONE,
                "FLAG",
                new AuditEntry.Rules(context.roster().version(), 0),
                Sha256.of("").hex(),
                Json.object(Map.of(
                        "raised",
                        Json.array(raised.stream()
                                .map(item -> Json.of(item.occurrence().id() + " " + item.stateAt(context.now())))
                                .toList()))));
    }
}
