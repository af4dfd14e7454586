package io.storeops.lifecycle;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;

import io.storeops.StoreFixture;
import io.storeops.dailyplan.DailyPlan;
import io.storeops.dailyplan.DailyPlans;
import io.storeops.dailyplan.PlanEvent;
import io.storeops.dailyplan.PlanState;
import io.storeops.id.ActorId;
import io.storeops.sample.StepShop;
import java.util.Optional;

/** A plan of the day. */
final class WalkedPlan extends Walked<PlanState, PlanEvent> {
    private static final String ID = "PLN1";

    private int lines;

    WalkedPlan(StoreFixture.Setup setup) {
        super(StepShop.in(setup));
    }

    private DailyPlans by(ActorId actor) {
        return shop.ops.deskOf(actor).dailyPlans();
    }

    @Override
    StateMachine<PlanState, PlanEvent> machine() {
        return PlanState.MACHINE;
    }

    @Override
    Optional<PlanState> state() {
        return by(MANAGER).find(STORE, ID).map(DailyPlan::state);
    }

    @Override
    ActorId doer(PlanEvent event) {
        return switch (event) {
            case APPROVE, GIVE_BACK -> MANAGER;
            case PROPOSE, COMMENT, SUBMIT -> OPERATOR;
        };
    }

    @Override
    void cause(PlanEvent event, ActorId by) {
        DailyPlans plans = by(by);
        switch (event) {
            case PROPOSE -> plans.propose(STORE, ID, DAY, "L" + ++lines, "check the slots");
            case COMMENT -> plans.comment(STORE, ID, "at what time?");
            case SUBMIT -> plans.submit(STORE, ID);
            case APPROVE -> plans.approve(STORE, ID);
            case GIVE_BACK -> plans.giveBack(STORE, ID, "the stock is missing");
            default -> throw new IllegalArgumentException("nobody knows how to " + event);
        }
    }
}
