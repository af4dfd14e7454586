package io.storeops.listingtask;

import io.storeops.act.Check;
import io.storeops.act.Context;
import io.storeops.evidence.Evidence;
import io.storeops.evidence.EvidenceNeed;
import io.storeops.failure.Refusal;
import io.storeops.listing.ListingField;
import io.storeops.listing.ReadableField;
import io.storeops.position.Duty;
import io.storeops.step.PlannedSteps;
import io.storeops.step.Step;
import io.storeops.step.StepAnswer;
import io.storeops.step.StepAnswered;
import io.storeops.storage.Query;
import io.storeops.task.GivenTasks;
import io.storeops.task.Task;
import io.storeops.task.TaskGiven;
import io.storeops.task.TaskMoved;
import io.storeops.task.TaskState;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What listings ask of the acts on their tasks and steps (D31, D33). */
final class ListingChecks {
    static final List<Check<?>> ALL = List.of(
            new Check<>(TaskGiven.class, (context, fact) -> answer(given(context, fact.task()))),
            new Check<>(TaskMoved.class, (context, fact) -> answer(moved(context, fact))),
            new Check<>(StepAnswered.class, (context, fact) -> answer(answered(context, fact))));

    private ListingChecks() {}

    private static Check.Answer answer(Optional<Refusal> refusal) {
        return new Check.Answer(refusal, List.of());
    }

    /** A new listing has all the steps that the roster names, an optimisation at least one target (R53, R56). */
    private static Optional<Refusal> given(Context context, Task task) {
        if (!task.listing()) {
            return Optional.empty();
        }
        List<String> steps = task.instruction().steps();
        Set<String> missing =
                new HashSet<>(ListingDuty.of(context, task.instruction().kind())
                        .map(duty -> duty.content().steps())
                        .orElse(List.of()));
        steps.forEach(missing::remove);
        if (steps.isEmpty() || !missing.isEmpty()) {
            return refused(
                    "STEPS_MISSING",
                    "a task " + task.instruction().kind() + " consists of steps"
                            + (missing.isEmpty()
                                    ? "; name its targets"
                                    : ", and lacks " + missing.stream().sorted().toList()));
        }
        if (Set.copyOf(steps).size() < steps.size()) {
            return refused("STEP_TWICE", "each step stands once in a task, not " + steps);
        }
        return PlannedSteps.taken(context, ListingReactions.steps(task));
    }

    private static Optional<Refusal> moved(Context context, TaskMoved fact) {
        Optional<ListingTask> listing =
                ListingEntries.LISTINGS.find(context, fact.after().id());
        if (listing.isEmpty()) {
            return Optional.empty();
        }
        return switch (fact.after().state()) {
            case CANCELLED ->
                listing.get().phase().live()
                        ? refused(
                                "ALREADY_LIVE",
                                "what task " + fact.after().id() + " lists is "
                                        + listing.get().phase() + "; have it optimised, or delisted, by another task")
                        : Optional.empty();
            case DONE -> notDone(context, listing.get(), fact.before());
            case ASSIGNED, ACCEPTED, FED_BACK, CLOSED, NOT_DONE -> Optional.empty();
        };
    }

    /** Its task is done when it is live, or where nothing can be read back, proven; and on the evidence of its duty (R3). */
    private static Optional<Refusal> notDone(Context context, ListingTask listing, Task task) {
        boolean byEvidence = listing.phase() == ListingPhase.SELF_CHECKED
                && readable(context, listing).findAny().isEmpty();
        if (!listing.phase().live() && !byEvidence) {
            return refused(
                    "NOT_LIVE",
                    "listing " + listing.task() + " is " + listing.phase()
                            + (listing.phase() == ListingPhase.SELF_CHECKED
                                    ? "; read back what is shown (GO_LIVE)"
                                    : "; do its steps"));
        }
        List<EvidenceNeed> lacking = lacking(context, listing, task);
        return lacking.isEmpty()
                ? Optional.empty()
                : refused(
                        "EVIDENCE_MISSING",
                        "task " + listing.task() + " is proven by " + lacking + "; attach it to " + listing.target()
                                + " first");
    }

    /** The evidence of its duty that is not there since the task was given, or returned. */
    static List<EvidenceNeed> lacking(Context context, ListingTask listing, Task task) {
        List<Evidence> there = context
                .rows()
                .all(Query.of(Evidence.TABLE, context.store().id(), Evidence.BY_TARGET)
                        .where(listing.target()))
                .stream()
                .filter(item -> !item.stamp().at().isBefore(task.course().since()))
                .toList();
        return listing.duty().flatMap(context.roster()::findDuty).map(Duty::evidence).orElse(List.of()).stream()
                .filter(need -> there.stream().noneMatch(item -> need.metBy(item.kind())))
                .toList();
    }

