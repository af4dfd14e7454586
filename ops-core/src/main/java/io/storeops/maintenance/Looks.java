package io.storeops.maintenance;

import io.storeops.act.Context;
import io.storeops.storage.Query;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What people look at. */
final class Looks {
    private Looks() {}

    static List<Anomaly> anomalies(Context context, List<AnomalyState> states) {
        return context.rows().all(Query.of(Anomaly.TABLE, context.store().id())).stream()
                .filter(anomaly -> states.isEmpty() || states.contains(anomaly.state()))
                .sorted(Comparator.comparing(
                                (Anomaly anomaly) -> anomaly.origin().firstSeenAt())
                        .thenComparing(Anomaly::id))
                .toList();
    }

    static Missing missing(Context context, String id) {
        Optional<Case> known = MaintenanceEntries.ANOMALIES.find(context, id).map(anomaly -> Case.of(context, anomaly));
        Categories categories = Categories.in(context);
        return known.map(each -> new Missing(
                        Steps.missing(
                                context,
                                each,
                                categories.correcting(each.anomaly().key().category())),
                        Steps.missing(context, each, categories.escalatingNeeds())))
                .orElseGet(() -> new Missing(List.of(), List.of()));
    }

    static List<Counted> counted(Context context) {
        List<History> all = Histories.of(context, context.now()).stream()
                .sorted(Comparator.comparing(
                                (History each) -> each.anomaly().origin().firstSeenAt())
                        .thenComparing(each -> each.anomaly().id()))
                .toList();
        Predicate<History> complete = Completeness.among(context, all);
        return all.stream()
                .map(each -> new Counted(each.anomaly().id(), complete.test(each), each.counts()))
                .toList();
    }
}
