package io.storeops.lifecycle;

import static io.storeops.StoreFixture.NEXT;
import static io.storeops.StoreFixture.SHANGHAI;
import static io.storeops.StoreFixture.STORE;

import io.storeops.StoreFixture;
import io.storeops.id.ActorId;
import io.storeops.maintenance.Checklist;
import io.storeops.maintenance.InspectionEvent;
import io.storeops.maintenance.InspectionState;
import io.storeops.maintenance.Inspections;
import io.storeops.maintenance.LineAnswer;
import io.storeops.maintenance.LineState;
import java.time.Instant;
import java.util.Optional;

/** The inspection of the day after, which a later roster asks for. */
final class WalkedInspection extends Walked<InspectionState, InspectionEvent> {
    private static final ActorId KEEPER = ActorId.of("keeper-1");
    private static final ActorId READER = ActorId.of("reader-1");
    private static final Instant BEGINS = NEXT.atStartOfDay(SHANGHAI).toInstant();
    private static final Instant ENDS = NEXT.plusDays(1).atStartOfDay(SHANGHAI).toInstant();

    WalkedInspection(StoreFixture.Setup setup) {
        super(setup.anomalies()
                .role("KEEPER", "EXECUTE:X2")
                .role("READER", "READ")
                .works(KEEPER, "KEEPER")
                .works(READER, "READER"));
    }

    private Inspections by(ActorId actor) {
        return shop.ops.deskOf(actor).inspections();
    }

    @Override
    StateMachine<InspectionState, InspectionEvent> machine() {
        return InspectionState.MACHINE;
    }

    @Override
    Optional<InspectionState> state() {
        return by(READER).find(STORE, NEXT).map(Checklist::state);
    }

    @Override
    ActorId doer(InspectionEvent event) {
        return KEEPER;
    }

    @Override
    void prepare(InspectionEvent event) {
        if (event == InspectionEvent.START) {
            passTo(BEGINS);
        }
        if (event == InspectionEvent.COMPLETE && state().equals(Optional.of(InspectionState.IN_PROGRESS))) {
            Checklist checklist = by(READER).find(STORE, NEXT).orElseThrow();
            checklist.lines(LineState.PENDING).forEach(line -> by(KEEPER).answer(STORE, NEXT, line, LineAnswer.ok()));
        }
    }

    @Override
    void cause(InspectionEvent event, ActorId by) {
        switch (event) {
            case PLAN -> shop.ops.enrol(shop.enrolment(shop.inspectingFrom(NEXT, "2")));
            case START -> by(by).start(STORE, NEXT);
            case COMPLETE -> by(by).complete(STORE, NEXT);
            case CLOSE_DAY -> passTo(ENDS);
            default -> throw new IllegalArgumentException("nobody knows how to " + event);
        }
    }

    private void passTo(Instant instant) {
        if (shop.clock.instant().isBefore(instant)) {
            shop.clock.set(instant);
        }
    }
}
