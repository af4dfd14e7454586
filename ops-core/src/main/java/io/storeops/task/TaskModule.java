package io.storeops.task;

import com.google.common.collect.ImmutableList;
import io.storeops.act.Check;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.PersonalActs;
import io.storeops.act.Things;
import io.storeops.agenda.DutyModule;
import io.storeops.agenda.DutyProgress;
import io.storeops.agenda.OpenItem;
import io.storeops.authority.Right;
import io.storeops.id.ActorId;
import io.storeops.storage.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tasks as knowledge of the duties that give them. */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class TaskModule implements DutyModule {
    /** The module. */
    public static final TaskModule MODULE = new TaskModule();

    private static final TaskProgress PROGRESS = new TaskProgress();

    private TaskModule() {}

    @Override
    public String name() {
        return "task";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(Task.TABLE, DaySummary.TABLE);
    }

    @Override
    public List<EntryPoint> entryPoints() {
        return ImmutableList.<EntryPoint>builder()
                .addAll(TaskEntries.TASKS.entries())
                .add(TaskEntries.DAY_SUMMARY)
                .add(TaskEntries.READ_TASKS)
                .build();
    }

    @Override
    public List<Things<?, ?, ?>> things() {
        return List.of(TaskEntries.TASKS);
    }

    @Override
    public List<Check<?>> checks() {
        return List.of(new Check<>(TaskToProve.class, TaskActs::proven));
    }

    /** What a person was given, took on, or has not told of, in the order in which it was given. */
    @Override
    public List<OpenItem> openItems(Context context, ActorId person) {
        return TaskEntries.TASKS.all(context, Task.BY_OPEN, true).stream()
                .filter(task -> task.assignee().equals(person))
                .sorted(Comparator.comparing(task -> task.given().at()))
                .map(task -> new OpenItem(
                        TaskActs.target(task.id()),
                        task.state().name(),
                        Right.FEED_BACK,
                        to -> Edit.replace(
                                Task.TABLE,
                                TaskEntries.TASKS.row(context, task.id()).orElseThrow(),
                                task.heldBy(to))))
                .toList();
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
