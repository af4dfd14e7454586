package io.storeops.task;

import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.Verdict;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Giving tasks, and asking for those that are given, for the duties that do so. */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class GivenTasks {
    private GivenTasks() {}

    /**
     * The task that comes of something, given by whoever acts.
     *
     * @param context who gives it, where and when
     * @param origin what it comes of
     * @param terms what it says
     * @return the task
     */
    public static Task of(Context context, Target origin, TaskTerms terms) {
        return of(
                context,
                terms.id().orElse(origin.toString()),
                new Instruction(
                        Task.SUGGESTION,
                        Optional.of(origin),
                        Optional.empty(),
                        List.of(),
                        Optional.of(terms.text()),
                        terms.due()),
                terms.assignee());
    }

    /**
     * A task of an instruction, given by whoever acts.
     *
     * @param context who gives it, where and when
     * @param id its id, not used yet
     * @param instruction what is to be done
     * @param assignee who is to do it
     * @return the task
     */
    public static Task of(Context context, String id, Instruction instruction, ActorId assignee) {
        return new Task(
                context.store().id(),
                id,
                instruction,
                assignee,
                TaskState.ASSIGNED,
                context.stamp(),
                TaskCourse.begun(context.now()),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * What gives a task: whatever is decided so far, with the task's row and the fact that it is given.
     *
     * @param task the task
     * @param decided what is decided so far
     * @return the decision that gives the task
     */
    public static Verdict.Done given(Task task, Verdict.Done decided) {
        return decided.with(List.of(Edit.insert(Task.TABLE, task))).stating(new TaskGiven(task));
    }

    /**
     * What a task of an instruction is to say, checked as every task's is.
     *
     * @param id its id, not used yet
     * @param instruction what is to be done
     * @param assignee who is to do it
     * @return the terms
     * @throws IllegalArgumentException if it does not say what is to be done, its id is that of something else on the agenda, or it is due
     *     at an instant finer than microseconds
     */
    public static TaskTerms terms(String id, Instruction instruction, ActorId assignee) {
        return new TaskTerms(assignee, instruction.text().orElse(""), instruction.due(), Optional.of(id));
    }

    /**
     * A task.
     *
     * @param context the store and its rows
     * @param id its id
     * @return the task; empty if there is none
     */
    public static Optional<Task> find(Context context, String id) {
        return TaskEntries.TASKS.find(context, id);
    }

    /**
     * What evidence of a task is about.
     *
     * @param id its id
     * @return the target
     */
    public static Target target(String id) {
        return TaskActs.target(id);
    }

    /**
     * The tasks about something that are not done yet.
     *
     * @param context the store and its rows
     * @param about what they are about, as in an anomaly's id
     * @return those that are ASSIGNED or ACCEPTED, by due instant within their state
     */
    public static List<Task> openAbout(Context context, String about) {
        return Stream.of(TaskState.ASSIGNED, TaskState.ACCEPTED)
                .flatMap(state -> TaskEntries.TASKS.all(context, Task.BY_STATE, state).stream())
                .filter(task -> task.instruction().linkedTo().equals(Optional.of(about)))
                .toList();
    }
}
