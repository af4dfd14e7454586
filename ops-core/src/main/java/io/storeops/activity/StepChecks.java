package io.storeops.activity;

import io.storeops.act.Check.Answer;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.Reaction;
import io.storeops.campaign.CampaignExtended;
import io.storeops.catalog.Sku;
import io.storeops.failure.Refusal;
import io.storeops.listing.SellableStock;
import io.storeops.requirement.OpenedRequirements;
import io.storeops.requirement.Requirement;
import io.storeops.step.Phase;
import io.storeops.step.PlannedSteps;
import io.storeops.step.Step;
import io.storeops.step.StepAnswer;
import io.storeops.step.StepAnswered;
import io.storeops.storage.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What an activity asks of the answers to its steps (R60, R63, D56, D88), and how it follows them and its later end. Pure. */
final class StepChecks {
    /** What has to be done before what (R60); the other steps are in their usual order, which blocks nothing. */
    private static final Map<String, Set<String>> NEEDS = Map.of("FLASH_SETUP", Set.of("IMAGE_PREP", "STOCK_VERIFY"));

    private static final String STOCK_VERIFY = "STOCK_VERIFY";
    private static final String CLOSE_OUT = "CLOSE_OUT";

    private StepChecks() {}

    private static Optional<Versioned<Activity>> activityOf(Context context, Step step) {
        return step.of().kind().equals(Activity.TABLE.name())
                ? ActivityEntries.ACTIVITIES.row(context, step.of().id())
                : Optional.empty();
    }

    /** Whether a step may be answered so. */
    static Answer answered(Context context, StepAnswered fact) {
        return activityOf(context, fact.before())
                .map(row -> answered(context, row.value(), fact))
                .orElseGet(Answer::passed);
    }

    private static Answer answered(Context context, Activity activity, StepAnswered fact) {
        Step step = fact.before();
        Optional<Answer> early = outOfTime(activity, step);
        if (early.isPresent()) {
            return early.get();
        }
        List<String> blockedBy = blockedBy(context, activity, step);
        if (!blockedBy.isEmpty()) {
            return refused(new Refusal(
                            "STEP_BLOCKED",
                            "step " + step.id() + " waits for " + blockedBy
                                    + "; requirements are accepted, steps answered OK first")
                    .naming("blocked_by", blockedBy));
        }
        return fact.answer().said() == StepAnswer.Said.OK ? passed(context, activity, fact) : Answer.passed();
    }

    /** What is to be seen while it runs, or once it is over, is not answered before; of what is over for good nothing is. */
    private static Optional<Answer> outOfTime(Activity activity, Step step) {
        if (ActivityState.FINAL.contains(activity.state())) {
            return Optional.of(Answer.refused(
                    "FINAL_STATE",
                    "activity " + activity.id() + " is " + activity.state() + "; its step " + step.id()
                            + " is answered no more"));
        }
        boolean coming = ActivityState.COMING.contains(activity.state());
        boolean early = step.phase()
                .filter(phase -> phase == Phase.AFTER
                        ? activity.state() != ActivityState.ENDING
                        : phase == Phase.DURING && coming)
                .isPresent();
        return early
                ? Optional.of(Answer.refused(
                        "WRONG_STATE",
                        "activity " + activity.id() + " is " + activity.state() + "; step " + step.id()
                                + " is of its phase " + step.phase().orElseThrow()))
                : Optional.empty();
    }

    /** The requirements, then the steps, that a step waits for. */
    private static List<String> blockedBy(Context context, Activity activity, Step step) {
        Stream<String> requirements = OpenedRequirements.of(context, step.of()).stream()
                .filter(asked -> asked.required()
                        && !asked.accepted()
                        && asked.blocks().filter(step.name()::equals).isPresent())
                .map(Requirement::id);
        Set<String> needed = NEEDS.getOrDefault(step.name(), Set.of());
        Stream<String> steps = Approving.steps(context, activity).stream()
                .filter(other -> other.run().equals(step.run()) && needed.contains(other.name()) && !other.done())
                .map(Step::name);
        return Stream.concat(requirements.sorted(), steps.sorted()).toList();
    }

    private static Answer passed(Context context, Activity activity, StepAnswered fact) {
        Step step = fact.before();
        if (step.name().equals(STOCK_VERIFY)) {
            return verified(context, activity, fact);
        }
        if (step.name().equals(AddedSkus.STEP)) {
            return nothingAdded(context, activity, step);
        }
        if (step.name().equals(CLOSE_OUT)) {
            NavigableSet<String> missing = Closing.unrestored(context, activity, Prices.UNTOLD);
            return missing.isEmpty() ? Answer.passed() : incomplete(activity, step, List.copyOf(missing));
        }
        Optional<CloseOut> restored = CloseOut.ofCheck(step.name());
        return restored.filter(new ShownValues(context, activity)::stands).isPresent()
                ? incomplete(activity, step, List.of(restored.get().name()))
                : Answer.passed();
    }

