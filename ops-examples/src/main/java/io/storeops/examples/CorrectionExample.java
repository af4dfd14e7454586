package io.storeops.examples;

import static io.storeops.examples.ExampleStore.DATE;
import static io.storeops.examples.ExampleStore.ID;
import static io.storeops.examples.ExampleStore.ITEM;
import static io.storeops.examples.ExampleStore.OPERATOR;
import static io.storeops.examples.ExampleStore.WHOLE;
import static io.storeops.examples.ExampleStore.reading;

import io.storeops.StoreOps;
import io.storeops.calendar.SettableClock;
import io.storeops.calendar.SlotId;
import io.storeops.figures.Restatement;
import io.storeops.publishing.SendResult;
import io.storeops.reporting.Release;
import io.storeops.reporting.SlotReporting;
import io.storeops.storage.MemoryStorage;
import java.io.PrintStream;
import java.util.List;

/** A published figure was wrong: the reading is restated with its reason, and one correction names old and new. */
public final class CorrectionExample {
    private CorrectionExample() {}

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
                .channel("DATA_GROUP", message -> new SendResult.Accepted("1", clock.instant()))
                .build()) {
            ops.enrol(ExampleStore.enrolment());
            SlotReporting duty = ops.deskOf(OPERATOR).reporting();
            SlotId slot = SlotId.of(DATE, 1);
            duty.record(ID, List.of(reading(WHOLE, 1, 135_170, 230, 19), reading(ITEM, 1, 59_400, 102, 6)));
            duty.release(ID, slot);

            clock.set(ExampleStore.at(9, 20));
            duty.record(ID, List.of(reading(ITEM, 1, 59_400, 120, 6).restating(Restatement.OPERATOR_ERROR)));
            Release correction = duty.correct(ID, slot);
            correction
                    .changes()
                    .forEach(change -> out.println(change.subject() + " "
                            + change.metric().column() + ": " + change.before() + " is "
                            + change.now().orElseThrow()));
            Release first = duty.getRelease(ID, slot, 1);
            out.println("Version 1 still shows " + first.days().get(1).totals());
        }
    }
}
