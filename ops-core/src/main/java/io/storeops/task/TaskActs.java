package io.storeops.task;

import io.storeops.act.Act;
import io.storeops.act.Check;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.Fact;
import io.storeops.act.Move;
import io.storeops.act.Verdict;
import io.storeops.authority.Right;
import io.storeops.calendar.WorkingTime;
import io.storeops.evidence.Evidence;
import io.storeops.evidence.EvidenceNeed;
import io.storeops.evidence.Target;
import io.storeops.failure.Refusal;
import io.storeops.position.Cadence;
import io.storeops.position.Duty;
import io.storeops.position.Sla;
import io.storeops.storage.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What can be done with a task (4.8, D61, R81, R83). */
final class TaskActs {
    private static final String FEEDBACK = "FEEDBACK";

    private TaskActs() {}

    private static Move<Task, TaskState, TaskEvent, Task> ofAssignee(TaskEvent event, String id, Object... arguments) {
        return TaskEntries.TASKS
                .move(event, id, arguments)
                .unless((context, task) -> task.assignee().equals(context.actor())
                        ? Optional.empty()
                        : Optional.of(new Refusal(
                                "NOT_ASSIGNEE",
                                "task " + id + " is " + task.assignee() + "'s; it is handed over, or left to them")));
    }

    /** Whatever comes of a move, other modules hear of it. */
    private static Move<Task, TaskState, TaskEvent, Task> stated(
            Move<Task, TaskState, TaskEvent, Task> move, Move.Outcome<Task, TaskState, Task> next) {
        return stated(move, next, task -> Stream.of());
    }

    private static Move<Task, TaskState, TaskEvent, Task> stated(
            Move<Task, TaskState, TaskEvent, Task> move,
            Move.Outcome<Task, TaskState, Task> next,
            Function<Task, Stream<Fact>> more) {
        return move.doing((context, task, to) -> {
            Task after = next.of(context, task, to);
            Fact[] facts = Stream.concat(Stream.of(new TaskMoved(task, after)), more.apply(task))
                    .toArray(Fact[]::new);
            return Verdict.done(Edit.replace(
                            Task.TABLE,
                            TaskEntries.TASKS.row(context, task.id()).orElseThrow(),
                            after))
                    .stating(facts);
        });
    }

    /** ACCEPT_TASK. */
    static Act<Task> accept(String id) {
        return stated(ofAssignee(TaskEvent.ACCEPT, id), (context, task, to) -> task.becoming(to, task.course()));
    }

    /** COMPLETE_TASK: with at least one item of evidence since it was given, or returned. */
    static Act<Task> complete(String id) {
        return stated(
                ofAssignee(TaskEvent.COMPLETE, id).unlisted((context, task) -> notLive(task)),
                (context, task, to) ->
                        task.becoming(to, task.course().done(context.now(), feedbackDue(context, context.now()))),
                task -> Stream.of(new TaskToProve(task)));
    }

    /** A listing that is not even taken on is not live (D31). */
    private static Optional<Refusal> notLive(Task task) {
        return task.listing() && task.state() == TaskState.ASSIGNED
                ? Optional.of(new Refusal(
                        "NOT_LIVE", "task " + task.id() + " is ASSIGNED; take it on, and do its steps first"))
                : Optional.empty();
    }

    /** Asked last of all when a task is said to be done. */
    static Check.Answer proven(Context context, TaskToProve fact) {
        String id = fact.task().id();
        return proven(context, fact.task())
                ? Check.Answer.passed()
                : Check.Answer.refused(
                        "EVIDENCE_MISSING",
                        "nothing proves that task " + id + " is done; attach evidence to " + target(id) + " first");
    }

    static Target target(String id) {
        return Target.of(Task.TABLE.name(), id);
    }

    private static boolean proven(Context context, Task task) {
        return context
                .rows()
                .all(Query.of(Evidence.TABLE, context.store().id(), Evidence.BY_TARGET)
                        .where(target(task.id())))
                .stream()
                .anyMatch(item -> !item.stamp().at().isBefore(task.course().since()));
    }

