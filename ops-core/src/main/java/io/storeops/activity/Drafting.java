package io.storeops.activity;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.authority.Right;
import io.storeops.evidence.Target;
import io.storeops.failure.Refusal;
import io.storeops.json.Json;
import io.storeops.position.ActivityRules;
import io.storeops.storage.Query;
import io.storeops.storage.Versioned;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is done with an activity before it is approved (R65): proposing, submitting, giving back, and saying something about it (D90). */
final class Drafting {
    private Drafting() {}

    /** An operator takes part in daily activities alone (R65); anything else is the manager's. */
    private static boolean daily(ActivityPlan plan) {
        return plan.kind() == ActivityRules.Kind.DAILY;
    }

    private static Optional<Refusal> unknown(Context context, String id, ActivityPlan plan) {
        return plan.campaign(id).unknown(context);
    }

    private static Activity drafted(Context context, String id, ActivityPlan plan, ActivityState state, Hands hands) {
        return new Activity(context.store().id(), id, plan, state, context.stamp(), hands, ActivityCourse.NOT_BEGUN);
    }

    private static Verdict exists(Context context, Activity known) {
        return Verdict.refused(
                "EXISTS",
                "store " + context.store().id() + " has an activity " + known.id() + " already, which is "
                        + known.state() + "; choose another id");
    }

    /**
     * DRAFT_ACTIVITY.
     *
     * @param id the activity, not used yet
     * @param plan what it is to be
     */
    record Draft(String id, ActivityPlan plan) implements Act<Activity> {
        @Override
        public EntryPoint entry() {
            return ActivityEntries.ACTIVITIES.entry(ActivityEvent.DRAFT);
        }

        @Override
        public Target target() {
            return Activity.target(id);
        }

        @Override
        public String arguments() {
            return plan.toString();
        }

        @Override
        public List<Right> anyOf(Context context) {
            return List.of(daily(plan) ? Right.JOIN_ACTIVITIES : Right.INSTRUCT);
        }

        @Override
        public Verdict decide(Context context) {
            Optional<Activity> known = ActivityEntries.ACTIVITIES.find(context, id);
            return known.isPresent()
                    ? exists(context, known.get())
                    : unknown(context, id, plan)
                            .<Verdict>map(Verdict.Refused::new)
                            .orElseGet(() -> Verdict.done(Edit.insert(
                                    Activity.TABLE,
                                    drafted(context, id, plan, ActivityState.DRAFT, Hands.drafting(context)))));
        }

        @Override
        public Activity recall(Context context, Written written) {
            return written.get(Activity.TABLE);
        }
    }

    /**
     * SUBMIT_ACTIVITY: what is a draft, or was given back, as it stands or as it is to be from now on; or one that is not there yet.
     *
     * @param id the activity
     * @param plan what it is to be; empty if it stays as it is
     */
    record Submit(String id, Optional<ActivityPlan> plan) implements Act<Activity> {
        @Override
        public EntryPoint entry() {
            return ActivityEntries.ACTIVITIES.entry(ActivityEvent.SUBMIT);
        }

        @Override
        public Target target() {
            return Activity.target(id);
        }

        @Override
        public String arguments() {
            return plan.map(ActivityPlan::toString).orElse("as it stands");
        }

        /** Both what it was and what it is to be count: nobody makes a daily activity of one that is not theirs. */
        @Override
        public List<Right> anyOf(Context context) {
            Optional<ActivityPlan> known =
                    ActivityEntries.ACTIVITIES.find(context, id).map(Activity::plan);
            boolean daily = Stream.of(known, plan).flatMap(Optional::stream).allMatch(Drafting::daily);
            return daily ? List.of(Right.JOIN_ACTIVITIES, Right.INSTRUCT) : List.of(Right.INSTRUCT);
        }

