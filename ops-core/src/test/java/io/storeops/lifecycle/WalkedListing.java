package io.storeops.lifecycle;

import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;

import io.storeops.StoreFixture;
import io.storeops.evidence.EvidenceKind;
import io.storeops.evidence.Target;
import io.storeops.failure.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.listingtask.ListingBlock;
import io.storeops.listingtask.ListingEvent;
import io.storeops.listingtask.ListingPhase;
import io.storeops.listingtask.ListingTask;
import io.storeops.listingtask.ListingTasks;
import io.storeops.sample.StepShop;
import io.storeops.step.Step;
import io.storeops.step.StepAnswer;
import io.storeops.task.Instruction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A new listing of three steps that is instructed in words, in a store of which nothing can be read back. */
final class WalkedListing extends Walked<ListingPhase, ListingEvent> {
    private static final String ID = "T1";
    private static final String HASH = "ab".repeat(32);

    WalkedListing(StoreFixture.Setup setup) {
        super(StepShop.in(setup));
    }

    private ListingTasks by(ActorId actor) {
        return shop.ops.deskOf(actor).listingTasks();
    }

    private Optional<ListingTask> known() {
        return by(MANAGER).find(STORE, ID);
    }

    @Override
    StateMachine<ListingPhase, ListingEvent> machine() {
        return ListingPhase.MACHINE;
    }

    @Override
    Optional<ListingPhase> state() {
        return known().map(ListingTask::phase);
    }

    @Override
    ActorId doer(ListingEvent event) {
        return switch (event) {
            case AMEND_IN_PART, AMEND_ACCEPTED, AMEND_BEGUN, CONFIRM -> MANAGER;
            default -> OPERATOR;
        };
    }

    /** Evidence takes the place of a read-back; a listing is blocked of as many steps as are to be amended. */
    @Override
    void prepare(ListingEvent event) {
        switch (event) {
            case GO_LIVE, DIFFER, PROVE ->
                shop.ops
                        .deskOf(OPERATOR)
                        .archive()
                        .attach(
                                STORE,
                                Target.of("task", ID),
                                EvidenceKind.parse("LISTING_CHECK"),
                                shop.clock.instant(),
                                "check.png");
            case AMEND_IN_PART -> {
                amend(MANAGER, "TITLE", "a cup");
                by(OPERATOR).block(STORE, ID, List.of("IMAGE", "PRICE"), "DESIGN");
            }
            case AMEND_BEGUN -> {
                amend(MANAGER, "TITLE", "a cup");
                step("TITLE", StepAnswer.fail());
                by(OPERATOR).block(STORE, ID, List.of("PRICE"), "DESIGN");
            }
            default -> {}
        }
    }

    @Override
    void cause(ListingEvent event, ActorId by) {
        switch (event) {
            case INSTRUCT -> quietly(this::instruct);
            case ACCEPT -> quietly(() -> shop.ops.deskOf(OPERATOR).tasks().accept(STORE, ID));
            case ANSWER -> quietly(() -> step("IMAGE", StepAnswer.fail()));
            case PASS -> List.of("IMAGE", "PRICE", "TITLE").forEach(step -> quietly(() -> pass(step)));
            case BLOCK -> by(by).block(STORE, ID, List.of("TITLE"), "DESIGN");
            case AMEND_IN_PART -> amend(by, "PRICE", "9900");
            case AMEND_ACCEPTED, AMEND_BEGUN ->
                known().flatMap(ListingTask::block)
                        .map(ListingBlock::missing)
                        .orElse(List.of("TITLE"))
                        .forEach(step -> amend(by, step, step.equals("IMAGE") ? HASH : "9900"));
            case GO_LIVE -> by(by).goLive(STORE, ID);
            case DIFFER -> by(by).goLive(STORE, ID, Map.of("PRICE", "9800"));
            case PROVE -> quietly(() -> shop.ops.deskOf(OPERATOR).tasks().complete(STORE, ID));
            case CONFIRM -> by(by).confirm(STORE, ID);
            case CANCEL -> quietly(() -> shop.ops.deskOf(MANAGER).tasks().cancel(STORE, ID, "not now"));
            default -> throw new IllegalArgumentException("nobody knows how to " + event);
        }
    }

    /** What follows from a task or a step is refused with it. */
    private static void quietly(Runnable act) {
        try {
            act.run();
        } catch (RefusedException e) {
            // The state tells that nothing happened.
        }
    }

    private void amend(ActorId by, String step, String value) {
        by(by).amend(STORE, ID, Map.of(step, value));
    }

    private void pass(String step) {
        boolean open = shop.ops
                .deskOf(OPERATOR)
                .steps()
                .find(STORE, ID, step)
                .filter(known -> !known.done())
                .isPresent();
        if (open) {
            step(step, StepAnswer.ok().showing(step.equals("IMAGE") ? HASH : "9900"));
        }
    }

    private Step step(String step, StepAnswer answer) {
        return shop.ops.deskOf(OPERATOR).steps().answer(STORE, ID, step, answer);
    }

    private void instruct() {
        shop.ops
                .deskOf(MANAGER)
                .tasks()
                .assign(
                        STORE,
                        ID,
                        new Instruction(
                                "NEW_LISTING",
                                Optional.empty(),
                                Optional.of("A"),
                                List.of("IMAGE", "PRICE", "TITLE"),
                                Optional.of("list the cup"),
                                shop.clock.instant().plus(Duration.ofHours(3))),
                        OPERATOR);
    }
}
