package io.storeops.task;

import static java.util.Objects.requireNonNull;

import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a task is. Immutable.
 *
 * @param since when it was given, or returned last: what it is done on is attached from then on
 * @param doneAt when it was done last; empty if it never was
 * @param feedbackDue by when it is to be fed back; empty while that is not owed, or without a time limit
 * @param lateFeedback whether any of its feedbacks was late (D61)
 * @param returned how often it was returned, 0 or more
 */
public record TaskCourse(
        Instant since, Optional<Instant> doneAt, Optional<Instant> feedbackDue, boolean lateFeedback, int returned) {
    private static final Column<Instant> ROUND = Column.instant("round_at", "when it was given or returned last");
    private static final Column<Instant> DONE = Column.instant("done_at", "when it was done last");
    private static final Column<Instant> FEEDBACK_DUE =
            Column.instant("feedback_due_at", "by when it is to be fed back");
    private static final Column<Boolean> LATE = Column.flag("late_feedback", "whether any feedback of it was late");
    private static final Column<Integer> RETURNED = Column.count("returned", "how often it was returned");
    static final ColumnGroup<TaskCourse> COLUMNS = ColumnGroup.of(TaskCourse.class)
            .column(ROUND, TaskCourse::since)
            .optional(DONE, TaskCourse::doneAt)
            .optional(FEEDBACK_DUE, TaskCourse::feedbackDue)
            .column(LATE, TaskCourse::lateFeedback)
            .column(RETURNED, TaskCourse::returned)
            .reads(row -> new TaskCourse(
                    row.get(ROUND), row.find(DONE), row.find(FEEDBACK_DUE), row.get(LATE), row.get(RETURNED)));

    /** Checks for null. */
    public TaskCourse {
        requireNonNull(since, "since");
        requireNonNull(doneAt, "doneAt");
        requireNonNull(feedbackDue, "feedbackDue");
    }

    static TaskCourse begun(Instant at) {
        return new TaskCourse(at, Optional.empty(), Optional.empty(), false, 0);
    }

    TaskCourse done(Instant at, Optional<Instant> toBeFedBack) {
        return new TaskCourse(since, Optional.of(at), toBeFedBack, lateFeedback, returned);
    }

    TaskCourse notDone(Optional<Instant> toBeFedBack) {
        return new TaskCourse(since, Optional.empty(), toBeFedBack, lateFeedback, returned);
    }

    TaskCourse fedBack(Instant at) {
        boolean late = feedbackDue.filter(at::isAfter).isPresent();
        return new TaskCourse(since, doneAt, feedbackDue, lateFeedback || late, returned);
    }

    TaskCourse returned(Instant at) {
        return new TaskCourse(at, Optional.empty(), Optional.empty(), lateFeedback, returned + 1);
    }
}
