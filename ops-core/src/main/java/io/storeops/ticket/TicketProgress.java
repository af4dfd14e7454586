package io.storeops.ticket;

import io.storeops.act.Context;
import io.storeops.agenda.DutyProgress;
import io.storeops.agenda.Occurrence;
import io.storeops.agenda.OccurrenceId;
import io.storeops.agenda.Progress;
import io.storeops.position.Duty;
import io.storeops.storage.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Puts tickets on the agenda, as occurrences of the roster's duty 4.2: each episode is to be acknowledged, and to be solved or put before
 * the manager, each by its due instant; while it is on hold there is no due of the solution (D50). A roster without the duty, or without a
 * time limit, expects nothing.
 */
final class TicketProgress implements DutyProgress {
    /** What is owed of an episode. */
    private enum Owed {
        ACK,
        SOLVE;

        Optional<Instant> due(Episode episode) {
            return this == ACK ? episode.clocks().ackDue() : episode.solveDue();
        }

        Optional<Steps.Step> done(Steps steps) {
            return this == ACK ? steps.acknowledged() : steps.solved();
        }
    }

    private static final Pattern ABOUT = Pattern.compile("(ack|solve)/([0-9]{1,9})/(.+)");

    /** An episode, with the ticket as it stands. */
    private record Known(Ticket ticket, Episode episode) {
        Optional<Progress> progress(Owed owed) {
            return owed.done(episode.steps())
                    .<Progress>map(step -> new Progress.Done(step.at()))
                    .or(() -> ticket.merged()
                            .map(merging -> new Progress.Abandoned(merging.at(), "merged into " + merging.into())));
        }
    }

    private record Part(Owed owed, int episode, String ticket) {
        static Optional<Part> of(OccurrenceId id) {
            Matcher parts = ABOUT.matcher(id.about());
            return id.duty().equals(TicketEntries.DUTY) && parts.matches()
                    ? Optional.of(new Part(
                            parts.group(1).equals("ack") ? Owed.ACK : Owed.SOLVE,
                            Integer.parseInt(parts.group(2)),
                            parts.group(3)))
                    : Optional.empty();
        }

        static String about(Owed owed, Known known) {
            return (owed == Owed.ACK ? "ack/" : "solve/") + known.episode().number() + "/"
                    + known.ticket().id();
        }

        Optional<Known> find(Context context) {
            return TicketEntries.TICKETS
                    .find(context, ticket)
                    .flatMap(known -> known.episode().number() == episode
                            ? Optional.of(new Known(known, known.episode()))
                            : context.rows()
                                    .find(
                                            PastEpisode.TABLE,
                                            PastEpisode.TABLE.keyOf(
                                                    context.store().id(), ticket, episode))
                                    .map(past -> new Known(known, past.value().episode())));
        }
    }

    @Override
    public boolean tells(Occurrence occurrence) {
        return Part.of(occurrence.id()).isPresent();
    }

    @Override
    public Map<OccurrenceId, Progress> progress(Context context, Collection<Occurrence> occurrences) {
        Map<OccurrenceId, Progress> found = new HashMap<>();
        occurrences.forEach(occurrence -> Part.of(occurrence.id())
                .flatMap(part -> part.find(context).flatMap(known -> known.progress(part.owed())))
                .ifPresent(progress -> found.put(occurrence.id(), progress)));
        return found;
    }

    /** Those that are open, and those that ended from the date on: what was before is not read. */
    @Override
    public List<Occurrence> triggered(Context context, LocalDate date) {
        Instant start = date.atStartOfDay(context.store().zone()).toInstant();
        Instant end = date.plusDays(1).atStartOfDay(context.store().zone()).toInstant();
        Stream<Known> standing = Stream.concat(
                        TicketEntries.open(context).stream(),
                        context
                                .rows()
                                .all(Query.of(Ticket.TABLE, context.store().id(), Ticket.BY_OPEN)
                                        .where(false)
                                        .from(start))
                                .stream())
                .map(ticket -> new Known(ticket, ticket.episode()));
        Stream<Known> past =
                context
                        .rows()
                        .all(Query.of(PastEpisode.TABLE, context.store().id(), PastEpisode.BY_END)
                                .from(start))
                        .stream()
                        .flatMap(each -> TicketEntries.TICKETS
                                .find(context, each.ticketId())
                                .map(ticket -> new Known(ticket, each.episode()))
                                .stream());
        return Stream.concat(standing, past)
                .filter(known -> known.episode().clocks().receivedAt().isBefore(end))
                .flatMap(known -> Stream.of(Owed.values()).flatMap(owed -> occurrence(context, known, owed).stream()))
                .toList();
    }

    @Override
    public Optional<Occurrence> find(Context context, OccurrenceId id) {
        return Part.of(id)
                .flatMap(part -> part.find(context).flatMap(known -> occurrence(context, known, part.owed())));
    }

    private static Optional<Occurrence> occurrence(Context context, Known known, Owed owed) {
        Optional<Instant> due = owed.due(known.episode());
        Optional<LocalDate> date =
                due.map(at -> at.atZone(context.store().zone()).toLocalDate());
        Optional<Duty> duty = date.flatMap(on -> context.rosterOn(on).findDuty(TicketEntries.DUTY));
        return duty.map(named -> new Occurrence(
                context.store().id(),
                OccurrenceId.ofThing(named.id(), Part.about(owed, known)),
                named.cadence().kind(),
                date.orElseThrow(),
                known.episode().clocks().receivedAt(),
                due.orElseThrow(),
                Optional.empty(),
                named.evidence(),
                named.permission()));
    }
}
