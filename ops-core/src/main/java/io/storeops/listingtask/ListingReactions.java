package io.storeops.listingtask;

import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.Reaction;
import io.storeops.agenda.HandedOver;
import io.storeops.lifecycle.Transition;
import io.storeops.position.Duty;
import io.storeops.step.PlannedStep;
import io.storeops.step.PlannedSteps;
import io.storeops.step.StepAnswered;
import io.storeops.step.StepOwner;
import io.storeops.storage.Versioned;
import io.storeops.task.GivenTasks;
import io.storeops.task.Task;
import io.storeops.task.TaskGiven;
import io.storeops.task.TaskMoved;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** How a listing follows from its task and its steps (D31). */
final class ListingReactions {
    static final List<Reaction<?>> ALL = List.of(
            new Reaction<>(TaskGiven.class, (context, fact) -> effect(given(context, fact.task()))),
            new Reaction<>(TaskMoved.class, (context, fact) -> effect(moved(context, fact))),
            new Reaction<>(StepAnswered.class, (context, fact) -> effect(answered(context, fact))),
            new Reaction<>(HandedOver.class, (context, fact) -> effect(handedOver(context, fact))));

    private ListingReactions() {}

    private static Reaction.Effect effect(List<Edit<?>> edits) {
        return new Reaction.Effect(edits, List.of());
    }

    /** The steps of a task: it is its own run, they are due with it, and its assignee owns them. */
    static List<PlannedStep> steps(Task task) {
        return task.instruction().steps().stream()
                .map(step -> new PlannedStep(
                        task.id(), step, Optional.empty(), task.due(), Optional.of(StepOwner.person(task.assignee()))))
                .toList();
    }

    private static List<Edit<?>> given(Context context, Task task) {
        if (!task.listing()) {
            return List.of();
        }
        Optional<Duty> duty = ListingDuty.of(context, task.instruction().kind());
        ListingTask listing = new ListingTask(
                context.store().id(),
                task.id(),
                task.instruction().kind(),
                task.instruction().linkedTo(),
                duty.map(Duty::id),
                task.instruction().steps(),
                task.due(),
                ListingPhase.INSTRUCTED,
                context.stamp(),
                Optional.empty(),
                ListingCourse.BEGINS);
        List<Edit<?>> edits = new ArrayList<>();
        edits.add(Edit.insert(ListingTask.TABLE, listing));
        edits.addAll(PlannedSteps.selfChecks(
                context, listing.target(), task.instruction().kind(), duty, steps(task)));
        return edits;
    }

    private static List<Edit<?>> moved(Context context, TaskMoved fact) {
        String id = fact.after().id();
        return switch (fact.after().state()) {
            case ACCEPTED ->
                follows(context, id, ListingEvent.ACCEPT, (known, to) -> known.becoming(to, known.course()));
            case DONE ->
                follows(
                        context,
                        id,
                        ListingEvent.PROVE,
                        (known, to) -> known.becoming(to, known.course().live(context.now(), context.actor())));
            case CANCELLED -> {
                List<Edit<?>> edits = new ArrayList<>(follows(
                        context,
                        id,
                        ListingEvent.CANCEL,
                        (known, to) -> known.becoming(to, known.course().cancelled(context.now()))));
                if (!edits.isEmpty()) {
                    edits.addAll(PlannedSteps.uncounted(context, GivenTasks.target(id)));
                }
                yield edits;
            }
            case ASSIGNED, FED_BACK, CLOSED, NOT_DONE -> List.of();
        };
    }

    /** The last OK of all is the self-check. The row is written at every answer, so that of two last ones one sees the other. */
    private static List<Edit<?>> answered(Context context, StepAnswered fact) {
        if (!fact.after().selfCheck()) {
            return List.of();
        }
        boolean whole = PlannedSteps.of(context, fact.after().of()).stream()
                .map(row -> row.value().id().equals(fact.after().id()) ? fact.after() : row.value())
                .allMatch(step -> step.done());
        return follows(
                context,
                fact.after().of().id(),
                whole ? ListingEvent.PASS : ListingEvent.ANSWER,
                (known, to) -> known.becoming(to, whole ? known.course().selfChecked(context.now()) : known.course()));
    }

    /** Where the machine does not list the event, nothing follows. */
    private static List<Edit<?>> follows(
            Context context,
            String id,
            ListingEvent event,
            BiFunction<ListingTask, ListingPhase, ListingTask> becoming) {
        Optional<Versioned<ListingTask>> row = ListingEntries.LISTINGS.row(context, id);
        Optional<ListingPhase> to = row.flatMap(known ->
                        ListingPhase.MACHINE.find(Optional.of(known.value().phase()), event))
                .map(Transition::to);
        return to.isEmpty()
                ? List.of()
                : List.of(Edit.replace(
                        ListingTask.TABLE, row.get(), becoming.apply(row.get().value(), to.get())));
    }

    /** The steps of a task go with it. */
    private static List<Edit<?>> handedOver(Context context, HandedOver fact) {
        return fact.items().values().stream()
                .flatMap(List::stream)
                .filter(item -> item.target().kind().equals(Task.TABLE.name()))
                .flatMap(item -> PlannedSteps.handedOver(context, item.target(), fact.from(), fact.to()).stream())
                .toList();
    }
}
