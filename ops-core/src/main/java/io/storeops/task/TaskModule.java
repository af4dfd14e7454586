package io.storeops.task;

import io.storeops.act.EntryPoint;
import io.storeops.act.PersonalActs;
import io.storeops.agenda.DutyModule;
import io.storeops.agenda.DutyProgress;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import io.storeops.storage.Table;
import java.util.List;
import java.util.Optional;

/** Tasks as knowledge of the duties that give them. */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class TaskModule implements DutyModule {
    /** The module. */
    public static final TaskModule MODULE = new TaskModule();

    static final EntryPoint READ_TASKS = EntryPoint.look(
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
     * Tasks in the hands of a person.
     *
     * @param acts the person's acts
     * @return the tasks
     */
    public Tasks of(PersonalActs acts) {
        return new Tasks(acts);
    }
}
