package io.storeops.listingtask;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.evidence.Stamp;
import io.storeops.evidence.Target;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Row;
import io.storeops.storage.Table;
import io.storeops.task.GivenTasks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A new listing, or an optimisation of what is listed, beside the task that it is (D31). Immutable.
 *
 * @param store the store
 * @param task the task's id, which is its own
 * @param kind the task's kind: NEW_LISTING or OPTIMISE
 * @param subject what is listed or optimised, an item as a rule; empty if the instruction names nothing
 * @param duty the duty of it, whose evidence proves it; empty if the roster had none
 * @param steps its steps, copied
 * @param due by when its task is to be done
 * @param phase how far it is
 * @param given who instructed it, when, under which rules (R1)
 * @param block what it waits for, or waited for last; empty if it never did
 * @param course when it came so far
 */
public record ListingTask(
        StoreId store,
        String task,
        String kind,
        Optional<String> subject,
        Optional<String> duty,
        List<String> steps,
        Instant due,
        ListingPhase phase,
        Stamp given,
        Optional<ListingBlock> block,
        ListingCourse course) {
    private static final Column<String> TASK = Column.text("task_id", "the task");
    private static final Column<String> KIND = Column.text("kind", "NEW_LISTING or OPTIMISE");
    private static final Column<String> SUBJECT = Column.text("subject_id", "what is listed or optimised");
    private static final Column<String> DUTY = Column.text("duty", "the duty whose evidence proves it");
    private static final Column<List<String>> STEPS =
            Column.list("steps", "what it consists of", JsonReader::text, Json::of);
    private static final Column<Instant> DUE = Column.instant("due_at", "by when its task is to be done");
    private static final Column<ListingPhase> PHASE = Column.constant("phase", "how far it is", ListingPhase.class);
    private static final ColumnGroup<Stamp> GIVEN =
            Stamp.columns(Column.instant("given_at", "when it was instructed"), Column.actor("given_by", "by whom"));

    /** The access path by phase, in the order of the due instants. */
    static final String BY_PHASE = "by_phase";

    /** The table of listings and optimisations. */
    public static final Table<ListingTask> TABLE = Table.of("listing_task", ListingTask::store)
            .column(TASK, ListingTask::task)
            .column(KIND, ListingTask::kind)
            .optional(SUBJECT, ListingTask::subject)
            .optional(DUTY, ListingTask::duty)
            .column(STEPS, ListingTask::steps)
            .column(DUE, ListingTask::due)
            .column(PHASE, ListingTask::phase)
            .group(GIVEN, ListingTask::given)
            .optional(ListingBlock.COLUMNS, ListingTask::block)
            .group(ListingCourse.COLUMNS, ListingTask::course)
            .key(TASK)
            .path(BY_PHASE, PHASE, DUE)
            .reads(ListingTask::read);

    /** Copies the steps. */
    public ListingTask {
        requireNonNull(store, "store");
        requireNonNull(task, "task");
        requireNonNull(kind, "kind");
        requireNonNull(subject, "subject");
        requireNonNull(duty, "duty");
        steps = ImmutableList.copyOf(steps);
        requireNonNull(due, "due");
        requireNonNull(phase, "phase");
        requireNonNull(given, "given");
        requireNonNull(block, "block");
        requireNonNull(course, "course");
    }

    private static ListingTask read(Row row) {
        return new ListingTask(
                row.store(),
                row.get(TASK),
                row.get(KIND),
                row.find(SUBJECT),
                row.find(DUTY),
                row.get(STEPS),
                row.get(DUE),
                row.get(PHASE),
                row.get(GIVEN),
                row.find(ListingBlock.COLUMNS),
                row.get(ListingCourse.COLUMNS));
    }

    /**
     * The task.
     *
     * @return as in {@code task/T1}: what its steps are of, and what proves it is attached to
     */
    public Target target() {
        return GivenTasks.target(task);
    }

    ListingTask becoming(ListingPhase next, ListingCourse then) {
        return new ListingTask(store, task, kind, subject, duty, steps, due, next, given, block, then);
    }

    ListingTask blocked(ListingPhase next, ListingBlock by) {
        return new ListingTask(store, task, kind, subject, duty, steps, due, next, given, Optional.of(by), course);
    }
}
