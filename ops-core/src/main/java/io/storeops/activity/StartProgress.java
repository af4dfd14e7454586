package io.storeops.activity;

import io.storeops.act.Context;
import io.storeops.agenda.DutyProgress;
import io.storeops.agenda.Occurrence;
import io.storeops.agenda.OccurrenceId;
import io.storeops.agenda.Progress;
import io.storeops.authority.Right;
import io.storeops.position.Cadence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts the start of each approved activity on the agenda, due at its start instant: what could not start is overdue until it has started,
 * or is given up (D35). The steps of activities stand there by themselves.
 */
final class StartProgress implements DutyProgress {
    /** What stands before an activity's id in the occurrence of its start, as in {@code 3.3/start:FS}. */
    static final String START = "start:";

    @Override
    public boolean tells(Occurrence occurrence) {
        return occurrence.cadence() == Cadence.Kind.PER_ACTIVITY
                && occurrence.id().about().startsWith(START);
    }

    @Override
    public Map<OccurrenceId, Progress> progress(Context context, Collection<Occurrence> occurrences) {
        Map<OccurrenceId, Progress> found = new HashMap<>();
        for (Occurrence occurrence : occurrences) {
            activityOf(context, occurrence.id())
                    .flatMap(StartProgress::progress)
                    .ifPresent(progress -> found.put(occurrence.id(), progress));
        }
        return found;
    }

    private static Optional<Activity> activityOf(Context context, OccurrenceId id) {
        return id.about().startsWith(START)
                ? ActivityEntries.ACTIVITIES.find(context, id.about().substring(START.length()))
                : Optional.empty();
    }

    private static Optional<Progress> progress(Activity activity) {
        Optional<Progress> started = activity.course().startedAt().map(Progress.Done::new);
        return started.or(() -> activity.course()
                .endedAt()
                .map(at -> new Progress.Abandoned(
                        at, activity.course().reason().map(EndReason::name).orElse(""))));
    }

    /** Those that are coming, and those whose start was decided on the date or later. */
    @Override
    public List<Occurrence> triggered(Context context, LocalDate date) {
        Instant begin = date.atStartOfDay(context.store().zone()).toInstant();
        Instant end = date.plusDays(1).atStartOfDay(context.store().zone()).toInstant();
        return Stream.of(ActivityState.values())
                .filter(state -> state.compareTo(ActivityState.APPROVED) >= 0)
                .flatMap(state -> ActivityEntries.ACTIVITIES.all(context, Activity.BY_STATE, state).stream())
                .filter(activity -> progress(activity)
                        .map(Progress::at)
                        .map(at -> !at.isBefore(begin))
                        .orElse(true))
                .flatMap(activity -> occurrence(context, activity).stream())
                .filter(occurrence -> occurrence.opensAt().isBefore(end))
                .toList();
    }

    @Override
    public Optional<Occurrence> find(Context context, OccurrenceId id) {
        return activityOf(context, id)
                .flatMap(activity -> occurrence(context, activity))
                .filter(occurrence -> occurrence.id().equals(id));
    }

    /** One that the host told of started before the library began with it. */
    private static Optional<Occurrence> occurrence(Context context, Activity activity) {
        Optional<Instant> approved = activity.hands().approvedAt();
        LocalDate date = activity.start().atZone(context.store().zone()).toLocalDate();
        return approved.flatMap(at -> context.rosterOn(date)
                .findDuty(Cadence.Kind.PER_ACTIVITY)
                .map(duty -> new Occurrence(
                        context.store().id(),
                        OccurrenceId.ofThing(duty.id(), START + activity.id()),
                        Cadence.Kind.PER_ACTIVITY,
                        date,
                        at.isBefore(activity.start()) ? at : activity.start(),
                        activity.start(),
                        Optional.empty(),
                        duty.evidence(),
                        Right.RUN_ACTIVITIES)));
    }
}
