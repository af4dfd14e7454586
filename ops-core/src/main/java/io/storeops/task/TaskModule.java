package io.storeops.task;

import io.storeops.act.Context;
import io.storeops.act.EntryPoint;
import io.storeops.agenda.DutyModule;
import io.storeops.agenda.DutyProgress;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import io.storeops.id.ActorId;
import io.storeops.storage.Query;
import io.storeops.storage.Table;
import java.util.List;
import java.util.Optional;

/** Tasks as knowledge of the duties that give them. */
public final class TaskModule implements DutyModule {
    /** The module. */
    public static final TaskModule MODULE = new TaskModule();

    /** To look at what somebody was given to do. */
    public static final EntryPoint READ_TASKS = EntryPoint.look(
            "READ_TASKS",
            List.of(
                    Right.FEED_BACK,
                    Right.INSTRUCT,
                    Right.READ,
                    Right.DECIDE_SUGGESTION,
                    Right.SUGGEST_OPERATION,
                    Right.SUGGEST_ACTIVITIES,
                    Right.SUGGEST_PROBLEMS,
                    Right.SUGGEST_ANOMALIES),
            DataClass.OPERATIONS);

    private static final TaskProgress PROGRESS = new TaskProgress();

    private TaskModule() {}

    @Override
    public String name() {
        return "task";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(Task.TABLE);
    }

    @Override
    public List<EntryPoint> entryPoints() {
        return List.of(READ_TASKS);
    }

    @Override
    public Optional<DutyProgress> progress() {
        return Optional.of(PROGRESS);
    }

    /**
     * The tasks that a person was given.
     *
     * @param context the store and its rows
     * @param assignee the person
     * @return the tasks by due instant, then by id
     */
    public static List<Task> tasksOf(Context context, ActorId assignee) {
        return context.rows()
                .all(Query.of(Task.TABLE, context.store().id(), Task.BY_ASSIGNEE)
                        .where(assignee.value()));
    }
}