    /** The steps whose values the marketplace lets be read back. */
    static Stream<String> readable(Context context, ListingTask listing) {
        Set<ListingField> fields = ReadableField.all(context);
        return listing.steps().stream()
                .filter(step -> StepValue.field(step).filter(fields::contains).isPresent());
    }

    private static Optional<Refusal> answered(Context context, StepAnswered fact) {
        Step step = fact.before();
        Optional<ListingTask> found = step.selfCheck()
                ? ListingEntries.LISTINGS.find(context, step.of().id())
                : Optional.empty();
        // What is cancelled counts nowhere, be it answered (D43).
        if (found.isEmpty() || found.get().phase() == ListingPhase.CANCELLED) {
            return Optional.empty();
        }
        ListingTask listing = found.get();
        Optional<Refusal> standing = standing(context, listing);
        return standing.isPresent() || fact.answer().said() != StepAnswer.Said.OK
                ? standing
                : value(context, listing, step, fact.answer());
    }

    private static Optional<Refusal> standing(Context context, ListingTask listing) {
        if (listing.phase() == ListingPhase.BLOCKED) {
            ListingBlock block = listing.block().orElseThrow();
            return refused(
                    "TASK_BLOCKED",
                    "task " + listing.task() + " waits for " + block.needs() + " to say what " + block.missing()
                            + " is to show (AMEND_INSTRUCTION)");
        }
        boolean ended = GivenTasks.find(context, listing.task())
                .filter(task -> task.state() == TaskState.NOT_DONE)
                .isPresent();
        if (ended
                || ListingPhase.MACHINE
                        .find(Optional.of(listing.phase()), ListingEvent.ANSWER)
                        .isEmpty()) {
            return refused(
                    "WRONG_STATE",
                    "task " + listing.task() + " is " + (ended ? TaskState.NOT_DONE : listing.phase())
                            + "; its steps are answered when it is one of "
                            + ListingPhase.MACHINE.before(ListingEvent.ANSWER));
        }
        return Optional.empty();
    }

    /** What is said to be there agrees with the instruction (R54, D33); an optimisation says what was there too (R56). */
    private static Optional<Refusal> value(Context context, ListingTask listing, Step step, StepAnswer answer) {
        boolean optimises = listing.kind().equals(Task.OPTIMISE);
        boolean both = answer.change()
                .filter(change -> change.before().isPresent() && change.after().isPresent())
                .isPresent();
        if (optimises && !both) {
            return refused(
                    "EVIDENCE_MISSING",
                    "step " + step.id() + " is proven by what was there before and what is there now; tell both");
        }
        Map<String, ListingContent> contents = ListingContent.of(context, listing.task());
        Optional<String> instructed =
                Optional.ofNullable(contents.get(step.name())).map(ListingContent::text);
        if (instructed.isEmpty()
                && ListingContent.fieldByField(contents, listing.given().at())) {
            return refused(
                    "INSTRUCTION_MISSING",
                    "nobody said what step " + step.id() + " is to show; block the task until it is said (BLOCK_TASK)");
        }
        Optional<String> told = told(answer);
        if (told.isEmpty()) {
            return instructed.isEmpty()
                    ? Optional.empty()
                    : refused("EVIDENCE_MISSING", "tell what step " + step.id() + " shows, so that it can be compared");
        }
        return compared(step, told.get(), instructed);
    }

    private static Optional<Refusal> compared(Step step, String told, Optional<String> instructed) {
        String text;
        try {
            text = StepValue.text(step.name(), told);
        } catch (IllegalArgumentException e) {
            return refused("VALUE_UNREADABLE", "step " + step.id() + ": " + e.getMessage());
        }
        return instructed.filter(wanted -> !wanted.equals(text)).isEmpty()
                ? Optional.empty()
                : refused(
                        "DIFFERENCE",
                        "step " + step.id() + " shows '" + text + "', and '" + instructed.get()
                                + "' is instructed; put it right, and answer again");
    }

    /** What an answer says is there now. */
    static Optional<String> told(StepAnswer answer) {
        return answer.change().flatMap(StepAnswer.Change::after).or(answer::value);
    }

    private static Optional<Refusal> refused(String code, String detail) {
        return Optional.of(new Refusal(code, detail));
    }
}
