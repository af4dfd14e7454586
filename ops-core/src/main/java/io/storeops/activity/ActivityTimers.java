package io.storeops.activity;

import io.storeops.act.Context;
import io.storeops.act.Timer;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the engine does about activities by itself: first those whose end has come, then those whose start has (D35). One that could not
 * start is not started by it any more.
 */
final class ActivityTimers {
    private ActivityTimers() {}

    static List<Timer> of(Context context) {
        Stream<Timer> ends = in(context, ActivityState.RUNNING)
                .sorted(Comparator.comparing(Activity::end).thenComparing(Activity::id))
                .map(activity -> new Timer(activity.end(), Ending.end(activity.id())));
        Stream<Timer> lapses = coming(context)
                .sorted(Comparator.comparing(Activity::end).thenComparing(Activity::id))
                .map(activity -> new Timer(activity.end(), Ending.lapse(activity.id())));
        Stream<Timer> starts = coming(context)
                .filter(activity -> !activity.startBlocked() && context.now().isBefore(activity.end()))
                .sorted(Comparator.comparing(Activity::start).thenComparing(Activity::id))
                .map(activity -> new Timer(
                        activity.start(),
                        Starting.causes(context, activity).isEmpty()
                                ? Starting.begin(activity.id())
                                : Starting.block(activity.id())));
        return Stream.of(ends, lapses, starts).flatMap(timers -> timers).toList();
    }

    private static Stream<Activity> coming(Context context) {
        return ActivityState.COMING.stream().flatMap(state -> in(context, state));
    }

    private static Stream<Activity> in(Context context, ActivityState state) {
        return ActivityEntries.ACTIVITIES.all(context, Activity.BY_STATE, state).stream();
    }
}
