package io.storeops.maintenance;

import com.google.common.collect.ImmutableMap;
import io.storeops.absence.Charged;
import io.storeops.absence.Charges;
import io.storeops.act.Context;
import io.storeops.agenda.Measure;
import io.storeops.authority.Right;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import io.storeops.kpi.Kpi;
import io.storeops.storage.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The measures of duty 2, counted from anomalies and their episodes (domain section 5, D14, D17, D69). An anomaly is of the period in
 * which its first episode is due; a false alarm, and one that was never more than covered, counts nowhere.
 */
final class MaintenanceKpis {
    /** An anomaly with its episodes, as known at an instant. */
    record History(Anomaly anomaly, List<Episode> episodes, boolean complete, Instant asOf) {
        boolean counts() {
            return !dismissed() && !episodes.get(0).found().covered();
        }

        private boolean dismissed() {
            return anomaly.state() == AnomalyState.DISMISSED
                    && anomaly.ended()
                            .filter(ending -> ending.at().isAfter(asOf))
                            .isEmpty();
        }

        boolean closed() {
            return episodes.get(episodes.size() - 1).ended().isPresent();
        }

        boolean overdue() {
            return episodes.stream().anyMatch(this::overdue);
        }

        /** Past its due, and nobody acted on it by the instant; one that went away before is not. */
        private boolean overdue(Episode episode) {
            return episode.firstAct().isEmpty()
                    && episode.ended().isEmpty()
                    && Dues.actDue(episode).filter(due -> !asOf.isBefore(due)).isPresent();
        }

        /** Whether an episode is one that somebody had to act on by the instant. */
        boolean due(Episode episode) {
            Optional<Instant> due = episode.found().dueAt();
            boolean recovered = episode.ended()
                    .filter(ending -> ending.result() == AnomalyResult.SELF_RECOVERED)
                    .filter(ending -> due.isEmpty() || !ending.at().isAfter(due.get()))
                    .isPresent();
            return !episode.found().covered()
                    && !recovered
                    && (episode.firstAct().isPresent()
                            || Dues.actDue(episode)
                                    .filter(at -> !asOf.isBefore(at))
                                    .isPresent());
        }

        boolean inTime(Episode episode) {
            return episode.firstAct()
                    .flatMap(act -> episode.found().dueAt().map(due -> !act.at().isAfter(due)))
                    .orElse(episode.firstAct().isPresent());
        }
    }

    /** What each measure counts, and what of that is good. */
    private record Counting(Predicate<History> counted, Predicate<History> good) {}

    private static final Map<Kpi, Counting> OF_ANOMALIES = ImmutableMap.of(
            Kpi.K2_2, new Counting(each -> each.closed() || each.overdue(), History::complete),
            Kpi.K2_3, new Counting(History::closed, MaintenanceKpis::accurate),
            Kpi.K2_4,
                    new Counting(each -> true, each -> !each.anomaly().origin().omitted()));

    private static final List<Kpi> KPIS = List.of(Kpi.K2_1, Kpi.K2_2, Kpi.K2_3, Kpi.K2_4);

    static final List<Measure> MEASURES = KPIS.stream()
            .map(kpi -> new Measure(kpi, (context, period) -> charged(context, period, kpi)))
            .toList();

    private MaintenanceKpis() {}

    private static Charged charged(Context context, Measure.Period period, Kpi kpi) {
        Charges charges = Charges.asOf(context, period.asOf());
        Predicate<Episode> inPeriod = episode -> in(context, period, episode);
        Counting counting = OF_ANOMALIES.get(kpi);
        Stream<Charged.Item> items = histories(context, period.asOf()).stream()
                .flatMap(each -> counting == null
                        ? episodes(charges, each, inPeriod)
                        : Stream.of(each)
                                .filter(known -> inPeriod.test(known.episodes().get(0)))
                                .filter(counting.counted())
                                .map(known -> Charged.Item.of(
                                        target(known),
                                        counting.good().test(known),
                                        doers(charges, known),
                                        dueOf(known.episodes().get(0)))));
        return new Charged(items.toList(), charges);
    }

    private static Target target(History each) {
        return Target.of(Anomaly.TABLE.name(), each.anomaly().id());
    }

    /** The anomalies whose first episode is due in a period, in the order in which they were first seen. */
    static List<History> due(Context context, Measure.Period period) {
        return histories(context, period.asOf()).stream()
                .filter(each -> in(context, period, each.episodes().get(0)))
                .toList();
    }

    /** K2.1 counts episodes (D14). */
    private static Stream<Charged.Item> episodes(Charges charges, History each, Predicate<Episode> inPeriod) {
        return each.episodes().stream()
                .filter(inPeriod)
                .filter(each::due)
                .map(episode -> Charged.Item.of(
                        target(each),
                        each.inTime(episode),
                        charges.of(actor(episode), Right.MAINTAIN, dueOf(episode)),
                        dueOf(episode)));
    }

    /** An anomaly is charged to whoever acted first in one of its episodes; if nobody did, as its first episode is. */
    private static List<ActorId> doers(Charges charges, History each) {
        List<Optional<ActorId>> acted = each.episodes().stream()
                .map(MaintenanceKpis::actor)
                .filter(Optional::isPresent)
                .toList();
        Episode first = each.episodes().get(0);
        return (acted.isEmpty() ? List.of(Optional.<ActorId>empty()) : acted)
                .stream()
                        .flatMap(actor -> charges.of(actor, Right.MAINTAIN, dueOf(first)).stream())
                        .distinct()
                        .toList();
    }

    private static Optional<ActorId> actor(Episode episode) {
        return episode.firstAct().map(Episode.FirstAct::by);
    }

    /** Without a time limit, when it was found. */
    private static Instant dueOf(Episode episode) {
        return episode.found().dueAt().orElse(episode.found().at());
    }

    private static boolean in(Context context, Measure.Period period, Episode episode) {
        LocalDate date = dueOf(episode).atZone(context.store().zone()).toLocalDate();
        return !date.isBefore(period.from()) && !date.isAfter(period.to());
    }

    /** Every anomaly that counts, in the order in which they were first seen. */
    static List<History> histories(Context context, Instant asOf) {
        return context.rows().all(Query.of(Anomaly.TABLE, context.store().id())).stream()
                .filter(anomaly -> !anomaly.origin().firstSeenAt().isAfter(asOf))
                .map(anomaly -> history(context, anomaly, asOf))
                .filter(History::counts)
                .sorted(Comparator.comparing(each -> each.anomaly().origin().firstSeenAt()))
                .toList();
    }

    static History history(Context context, Anomaly anomaly, Instant asOf) {
        List<Episode> all =
                context.rows().all(Query.of(Episode.TABLE, context.store().id()).where(anomaly.id())).stream()
                        .map(episode -> episode.asOf(asOf))
                        .toList();
        List<Episode> begun = all.stream()
                .filter(episode -> !episode.found().at().isAfter(asOf))
                .toList();
        List<Episode> known = begun.isEmpty() ? all.subList(0, 1) : begun;
        Anomaly then = PastClass.of(context, anomaly, asOf);
        return new History(then, known, Completeness.of(context, then, known, asOf), asOf);
    }

    private static boolean accurate(History each) {
        return each.episodes().size() == 1 && !each.anomaly().reclassified();
    }
}
