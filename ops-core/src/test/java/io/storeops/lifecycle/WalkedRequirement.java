package io.storeops.lifecycle;

import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.STORE;

import io.storeops.StoreFixture;
import io.storeops.id.ActorId;
import io.storeops.requirement.OpenedRequirements;
import io.storeops.requirement.Requirement;
import io.storeops.requirement.RequirementEvent;
import io.storeops.requirement.RequirementState;
import io.storeops.requirement.Requirements;
import io.storeops.ticket.LiaisonShop;
import java.time.Duration;
import java.util.Optional;

/** A requirement to the designers. */
final class WalkedRequirement extends Walked<RequirementState, RequirementEvent> {
    private static final String ID = "RQ1";
    private static final Duration LATER = Duration.ofMinutes(1);

    WalkedRequirement(StoreFixture.Setup setup) {
        super(LiaisonShop.in(setup));
    }

    private Requirements by(ActorId actor) {
        return shop.ops.deskOf(actor).requirements();
    }

    private Optional<Requirement> known() {
        return by(MANAGER).find(STORE, ID);
    }

    @Override
    StateMachine<RequirementState, RequirementEvent> machine() {
        return RequirementState.MACHINE;
    }

    @Override
    Optional<RequirementState> state() {
        return known().map(Requirement::state);
    }

    @Override
    ActorId doer(RequirementEvent event) {
        return switch (event) {
            case CONFIRM, REJECT, DELIVER -> LiaisonShop.DESIGN;
            default -> LiaisonShop.FIRST;
        };
    }

    /** A channel can take only what was given to it. */
    @Override
    void prepare(RequirementEvent event) {
        if (event == RequirementEvent.PUT_THROUGH
                && known().filter(one -> one.course().waitsFor().isEmpty()).isPresent()) {
            cause(
                    known().orElseThrow().state() == RequirementState.REJECTED
                            ? RequirementEvent.QUEUE_AGAIN
                            : RequirementEvent.QUEUE,
                    LiaisonShop.FIRST);
        }
    }

    @Override
    void cause(RequirementEvent event, ActorId by) {
        Requirements requirements = by(by);
        switch (event) {
            case OPEN ->
                requirements.open(
                        STORE,
                        new OpenedRequirements.Ask(
                                ID,
                                "DESIGN",
                                "a banner",
                                shop.clock.instant().plus(Duration.ofHours(3)),
                                Optional.empty(),
                                true),
                        Optional.empty());
            case SEND -> requirements.send(STORE, ID);
            case QUEUE -> {
                shop.oa.nextRefusesUntil(shop.clock.instant().plus(LATER));
                requirements.send(STORE, ID, "OA");
            }
            case PUT_THROUGH -> {
                shop.clock.advance(LATER);
                shop.ops.tick(STORE);
            }
            case CONFIRM -> requirements.confirm(STORE, ID);
            case REJECT -> requirements.reject(STORE, ID, "nobody is free");
            case RESEND -> requirements.resend(STORE, ID, shop.clock.instant().plus(Duration.ofHours(5)));
            case QUEUE_AGAIN -> {
                shop.oa.nextRefusesUntil(shop.clock.instant().plus(LATER));
                requirements.resend(STORE, ID, shop.clock.instant().plus(Duration.ofHours(5)), Optional.of("OA"));
            }
            case DELIVER -> requirements.deliver(STORE, ID);
            case ACCEPT -> requirements.accept(STORE, ID);
            case REWORK -> requirements.rework(STORE, ID, "the size is wrong");
            case FLAG_LATE -> {
                shop.clock.advance(Duration.ofHours(6));
                shop.ops.tick(STORE);
            }
            default -> throw new IllegalArgumentException("nobody knows how to " + event);
        }
    }
}
