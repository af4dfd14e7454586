package io.storeops.maintenance;

import io.storeops.absence.Charged;
import io.storeops.absence.Charges;
import io.storeops.act.Context;
import io.storeops.agenda.Measure;
import io.storeops.authority.Right;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import io.storeops.kpi.Kpi;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The measures of duty 2, counted from anomalies and their episodes (domain section 5, D14, D17, D69). An anomaly is of the period in
 * which its first episode is due; a false alarm, and one that was never more than covered, counts nowhere.
 */
final class MaintenanceKpis {
    private static final List<Kpi> KPIS = List.of(Kpi.K2_1, Kpi.K2_2, Kpi.K2_3, Kpi.K2_4);

    static final List<Measure> MEASURES = KPIS.stream()
            .map(kpi -> new Measure(kpi, (context, period) -> charged(context, period, kpi)))
            .toList();

    private MaintenanceKpis() {}

    private static Charged charged(Context context, Measure.Period period, Kpi kpi) {
        Charges charges = Charges.asOf(context, period.asOf());
        return new Charged(
                (kpi == Kpi.K2_1 ? ofEpisodes(context, period, charges) : ofAnomalies(context, period, charges, kpi))
                        .toList(),
                charges);
    }

    private static Stream<Charged.Item> ofAnomalies(Context context, Measure.Period period, Charges charges, Kpi kpi) {
        Predicate<History> counted = switch (kpi) {
            case K2_2 -> each -> each.closed() || each.overdue();
            case K2_3 -> History::closed;
            default -> each -> true;
        };
        List<History> all = due(context, period).stream().filter(counted).toList();
        Predicate<History> good = switch (kpi) {
            case K2_2 -> Completeness.among(context, all);
            case K2_3 -> History::accurate;
            default -> each -> !each.anomaly().origin().omitted();
        };
        return all.stream()
                .map(each -> Charged.Item.of(target(each), good.test(each), doers(charges, each), dueOf(each.first())));
    }

    /** K2.1 counts episodes (D14). */
    private static Stream<Charged.Item> ofEpisodes(Context context, Measure.Period period, Charges charges) {
        return histories(context, period.asOf()).stream()
                .flatMap(each -> each.episodes().stream()
                        .filter(episode -> in(context, period, episode))
                        .filter(each::due)
                        .map(episode -> Charged.Item.of(
                                target(each),
                                each.inTime(episode),
                                charges.of(actor(episode), Right.MAINTAIN, dueOf(episode)),
                                dueOf(episode))));
    }

    private static Target target(History each) {
        return Target.of(Anomaly.TABLE.name(), each.anomaly().id());
    }

    /** The anomalies whose first episode is due in a period, in the order in which they were first seen. */
    static List<History> due(Context context, Measure.Period period) {
        return context.once(
                        Due.class,
                        period,
                        () -> new Due(histories(context, period.asOf()).stream()
                                .filter(each -> in(context, period, each.first()))
                                .toList()))
                .all();
    }

    /** What three of the measures count of a period. */
    private record Due(List<History> all) {}

    /** An anomaly is charged to whoever acted first in one of its episodes; if nobody did, as its first episode is. */
    private static List<ActorId> doers(Charges charges, History each) {
        List<Optional<ActorId>> acted = each.episodes().stream()
                .map(MaintenanceKpis::actor)
                .filter(Optional::isPresent)
                .toList();
        return (acted.isEmpty() ? List.of(Optional.<ActorId>empty()) : acted)
                .stream()
                        .flatMap(actor -> charges.of(actor, Right.MAINTAIN, dueOf(each.first())).stream())
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
    private static List<History> histories(Context context, Instant asOf) {
        return Histories.of(context, asOf).stream()
                .filter(each -> !each.anomaly().origin().firstSeenAt().isAfter(asOf))
                .filter(History::counts)
                .sorted(Comparator.comparing(each -> each.anomaly().origin().firstSeenAt()))
                .toList();
    }
}
