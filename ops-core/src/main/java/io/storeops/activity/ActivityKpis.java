package io.storeops.activity;

import io.storeops.absence.Charged;
import io.storeops.absence.Charges;
import io.storeops.act.Context;
import io.storeops.agenda.Measure;
import io.storeops.authority.Right;
import io.storeops.evidence.Target;
import io.storeops.kpi.Kpi;
import io.storeops.storage.Query;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** K3.3: feedbacks on checks of activities that are upheld, of those that were sent in the period (D42). */
final class ActivityKpis {
    static final Measure MEASURE = new Measure(Kpi.K3_3, ActivityKpis::charged);

    private ActivityKpis() {}

    private static Charged charged(Context context, Measure.Period period) {
        Charges charges = Charges.asOf(context, period.asOf());
        ZoneId zone = context.store().zone();
        return new Charged(
                context
                        .rows()
                        .all(Query.of(ActivityFeedback.TABLE, context.store().id(), ActivityFeedback.BY_SENT)
                                .from(period.begins(zone))
                                .to(period.ends(zone)))
                        .stream()
                        .filter(feedback -> !feedback.sent().at().isAfter(period.asOf()))
                        .map(feedback -> Charged.Item.of(
                                Target.of(ActivityFeedback.TABLE.name(), feedback.id()),
                                upheld(feedback, period.asOf()),
                                charges.of(
                                        Optional.of(feedback.sent().by()),
                                        Right.RUN_ACTIVITIES,
                                        feedback.sent().at()),
                                feedback.sent().at()))
                        .toList(),
                charges);
    }

    private static boolean upheld(ActivityFeedback feedback, Instant asOf) {
        return feedback.outcome().filter(outcome -> !outcome.at().isAfter(asOf)).isEmpty();
    }
}
