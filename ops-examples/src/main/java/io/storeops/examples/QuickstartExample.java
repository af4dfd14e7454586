package io.storeops.examples;

import static io.storeops.examples.ExampleStore.DATE;
import static io.storeops.examples.ExampleStore.ITEM;
import static io.storeops.examples.ExampleStore.OPERATOR;
import static io.storeops.examples.ExampleStore.WHOLE;
import static io.storeops.examples.ExampleStore.reading;

import io.storeops.StoreOps;
import io.storeops.calendar.SettableClock;
import io.storeops.calendar.SlotId;
import io.storeops.document.Markdown;
import io.storeops.id.StoreId;
import io.storeops.publishing.SendResult;
import io.storeops.reporting.DayBook;
import io.storeops.reporting.Release;
import io.storeops.reporting.ReleaseFormat;
import io.storeops.reporting.SlotReporting;
import io.storeops.reporting.Wording;
import io.storeops.storage.MemoryStorage;
import java.io.PrintStream;
import java.util.List;

/** The shortest way from a store to a release: enrol, record, release, look. */
public final class QuickstartExample {
    private QuickstartExample() {}

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
        // tag::quickstart[]
        SettableClock clock = ExampleStore.clockAt(9, 5);
        StoreId store = StoreId.of("S1");
        try (StoreOps ops = StoreOps.builder()
                .storage(MemoryStorage.empty(clock))
                .clock(clock)
                .releases(ReleaseFormat.of(Wording.ENGLISH))
                .channel("DATA_GROUP", message -> {
                    out.print(Markdown.of(message.document()));
                    return new SendResult.Accepted(message.id(), clock.instant());
                })
                .build()) {
            ops.enrol(ExampleStore.enrolment());

            SlotReporting duty = ops.deskOf(OPERATOR).reporting();
            duty.record(store, List.of(reading(WHOLE, 1, 135_170, 230, 19), reading(ITEM, 1, 59_400, 120, 6)));
            Release release = duty.release(store, SlotId.of(DATE, 1));
            out.println(release.state() + " " + release.timeliness());

            DayBook day = duty.dayBook(store, DATE);
            out.println("Slot 1: " + day.subjectDays().get(0).slot(1));
        }
        // end::quickstart[]
    }
}
