package io.storeops.dailyplan;

import io.storeops.act.EntryPoint;
import io.storeops.act.Things;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import java.util.List;

/** The ways to daily plans, and their machine. */
final class PlanEntries {
    static final Things<DailyPlan, PlanState, PlanEvent> PLANS = Things.of(
                    PlanState.MACHINE, DailyPlan.TABLE, DailyPlan::state)
            .named("PROPOSE_PLAN_LINE", PlanEvent.PROPOSE)
            .named("COMMENT_PLAN", PlanEvent.COMMENT)
            .named("SUBMIT_PLAN", PlanEvent.SUBMIT)
            .named("APPROVE_PLAN", PlanEvent.APPROVE)
            .named("RETURN_PLAN", PlanEvent.GIVE_BACK)
            .showing(DataClass.OPERATIONS, PlanEvent.values());

    static final EntryPoint READ = EntryPoint.look(
            "READ_PLANS",
            List.of(Right.JOIN_PLAN, Right.APPROVE_PLAN, Right.INSTRUCT, Right.READ),
            DataClass.OPERATIONS);

    private PlanEntries() {}
}
