package io.storeops.task;

import io.storeops.act.PersonalActs;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.storage.Query;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Tasks (任务) in the hands of one person: instructed, taken on, done on evidence, fed back, closed or returned, as
 * {@link TaskState#MACHINE} lists (R81, R83). Thread-safe.
 *
 * <p>Instructing and cancelling take INSTRUCT; closing and returning ACCEPT:TASK, never of one's own; everything else EXECUTE:X5, and is the
 * assignee's, but for the summary of a day. Evidence is attached to {@code task/ID}.
 *
 * <p><b>Exceptions.</b> All methods throw {@link io.storeops.failure.DeniedException} if a right is missing, with the code SELF_DECISION for
 * one's own task, and {@link io.storeops.storage.StorageException}. Acts throw {@link io.storeops.failure.RefusedException}: NO_SUCH_TASK;
 * WRONG_STATE if the machine does not list the event; NOT_ASSIGNEE naming whose it is; REASON_MISSING; and what their methods say.
 */
public final class Tasks {
    private final PersonalActs acts;

    Tasks(PersonalActs acts) {
        this.acts = acts;
    }

    /**
     * Gives somebody a task.
     *
     * @param store the store
     * @param id its id, not used yet
     * @param instruction what is to be done by when
     * @param assignee who is to do it
     * @return the task
     * @throws io.storeops.failure.RefusedException EXISTS; DUE_PASSED; ASSIGNEE_CANNOT_ACT naming who can
     * @throws IllegalArgumentException if it does not say what is to be done, or is due at an instant finer than microseconds
     */
    public Task assign(StoreId store, String id, Instruction instruction, ActorId assignee) {
        return acts.perform(store, AssignTask.of(id, instruction, assignee));
    }

    /**
     * Takes one's task on.
     *
     * @param store the store
     * @param id the task
     * @return the task
     */
    public Task accept(StoreId store, String id) {
        return acts.perform(store, TaskActs.accept(id));
    }

    /**
     * Says that one's task is done.
     *
     * @param store the store
     * @param id the task
     * @return the task; it is to be fed back by its {@link TaskCourse#feedbackDue}
     * @throws io.storeops.failure.RefusedException EVIDENCE_MISSING if nothing was attached since it was given, or returned
     */
    public Task complete(StoreId store, String id) {
        return acts.perform(store, TaskActs.complete(id));
    }

    /**
     * Says that one's task was not done. It stays so; that is fed back, too.
     *
     * @param store the store
     * @param id the task
     * @param reason why
     * @return the task; it is to be fed back by its {@link TaskCourse#feedbackDue}
     */
    public Task notDone(StoreId store, String id, String reason) {
        return acts.perform(store, TaskActs.notDone(id, reason));
    }

    /**
     * Tells what came of one's task.
     *
     * @param store the store
     * @param id the task
     * @param medium how, a word that the roster takes, as in REPORT
     * @param text what came of it
     * @param note to whom and when it was told; of what was told by word of mouth (ORAL)
     * @return the task
     * @throws io.storeops.failure.RefusedException MEDIUM_NOT_TAKEN naming those that are; NOTE_MISSING; FED_BACK_ALREADY
     */
    public Task feedBack(StoreId store, String id, String medium, String text, Optional<TaskFeedback.Note> note) {
        return acts.perform(store, TaskActs.feedBack(id, medium, text, note));
    }

    /**
     * Accepts what was fed back of somebody else's task.
     *
     * @param store the store
     * @param id the task
     * @return the task
     */
    public Task close(StoreId store, String id) {
        return acts.perform(store, TaskActs.close(id));
    }

    /**
     * Has somebody else's task done again. It counts once, and in time only if all of its feedbacks were.
     *
     * @param store the store
     * @param id the task
     * @param reason why
     * @return the task
     */
    public Task giveBack(StoreId store, String id, String reason) {
        return acts.perform(store, TaskActs.giveBack(id, reason));
    }

    /**
     * Takes a task back that is not done.
     *
     * @param store the store
     * @param id the task
     * @param reason why
     * @return the task
     */
    public Task cancel(StoreId store, String id, String reason) {
        return acts.perform(store, TaskActs.cancel(id, reason));
    }

    /**
     * Sums up what became of the tasks that were due on a date (R82): its text is evidence {@code DAY_SUMMARY} of the occurrence, in the
     * same commit. It is due at the instant that the roster's duty of tasks says, and late after it.
     *
     * @param store the store
     * @param date the date in the store's zone
     * @return the summary
     * @throws io.storeops.failure.RefusedException NO_SUCH_SUMMARY if nothing expects one; NOT_OPEN before the date; ALREADY_DONE naming who
     *     filed it
     */
    public DaySummary sumUp(StoreId store, LocalDate date) {
        return acts.perform(store, new DaySummaries.File(date));
    }

    /**
     * The summary of a date.
     *
     * @param store the store
     * @param date the date in the store's zone
     * @return the summary; empty if nobody filed one
     */
    public Optional<DaySummary> findSummary(StoreId store, LocalDate date) {
        return acts.look(store, TaskEntries.READ_TASKS, context -> DaySummaries.find(context, date));
    }

    /**
     * A task as it stands.
     *
     * @param store the store
     * @param id the task
     * @return the task; empty if there is none
     */
    public Optional<Task> find(StoreId store, String id) {
        return acts.look(store, TaskEntries.READ_TASKS, context -> TaskEntries.TASKS.find(context, id));
    }

    /**
     * The tasks that a person was given.
     *
     * @param store the store
     * @param assignee the person
     * @return the tasks by due instant, then by id
     * @throws io.storeops.failure.DeniedException if the right to look at tasks is missing
     */
    public List<Task> givenTo(StoreId store, ActorId assignee) {
        return acts.look(
                store,
                TaskEntries.READ_TASKS,
                context -> context.rows()
                        .all(Query.of(Task.TABLE, store, Task.BY_ASSIGNEE).where(assignee)));
    }
}
