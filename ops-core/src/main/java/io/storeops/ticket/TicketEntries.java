package io.storeops.ticket;

import io.storeops.act.Context;
import io.storeops.act.EntryPoint;
import io.storeops.act.Things;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import java.util.List;

/** The ways to tickets, and their machine. */
final class TicketEntries {
    /** The duty of tickets (问题处理). */
    static final String DUTY = "4.2";

    static final Things<Ticket, TicketState, TicketEvent> TICKETS = Things.of(
                    TicketState.MACHINE, Ticket.TABLE, Ticket::state)
            .named("ACK_TICKET", TicketEvent.ACKNOWLEDGE)
            .named("REPORT_BACK", TicketEvent.REPORT_BACK);

    static final EntryPoint READ = EntryPoint.look(
            "READ_TICKETS",
            List.of(Right.LIAISE, Right.RAISE_TICKET, Right.INSTRUCT, Right.FEED_BACK, Right.READ),
            DataClass.OPERATIONS);

    private TicketEntries() {}

    /** Those on which somebody still has something to do, by when they were brought; what has ended is not read. */
    static List<Ticket> open(Context context) {
        return TICKETS.all(context, Ticket.BY_OPEN, true);
    }
}
