package io.storeops.examples;

import static io.storeops.examples.ExampleStore.DATE;
import static io.storeops.examples.ExampleStore.ID;
import static io.storeops.examples.ExampleStore.MANAGER;

import io.storeops.StoreOps;
import io.storeops.calendar.SettableClock;
import io.storeops.calendar.SlotId;
import io.storeops.failure.DeniedException;
import io.storeops.storage.MemoryStorage;
import java.io.PrintStream;

/** The manager decides, the operator executes: who lacks a right is told which one and who holds it. */
public final class RightsExample {
    private RightsExample() {}

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
        SettableClock clock = ExampleStore.clockAt(9, 5);
        try (StoreOps ops = StoreOps.builder()
                .storage(MemoryStorage.empty(clock))
                .clock(clock)
                .build()) {
            ops.enrol(ExampleStore.enrolment());
            ops.deskOf(MANAGER).reporting().release(ID, SlotId.of(DATE, 1));
        } catch (DeniedException e) {
            out.println(e.code() + " is held by " + e.holders());
        }
    }
}
