package io.storeops.task;

import io.storeops.act.EntryPoint;
import io.storeops.act.Things;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import java.util.List;

/** The ways to tasks, and their machine. */
final class TaskEntries {
    static final Things<Task, TaskState, TaskEvent> TASKS = Things.of(TaskState.MACHINE, Task.TABLE, Task::state)
            .named("RETURN_TASK", TaskEvent.GIVE_BACK)
            .showing(DataClass.OPERATIONS, TaskEvent.values());

    static final EntryPoint DAY_SUMMARY = EntryPoint.act("DAY_SUMMARY", List.of(Right.FEED_BACK), DataClass.OPERATIONS);

    static final EntryPoint READ_TASKS = EntryPoint.look(
            "READ_TASKS",
            List.of(
                    Right.FEED_BACK,
                    Right.INSTRUCT,
                    Right.ACCEPT_TASK,
                    Right.READ,
                    Right.DECIDE_SUGGESTION,
                    Right.SUGGEST_OPERATION,
                    Right.SUGGEST_ACTIVITIES,
                    Right.SUGGEST_PROBLEMS,
                    Right.SUGGEST_ANOMALIES),
            DataClass.OPERATIONS);

    private TaskEntries() {}
}
