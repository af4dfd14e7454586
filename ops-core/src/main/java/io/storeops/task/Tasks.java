package io.storeops.task;

import io.storeops.act.PersonalActs;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.storage.Query;
import java.util.List;

/** Tasks in the hands of one person. Thread-safe. */
public final class Tasks {
    private final PersonalActs acts;

    Tasks(PersonalActs acts) {
        this.acts = acts;
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
                TaskModule.READ_TASKS,
                context -> context.rows()
                        .all(Query.of(Task.TABLE, store, Task.BY_ASSIGNEE).where(assignee)));
    }
}