    /** NOT_DONE_TASK: it is fed back from its due instant on (D61). */
    static Act<Task> notDone(String id, String reason) {
        return stated(
                ofAssignee(TaskEvent.NOT_DONE, id, reason)
                        .because(reason, task -> task.given().by()),
                (context, task, to) -> task.ended(
                        to,
                        task.course().notDone(feedbackDue(context, task.due())),
                        new Task.Ending(context.now(), Optional.of(reason))));
    }

    /** FEED_BACK_TASK. */
    static Act<Task> feedBack(String id, String medium, String text, Optional<TaskFeedback.Note> note) {
        return stated(
                ofAssignee(TaskEvent.FEED_BACK, id, medium, text, note)
                        .unless((context, task) -> notTaken(context, medium))
                        .unless((context, task) -> medium.equals(TaskFeedback.ORAL) && note.isEmpty()
                                ? Optional.of(
                                        new Refusal(
                                                "NOTE_MISSING",
                                                "what was told by word of mouth counts with a note of whom it was told to and when (R81)"))
                                : Optional.empty())
                        .unless((context, task) -> task.state() == TaskState.NOT_DONE
                                        && task.feedback().isPresent()
                                ? Optional.of(new Refusal(
                                        "FED_BACK_ALREADY", "that task " + id + " was not done is fed back already"))
                                : Optional.empty()),
                (context, task, to) -> task.fedBack(
                        to,
                        task.course().fedBack(context.now()),
                        new TaskFeedback(context.now(), medium, Optional.of(text), note)));
    }

    /** The media are those that the roster's duty of tasks takes. */
    private static Optional<Refusal> notTaken(Context context, String medium) {
        List<EvidenceNeed> media = context.roster().duties().values().stream()
                .filter(duty -> duty.cadence() instanceof Cadence.PerTask)
                .map(Duty::evidence)
                .flatMap(List::stream)
                .filter(need -> need.name().equals(FEEDBACK))
                .toList();
        boolean taken = media.stream()
                .anyMatch(need -> need.variants().isEmpty() || need.variants().contains(medium));
        return taken
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "MEDIUM_NOT_TAKEN", "the roster takes feedback of tasks as " + media + ", not as " + medium));
    }

    /** CLOSE_TASK: never by who did it (R89). */
    static Act<Task> close(String id) {
        return stated(ofInstructor(TaskEvent.CLOSE, id), (context, task, to) -> task.becoming(to, task.course()));
    }

    /** RETURN_TASK: the evidence and the feedback of the first round do not count for the next. */
    static Act<Task> giveBack(String id, String reason) {
        return stated(
                ofInstructor(TaskEvent.GIVE_BACK, id, reason).because(reason, Task::assignee),
                (context, task, to) -> task.becoming(to, task.course().returned(context.now())));
    }

    private static Move<Task, TaskState, TaskEvent, Task> ofInstructor(
            TaskEvent event, String id, Object... arguments) {
        return TaskEntries.TASKS.move(event, id, arguments).submittedBy(task -> Set.of(task.assignee()));
    }

    /** CANCEL_TASK. */
    static Act<Task> cancel(String id, String reason) {
        return stated(
                TaskEntries.TASKS
                        .move(TaskEvent.CANCEL, id, reason)
                        .because(reason, Task::assignee)
                        .unlisted((context, task) -> alreadyLive(task)),
                (context, task, to) ->
                        task.ended(to, task.course(), new Task.Ending(context.now(), Optional.of(reason))));
    }

    /** A listing that is done is live, and what is live is not taken back (D31). */
    private static Optional<Refusal> alreadyLive(Task task) {
        return task.listing() && task.done()
                ? Optional.of(new Refusal(
                        "ALREADY_LIVE",
                        "task " + task.id() + " is " + task.state()
                                + ", and so what it lists is live; have it optimised,"
                                + " or delisted, by another task"))
                : Optional.empty();
    }

    /** By when something is to be fed back that happened, or should have, at an instant: in the working time of who owes it. */
    private static Optional<Instant> feedbackDue(Context context, Instant from) {
        WorkingTime time = new WorkingTime(
                context.roster().hoursOf(Right.FEED_BACK), context.store().zone());
        return context.roster().sla().find(Sla.Key.TASK_FEEDBACK).map(limit -> time.after(from, limit));
    }
}
