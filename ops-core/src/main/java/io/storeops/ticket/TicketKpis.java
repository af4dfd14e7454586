package io.storeops.ticket;

import io.storeops.absence.Charged;
import io.storeops.absence.Charges;
import io.storeops.act.Context;
import io.storeops.agenda.Measure;
import io.storeops.authority.Right;
import io.storeops.id.ActorId;
import io.storeops.kpi.Kpi;
import io.storeops.storage.Query;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The measures of tickets, counted from their episodes (domain section 5, D50-D52). An episode is of the period of the later of its two
 * dues, and judged once both have passed or both acts are done; one of a merged ticket is not judged at all (D51).
 */
final class TicketKpis {
    private static final List<Kpi> KPIS = List.of(Kpi.K4_2, Kpi.K4_4);

    static final List<Measure> MEASURES = KPIS.stream()
            .map(kpi -> new Measure(kpi, (context, period) -> charged(context, period, kpi)))
            .toList();

    private TicketKpis() {}

    /** An act that is owed by an instant, as it is known at another. */
    private record Owed(Optional<Steps.Step> done, Optional<Instant> due) {
        static Owed of(Optional<Steps.Step> step, Optional<Instant> due, Instant asOf) {
            return new Owed(step.filter(known -> !known.at().isAfter(asOf)), due);
        }

        boolean inTime() {
            return done.filter(step -> due.filter(step.at()::isAfter).isEmpty()).isPresent();
        }

        /** Whether the due has passed, where there is one. */
        boolean passed(Instant asOf) {
            return due.filter(at -> !asOf.isBefore(at)).isPresent();
        }
    }

    /** An episode with both acts, as known at an instant. */
    private record Judged(String ticket, Episode episode, Instant asOf) {
        Owed ack() {
            return Owed.of(episode.steps().acknowledged(), episode.clocks().ackDue(), asOf);
        }

        Owed solve() {
            return Owed.of(episode.steps().solved(), episode.solveDue(), asOf);
        }

        boolean judged() {
            boolean done = ack().done().isPresent() && solve().done().isPresent();
            return done || passed();
        }

        /** Whether every due has passed that there is; on hold the solution has none yet, so that has not. */
        private boolean passed() {
            Clocks clocks = episode.clocks();
            return (clocks.ackDue().isPresent() || clocks.solveDue().isPresent())
                    && (clocks.ackDue().isEmpty() || ack().passed(asOf))
                    && (clocks.solveDue().isEmpty() || solve().passed(asOf));
        }

        boolean resolved() {
            return Owed.of(episode.steps().resolved(), Optional.empty(), asOf).inTime();
        }
    }

    private static Charged charged(Context context, Measure.Period period, Kpi kpi) {
        Charges charges = Charges.asOf(context, period.asOf());
        Stream<Judged> episodes = episodes(context, period);
        return new Charged(
                kpi == Kpi.K4_2
                        ? episodes.filter(Judged::judged)
                                .map(each -> prompt(charges, each))
                                .toList()
                        : episodes.filter(Judged::resolved)
                                .map(each -> reportedBack(charges, each))
                                .toList(),
                charges);
    }

    private static Stream<Judged> episodes(Context context, Measure.Period period) {
        ZoneId zone = context.store().zone();
        Instant from = period.begins(zone);
        Instant to = period.ends(zone);
        Stream<Judged> past = context
                .rows()
                .all(Query.of(PastEpisode.TABLE, context.store().id(), PastEpisode.BY_DUE)
                        .from(from)
                        .to(to))
                .stream()
                .map(each -> new Judged(each.ticketId(), each.episode(), period.asOf()));
        Stream<Judged> standing =
                context
                        .rows()
                        .all(Query.of(Ticket.TABLE, context.store().id(), Ticket.BY_DUE)
                                .from(from)
                                .to(to))
                        .stream()
                        .filter(ticket -> ticket.merged()
                                .filter(merging -> !merging.at().isAfter(period.asOf()))
                                .isEmpty())
                        .map(ticket -> new Judged(ticket.id(), ticket.episode(), period.asOf()));
        return Stream.concat(past, standing)
                .filter(each -> !each.episode().clocks().receivedAt().isAfter(period.asOf()));
    }

    /** K4.2: in n if both acts were in time; of a person, if everything that the person did of it, or nobody did, was. */
    private static Charged.Item prompt(Charges charges, Judged each) {
        List<Charged.Share> shares = new ArrayList<>();
        List<ActorId> ack = charged(charges, each.ack(), each);
        List<ActorId> solve = charged(charges, each.solve(), each);
        Stream.concat(ack.stream(), solve.stream()).distinct().forEach(person -> {
            List<Owed> own = Stream.concat(
                            ack.contains(person) ? Stream.of(each.ack()) : Stream.of(),
                            solve.contains(person) ? Stream.of(each.solve()) : Stream.of())
                    .toList();
            shares.add(new Charged.Share(
                    person,
                    own.stream().allMatch(Owed::inTime),
                    own.stream()
                            .filter(owed -> !owed.inTime())
                            .flatMap(owed -> owed.due().stream())
                            .toList()));
        });
        return new Charged.Item(
                Ticket.target(each.ticket()),
                each.ack().inTime() && each.solve().inTime(),
                false,
                shares,
                each.episode().clocks().lastDue());
    }

    private static List<ActorId> charged(Charges charges, Owed owed, Judged each) {
        return charges.of(
                owed.done().map(Steps.Step::by),
                Right.LIAISE,
                owed.due().orElse(each.episode().clocks().lastDue()));
    }

    /** K4.4: of whoever reported it back; of what nobody did, by the later of the two dues. */
    private static Charged.Item reportedBack(Charges charges, Judged each) {
        Instant due = each.episode().clocks().lastDue();
        Owed told = Owed.of(each.episode().steps().reportedBack(), Optional.empty(), each.asOf());
        return Charged.Item.of(
                Ticket.target(each.ticket()),
                told.inTime(),
                charges.of(told.done().map(Steps.Step::by), Right.LIAISE, due),
                due);
    }
}
