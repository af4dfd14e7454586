package io.storeops.examples;

import static io.storeops.examples.ExampleStore.OPERATOR;

import io.storeops.Marketplace;
import io.storeops.StoreOps;
import io.storeops.calendar.SettableClock;
import io.storeops.feed.Coverage;
import io.storeops.feed.FeedPage;
import io.storeops.figures.Figures;
import io.storeops.figures.MetricsFeed;
import io.storeops.figures.Reading;
import io.storeops.figures.Subject;
import io.storeops.publishing.SendResult;
import io.storeops.reporting.Release;
import io.storeops.storage.MemoryStorage;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A marketplace of one's own that only has figures: what it cannot do it leaves out. */
public final class OwnMarketplaceExample {
    private OwnMarketplaceExample() {}

    /** A shop system that counts since midnight. */
    record Till(Clock clock, Map<Subject, Figures> counters) implements Marketplace {
        @Override
        public Optional<MetricsFeed> metrics() {
            return Optional.of((request, after) -> {
                List<Reading> readings = request.subjects().stream()
                        .filter(counters::containsKey)
                        .map(subject -> Reading.of(
                                subject,
                                request.slot(),
                                clock.instant(),
                                counters.getOrDefault(subject, Figures.NONE),
                                "till"))
                        .toList();
                return new FeedPage<>(
                        readings, List.of(), Optional.empty(), Optional.of(clock.instant()), Coverage.COMPLETE);
            });
        }
    }

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
        SettableClock clock = ExampleStore.clockAt(10, 2);
        Marketplace till = new Till(
                clock,
                Map.of(
                        ExampleStore.WHOLE,
                        Figures.of(237_660, 380, 31),
                        ExampleStore.ITEM,
                        Figures.of(99_000, 195, 10)));
        try (StoreOps ops = StoreOps.builder()
                .storage(MemoryStorage.empty(clock))
                .clock(clock)
                .marketplace(ExampleStore.ID, till)
                .channel("DATA_GROUP", message -> new SendResult.Accepted("1", clock.instant()))
                .build()) {
            ops.enrol(ExampleStore.enrolment());
            Release release = ops.deskOf(OPERATOR).reporting().collectAndRelease(ExampleStore.ID);
            out.println(release.boundary() + " " + release.state() + ": "
                    + release.storeDay().totals());
            out.println("Orders: " + till.orders().map(Object::toString).orElse("this marketplace has none"));
        }
    }
}
