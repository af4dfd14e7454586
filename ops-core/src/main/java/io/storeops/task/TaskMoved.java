package io.storeops.task;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Fact;

/**
 * Something happens to a task: it is taken on, done, fed back, returned, cancelled. The duty whose work it is may refuse that by a check,
 * and follows it by a reaction.
 *
 * @param before the task before
 * @param after the task afterwards
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public record TaskMoved(Task before, Task after) implements Fact {
    /** Checks for null. */
    public TaskMoved {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }
}
