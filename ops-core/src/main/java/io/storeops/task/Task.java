package io.storeops.task;

import static java.util.Objects.requireNonNull;

import io.storeops.evidence.Stamp;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Row;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody was told to do (任务), by the store manager (店长) or because a suggestion was accepted (R85), and what became of it.
 * Immutable.
 *
 * @param store the store
 * @param id its id, unique in the store
 * @param instruction what is to be done by when, as it was given
 * @param assignee who is to do it; another person after a hand-over
 * @param state where it stands
 * @param given who gave it, when, and under which rules (R1)
 * @param course how far it is
 * @param feedback what was told of it last; empty if nothing was
 * @param ended when and why it was not done, or taken back; empty else
 */
public record Task(
        StoreId store,
        String id,
        Instruction instruction,
        ActorId assignee,
        TaskState state,
        Stamp given,
        TaskCourse course,
        Optional<TaskFeedback> feedback,
        Optional<Ending> ended) {
    /** The kind of a task that came of a suggestion. */
    public static final String SUGGESTION = "SUGGESTION";

    /** The kind of a task to list a new product (新品上架). */
    public static final String NEW_LISTING = "NEW_LISTING";

    /** The kind of a task to optimise what is listed (上下架优化). */
    public static final String OPTIMISE = "OPTIMISE";

    private static final Column<String> ID = Column.text("task_id", "the task");
    private static final Column<ActorId> ASSIGNEE = Column.actor("assignee_id", "who is to do it");
    private static final Column<TaskState> STATE = Column.constant("state", "where it stands", TaskState.class);
    private static final Column<Instant> ENDED = Column.instant("ended_at", "when it was taken back, or not done");
    private static final Column<String> REASON = Column.text("reason", "why it was not done, or taken back");
    private static final ColumnGroup<Ending> ENDING = ColumnGroup.of(Ending.class)
            .column(ENDED, Ending::at)
            .personal(REASON, Ending::reason)
            .reads(row -> new Ending(row.get(ENDED), row.find(REASON)));
    private static final ColumnGroup<Stamp> GIVEN =
            Stamp.columns(Column.instant("given_at", "when it was given"), Column.actor("given_by", "who gave it"));

    /** The access path by who is to do it, in the order of the due instants. */
    public static final String BY_ASSIGNEE = "by_assignee";

    /** The access path by where a task stands, in the order of the due instants. */
    static final String BY_STATE = "by_state";

    /** The access path by whether its assignee owes something, in the order in which tasks changed last. */
    static final String BY_OPEN = "by_open";

    private static final Column<Boolean> OPEN =
            Column.flag("open", "whether its assignee has something to do or to tell");
    private static final Column<Instant> CHANGED_AT =
            Column.instant("changed_at", "when it was given, done, not done, taken back or fed back last");

    /** The columns that a redaction removes. */
    public static final List<Column<?>> PERSONAL = List.of(Instruction.TEXT, TaskFeedback.TEXT, REASON);

    /** The table of tasks. */
    public static final Table<Task> TABLE = Table.of("task", Task::store)
            .column(ID, Task::id)
            .group(Instruction.COLUMNS, Task::instruction)
            .column(ASSIGNEE, Task::assignee)
            .column(STATE, Task::state)
            .group(GIVEN, Task::given)
            .group(TaskCourse.COLUMNS, Task::course)
            .optional(TaskFeedback.COLUMNS, Task::feedback)
            .optional(ENDING, Task::ended)
            .column(OPEN, Task::owes)
            .column(CHANGED_AT, Task::changedAt)
            .key(ID)
            .path(BY_ASSIGNEE, ASSIGNEE, Instruction.DUE)
            .path(BY_STATE, STATE, Instruction.DUE)
            .path(BY_OPEN, OPEN, CHANGED_AT)
            .reads(Task::read);

    /**
     * That a task was not done, or taken back.
     *
     * @param at when
     * @param reason why; empty once redacted
     */
    public record Ending(Instant at, Optional<String> reason) {
        /** Checks for null. */
        public Ending {
            requireNonNull(at, "at");
            requireNonNull(reason, "reason");
        }
    }

    /** Checks for null. */
    public Task {
        requireNonNull(store, "store");
        requireNonNull(id, "id");
        requireNonNull(instruction, "instruction");
        requireNonNull(assignee, "assignee");
        requireNonNull(state, "state");
        requireNonNull(given, "given");
        requireNonNull(course, "course");
        requireNonNull(feedback, "feedback");
        requireNonNull(ended, "ended");
    }

    private static Task read(Row row) {
        return new Task(
                row.store(),
                row.get(ID),
                row.get(Instruction.COLUMNS),
                row.get(ASSIGNEE),
                row.get(STATE),
                row.get(GIVEN),
                row.get(TaskCourse.COLUMNS),
                row.find(TaskFeedback.COLUMNS),
                row.find(ENDING));
    }

    /**
     * By when it is to be done.
     *
     * @return the instant, included
     */
    public Instant due() {
        return instruction.due();
    }

    /**
     * What it came of.
     *
     * @return the thing; empty if it was simply instructed
     */
    public Optional<Target> origin() {
        return instruction.origin();
    }

    /**
     * What is to be done.
     *
     * @return the text; empty once redacted
     */
    public Optional<String> text() {
        return instruction.text();
    }

    /**
     * Whether it was done after its due instant.
     *
     * @return false while it is not done
     */
    public boolean late() {
        return course.doneAt().filter(at -> at.isAfter(due())).isPresent();
    }

    /**
     * Whether it is a new listing or an optimisation, which is done only when it is live (D31).
     *
     * @return true by its kind
     */
    public boolean listing() {
        return instruction.kind().equals(NEW_LISTING) || instruction.kind().equals(OPTIMISE);
    }

    boolean done() {
        return course.doneAt().isPresent();
    }

    /** Whether its assignee still has something to do or to tell. */
    boolean owes() {
        return TaskState.OPEN.contains(state) || (state == TaskState.NOT_DONE && feedback.isEmpty());
    }

    private Instant changedAt() {
        return Stream.of(
                        Optional.of(given.at()), course.doneAt(), feedback.map(TaskFeedback::at), ended.map(Ending::at))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    Task becoming(TaskState next, TaskCourse then) {
        return new Task(store, id, instruction, assignee, next, given, then, feedback, ended);
    }

    Task fedBack(TaskState next, TaskCourse then, TaskFeedback told) {
        return new Task(store, id, instruction, assignee, next, given, then, Optional.of(told), ended);
    }

    Task ended(TaskState next, TaskCourse then, Ending end) {
        return new Task(store, id, instruction, assignee, next, given, then, feedback, Optional.of(end));
    }

    Task heldBy(ActorId person) {
        return new Task(store, id, instruction, person, state, given, course, feedback, ended);
    }
}
