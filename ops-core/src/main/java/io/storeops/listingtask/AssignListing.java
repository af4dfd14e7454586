package io.storeops.listingtask;

import com.google.common.collect.ImmutableSortedMap;
import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.evidence.Target;
import io.storeops.failure.Refusal;
import io.storeops.id.ActorId;
import io.storeops.json.Json;
import io.storeops.task.GivenTasks;
import io.storeops.task.Instruction;
import io.storeops.task.Task;
import io.storeops.task.TaskTerms;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * ASSIGN_LISTING: somebody is given a listing or an optimisation, with what each of its steps is to show.
 *
 * @param id the task
 * @param instruction what is to be done
 * @param values what its steps are to show, by step
 * @param terms who is to do it by when
 */
record AssignListing(String id, Instruction instruction, Map<String, String> values, TaskTerms terms)
        implements Act<ListingTask> {
    AssignListing {
        values = ImmutableSortedMap.copyOf(values);
    }

    static AssignListing of(String id, Instruction instruction, Map<String, String> values, ActorId assignee) {
        return new AssignListing(id, instruction, values, GivenTasks.terms(id, instruction, assignee));
    }

    @Override
    public EntryPoint entry() {
        return ListingEntries.ASSIGN;
    }

    @Override
    public Target target() {
        return GivenTasks.target(id);
    }

    @Override
    public String arguments() {
        return Json.array(
                        List.of(Json.of(instruction.toString()), Json.of(values.toString()), Json.of(terms.toString())))
                .canonical();
    }

    @Override
    public Verdict decide(Context context) {
        if (!List.of(Task.NEW_LISTING, Task.OPTIMISE).contains(instruction.kind())) {
            return Verdict.refused(
                    "NO_LISTING",
                    "a task " + instruction.kind() + " is no listing; give it as any task is, or make it one of "
                            + Task.NEW_LISTING + " and " + Task.OPTIMISE);
        }
        ListingContent.Added added = ListingContent.Added.of(context, id, instruction.steps(), values);
        Optional<Refusal> refusal = terms.refusal(context).or(added::refusal);
        return refusal.<Verdict>map(Verdict.Refused::new)
                .orElseGet(() -> GivenTasks.given(
                        GivenTasks.of(context, id, instruction, terms.assignee()),
                        Verdict.done()
                                .with(added.rows().stream()
                                        .map(row -> Edit.insert(ListingContent.TABLE, row))
                                        .toList())));
    }

    @Override
    public ListingTask recall(Context context, Written written) {
        return written.get(ListingTask.TABLE);
    }
}
