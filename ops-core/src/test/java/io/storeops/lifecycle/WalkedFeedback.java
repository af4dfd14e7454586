package io.storeops.lifecycle;

import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;

import io.storeops.StoreFixture;
import io.storeops.activity.Activities;
import io.storeops.activity.ActivityFeedback;
import io.storeops.activity.ActivityPlan;
import io.storeops.activity.ActivityShop;
import io.storeops.activity.ActivityWindow;
import io.storeops.activity.FeedbackEvent;
import io.storeops.activity.FeedbackState;
import io.storeops.activity.Finding;
import io.storeops.campaign.Offer;
import io.storeops.id.ActorId;
import io.storeops.position.ActivityRules;
import io.storeops.step.StepAnswer;
import io.storeops.vetting.Allowances;
import java.util.List;
import java.util.Optional;

/** Feedback on a check of a daily activity. */
final class WalkedFeedback extends Walked<FeedbackState, FeedbackEvent> {
    private static final String ID = "X1";

    WalkedFeedback(StoreFixture.Setup setup) {
        super(ActivityShop.setup(setup).works(ActivityShop.SECOND, "STORE_MANAGER"));
        shop.clock.set(shop.at("09:00"));
        ActivityPlan plan = ActivityPlan.of(
                ActivityRules.Kind.DAILY,
                "daily",
                List.of(Offer.of("A")),
                new ActivityWindow(shop.at("12:00"), shop.at("18:00")));
        by(MANAGER).submit(STORE, "D", plan);
        by(ActivityShop.SECOND).approve(STORE, "D", Allowances.NONE);
        shop.ops.deskOf(OPERATOR).steps().answer(STORE, "D-BEFORE", "PAGE_PRICE", StepAnswer.fail());
    }

    private Activities by(ActorId actor) {
        return shop.ops.deskOf(actor).activities();
    }

    @Override
    StateMachine<FeedbackState, FeedbackEvent> machine() {
        return FeedbackState.MACHINE;
    }

    @Override
    Optional<FeedbackState> state() {
        return by(MANAGER).findFeedback(STORE, ID).map(ActivityFeedback::state);
    }

    @Override
    ActorId doer(FeedbackEvent event) {
        return event == FeedbackEvent.REJECT ? MANAGER : OPERATOR;
    }

    @Override
    void cause(FeedbackEvent event, ActorId by) {
        switch (event) {
            case SEND ->
                by(by).sendFeedback(
                                STORE,
                                ID,
                                "D",
                                new Finding(
                                        "D-BEFORE",
                                        "PAGE_PRICE",
                                        "page shows 99.00",
                                        "item page",
                                        shop.at("09:00"),
                                        "shot/1",
                                        List.of(MANAGER)));
            case WITHDRAW -> by(by).withdrawFeedback(STORE, ID, "old page");
            case REJECT -> by(by).rejectFeedback(STORE, ID, "the slot starts later");
            default -> throw new IllegalArgumentException("nobody knows how to " + event);
        }
    }
}
