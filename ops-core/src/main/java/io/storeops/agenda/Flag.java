package io.storeops.agenda;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.json.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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

    /**
     * What was seen.
     *
     * @param at when
     * @param raised what became overdue since the last look
     * @param nextWakeUp when an occurrence changes next by time alone
     * @param tomorrow when the next day begins, which has an agenda of its own
     */
    record Seen(Instant at, List<AgendaItem> raised, Optional<Instant> nextWakeUp, Instant tomorrow) {}

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
        if (!since(context).isBefore(context.now())) {
            return Verdict.done().quietly();
        }
        List<AgendaItem> raised = raised(context);
        Verdict.Done done = Verdict.done(Edit.touch(
                TickMark.TABLE,
                TickMark.find(context),
                new TickMark(context.store().id(), context.now())));
        return raised.isEmpty()
                ? done.quietly()
                : done.telling(
                        RAISED,
                        Json.array(raised.stream()
                                .map(item -> Json.of(item.occurrence().id() + " " + item.stateAt(context.now())))
                                .toList()));
    }

    private static Instant since(Context context) {
        return TickMark.find(context)
                .map(known -> known.value().at())
                .orElseGet(() ->
                        context.today().atStartOfDay(context.store().zone()).toInstant());
    }

    /** What became overdue or was missed since the last look, and is still not done. */
    private List<AgendaItem> raised(Context context) {
        Instant since = since(context);
        if (!since.isBefore(context.now())) {
            return List.of();
        }
        ZoneId zone = context.store().zone();
        // The first look of all reports the day's own work: nobody was asked for the days before.
        LocalDate first = TickMark.find(context).isPresent()
                ? since.atZone(zone).toLocalDate().minusDays(1)
                : context.today();
        Stream<Agenda> agendas =
                first.datesUntil(context.today().plusDays(1)).map(date -> builder.agenda(context, date));
        Map<OccurrenceId, AgendaItem> found = new LinkedHashMap<>();
        agendas.flatMap(agenda -> agenda.items().stream())
                .filter(item -> builder.reportsOverdue(context, item.occurrence()))
                .filter(item ->
                        item.stateAt(context.now()).overdue() && item.stateAt(since) != item.stateAt(context.now()))
                .forEach(item -> found.putIfAbsent(item.occurrence().id(), item));
        return List.copyOf(found.values());
    }

    /** The next change on today's agenda or on yesterday's, of which something may be open yet. */
    @Override
    public Seen recall(Context context, Written written) {
        LocalDate today = context.today();
        Optional<Instant> next = Stream.of(today.minusDays(1), today)
                .flatMap(date -> builder.agenda(context, date).nextWakeUp().stream())
                .min(Instant::compareTo);
        return new Seen(
                context.now(),
                raised(context),
                next,
                today.plusDays(1).atStartOfDay(context.store().zone()).toInstant());
    }
}
