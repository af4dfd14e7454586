package io.storeops.task;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Fact;

/**
 * Somebody is given a task, whatever duty it comes of.
 *
 * @param task the task
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public record TaskGiven(Task task) implements Fact {
    /** Checks for null. */
    public TaskGiven {
        requireNonNull(task, "task");
    }
}
