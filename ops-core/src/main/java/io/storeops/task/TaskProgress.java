package io.storeops.task;

import io.storeops.act.Context;
import io.storeops.agenda.DutyProgress;
import io.storeops.agenda.Occurrence;
import io.storeops.agenda.OccurrenceId;
import io.storeops.agenda.Progress;
import io.storeops.authority.Right;
import io.storeops.position.Cadence;
import io.storeops.storage.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts tasks on the agenda, as occurrences of the roster's duty that is due task by task: each is due once, and once more is its feedback.
 * The summary of a day's tasks is expected of each date (R82).
 * What is done follows from the tasks. A roster without such a duty expects nothing.
 */
final class TaskProgress implements DutyProgress {
    /** What stands before a task's id in the occurrence of its feedback, as in {@code 5.2/feedback:T1}. */
    static final String FEEDBACK = "feedback:";

    /** Whether an id stands for something else than a task on the agenda. */
    static boolean isTaken(String id) {
        return id.startsWith(FEEDBACK) || OccurrenceId.readsAsDate(id);
    }

    @Override
    public boolean tells(Occurrence occurrence) {
        return occurrence.cadence() == Cadence.Kind.PER_TASK;
    }

    @Override
    public Map<OccurrenceId, Progress> progress(Context context, Collection<Occurrence> occurrences) {
        Map<OccurrenceId, Progress> found = new HashMap<>();
        for (Occurrence occurrence : occurrences) {
            String about = occurrence.id().about();
            Optional<Progress> progress = occurrence.id().date().isPresent()
                    ? summed(context, occurrence)
                    : taskOf(context, about).flatMap(task -> about.startsWith(FEEDBACK) ? fedBack(task) : done(task));
            progress.ifPresent(known -> found.put(occurrence.id(), known));
        }
        return found;
    }

    /** Nobody owes the summary of a date on which nobody holds the right to file it when it is due. */
    private static Optional<Progress> summed(Context context, Occurrence summary) {
        Optional<Progress> filed = DaySummaries.find(context, summary.date())
                .map(known -> new Progress.Done(known.filed().at()));
        boolean owed = context.now().isBefore(summary.dueAt())
                || !context.charter().holders(Right.FEED_BACK, summary.dueAt()).isEmpty();
        return filed.isPresent() || owed
                ? filed
                : Optional.of(new Progress.Abandoned(summary.dueAt(), "nobody held " + Right.FEED_BACK));
    }

    private static Optional<Task> taskOf(Context context, String about) {
        String id = about.startsWith(FEEDBACK) ? about.substring(FEEDBACK.length()) : about;
        return TaskEntries.TASKS.find(context, id);
    }

    /** What was taken back, or not done, is given up. */
    private static Optional<Progress> done(Task task) {
        return switch (task.state()) {
            case DONE, FED_BACK, CLOSED -> task.course().doneAt().map(Progress.Done::new);
            case NOT_DONE, CANCELLED ->
                task.ended()
                        .map(end ->
                                new Progress.Abandoned(end.at(), end.reason().orElse("")));
            case ASSIGNED, ACCEPTED -> Optional.empty();
        };
    }

    private static Optional<Progress> fedBack(Task task) {
        return task.feedback()
                .filter(told -> task.state() != TaskState.ACCEPTED && task.state() != TaskState.DONE)
                .map(told -> new Progress.Done(told.at()));
    }

    /** Of the tasks that are open, and of those that ended on the date or later: others are not read, however many there were. */
    @Override
    public List<Occurrence> triggered(Context context, LocalDate date) {
        Instant start = date.atStartOfDay(context.store().zone()).toInstant();
        Instant end = date.plusDays(1).atStartOfDay(context.store().zone()).toInstant();
        Query<Task> ended = Query.of(Task.TABLE, context.store().id(), Task.BY_OPEN)
                .where(false)
                .from(start);
        return Stream.concat(
                        TaskEntries.TASKS.all(context, Task.BY_OPEN, true).stream(), context.rows().all(ended).stream())
                .filter(task -> task.given().at().isBefore(end))
                .flatMap(task -> Stream.concat(occurrence(context, task).stream(), feedback(context, task).stream()))
                .toList();
    }

    @Override
    public Optional<Occurrence> find(Context context, OccurrenceId id) {
        return taskOf(context, id.about())
                .flatMap(task -> id.about().startsWith(FEEDBACK) ? feedback(context, task) : occurrence(context, task))
                .filter(occurrence -> occurrence.id().equals(id));
    }

    private static Optional<Occurrence> occurrence(Context context, Task task) {
        return occurrence(context, task.id(), task.given().at(), task.due());
    }

    private static Optional<Occurrence> feedback(Context context, Task task) {
        return task.course()
                .feedbackDue()
                .flatMap(due -> occurrence(
                        context,
                        FEEDBACK + task.id(),
                        task.course().doneAt().orElse(task.given().at()),
                        due));
    }

    private static Optional<Occurrence> occurrence(Context context, String about, Instant opens, Instant due) {
        LocalDate date = due.atZone(context.store().zone()).toLocalDate();
        return context.rosterOn(date)
                .findDuty(Cadence.Kind.PER_TASK)
                .map(perTask -> new Occurrence(
                        context.store().id(),
                        OccurrenceId.ofThing(perTask.id(), about),
                        perTask.cadence().kind(),
                        date,
                        opens,
                        due,
                        Optional.empty(),
                        perTask.evidence(),
                        perTask.permission()));
    }
}
