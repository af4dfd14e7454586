package io.storeops.dailyplan;

import io.storeops.act.Act;
import io.storeops.act.Edit;
import io.storeops.act.Move;
import io.storeops.act.Verdict;
import io.storeops.failure.Refusal;
import java.util.Optional;
import java.util.Set;

/** What can be done with a daily plan once it has a line (D46, D90). */
final class PlanActs {
    private PlanActs() {}

    /** COMMENT_PLAN: never changes where the plan stands. */
    static Act<DailyPlan> comment(String id, String text) {
        return PlanEntries.PLANS
                .move(PlanEvent.COMMENT, id, text)
                .unless((context, plan) -> text.isBlank()
                        ? Optional.of(new Refusal("TEXT_MISSING", "a comment on plan " + id + " says something"))
                        : Optional.empty())
                .doing((context, plan, to) -> {
                    DailyPlan next = plan.noted(to, plan.proposers());
                    return Verdict.done(
                            Edit.replace(
                                    DailyPlan.TABLE,
                                    PlanEntries.PLANS.row(context, id).orElseThrow(),
                                    next),
                            Edit.insert(
                                    PlanNote.TABLE,
                                    new PlanNote(
                                            context.store().id(),
                                            id,
                                            next.notes(),
                                            Optional.empty(),
                                            Optional.of(text),
                                            context.stamp())));
                });
    }

    /** SUBMIT_PLAN. */
    static Act<DailyPlan> submit(String id) {
        return PlanEntries.PLANS
                .move(PlanEvent.SUBMIT, id)
                .becoming((context, plan, to) -> plan.submitted(to, context.now()));
    }

    private static Move<DailyPlan, PlanState, PlanEvent, DailyPlan> deciding(
            PlanEvent event, String id, Object... arguments) {
        return PlanEntries.PLANS.move(event, id, arguments).submittedBy(plan -> Set.copyOf(plan.proposers()));
    }

    /** APPROVE_PLAN: by nobody who proposed one of its lines. */
    static Act<DailyPlan> approve(String id) {
        return deciding(PlanEvent.APPROVE, id)
                .becoming((context, plan, to) ->
                        plan.approved(to, new DailyPlan.Approved(context.now(), context.actor())));
    }

    /** RETURN_PLAN: by nobody who proposed one of its lines. */
    static Act<DailyPlan> giveBack(String id, String remarks) {
        return deciding(PlanEvent.GIVE_BACK, id, remarks)
                .because(remarks, plan -> plan.begun().by())
                .becoming((context, plan, to) ->
                        plan.returned(to, new DailyPlan.Returned(context.now(), Optional.of(remarks))));
    }
}
