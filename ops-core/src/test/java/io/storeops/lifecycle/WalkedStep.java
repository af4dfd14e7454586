package io.storeops.lifecycle;

import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;

import io.storeops.StoreFixture;
import io.storeops.id.ActorId;
import io.storeops.sample.StepShop;
import io.storeops.step.PlannedStep;
import io.storeops.step.Step;
import io.storeops.step.StepAnswer;
import io.storeops.step.StepEvent;
import io.storeops.step.StepState;
import java.time.Duration;
import java.util.Optional;

/** A self-check, which alone goes from FAIL to OK at once; what duties do with it a duty of the tests does. */
final class WalkedStep extends Walked<StepState, StepEvent> {
    private static final String RUN = "R1";
    private static final String NAME = "PRICE";

    private final StepShop steps;

    WalkedStep(StoreFixture.Setup setup) {
        super(StepShop.in(setup));
        steps = new StepShop(shop);
    }

    @Override
    StateMachine<StepState, StepEvent> machine() {
        return StepState.MACHINE;
    }

    @Override
    Optional<StepState> state() {
        return steps.managersSteps().find(STORE, RUN, NAME).map(Step::state);
    }

    @Override
    ActorId doer(StepEvent event) {
        return OPERATOR;
    }

    @Override
    void cause(StepEvent event, ActorId by) {
        switch (event) {
            case PLAN -> {
                if (state().isEmpty()) {
                    steps.planSelfChecks(new PlannedStep(
                            RUN,
                            NAME,
                            Optional.empty(),
                            shop.clock.instant().plus(Duration.ofHours(1)),
                            Optional.empty()));
                }
            }
            case PASS -> answer(by, StepAnswer.ok());
            case FAIL -> answer(by, StepAnswer.fail());
            case FIX -> answer(by, StepAnswer.fixed());
            case FEED_BACK -> steps.tell(RUN, NAME);
            case TAKE_BACK -> steps.takeBack(RUN, NAME);
            case DIFFER -> steps.differ(RUN, NAME);
            default -> throw new IllegalArgumentException("nobody knows how to " + event);
        }
    }

    private void answer(ActorId by, StepAnswer answer) {
        shop.ops.deskOf(by).steps().answer(STORE, RUN, NAME, answer);
    }
}
