package io.storeops.examples;

import static io.storeops.examples.ExampleStore.DATE;
import static io.storeops.examples.ExampleStore.ID;
import static io.storeops.examples.ExampleStore.OPERATOR;

import io.storeops.Desk;
import io.storeops.StoreOps;
import io.storeops.agenda.AgendaBuilder;
import io.storeops.agenda.OccurrenceId;
import io.storeops.agenda.Tick;
import io.storeops.calendar.SettableClock;
import io.storeops.evidence.EvidenceKind;
import io.storeops.failure.RefusedException;
import io.storeops.storage.MemoryStorage;
import java.io.PrintStream;

/** The day's agenda: a tick reports what became overdue, and the inspection is done late, on its checklist. */
public final class AgendaExample {
    private AgendaExample() {}

    /**
     * Runs the example.
     *
     * @param args not read
     */
    public static void main(String[] args) {
        run(System.out);
    }

    /**
     * Runs the example.
     *
     * @param out where to print
     */
    static void run(PrintStream out) {
        SettableClock clock = ExampleStore.clockAt(9, 31);
        try (StoreOps ops = StoreOps.builder()
                .storage(MemoryStorage.empty(clock))
                .clock(clock)
                .build()) {
            ops.enrol(ExampleStore.enrolment());
            Desk desk = ops.deskOf(OPERATOR);
            out.println("Expected today: " + desk.agenda(ID).counts());

            Tick tick = ops.tick(ID);
            tick.raised().forEach(item -> out.println(item.occurrence().id() + " " + item.stateAt(tick.at())));
            out.println("Look again at " + tick.nextWakeUp());

            OccurrenceId inspection = OccurrenceId.ofDate("2.1", DATE);
            try {
                desk.agenda().complete(ID, inspection);
            } catch (RefusedException e) {
                out.println(e.refusal().code());
            }
            desk.archive()
                    .attach(
                            ID,
                            AgendaBuilder.target(inspection),
                            EvidenceKind.parse("CLASSIFIED_CHECKLIST"),
                            clock.instant(),
                            "shared/checklists/2024-06-16.pdf");
            out.println(desk.agenda().complete(ID, inspection).stateAt(clock.instant()));
        }
    }
}
