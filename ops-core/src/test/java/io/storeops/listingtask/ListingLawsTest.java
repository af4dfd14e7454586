package io.storeops.listingtask;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.Scored;
import io.storeops.StoreFixture;
import io.storeops.evidence.Target;
import io.storeops.failure.RefusedException;
import io.storeops.kpi.Kpi;
import io.storeops.kpi.Ratio;
import io.storeops.sample.StepShop;
import io.storeops.step.Step;
import io.storeops.step.StepAnswer;
import io.storeops.task.Instruction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A listing of three steps under any order of acts: none but doing a step improves a measure (D95). */
class ListingLawsTest {
    /** What is done with the listing, or with one of its steps. */
    enum Doing {
        OK,
        FAIL,
        BLOCK,
        AMEND,
        GO_LIVE,
        CANCEL,
        NOT_DONE,
        ERROR,
        PASS
    }

    private static final List<String> NAMES = List.of("IMAGE", "PRICE", "TITLE");
    private static final Set<Doing> DOING_IT = Set.of(Doing.OK, Doing.FAIL, Doing.GO_LIVE, Doing.PASS);

    private final StoreFixture shop = StepShop.in(new StoreFixture.Setup()).open();

    {
        shop.clock.set(shop.at("09:00:00"));
        shop.ops
                .deskOf(MANAGER)
                .tasks()
                .assign(
                        STORE,
                        "T1",
                        new Instruction(
                                "NEW_LISTING",
                                Optional.empty(),
                                Optional.of("A"),
                                NAMES,
                                Optional.of("list the cup"),
                                shop.at("12:00:00")),
                        OPERATOR);
        shop.ops.deskOf(OPERATOR).tasks().accept(STORE, "T1");
    }

    private static String value(String step) {
        return step.equals("IMAGE") ? "ab".repeat(32) : "8900";
    }

    private void does(Doing doing, String step) {
        ListingTasks listings = shop.ops.deskOf(OPERATOR).listingTasks();
        try {
            switch (doing) {
                case OK -> answer(step, StepAnswer.ok().showing(value(step)));
                case FAIL -> answer(step, StepAnswer.fail());
                case BLOCK -> listings.block(STORE, "T1", List.of(step), "DESIGN");
                case AMEND -> shop.ops.deskOf(MANAGER).listingTasks().amend(STORE, "T1", Map.of(step, value(step)));
                case GO_LIVE -> listings.goLive(STORE, "T1", Map.of("PRICE", "9800"));
                case CANCEL -> shop.ops.deskOf(MANAGER).tasks().cancel(STORE, "T1", "not now");
                case NOT_DONE -> shop.ops.deskOf(OPERATOR).tasks().notDone(STORE, "T1", "no picture");
                case ERROR -> shop.ops.deskOf(MANAGER).steps().recordError(STORE, "T1", step, "wrong");
                case PASS -> shop.clock.advance(Duration.ofMinutes(50));
            }
        } catch (RefusedException e) {
            // What is refused changes nothing, and is judged like everything else.
        }
    }

    private void answer(String step, StepAnswer answer) {
        shop.ops.deskOf(OPERATOR).steps().answer(STORE, "T1", step, answer);
    }

    private List<Step> steps() {
        return shop.ops.deskOf(MANAGER).steps().of(STORE, Target.of("task", "T1"));
    }

    private List<Ratio> measured() {
        return List.copyOf(
                Scored.of(shop, DAY, DAY, Kpi.K3_1, Kpi.K3_2, Kpi.K3_4).ratios().values());
    }

    private long overdue() {
        return steps().stream()
                .filter(step ->
                        step.counted() && !step.done() && !shop.clock.instant().isBefore(step.due()))
                .count();
    }

    private boolean cancelled() {
        return shop.ops
                .deskOf(MANAGER)
                .listingTasks()
                .find(STORE, "T1")
                .filter(listing -> listing.phase() == ListingPhase.CANCELLED)
                .isPresent();
    }

    @Property(tries = 80)
    void noActButDoingAStepImprovesAMeasure(
            @ForAll @Size(max = 20) List<Doing> doings, @ForAll @Size(20) List<@IntRange(max = 2) Integer> which) {
        for (int i = 0; i < doings.size(); i++) {
            Doing doing = doings.get(i);
            List<Ratio> before = measured();
            long overdue = overdue();
            boolean ended = cancelled();
            does(doing, NAMES.get(which.get(i)));
            List<Ratio> after = measured();
            long done = steps().stream()
                    .filter(step -> step.counted() && step.done())
                    .count();
            assertEquals(done, after.get(2).n(), "a step that is not done counts as done");
            if (!DOING_IT.contains(doing)) {
                boolean leaves = doing == Doing.CANCEL && !ended && cancelled();
                for (int k = 0; k < after.size(); k++) {
                    assertTrue(after.get(k).n() <= before.get(k).n(), doing + " raised n of measure " + k);
                    assertEquals(
                            before.get(k).d() - (leaves && k > 0 ? overdue : 0),
                            after.get(k).d(),
                            doing + " changed d of measure " + k);
                }
            }
        }
    }
}
