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
import io.storeops.publishing.Channel;
import io.storeops.publishing.SendResult;
import io.storeops.reporting.Release;
import io.storeops.reporting.SlotReporting;
import io.storeops.storage.MemoryStorage;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The chat group is down until 09:10: the release waits in the outbox, is sent later, and still is on time. */
public final class ChannelDownExample {
    private ChannelDownExample() {}

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
        Channel group = message -> clock.instant().isBefore(ExampleStore.at(9, 10))
                ? new SendResult.Refused(
                        "down for maintenance", Optional.of(clock.instant().plus(Duration.ofMinutes(1))))
                : new SendResult.Accepted("1", clock.instant());
        try (StoreOps ops = StoreOps.builder()
                .storage(MemoryStorage.empty(clock))
                .clock(clock)
                .channel("DATA_GROUP", group)
                .build()) {
            ops.enrol(ExampleStore.enrolment());
            SlotReporting duty = ops.deskOf(OPERATOR).reporting();
            duty.record(ID, List.of(reading(WHOLE, 1, 135_170, 230, 19), reading(ITEM, 1, 59_400, 120, 6)));
            Release waiting = duty.release(ID, SlotId.of(DATE, 1));
            out.println(waiting.state() + " " + waiting.timeliness());

            clock.set(ExampleStore.at(9, 12));
            ops.deliverDue(ID);
            Release sent = duty.getRelease(ID, SlotId.of(DATE, 1), 1);
            out.println(sent.state() + " " + sent.timeliness());
        }
    }
}
