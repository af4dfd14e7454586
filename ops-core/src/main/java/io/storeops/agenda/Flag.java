package io.storeops.agenda;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.json.Json;
import io.storeops.storage.Query;
import io.storeops.storage.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
     * By how much the clock of a look may have been ahead for what it raised to count: longer than looks are apart, so that a
     * clock that falls back raises nothing again.
     */
    private static final Duration STILL_TRUE = Duration.ofHours(3);

    /** For how long a clock may go astray by more than a day without anything being passed over. */
    private static final int MOST_DAYS_ASTRAY = 31;

    /**
     * What was seen.
     *
     * @param at when
     * @param raised what became overdue since the last look
     * @param ahead up to when an earlier look by another clock had reported, if that is ahead
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
        TickMark next = new TickMark(
                context.store().id(),
                context.now(),
                mark.map(row -> row.value().first()).orElse(context.now()));
        List<Raised> rows = raised.stream()
                .map(AgendaItem::occurrence)
                .map(found -> new Raised(context.store().id(), found.id(), found.dueAt(), context.now()))
                .toList();
        Verdict.Done done = Verdict.done(Edit.touch(TickMark.TABLE, mark, next), Edit.append(Raised.TABLE, rows))
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

    /** The mark of a look by another clock, if it lies further ahead than clocks differ: one of the two is wrong. */
    private static Optional<Instant> ahead(Context context) {
        return TickMark.find(context)
                .map(mark -> mark.value().at())
                .filter(at -> at.isAfter(context.now().plus(CLOCKS_DIFFER)));
    }

    /** The first look of all reports the day's own work. */
    private static Instant since(Context context) {
        return TickMark.find(context).map(mark -> mark.value().at()).orElseGet(() -> startOf(context.today(), context));
    }

    private static Instant startOf(LocalDate date, Context context) {
        return date.atStartOfDay(context.store().zone()).toInstant();
    }

    /**
     * What is overdue, still not done and never raised (D67), of the dates since the last look; if that look was by a clock
     * ahead, of those that it may have passed over. What a clock raised that was far ahead is raised in its time.
     */
    private List<AgendaItem> raised(Context context) {
        Instant since = since(context);
        boolean passedOver = ahead(context).isPresent();
        if (!passedOver && !since.isBefore(context.now())) {
            return List.of();
        }
        Instant begin = begin(context);
        Map<OccurrenceId, AgendaItem> found = new LinkedHashMap<>();
        firstDate(context)
                .datesUntil(context.today().plusDays(1))
                .flatMap(date -> builder.agenda(context, date).items().stream())
                .filter(item -> builder.carriedOut(item.occurrence()))
                .filter(item -> item.stateAt(context.now()).overdue()
                        && !item.occurrence().dueAt().isBefore(begin))
                .forEach(item -> found.putIfAbsent(item.occurrence().id(), item));
        Map<Boolean, List<AgendaItem>> byAge = found.values().stream()
                .collect(Collectors.partitioningBy(
                        item -> !passedOver && item.stateAt(since).overdue()));
        List<AgendaItem> older = requireNonNull(byAge.get(true));
        Stream.concat(
                        known(context, requireNonNull(byAge.get(false))).stream(),
                        older.stream().flatMap(item -> known(context, item).stream()))
                .filter(known -> !known.at().isAfter(context.now().plus(STILL_TRUE)))
                .forEach(known -> found.remove(known.occurrence()));
        // What stood there at the first look of all was passed over by it for good.
        Instant first = TickMark.find(context).map(mark -> mark.value().first()).orElse(context.now());
        older.stream()
                .map(AgendaItem::occurrence)
                .filter(occurrence -> occurrence.dueAt().isBefore(first))
                .forEach(occurrence -> found.remove(occurrence.id()));
        return List.copyOf(found.values());
    }

    /**
     * Whether one was raised that was due before the last look: it was raised then, unless nobody knew of it yet, as of a notice that a
     * person says later to have sent.
     */
    private static List<Raised> known(Context context, AgendaItem item) {
        return context.rows()
                .all(Query.of(Raised.TABLE, context.store().id())
                        .where(item.occurrence().id()));
    }

    /** Yesterday's work may be open yet. */
    private static LocalDate firstDate(Context context) {
        LocalDate today = context.today();
        Optional<TickMark> mark = TickMark.find(context).map(Versioned::value);
        LocalDate from = mark.map(looked -> fromDate(looked, context)).orElse(today);
        LocalDate least = mark.map(looked -> context.dayBefore(dateOf(looked.first(), context)))
                .orElse(today);
        return from.isBefore(least) && !least.isAfter(today) ? least : from;
    }

    /** Of what was due before the day of the first look nothing is reported. */
    private static Instant begin(Context context) {
        LocalDate today = context.today();
        LocalDate first = TickMark.find(context)
                .map(mark -> dateOf(mark.value().first(), context))
                .orElse(today);
        return startOf(first.isBefore(today) ? first : today, context);
    }

    private static LocalDate fromDate(TickMark mark, Context context) {
        Optional<Instant> ahead = ahead(context);
        if (ahead.isEmpty()) {
            return context.dayBefore(dateOf(mark.at(), context));
        }
        // Of a clock that was ahead by less, what it raised is still true but for the last day's.
        return ahead.get().isAfter(context.now().plus(Duration.ofDays(1)))
                ? context.today().minusDays(MOST_DAYS_ASTRAY)
                : context.dayBefore(context.today());
    }

    private static LocalDate dateOf(Instant instant, Context context) {
        return instant.atZone(context.store().zone()).toLocalDate();
    }

    /** What was raised before that was due when some items were. */
    private static List<Raised> known(Context context, Collection<AgendaItem> items) {
        List<Instant> dues =
                items.stream().map(item -> item.occurrence().dueAt()).sorted().toList();
        return dues.isEmpty()
                ? List.of()
                : context.rows()
                        .all(Query.of(Raised.TABLE, context.store().id(), Raised.BY_DUE)
                                .from(dues.get(0))
                                .to(dues.get(dues.size() - 1).plusMillis(1)));
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
