package io.storeops.sample;

import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;

import io.storeops.DayDuties;
import io.storeops.StoreFixture;
import io.storeops.act.Act;
import io.storeops.act.Acts;
import io.storeops.act.Caller;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.Effects;
import io.storeops.act.EntryPoint;
import io.storeops.act.OpsModule;
import io.storeops.act.Stated;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.agenda.DutyModule;
import io.storeops.authority.Right;
import io.storeops.evidence.Target;
import io.storeops.id.CommandId;
import io.storeops.step.PlannedStep;
import io.storeops.step.PlannedSteps;
import io.storeops.step.Step;
import io.storeops.step.StepModule;
import io.storeops.step.Steps;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A store with duty three, and a duty of the tests that plans steps and moves them as duties do. */
public final class StepShop {
    /** What the steps are of. */
    public static final Target OF = Target.of("sample", "A1");

    private static final EntryPoint ENTRY = EntryPoint.act("CHECK_STEPS", List.of(Right.RUN_ACTIVITIES));

    public final StoreFixture shop;
    private final Acts acts;
    private int commands;

    public StepShop(StoreFixture shop) {
        this.shop = shop;
        List<OpsModule> modules = new ArrayList<>(StoreFixture.modules());
        modules.add(new Checking());
        this.acts =
                new Acts(
                shop.commits(),
                shop.storage,
                shop.clock,
                new Effects(modules, DutyModule::commonReactions),
                store -> Stated.NOTHING);
    }

    public static StepShop open() {
        return new StepShop(in(new StoreFixture.Setup()).open());
    }

    /** The duties and roles of duty three. */
    public static StoreFixture.Setup in(StoreFixture.Setup setup) {
        return setup.with("duties", DayDuties.instructed())
                .itemAndRival()
                .secondChannel()
                .role("OPERATOR", "EXECUTE:X1", "EXECUTE:X3", "EXECUTE:X5", "PARTICIPATE:P2")
                .role("STORE_MANAGER", "INSTRUCT", "ACCEPT:TASK", "FIND:ANOMALY", "APPROVE:PLAN", "READ");
    }

    private record Checking() implements OpsModule {
        @Override
        public String name() {
            return "checking";
        }

        @Override
        public List<Table<?>> tables() {
            return List.of();
        }

        @Override
        public List<EntryPoint> entryPoints() {
            return List.of(ENTRY);
        }

        @Override
        public List<OpsModule> knowledge() {
            return List.of(StepModule.MODULE);
        }
    }

    private record Doing(Function<Context, List<Edit<?>>> edits) implements Act<Boolean> {
        @Override
        public EntryPoint entry() {
            return ENTRY;
        }

        @Override
        public String arguments() {
            return "";
        }

        @Override
        public Verdict decide(Context context) {
            return Verdict.done().with(edits.apply(context));
        }

        @Override
        public Boolean recall(Context context, Written written) {
            return true;
        }
    }

    public void does(Function<Context, List<Edit<?>>> edits) {
        CommandId id = CommandId.of("check-" + ++commands);
        acts.perform(new Caller(OPERATOR, id), STORE, new Doing(edits));
    }

    /** Checks of an activity, of which FAIL is a finding. */
    public void plan(PlannedStep... steps) {
        does(context -> PlannedSteps.planned(context, OF, "DAILY", List.of(steps)));
    }

    /** Self-checks, of which FAIL is an error. */
    public void planSelfChecks(PlannedStep... steps) {
        does(context -> PlannedSteps.selfChecks(
                context, OF, "NEW_LISTING", context.roster().findDuty("3.1"), List.of(steps)));
    }

    public void tell(String run, String step) {
        moves(run, step, (context, row) -> PlannedSteps.fedBack(context, row));
    }

    public void takeBack(String run, String step) {
        moves(run, step, (context, row) -> PlannedSteps.takenBack(context, row, "it was right"));
    }

    public void differ(String run, String step) {
        moves(run, step, (context, row) -> PlannedSteps.differed(context, row, "9800"));
    }

    private void moves(String run, String step, BiFunction<Context, Versioned<Step>, Optional<List<Edit<?>>>> move) {
        does(context -> PlannedSteps.find(context, run, step)
                .flatMap(row -> move.apply(context, row))
                .orElse(List.of()));
    }

    public void cancel() {
        does(context -> PlannedSteps.uncounted(context, OF));
    }

    public void move(String run, String step, Instant due) {
        does(context -> PlannedSteps.moved(context, OF, Map.of(Step.idOf(run, step), due)));
    }

    public Steps steps() {
        return shop.ops.deskOf(OPERATOR).steps();
    }

    public Steps managersSteps() {
        return shop.ops.deskOf(MANAGER).steps();
    }

    public Step step(String run, String name) {
        return managersSteps().find(STORE, run, name).orElseThrow();
    }

    /** What the engine knows now, for what is asked as of another instant. */
    public Context context() {
        return acts.engineContext(STORE);
    }

    public PlannedStep check(String run, String name, String due) {
        return new PlannedStep(run, name, Optional.empty(), shop.at(due), Optional.empty());
    }
}