        @Override
        public Verdict decide(Context context) {
            Optional<Versioned<Activity>> known = ActivityEntries.ACTIVITIES.row(context, id);
            if (known.isEmpty() && plan.isEmpty()) {
                return new Verdict.Refused(ActivityEntries.ACTIVITIES.unknown(context, id));
            }
            if (known.isPresent()
                    && ActivityAct.to(known.get().value().state(), ActivityEvent.SUBMIT)
                            .isEmpty()) {
                return ActivityAct.wrongState(context, known.get().value(), ActivityEvent.SUBMIT);
            }
            ActivityPlan submitted =
                    plan.orElseGet(() -> known.orElseThrow().value().plan());
            return unknown(context, id, submitted)
                    .<Verdict>map(Verdict.Refused::new)
                    .orElseGet(() -> submitted(context, known, submitted));
        }

        private Verdict submitted(Context context, Optional<Versioned<Activity>> known, ActivityPlan submitted) {
            return known.map(row -> {
                        Activity next = row.value().as(submitted);
                        return ActivityAct.becoming(
                                row,
                                next.becoming(
                                        ActivityState.SUBMITTED, next.hands().submitting(context)));
                    })
                    .orElseGet(() -> Verdict.done(Edit.insert(
                            Activity.TABLE,
                            drafted(
                                    context,
                                    id,
                                    submitted,
                                    ActivityState.SUBMITTED,
                                    Hands.drafting(context).submitting(context)))));
        }

        @Override
        public Activity recall(Context context, Written written) {
            return written.get(Activity.TABLE);
        }
    }

    /** RETURN_ACTIVITY. */
    static Act<Activity> giveBack(String id, String remarks) {
        return ActivityAct.of(
                ActivityEvent.GIVE_BACK,
                id,
                (context, known) -> {
                    Activity activity = known.value();
                    Optional<ActivityState> to = ActivityAct.to(activity.state(), ActivityEvent.GIVE_BACK);
                    if (to.isEmpty()) {
                        return ActivityAct.wrongState(context, activity, ActivityEvent.GIVE_BACK);
                    }
                    return remarks.isBlank()
                            ? Verdict.refused(
                                    "REASON_MISSING",
                                    "activity " + id + " is given back with remarks, which tell "
                                            + activity.hands().submitter() + " what to change")
                            : ActivityAct.becoming(
                                    known,
                                    activity.becoming(to.get(), activity.hands().returned(remarks)));
                },
                remarks);
    }

    /**
     * COMMENT_ACTIVITY.
     *
     * @param id the activity
     * @param text what is said
     */
    record Comment(String id, String text) implements Act<ActivityComment> {
        @Override
        public EntryPoint entry() {
            return ActivityEntries.ACTIVITIES.entry(ActivityEvent.COMMENT);
        }

        @Override
        public Target target() {
            return Activity.target(id);
        }

        @Override
        public String arguments() {
            return Json.array(List.of(Json.of(id), Json.of(text))).canonical();
        }

        @Override
        public List<Right> anyOf(Context context) {
            return ActivityEntries.ACTIVITIES
                    .find(context, id)
                    .map(known -> List.of(daily(known.plan()) ? Right.JOIN_ACTIVITIES : Right.INSTRUCT))
                    .orElse(List.of(Right.JOIN_ACTIVITIES, Right.INSTRUCT));
        }

        @Override
        public Verdict decide(Context context) {
            Optional<Activity> known = ActivityEntries.ACTIVITIES.find(context, id);
            if (known.isEmpty()) {
                return new Verdict.Refused(ActivityEntries.ACTIVITIES.unknown(context, id));
            }
            if (ActivityAct.to(known.get().state(), ActivityEvent.COMMENT).isEmpty()) {
                return ActivityAct.wrongState(context, known.get(), ActivityEvent.COMMENT);
            }
            if (text.isBlank()) {
                return Verdict.refused("TEXT_MISSING", "a comment on activity " + id + " says something");
            }
            int number = comments(context, id).size() + 1;
            return Verdict.done(Edit.insert(
                    ActivityComment.TABLE,
                    new ActivityComment(context.store().id(), id, number, Optional.of(text), context.stamp())));
        }

        @Override
        public ActivityComment recall(Context context, Written written) {
            return written.get(ActivityComment.TABLE);
        }
    }

    static List<ActivityComment> comments(Context context, String id) {
        return context.rows()
                .all(Query.of(ActivityComment.TABLE, context.store().id()).where(id));
    }
}