    private static Answer nothingAdded(Context context, Activity activity, Step step) {
        List<String> added =
                AddedSkus.of(context, activity).stream().map(Sku::id).toList();
        return added.isEmpty()
                ? Answer.passed()
                : refused(new Refusal(
                                "SKU_ADDED",
                                "step " + step.id() + " is not OK: " + added + " of items of activity "
                                        + activity.id() + " were added since it was submitted, and it does not offer"
                                        + " them; answer FAIL and send feedback, then FIXED")
                        .naming("skus", added));
    }

    private static Answer incomplete(Activity activity, Step step, List<String> missing) {
        return refused(new Refusal(
                        Closing.INCOMPLETE,
                        "step " + step.id() + " is not done while " + missing + " of activity " + activity.id()
                                + " is not restored; write what is approved now")
                .naming(Closing.MISSING, missing));
    }

    private static Answer refused(Refusal refusal) {
        return new Answer(Optional.of(refusal), List.of());
    }

    /** Enough can be sold of what is offered: as somebody counted, else as the ERP says (R60). */
    private static Answer verified(Context context, Activity activity, StepAnswered fact) {
        Optional<Long> measured = fact.answer().measured().or(() -> sellable(context, activity));
        Optional<Long> quota = activity.plan().quota().or(() -> fact.answer().quota());
        if (measured.isEmpty()) {
            return Answer.refused(
                    "EVIDENCE_MISSING",
                    "step " + fact.before().id()
                            + " is answered with what was counted, or once the ERP's stock is known");
        }
        return quota.filter(units -> measured.get() < units).isPresent()
                ? Answer.refused(
                        "STOCK_BELOW_QUOTA",
                        "activity " + activity.id() + " offers " + quota.get() + " units, and " + measured.get()
                                + " can be sold")
                : Answer.passed();
    }

    private static Optional<Long> sellable(Context context, Activity activity) {
        List<Optional<Long>> stocks = new ShownValues(context, activity)
                .priceFields().stream()
                        .map(price ->
                                SellableStock.last(context, price.subject()).map(SellableStock::units))
                        .toList();
        return stocks.stream().allMatch(Optional::isPresent)
                ? Optional.of(stocks.stream().mapToLong(Optional::orElseThrow).sum())
                : Optional.empty();
    }

    /** An activity whose last step before the start is done is READY. */
    static Reaction.Effect followed(Context context, StepAnswered fact) {
        Optional<Versioned<Activity>> row =
                activityOf(context, fact.after()).filter(known -> known.value().state() == ActivityState.PREPARING);
        boolean ready = row.isPresent()
                && Approving.steps(context, row.get().value()).stream()
                        .map(step -> step.id().equals(fact.after().id()) ? fact.after() : step)
                        .allMatch(Approving::nothingBefore);
        return ready
                ? new Reaction.Effect(
                        List.of(Edit.replace(
                                Activity.TABLE,
                                row.get(),
                                row.get()
                                        .value()
                                        .becoming(ActivityAct.to(ActivityState.PREPARING, ActivityEvent.MAKE_READY)
                                                .orElseThrow()))),
                        List.of())
                : Reaction.Effect.NONE;
    }

    /** A campaign that an activity steers ends later only while the activity runs. */
    static Answer extended(Context context, CampaignExtended fact) {
        return ActivityEntries.ACTIVITIES
                .find(context, fact.before().id())
                .filter(activity -> activity.state() != ActivityState.RUNNING)
                .map(activity -> Answer.refused(
                        "WRONG_STATE",
                        "activity " + activity.id() + " is " + activity.state() + "; it ends later only while it runs"))
                .orElseGet(Answer::passed);
    }

    /** The activity ends with its campaign; dues that nobody gave follow, and more dates are to be checked (R66). */
    static Reaction.Effect followed(Context context, CampaignExtended fact) {
        return ActivityEntries.ACTIVITIES
                .row(context, fact.after().id())
                .map(row -> {
                    Activity before = row.value();
                    Activity after =
                            before.extended(before.plan().until(fact.after().end()), context.now());
                    List<Edit<?>> edits = new ArrayList<>();
                    edits.add(Edit.replace(Activity.TABLE, row, after));
                    edits.addAll(PlannedSteps.moved(
                            context,
                            Approving.target(before),
                            CheckRuns.moved(context, before.id(), before.plan(), after.plan())));
                    edits.addAll(PlannedSteps.planned(
                            context,
                            Approving.target(before),
                            before.kind().name(),
                            CheckRuns.added(context, before.id(), before.plan(), after.plan())));
                    return new Reaction.Effect(edits, List.of());
                })
                .orElse(Reaction.Effect.NONE);
    }
}
