package io.storeops.task;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import io.storeops.json.Json;
import java.util.List;

/**
 * ASSIGN_TASK: somebody is given a task.
 *
 * @param id the task
 * @param instruction what is to be done
 * @param terms who is to do it by when
 */
record AssignTask(String id, Instruction instruction, TaskTerms terms) implements Act<Task> {
    static AssignTask of(String id, Instruction instruction, ActorId assignee) {
        return new AssignTask(id, instruction, GivenTasks.terms(id, instruction, assignee));
    }

    @Override
    public EntryPoint entry() {
        return TaskEntries.TASKS.entry(TaskEvent.ASSIGN);
    }

    @Override
    public Target target() {
        return TaskActs.target(id);
    }

    @Override
    public String arguments() {
        return Json.array(List.of(Json.of(instruction.toString()), Json.of(terms.toString())))
                .canonical();
    }

    @Override
    public Verdict decide(Context context) {
        return terms.refusal(context)
                .<Verdict>map(Verdict.Refused::new)
                .orElseGet(() ->
                        GivenTasks.given(GivenTasks.of(context, id, instruction, terms.assignee()), Verdict.done()));
    }

    @Override
    public Task recall(Context context, Written written) {
        return written.get(Task.TABLE);
    }
}
