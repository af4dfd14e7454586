package io.storeops.activity;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.evidence.Target;
import io.storeops.json.Json;
import io.storeops.step.PlannedSteps;
import io.storeops.step.Step;
import io.storeops.storage.Versioned;
import java.util.List;
import java.util.Optional;

/** Feedback on checks of activities: it is sent, withdrawn by its author, or rejected by a receiver (R64, D42). */
final class Feedbacks {
    private Feedbacks() {}

    /**
     * SEND_ACTIVITY_FEEDBACK.
     *
     * @param id the feedback, not used yet
     * @param activityId the activity
     * @param finding what was found
     */
    record Send(String id, String activityId, Finding finding) implements Act<ActivityFeedback> {
        @Override
        public EntryPoint entry() {
            return ActivityEntries.FEEDBACKS.entry(FeedbackEvent.SEND);
        }

        @Override
        public Target target() {
            return Target.of(ActivityFeedback.TABLE.name(), id);
        }

        @Override
        public String arguments() {
            return Json.array(List.of(Json.of(activityId), Json.of(finding.toString())))
                    .canonical();
        }

        @Override
        public Verdict decide(Context context) {
            Optional<Activity> activity = ActivityEntries.ACTIVITIES.find(context, activityId);
            if (activity.isEmpty()) {
                return new Verdict.Refused(ActivityEntries.ACTIVITIES.unknown(context, activityId));
            }
            Optional<ActivityFeedback> known = ActivityEntries.FEEDBACKS.find(context, id);
            if (known.isPresent()) {
                return Verdict.refused(
                        "EXISTS",
                        "store " + context.store().id() + " has a feedback " + id + " already, of "
                                + known.get().sent().by() + "; choose another id");
            }
            Optional<Versioned<Step>> step = PlannedSteps.find(context, finding.run(), finding.step())
                    .filter(row -> row.value().of().equals(Activity.target(activityId)));
            if (step.isEmpty()) {
                return Verdict.refused(
                        "NO_SUCH_STEP",
                        "activity " + activityId + " has no step " + Step.idOf(finding.run(), finding.step()));
            }
            if (finding.since().isAfter(context.now())) {
                return Verdict.refused(
                        "FROM_THE_FUTURE",
                        "what is found since " + finding.since() + " is not found yet, now is " + context.now());
            }
            return PlannedSteps.fedBack(context, step.get())
                    .<Verdict>map(edits -> sent(context, activity.get()).with(edits))
                    .orElseGet(() -> Verdict.refused(
                            "WRONG_STATE",
                            "step " + step.get().value().id() + " is "
                                    + step.get().value().state() + "; feedback is sent on one that failed"));
        }

        private Verdict.Done sent(Context context, Activity activity) {
            return Verdict.done(Edit.insert(
                            ActivityFeedback.TABLE,
                            new ActivityFeedback(
                                    context.store().id(),
                                    id,
                                    activityId,
                                    finding.run(),
                                    finding.step(),
                                    Optional.of(finding.what()),
                                    finding.where(),
                                    finding.since(),
                                    finding.screenshot(),
                                    finding.to(),
                                    FeedbackState.UPHELD,
                                    context.stamp(),
                                    Optional.empty())))
                    .sending(new ActivityMessages(context).found(activity, id, finding));
        }

        @Override
        public ActivityFeedback recall(Context context, Written written) {
            return written.get(ActivityFeedback.TABLE);
        }
    }

    /** WITHDRAW_FEEDBACK: by its author alone. */
    static Act<ActivityFeedback> withdraw(String id, String reason) {
        return ActivityEntries.FEEDBACKS
                .move(FeedbackEvent.WITHDRAW, id, reason)
                .ofAuthor(feedback -> feedback.sent().by())
                .because(reason, feedback -> feedback.to().get(0))
                .doing((context, feedback, to) -> takenBack(context, feedback, to, reason));
    }

    /** REJECT_FEEDBACK: by somebody who may instruct. */
    static Act<ActivityFeedback> reject(String id, String reason) {
        return ActivityEntries.FEEDBACKS
                .move(FeedbackEvent.REJECT, id, reason)
                .because(reason, feedback -> feedback.sent().by())
                .doing((context, feedback, to) -> takenBack(context, feedback, to, reason));
    }

    /** The step waits to be answered again, unless somebody answered it since (D42). */
    private static Verdict.Done takenBack(Context context, ActivityFeedback feedback, FeedbackState to, String reason) {
        ActivityFeedback next = feedback.becoming(
                to, new ActivityFeedback.Outcome(context.now(), context.actor(), Optional.of(reason)));
        return Verdict.done(Edit.replace(
                        ActivityFeedback.TABLE,
                        ActivityEntries.FEEDBACKS.row(context, feedback.id()).orElseThrow(),
                        next))
                .with(PlannedSteps.find(context, feedback.run(), feedback.step())
                        .flatMap(row -> PlannedSteps.takenBack(context, row, reason))
                        .orElse(List.of()));
    }
}
