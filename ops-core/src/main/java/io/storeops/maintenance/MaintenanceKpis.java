package io.storeops.maintenance;

import com.google.common.collect.ImmutableMap;
import io.storeops.act.Context;
import io.storeops.agenda.Measure;
import io.storeops.kpi.Kpi;
import io.storeops.kpi.Ratio;
import io.storeops.kpi.Score;
import io.storeops.storage.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * The measures of duty 2, counted from anomalies and their episodes (domain section 5, D14, D17, D69). An anomaly is of the period in
 * which its first episode is due; a false alarm, and one that was never more than covered, counts nowhere.
 */
final class MaintenanceKpis {
    /** An anomaly with its episodes, as known at an instant. */
    record History(Anomaly anomaly, List<Episode> episodes, boolean complete, Instant asOf) {
        boolean counts() {
            return anomaly.state() != AnomalyState.DISMISSED
                    && !episodes.get(0).found().covered();
        }

        Optional<Anomaly.Ending> ended(Episode episode) {
            return episode.ended().filter(ending -> !ending.at().isAfter(asOf));
        }

        boolean closed() {
            return ended(episodes.get(episodes.size() - 1)).isPresent();
        }

        boolean overdue() {
            return episodes.stream().anyMatch(this::overdue);
        }

        /** Past its due, and nobody acted on it by the instant; one that went away before is not. */
        private boolean overdue(Episode episode) {
            return acted(episode).isEmpty()
                    && ended(episode).isEmpty()
                    && Dues.actDue(episode).filter(due -> !asOf.isBefore(due)).isPresent();
        }

        Optional<Instant> acted(Episode episode) {
            return episode.firstAct().map(Episode.FirstAct::at).filter(at -> !at.isAfter(asOf));
        }

        /** Whether an episode is one that somebody had to act on by the instant. */
        boolean due(Episode episode) {
            Optional<Instant> due = episode.found().dueAt();
            boolean recovered = ended(episode)
                    .filter(ending -> ending.result() == AnomalyResult.SELF_RECOVERED)
                    .filter(ending -> due.isEmpty() || !ending.at().isAfter(due.get()))
                    .isPresent();
            return !episode.found().covered()
                    && !recovered
                    && (acted(episode).isPresent()
                            || Dues.actDue(episode)
                                    .filter(at -> !asOf.isBefore(at))
                                    .isPresent());
        }

        boolean inTime(Episode episode) {
            return acted(episode)
                    .flatMap(at -> episode.found().dueAt().map(due -> !at.isAfter(due)))
                    .orElse(acted(episode).isPresent());
        }
    }

    private static final Map<Kpi, BiFunction<List<History>, Predicate<Episode>, Ratio>> FORMULAS = ImmutableMap.of(
            Kpi.K2_1, MaintenanceKpis::timeliness,
            Kpi.K2_2, (all, due) -> ratio(all, each -> each.closed() || each.overdue(), History::complete),
            Kpi.K2_3, (all, due) -> ratio(all, History::closed, MaintenanceKpis::accurate),
            Kpi.K2_4,
                    (all, due) -> ratio(
                            all, each -> true, each -> !each.anomaly().origin().omitted()));

    static final List<Measure> MEASURES = FORMULAS.entrySet().stream()
            .map(each -> new Measure(
                    each.getKey(), (context, period) -> score(context, each.getKey(), each.getValue(), period)))
            .toList();

    private MaintenanceKpis() {}

    private static Score score(
            Context context,
            Kpi kpi,
            BiFunction<List<History>, Predicate<Episode>, Ratio> formula,
            Measure.Period period) {
        Predicate<Episode> due = episode -> in(context, period, episode);
        List<History> all = histories(context, period.asOf());
        List<History> counted = kpi == Kpi.K2_1
                ? all
                : all.stream().filter(each -> due.test(each.episodes().get(0))).toList();
        return new Score(kpi, formula.apply(counted, due));
    }

    /** Of the period in which it is due; without a time limit, in which it was found. */
    private static boolean in(Context context, Measure.Period period, Episode episode) {
        LocalDate date = episode.found()
                .dueAt()
                .orElse(episode.found().at())
                .atZone(context.store().zone())
                .toLocalDate();
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
        List<Episode> episodes =
                context.rows().all(Query.of(Episode.TABLE, context.store().id()).where(anomaly.id())).stream()
                        .filter(episode -> !episode.found().at().isAfter(asOf))
                        .toList();
        List<Episode> known = episodes.isEmpty()
                ? context.rows()
                        .all(Query.of(Episode.TABLE, context.store().id()).where(anomaly.id()))
                        .subList(0, 1)
                : episodes;
        return new History(anomaly, known, Completeness.of(context, anomaly, known), asOf);
    }

    private static Ratio timeliness(List<History> all, Predicate<Episode> inPeriod) {
        List<Boolean> inTime = new ArrayList<>();
        all.forEach(each -> each.episodes().stream()
                .filter(inPeriod)
                .filter(each::due)
                .forEach(episode -> inTime.add(each.inTime(episode))));
        return Ratio.of(inTime.stream().filter(yes -> yes).count(), inTime.size());
    }

    private static boolean accurate(History each) {
        return each.episodes().size() == 1 && !each.anomaly().reclassified();
    }

    private static Ratio ratio(List<History> all, Predicate<History> counted, Predicate<History> good) {
        List<History> base = all.stream().filter(counted).toList();
        return Ratio.of(base.stream().filter(good).count(), base.size());
    }
}
