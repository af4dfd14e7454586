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
import io.storeops.failure.RefusedException;
import io.storeops.maintenance.Checklist;
import io.storeops.maintenance.Inspections;
import io.storeops.maintenance.LineAnswer;
import io.storeops.storage.MemoryStorage;
import java.io.PrintStream;

/** The day's agenda: a tick reports what became overdue, and the inspection is done late, and its checklist becomes evidence. */
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

            Inspections inspections = desk.inspections();
            inspections.start(ID, DATE);
            try {
                inspections.complete(ID, DATE);
            } catch (RefusedException e) {
                out.println(e.refusal().code());
            }
            Checklist checklist = inspections.find(ID, DATE).orElseThrow();
            for (Checklist.Item item : checklist.items()) {
                String line = item.line().line().id();
                inspections.answer(ID, DATE, line, LineAnswer.ok());
            }
            inspections.complete(ID, DATE);

            OccurrenceId occurrence = OccurrenceId.ofDate("2.1", DATE);
            out.println(desk.agenda().getItem(ID, occurrence).stateAt(clock.instant()));
            desk.archive().evidence(ID, AgendaBuilder.target(occurrence)).forEach(item -> out.println(item.kind()));
        }
    }
}
