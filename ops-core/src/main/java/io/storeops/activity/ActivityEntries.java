package io.storeops.activity;

import io.storeops.act.EntryPoint;
import io.storeops.act.Things;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import java.util.List;

/** The ways to activities and to what was fed back of them, and their machines. */
final class ActivityEntries {
    static final Things<Activity, ActivityState, ActivityEvent> ACTIVITIES = Things.of(
                    ActivityState.MACHINE, Activity.TABLE, Activity::state)
            .named("RETURN_ACTIVITY", ActivityEvent.GIVE_BACK)
            .named("START_PREPARATION", ActivityEvent.PREPARE)
            .named("START_BLOCKED", ActivityEvent.BLOCK)
            .named("OVERRIDE_START", ActivityEvent.OVERRIDE)
            .named("WITHDRAW_START", ActivityEvent.WITHDRAW)
            .named("TRACK_EFFECT", ActivityEvent.TRACK, ActivityEvent.EXHAUST)
            .named("LAPSE_ACTIVITY", ActivityEvent.LAPSE, ActivityEvent.LAPSE_SHOWN)
            .named("CANCEL_ACTIVITY", ActivityEvent.CANCEL, ActivityEvent.CANCEL_SHOWN)
            .showing(DataClass.OPERATIONS, ActivityEvent.values());

    static final Things<ActivityFeedback, FeedbackState, FeedbackEvent> FEEDBACKS = Things.of(
                    FeedbackState.MACHINE, ActivityFeedback.TABLE, ActivityFeedback::state)
            .named("SEND_ACTIVITY_FEEDBACK", FeedbackEvent.SEND)
            .named("WITHDRAW_FEEDBACK", FeedbackEvent.WITHDRAW)
            .named("REJECT_FEEDBACK", FeedbackEvent.REJECT)
            .showing(DataClass.OPERATIONS, FeedbackEvent.values());

    private static final List<Right> READERS = List.of(
            Right.RUN_ACTIVITIES,
            Right.JOIN_ACTIVITIES,
            Right.MAINTAIN,
            Right.LIAISE,
            Right.FEED_BACK,
            Right.INSTRUCT,
            Right.APPROVE_ACTIVITY,
            Right.APPROVE_EXTENSION,
            Right.READ);

    static final EntryPoint READ = EntryPoint.look("READ_ACTIVITIES", READERS, DataClass.OPERATIONS);

    /** What an activity sold is sales data (R13). */
    static final EntryPoint READ_EFFECT =
            EntryPoint.look("READ_ACTIVITY_EFFECT", READERS, DataClass.OPERATIONS, DataClass.SALES);

    static final EntryPoint TELL = EntryPoint.host("TELL_ACTIVITY");

    static final EntryPoint WITHDRAWAL = EntryPoint.engine("WITHDRAWAL_OF_START", Right.RETRY);

    private ActivityEntries() {}
}
