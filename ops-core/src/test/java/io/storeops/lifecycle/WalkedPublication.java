package io.storeops.lifecycle;

import static io.storeops.StoreFixture.ITEM;
import static io.storeops.StoreFixture.ITSELF;
import static io.storeops.StoreFixture.NEXT;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.RIVAL;
import static io.storeops.StoreFixture.SHANGHAI;
import static io.storeops.StoreFixture.STORE;

import io.storeops.StoreFixture;
import io.storeops.calendar.BusinessDay;
import io.storeops.calendar.SlotId;
import io.storeops.calendar.SlotPlan;
import io.storeops.figures.Figures;
import io.storeops.figures.Quality;
import io.storeops.figures.Reading;
import io.storeops.figures.Restatement;
import io.storeops.figures.Semantics;
import io.storeops.figures.Subject;
import io.storeops.id.ActorId;
import io.storeops.reporting.DayBook;
import io.storeops.reporting.Gaps;
import io.storeops.reporting.ReleaseEvent;
import io.storeops.reporting.ReleaseState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The publication of a boundary that a later roster adds to the day after; own figures come early, the others later. */
final class WalkedPublication extends Walked<ReleaseState, ReleaseEvent> {
    private static final int NUMBER = 13;
    private static final SlotId SLOT = SlotId.of(NEXT, NUMBER);
    private static final SlotPlan PLAN = SlotPlan.ofHours(9, 21);
    private static final BusinessDay DAY = PLAN.day(NEXT, SHANGHAI);

    WalkedPublication(StoreFixture.Setup setup) {
        super(setup);
    }

    @Override
    StateMachine<ReleaseState, ReleaseEvent> machine() {
        return ReleaseState.MACHINE;
    }

    @Override
    Optional<ReleaseState> state() {
        DayBook book = shop.manager().dayBook(STORE, NEXT);
        boolean planned = book.day().plan().boundaries().size() >= NUMBER;
        return planned ? Optional.of(book.stateOf(NUMBER)) : Optional.empty();
    }

    @Override
    ActorId doer(ReleaseEvent event) {
        return OPERATOR;
    }

    @Override
    void prepare(ReleaseEvent event) {
        boolean missed = state().equals(Optional.of(ReleaseState.MISSED));
        if (event == ReleaseEvent.RELEASE && missed) {
            record(ITEM, RIVAL);
        }
        if (event == ReleaseEvent.CORRECT) {
            restate();
        }
        if (machine().rightsFor(event).size() == 1) {
            shop.channel.nextRefusesUntil(shop.clock.instant().plus(Duration.ofMinutes(1)));
        }
    }

    @Override
    void cause(ReleaseEvent event, ActorId by) {
        switch (event) {
            case PLAN -> shop.ops.enrol(shop.enrolment(shop.rosterFrom(NEXT, "2", PLAN.boundaries())));
            case REACH_BOUNDARY -> {
                passTo(DAY.closes(NUMBER));
                record(ITSELF);
            }
            case COMPLETE -> record(ITEM, RIVAL);
            case CLOSE_DAY -> passTo(DAY.missedAt());
            case FAIL -> {
                shop.clock.advance(Duration.ofMinutes(2));
                shop.channel.nextRefusesUntil(shop.clock.instant().plus(Duration.ofMinutes(1)));
                shop.ops.deliverDue(STORE);
            }
            case ACCEPT -> {
                shop.clock.advance(Duration.ofMinutes(2));
                shop.ops.deliverDue(STORE);
            }
            case RELEASE -> shop.ops.deskOf(by).reporting().release(STORE, SLOT);
            case RELEASE_WITH_GAPS -> shop.ops.deskOf(by).reporting().release(STORE, SLOT, Gaps.CONFIRM);
            case CORRECT -> shop.ops.deskOf(by).reporting().correct(STORE, SLOT);
            default -> throw new IllegalArgumentException("nobody knows how to " + event);
        }
    }

    private void passTo(Instant instant) {
        if (shop.clock.instant().isBefore(instant)) {
            shop.clock.set(instant);
        }
    }

    private void record(Subject... subjects) {
        shop.operator()
                .record(
                        STORE,
                        Stream.of(subjects)
                                .map(subject -> reading(subject, 100, Optional.empty()))
                                .toList());
    }

    private void restate() {
        shop.operator().record(STORE, List.of(reading(ITSELF, 90, Optional.of(Restatement.PLATFORM))));
    }

    private Reading reading(Subject subject, long amount, Optional<Restatement> reason) {
        return new Reading(
                subject,
                SLOT,
                DAY.closes(NUMBER),
                Figures.of(amount, 10, 1),
                Semantics.CUMULATIVE_DAY,
                subject.equals(RIVAL) ? Quality.ESTIMATED : Quality.ACTUAL,
                "hand",
                reason);
    }
}
