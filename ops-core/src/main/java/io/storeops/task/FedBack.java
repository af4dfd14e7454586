package io.storeops.task;

import io.storeops.absence.Charged;
import io.storeops.act.Context;
import io.storeops.storage.Query;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What K5.1 and K5.2 count of tasks: each by its due instant, charged to its assignee (D61, D65). */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class FedBack {
    private FedBack() {}

    /**
     * The tasks that are due in a span, as known at an instant, good if they were fed back.
     *
     * @param context the store and its rows
     * @param from the first instant of the span
     * @param to the first instant after it
     * @param asOf the instant of knowing
     * @return an item a task
     */
    public static List<Charged.Item> complete(Context context, Instant from, Instant to, Instant asOf) {
        return due(context, from, to, asOf)
                .map(task -> item(task, told(task, asOf)))
                .toList();
    }

    /**
     * The tasks that are due in a span, as known at an instant, good if each of their feedbacks was in time.
     *
     * @param context the store and its rows
     * @param from the first instant of the span
     * @param to the first instant after it
     * @param asOf the instant of knowing
     * @return an item a task
     */
    public static List<Charged.Item> inTime(Context context, Instant from, Instant to, Instant asOf) {
        return due(context, from, to, asOf)
                .map(task -> item(task, told(task, asOf) && !task.course().lateFeedback()))
                .toList();
    }

    /** Those whose due instant has come (a task is given before that), or that were fed back already; what was taken back is not due. */
    static Stream<Task> due(Context context, Instant from, Instant to, Instant asOf) {
        return Stream.of(TaskState.values())
                .filter(state -> state != TaskState.CANCELLED)
                .flatMap(state -> context
                        .rows()
                        .all(Query.of(Task.TABLE, context.store().id(), Task.BY_STATE)
                                .where(state)
                                .from(from)
                                .to(to))
                        .stream())
                .filter(task -> !asOf.isBefore(task.due()) || fedBack(task, asOf));
    }

    /** Whether it is fed back; a task that was returned is to be fed back again. */
    static boolean told(Task task, Instant asOf) {
        return switch (task.state()) {
            case FED_BACK, CLOSED, NOT_DONE -> fedBack(task, asOf);
            case ASSIGNED, ACCEPTED, DONE, CANCELLED -> false;
        };
    }

    /** Whether it was told of at all: to return it makes nothing undone that counted before its due (D95). */
    private static boolean fedBack(Task task, Instant asOf) {
        return task.feedback().filter(told -> !told.at().isAfter(asOf)).isPresent();
    }

    private static Charged.Item item(Task task, boolean good) {
        Instant due = task.course().feedbackDue().orElse(task.due());
        return Charged.Item.of(TaskActs.target(task.id()), good, List.of(task.assignee()), due);
    }
}
