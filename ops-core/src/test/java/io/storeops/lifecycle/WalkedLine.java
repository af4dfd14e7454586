package io.storeops.lifecycle;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.STORE;

import io.storeops.StoreFixture;
import io.storeops.id.ActorId;
import io.storeops.inspection.PriceRule;
import io.storeops.maintenance.Checklist;
import io.storeops.maintenance.Inspections;
import io.storeops.maintenance.LineAnswer;
import io.storeops.maintenance.LineEvent;
import io.storeops.maintenance.LineState;
import io.storeops.maintenance.Report;
import java.util.List;
import java.util.Optional;

/** The line PRICE of the day's checklist; there is an anomaly that it can name. */
final class WalkedLine extends Walked<LineState, LineEvent> {
    private static final ActorId KEEPER = ActorId.of("keeper-1");
    private static final String LINE = "PRICE";
    private static final String ANOMALY = "E1";

    WalkedLine(StoreFixture.Setup setup) {
        super(setup.inspections().itemAndRival().role("KEEPER", "EXECUTE:X2").works(KEEPER, "KEEPER"));
        shop.ops
                .deskOf(KEEPER)
                .maintenance()
                .report(STORE, Report.of(ANOMALY, PriceRule.KEY, "A", "9000", "10000", shop.clock.instant()));
    }

    @Override
    StateMachine<LineState, LineEvent> machine() {
        return LineState.MACHINE;
    }

    @Override
    Optional<LineState> state() {
        Checklist checklist = inspections(KEEPER).find(STORE, DAY).orElseThrow();
        return checklist
                .inspection()
                .flatMap(begun -> checklist.items().stream()
                        .map(Checklist.Item::line)
                        .filter(line -> line.line().id().equals(LINE))
                        .map(line -> line.answer().state())
                        .findFirst());
    }

    private Inspections inspections(ActorId actor) {
        return shop.ops.deskOf(actor).inspections();
    }

    @Override
    ActorId doer(LineEvent event) {
        return KEEPER;
    }

    @Override
    void cause(LineEvent event, ActorId by) {
        switch (event) {
            case LIST -> inspections(by).start(STORE, DAY);
            case OK -> answer(by, LineAnswer.ok());
            case ANOMALY -> answer(by, LineAnswer.anomaly(List.of(ANOMALY)));
            case NOT_APPLICABLE -> answer(by, LineAnswer.notApplicable("nothing is sold"));
            case COULD_NOT_CHECK -> answer(by, LineAnswer.couldNotCheck("no file", Optional.empty()));
            default -> throw new IllegalArgumentException("nobody knows how to " + event);
        }
    }

    private void answer(ActorId by, LineAnswer answer) {
        inspections(by).answer(STORE, DAY, LINE, answer);
    }
}
