package io.storeops.task;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Fact;

/**
 * Somebody says that a task is done. Stated behind {@link TaskMoved}, so that evidence is asked for once nothing else stands in the way
 * (D86: where something stands is asked first).
 *
 * @param task the task before
 */
record TaskToProve(Task task) implements Fact {
    TaskToProve {
        requireNonNull(task, "task");
    }
}
