package io.storeops.examples.replay;

import io.storeops.activity.Activity;
import io.storeops.activity.ActivityEffect;
import io.storeops.activity.ActivityFeedback;
import io.storeops.activity.ToldActivity;
import io.storeops.campaign.Offer;
import io.storeops.figures.Figures;
import io.storeops.figures.Metric;
import io.storeops.kpi.Ratio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * {@code activities.csv} and {@code feedbacks.csv}.
 *
 * @param stage where the scenario is acted out
 */
record ActivityTables(Stage stage) {
    List<ResultTable> all() {
        List<ResultTable> tables = new ArrayList<>();
        List<Activity> activities = stage.source().activities().all(stage.store()).stream()
                .sorted(Comparator.<Activity>comparingInt(this::told)
                        .thenComparing(activity -> activity.drafted().at())
                        .thenComparing(Activity::id))
                .toList();
        if (!activities.isEmpty()) {
            tables.add(table(activities));
        }
        List<ActivityFeedback> feedbacks = stage.source().activities().feedbacks(stage.store());
        if (!feedbacks.isEmpty()) {
            tables.add(feedbacks(feedbacks));
        }
        return tables;
    }

    /** Those of the catalogue come first, in its order. */
    private int told(Activity activity) {
        List<String> ids =
                stage.scenario().activities().stream().map(ToldActivity::id).toList();
        return ids.contains(activity.id()) ? ids.indexOf(activity.id()) : ids.size();
    }

    private static Optional<Long> quota(Activity activity) {
        List<Offer> offers = activity.plan().offers();
        return offers.stream().allMatch(offer -> offer.quota().isPresent())
                ? Optional.of(offers.stream()
                        .mapToLong(offer -> offer.quota().orElseThrow())
                        .sum())
                : Optional.empty();
    }

    private static Optional<Ratio> sellThrough(Activity activity) {
        return activity.course().sold().flatMap(sold -> quota(activity).map(units -> Ratio.of(sold, units)));
    }

    /** What its only item brought while an activity ran that tells of a quota. */
    private Optional<Figures> figures(Activity activity) {
        return sellThrough(activity).isEmpty()
                ? Optional.empty()
                : stage.source().activities().effect(stage.store(), activity.id()).stream()
                        .flatMap(effect -> effect.during().items().stream())
                        .map(ActivityEffect.ItemFigures::figures)
                        .findFirst();
    }

    private static Optional<Long> found(Figures figures, Metric metric) {
        return figures.find(metric).isPresent() ? Optional.of(figures.get(metric)) : Optional.empty();
    }

    private ResultTable table(List<Activity> activities) {
        return new TableLayout<Activity>("activities.csv", stage.notation())
                .key("id", Activity::id)
                .column("kind", Activity::kind)
                .column("start", Activity::start)
                .column("end", Activity::end)
                .column("state", Activity::state)
                .column("reason", activity -> activity.course().reason())
                .column("quota", ActivityTables::quota)
                .column("sold", activity -> activity.course().sold())
                .column("sell_through", ActivityTables::sellThrough)
                .column("amount_minor", activity -> figures(activity).flatMap(each -> found(each, Metric.AMOUNT)))
                .column("visitors", activity -> figures(activity).flatMap(each -> found(each, Metric.VISITORS)))
                .column("conversion", activity -> figures(activity).flatMap(Figures::conversion))
                .column("submitted_by", activity -> activity.hands().submittedBy())
                .column("approved_by", activity -> activity.hands().approvedBy())
                .column("approved_at", activity -> activity.hands().approvedAt())
                .column("started_at", activity -> activity.course().startedAt())
                .column(
                        "start_timeliness",
                        activity ->
                                activity.course().startedAt().map(at -> activity.startedLate() ? "LATE" : "ON_TIME"))
                .column("ended_at", activity -> activity.course().endedAt())
                .column("closed_at", activity -> activity.course().closedAt())
                .table(activities);
    }

    private ResultTable feedbacks(List<ActivityFeedback> feedbacks) {
        return new TableLayout<ActivityFeedback>("feedbacks.csv", stage.notation())
                .key("feedback", ActivityFeedback::id)
                .column("of", ActivityFeedback::activityId)
                .column("run", ActivityFeedback::run)
                .column("step", ActivityFeedback::step)
                .column("sent_by", feedback -> feedback.sent().by())
                .column("sent_at", feedback -> feedback.sent().at())
                .column("outcome", ActivityFeedback::state)
                .column("outcome_by", feedback -> feedback.outcome().map(ActivityFeedback.Outcome::by))
                .column("outcome_at", feedback -> feedback.outcome().map(ActivityFeedback.Outcome::at))
                .column("reason", feedback -> feedback.outcome().flatMap(ActivityFeedback.Outcome::reason))
                .table(feedbacks);
    }
}
