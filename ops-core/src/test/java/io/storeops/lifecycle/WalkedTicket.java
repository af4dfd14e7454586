package io.storeops.lifecycle;

import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.STORE;

import io.storeops.StoreFixture;
import io.storeops.id.ActorId;
import io.storeops.ticket.Clocks;
import io.storeops.ticket.Episode;
import io.storeops.ticket.LiaisonShop;
import io.storeops.ticket.Problem;
import io.storeops.ticket.Ticket;
import io.storeops.ticket.TicketEvent;
import io.storeops.ticket.TicketState;
import io.storeops.ticket.Tickets;
import java.util.List;
import java.util.Optional;

/** A ticket of QC's, beside one of the warehouse's into which it can be merged. */
final class WalkedTicket extends Walked<TicketState, TicketEvent> {
    private static final String ID = "PT1";
    private static final String OTHER = "PT2";

    WalkedTicket(StoreFixture.Setup setup) {
        super(LiaisonShop.in(setup));
        by(LiaisonShop.WAREHOUSE).open(STORE, OTHER, new Problem("WAREHOUSE", "LOW", "the seal is loose"));
    }

    private Tickets by(ActorId actor) {
        return shop.ops.deskOf(actor).tickets();
    }

    private Optional<Ticket> known() {
        return by(MANAGER).find(STORE, ID);
    }

    @Override
    StateMachine<TicketState, TicketEvent> machine() {
        return TicketState.MACHINE;
    }

    @Override
    Optional<TicketState> state() {
        return known().map(Ticket::state);
    }

    @Override
    ActorId doer(TicketEvent event) {
        return switch (event) {
            case OPEN, REOPEN -> LiaisonShop.QC;
            case DECIDE -> MANAGER;
            default -> LiaisonShop.FIRST;
        };
    }

    /** Only what is on hold can be resumed, and only what is not can be put there. */
    @Override
    void prepare(TicketEvent event) {
        boolean held = known().map(Ticket::episode)
                .map(Episode::clocks)
                .filter(Clocks::onHold)
                .isPresent();
        if (event == TicketEvent.RESUME && !held) {
            cause(TicketEvent.HOLD, LiaisonShop.FIRST);
        }
    }

    @Override
    void cause(TicketEvent event, ActorId by) {
        Tickets tickets = by(by);
        switch (event) {
            case OPEN -> tickets.open(STORE, ID, new Problem("QC", "HIGH", "a batch fails"));
            case ACKNOWLEDGE -> tickets.acknowledge(STORE, ID);
            case HANDLE -> tickets.handle(STORE, ID);
            case HOLD -> tickets.hold(STORE, ID, "the test is repeated");
            case RESUME -> tickets.resume(STORE, ID);
            case MERGE -> tickets.merge(STORE, ID, OTHER);
            case ESCALATE -> tickets.escalate(STORE, ID, MANAGER, "not the operator's");
            case DECIDE -> tickets.decide(STORE, ID, "stop the batch");
            case RESOLVE -> tickets.resolve(STORE, ID, "set aside");
            case REPORT_BACK -> tickets.reportBack(STORE, ID, List.of(LiaisonShop.QC));
            case CLOSE -> tickets.close(STORE, ID);
            case REOPEN -> tickets.reopen(STORE, ID, "it fails again");
            default -> throw new IllegalArgumentException("nobody knows how to " + event);
        }
    }
}
