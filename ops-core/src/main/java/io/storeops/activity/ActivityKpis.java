package io.storeops.activity;

import io.storeops.absence.Charged;
import io.storeops.absence.Charges;
import io.storeops.act.Context;
import io.storeops.agenda.Measure;
import io.storeops.authority.Right;
import io.storeops.evidence.Target;
import io.storeops.kpi.Kpi;
import io.storeops.kpi.Ratio;
import io.storeops.kpi.Score;
import io.storeops.storage.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** K3.3: feedbacks on checks of activities that are upheld, of those that were sent in the period (D42). */
final class ActivityKpis {
    static final List<Measure> MEASURES = List.of(new Measure(
            Kpi.K3_3,
            (context, period) -> new Score(Kpi.K3_3, charged(context, period).raw())));

    private ActivityKpis() {}

    static Score score(Context context, Measure.Period period, Function<Charged, Ratio> ratio) {
        return new Score(Kpi.K3_3, ratio.apply(charged(context, period)));
    }

    private static Charged charged(Context context, Measure.Period period) {
        Charges charges = Charges.asOf(context, period.asOf());
        Instant from = period.from().atStartOfDay(context.store().zone()).toInstant();
        Instant to =
                period.to().plusDays(1).atStartOfDay(context.store().zone()).toInstant();
        return new Charged(
                context
                        .rows()
                        .all(Query.of(ActivityFeedback.TABLE, context.store().id(), ActivityFeedback.BY_SENT)
                                .from(from)
                                .to(to))
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
