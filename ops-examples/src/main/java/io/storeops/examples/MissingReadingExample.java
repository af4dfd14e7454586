package io.storeops.examples;

import static io.storeops.examples.ExampleStore.DATE;
import static io.storeops.examples.ExampleStore.ID;
import static io.storeops.examples.ExampleStore.OPERATOR;
import static io.storeops.examples.ExampleStore.WHOLE;
import static io.storeops.examples.ExampleStore.reading;

import io.storeops.StoreOps;
import io.storeops.calendar.SettableClock;
import io.storeops.calendar.SlotId;
import io.storeops.failure.RefusedException;
import io.storeops.publishing.SendResult;
import io.storeops.reporting.Gaps;
import io.storeops.reporting.Release;
import io.storeops.reporting.SlotReporting;
import io.storeops.storage.MemoryStorage;
import java.io.PrintStream;
import java.util.List;

/** A required reading is missing: the release is refused until the operator confirms the gap, which then is shown. */
public final class MissingReadingExample {
    private MissingReadingExample() {}

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
            duty.record(ID, List.of(reading(WHOLE, 1, 135_170, 230, 19)));
            try {
                duty.release(ID, SlotId.of(DATE, 1));
            } catch (RefusedException e) {
                out.println(e.refusal().code());
            }
            Release release = duty.release(ID, SlotId.of(DATE, 1), Gaps.CONFIRM);
            out.println("Released without " + release.missing());
        }
    }
}
