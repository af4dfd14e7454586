package io.storeops.task;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Context;
import io.storeops.authority.Decision;
import io.storeops.authority.Right;
import io.storeops.failure.Refusal;
import io.storeops.id.ActorId;
import io.storeops.id.IdText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What a task is to say that comes of something else. Immutable.
 *
 * @param assignee who is to do it
 * @param text what is to be done; not blank
 * @param due by when, in whole microseconds
 * @param id what the task is called; empty for the name of what it comes of
 */
public record TaskTerms(ActorId assignee, String text, Instant due, Optional<String> id) {
    /**
     * Terms of a task that is called by what it comes of.
     *
     * @param assignee who is to do it
     * @param text what is to be done; not blank
     * @param due by when, in whole microseconds
     */
    public TaskTerms(ActorId assignee, String text, Instant due) {
        this(assignee, text, due, Optional.empty());
    }

    /**
     * Checks text, instant and id.
     *
     * @throws IllegalArgumentException if the text is blank, the id breaks the rule of {@link IdText} or is that of something else on the agenda, or the instant is finer than microseconds
     */
    public TaskTerms {
        requireNonNull(assignee, "assignee");
        requireNonNull(due, "due");
        id.ifPresent(TaskTerms::check);
        if (text.isBlank()) {
            throw new IllegalArgumentException("The task to " + assignee + " says nothing; its text is blank");
        }
        if (!due.equals(due.truncatedTo(ChronoUnit.MICROS))) {
            throw new IllegalArgumentException("A task is due at a whole microsecond, not at " + due);
        }
    }

    /** On the agenda a task stands under its id, beside the feedback of tasks and the summaries of dates. */
    private static void check(String id) {
        IdText.checked("task id", id);
        if (TaskProgress.isTaken(id)) {
            throw new IllegalArgumentException("A task is not called '" + id + "': that is what the agenda calls the"
                    + " summary of a date, or the feedback of a task. Choose another id");
        }
    }

    /**
     * Why it cannot be given: it would be due already, or the assignee could not feed back on it.
     *
     * @param context who gives it, where and when
     * @return DUE_PASSED, EXISTS or ASSIGNEE_CANNOT_ACT; empty if it can
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public Optional<Refusal> refusal(Context context) {
        if (!due.isAfter(context.now())) {
            return Optional.of(new Refusal(
                    "DUE_PASSED",
                    "the task would be due at " + due + ", and now is " + context.now() + "; give it a later instant"));
        }
        Optional<Refusal> known = id.flatMap(name -> TaskEntries.TASKS.find(context, name))
                .map(other -> new Refusal(
                        "EXISTS",
                        "store " + context.store().id() + " has a task " + other.id() + " already, which is "
                                + other.state() + "; choose another id"));
        if (known.isPresent()) {
            return known;
        }
        Decision able = context.charter().decide(assignee, context.now(), Right.FEED_BACK);
        return able instanceof Decision.Denied denied
                ? Optional.of(new Refusal(
                        "ASSIGNEE_CANNOT_ACT",
                        assignee + " does not hold " + denied.missing() + ", so a task would be lost. "
                                + (denied.holders().isEmpty()
                                        ? "Nobody holds it now"
                                        : "It can be given to " + denied.holders())))
                : Optional.empty();
    }
}
