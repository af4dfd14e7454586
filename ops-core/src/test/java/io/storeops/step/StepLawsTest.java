package io.storeops.step;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.Scored;
import io.storeops.failure.RefusedException;
import io.storeops.kpi.Kpi;
import io.storeops.kpi.Ratio;
import io.storeops.sample.StepShop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What any order of acts on steps comes to, counted by hand; and that no act but doing them improves a measure (D95). */
class StepLawsTest {
    /** What is done with one of the steps, or with all of them. */
    enum Doing {
        OK,
        FAIL,
        FIXED,
        TELL,
        TAKE_BACK,
        ERROR,
        ERROR_AGAIN,
        CANCEL,
        PASS
    }

    /** Whatever must never improve a measure. */
    private static final Set<Doing> NEVER_BETTER =
            Set.of(Doing.TELL, Doing.TAKE_BACK, Doing.ERROR, Doing.ERROR_AGAIN, Doing.CANCEL);

    private static final int STEPS = 4;

    /** A step as the rules have it. Even ones are self-checks, odd ones checks; each is due an hour after the one before. */
    private static final class Model {
        private final boolean selfCheck;
        private final Instant due;
        private StepState state = StepState.PENDING;
        private Optional<Instant> doneAt = Optional.empty();
        private boolean counted = true;
        private boolean answered;
        private boolean error;

        Model(boolean selfCheck, Instant due) {
            this.selfCheck = selfCheck;
            this.due = due;
        }

        void does(Doing doing, Instant now) {
            switch (doing) {
                case OK -> {
                    if (state == StepState.PENDING
                            || state == StepState.FIXED
                            || (state == StepState.FAIL && selfCheck)) {
                        state = StepState.OK;
                        doneAt = Optional.of(now);
                        answered = true;
                    }
                }
                case FAIL -> {
                    if (state == StepState.PENDING) {
                        state = StepState.FAIL;
                        error |= selfCheck;
                        answered = true;
                    }
                }
                case FIXED -> state = state == StepState.FEEDBACK_SENT ? StepState.FIXED : state;
                case TELL -> state = state == StepState.FAIL ? StepState.FEEDBACK_SENT : state;
                case TAKE_BACK -> state = state == StepState.FEEDBACK_SENT ? StepState.PENDING : state;
                case ERROR, ERROR_AGAIN -> error |= answered;
                case CANCEL -> counted &= state == StepState.OK;
                case PASS -> {}
            }
        }

        boolean done() {
            return state == StepState.OK;
        }

        boolean dueAt(Instant now) {
            return done() || !now.isBefore(due);
        }

        boolean prompt() {
            return doneAt.filter(at -> !at.isAfter(due)).isPresent();
        }
    }

    private final StepShop steps = StepShop.open();
    private final List<Model> models = new ArrayList<>();

    {
        steps.shop.clock.set(steps.shop.at("09:00:00"));
        for (int i = 0; i < STEPS; i++) {
            PlannedStep step = new PlannedStep(
                    "R" + i,
                    "PRICE",
                    Optional.empty(),
                    steps.shop.clock.instant().plus(Duration.ofHours(i + 1)),
                    Optional.empty());
            if (i % 2 == 0) {
                steps.planSelfChecks(step);
            } else {
                steps.plan(step);
            }
            models.add(new Model(i % 2 == 0, step.due()));
        }
    }

    private void does(Doing doing, int which) {
        String run = "R" + which;
        try {
            switch (doing) {
                case OK -> answer(run, StepAnswer.ok());
                case FAIL -> answer(run, StepAnswer.fail());
                case FIXED -> answer(run, StepAnswer.fixed());
                case TELL -> steps.tell(run, "PRICE");
                case TAKE_BACK -> steps.takeBack(run, "PRICE");
                case ERROR, ERROR_AGAIN -> steps.managersSteps().recordError(STORE, run, "PRICE", "wrong");
                case CANCEL -> steps.cancel();
                case PASS -> steps.shop.clock.advance(Duration.ofMinutes(45));
            }
        } catch (RefusedException e) {
            assertEquals("WRONG_STATE", e.refusal().code());
        }
        Instant now = steps.shop.clock.instant();
        if (doing == Doing.CANCEL) {
            models.forEach(model -> model.does(doing, now));
        } else {
            models.get(which).does(doing, now);
        }
    }

    private void answer(String run, StepAnswer answer) {
        steps.shop.ops.deskOf(OPERATOR).steps().answer(STORE, run, "PRICE", answer);
    }

    private List<Ratio> measured() {
        return List.copyOf(Scored.of(steps.shop, DAY, DAY, Kpi.K3_1, Kpi.K3_2, Kpi.K3_4)
                .ratios()
                .values());
    }

    private List<Ratio> expected() {
        Instant now = steps.shop.clock.instant();
        return List.of(
                ratio(Model::done, model -> !model.error),
                ratio(model -> model.dueAt(now), Model::prompt),
                ratio(model -> model.dueAt(now), Model::done));
    }

    private Ratio ratio(Predicate<Model> counted, Predicate<Model> good) {
        List<Model> those =
                models.stream().filter(model -> model.counted).filter(counted).toList();
        return Ratio.of(those.stream().filter(good).count(), those.size());
    }

    private long overdue() {
        Instant now = steps.shop.clock.instant();
        return models.stream()
                .filter(model -> model.counted && !model.done() && model.dueAt(now))
                .count();
    }

    @Property(tries = 120)
    void onlyDoingAStepImprovesAMeasure(
            @ForAll @Size(max = 25) List<Doing> doings,
            @ForAll @Size(25) List<@IntRange(max = STEPS - 1) Integer> which) {
        for (int i = 0; i < doings.size(); i++) {
            Doing doing = doings.get(i);
            List<Ratio> before = measured();
            long overdue = overdue();
            does(doing, which.get(i));
            List<Ratio> after = measured();
            assertEquals(expected(), after);
            if (NEVER_BETTER.contains(doing)) {
                for (int k = 0; k < after.size(); k++) {
                    assertTrue(after.get(k).n() <= before.get(k).n(), doing + " raised n of measure " + k);
                    long leaves = doing == Doing.CANCEL && k > 0 ? overdue : 0;
                    assertEquals(before.get(k).d() - leaves, after.get(k).d(), doing + " changed d of measure " + k);
                }
            }
        }
    }
}
