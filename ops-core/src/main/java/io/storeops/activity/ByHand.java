package io.storeops.activity;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Verdict;
import io.storeops.evidence.Evidence;
import io.storeops.storage.Query;
import java.util.Set;

/** WITHDRAW_START: a person took the platform's own start of a blocked activity back by hand, and tells with evidence (D35). */
final class ByHand {
    private static final Set<WithdrawnStart> OPEN =
            Set.of(WithdrawnStart.MANUAL_REQUIRED, WithdrawnStart.REJECTED, WithdrawnStart.UNKNOWN);

    private ByHand() {}

    static Act<Activity> withdrawn(String id) {
        return ActivityAct.of(ActivityEvent.WITHDRAW, id, (context, known) -> {
            Activity activity = known.value();
            if (ActivityAct.to(activity.state(), ActivityEvent.WITHDRAW).isEmpty()) {
                return ActivityAct.wrongState(context, activity, ActivityEvent.WITHDRAW);
            }
            if (activity.course().withdrawal().filter(OPEN::contains).isEmpty()) {
                return Verdict.refused(
                        "NOTHING_TO_WITHDRAW",
                        "the platform's own start of activity " + id + " is not for anybody to take back by hand: "
                                + activity.course()
                                        .withdrawal()
                                        .map(outcome -> "it is " + outcome)
                                        .orElse("nothing kept it from starting"));
            }
            return proven(context, activity)
                    ? ActivityAct.becoming(
                            known,
                            activity.becoming(
                                    activity.state(), activity.course().withdrawn(WithdrawnStart.BY_HAND)))
                    : Verdict.refused(
                            "EVIDENCE_MISSING",
                            "nothing shows that the platform will not start activity " + id + "; attach evidence to "
                                    + Activity.target(id) + " first");
        });
    }

    private static boolean proven(Context context, Activity activity) {
        return context
                .rows()
                .all(Query.of(Evidence.TABLE, context.store().id(), Evidence.BY_TARGET)
                        .where(Activity.target(activity.id())))
                .stream()
                .anyMatch(item -> !item.stamp()
                        .at()
                        .isBefore(activity.course().blockedAt().orElseThrow()));
    }
}
