package io.storeops.agenda;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.json.Json;
import io.storeops.storage.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The engine's act of reporting what became overdue since it last looked, once (R6).
 *
 * @param builder what is expected
 */
record Flag(AgendaBuilder builder) implements Act<Flag.Seen> {
    private static final String RAISED = "raised";
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    /**
     * What was seen.
     *
     * @param at when
     * @param raised what became overdue since the last look
     * @param ahead up to when an earlier look with a wrong clock had reported, if one had
     * @param nextWakeUp when an occurrence changes next by time alone
     * @param tomorrow when the next day begins, which has an agenda of its own
     */
    record Seen(
            Instant at,
            List<AgendaItem> raised,
            Optional<Instant> ahead,
            Optional<Instant> nextWakeUp,
            Instant tomorrow) {}

    @Override
    public EntryPoint entry() {
        return AgendaModule.FLAG;
    }

    @Override
    public String arguments() {
        return "";
    }

    @Override
    public Verdict decide(Context context) {
        Optional<Versioned<TickMark>> mark = TickMark.find(context);
        Optional<Instant> ahead = ahead(context);
        if (ahead.isEmpty() && !since(context).isBefore(context.now())) {
            return Verdict.done().quietly();
        }
        List<AgendaItem> raised = raised(context);
        Verdict.Done done = Verdict.done(Edit.touch(
                        TickMark.TABLE, mark, new TickMark(context.store().id(), context.now())))
                .telling(
                        RAISED,
                        Json.array(raised.stream()
                                .map(item -> Json.of(item.occurrence().id() + " " + item.stateAt(context.now())))
                                .toList()));
        if (ahead.isPresent()) {
            return done.telling("ahead", Json.of(ahead.get().toString()));
        }
        return raised.isEmpty() ? done.quietly() : done;
    }

    /** The mark of a look whose clock was wrong: it lies further ahead than clocks differ, and tells nothing of today. */
    private static Optional<Instant> ahead(Context context) {
        return TickMark.find(context)
                .map(mark -> mark.value().at())
                .filter(at -> at.isAfter(context.now().plus(CLOCKS_DIFFER)));
    }

    /** The first look of all, and the first after one with a wrong clock, report the day's own work. */
    private static Instant since(Context context) {
        return TickMark.find(context)
                .map(mark -> mark.value().at())
                .filter(at -> ahead(context).isEmpty())
                .orElseGet(() ->
                        context.today().atStartOfDay(context.store().zone()).toInstant());
    }

    /** What became overdue since the last look, and is still not done; what was overdue then was reported (D67). */
    private List<AgendaItem> raised(Context context) {
        Instant since = since(context);
        if (!since.isBefore(context.now())) {
            return List.of();
        }
        LocalDate first = TickMark.find(context).isPresent() && ahead(context).isEmpty()
                ? context.dayBefore(since.atZone(context.store().zone()).toLocalDate())
                : context.today();
        Map<OccurrenceId, AgendaItem> found = new LinkedHashMap<>();
        first.datesUntil(context.today().plusDays(1))
                .flatMap(date -> builder.agenda(context, date).items().stream())
                .filter(item -> builder.carriedOut(item.occurrence()))
                .filter(item -> item.stateAt(context.now()).overdue()
                        && !item.stateAt(since).overdue())
                .forEach(item -> found.putIfAbsent(item.occurrence().id(), item));
        return List.copyOf(found.values());
    }

    /** The next change on today's agenda or on yesterday's, of which something may be open yet. */
    @Override
    public Seen recall(Context context, Written written) {
        LocalDate today = context.today();
        Optional<Instant> next = Stream.of(context.dayBefore(today), today)
                .flatMap(date -> builder.agenda(context, date).nextWakeUp().stream())
                .min(Instant::compareTo);
        return new Seen(
                context.now(),
                raised(context),
                ahead(context),
                next,
                context.dayAfter(today).atStartOfDay(context.store().zone()).toInstant());
    }
}
