package io.storeops;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.calendar.BusinessDay;
import io.storeops.calendar.SettableClock;
import io.storeops.calendar.SlotId;
import io.storeops.calendar.SlotPlan;
import io.storeops.catalog.Item;
import io.storeops.enrolment.Enrolment;
import io.storeops.feed.Coverage;
import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.feedback.Proposal;
import io.storeops.feedback.SuggestionScope;
import io.storeops.figures.Figures;
import io.storeops.figures.MetricsFeed;
import io.storeops.figures.MetricsRequest;
import io.storeops.figures.Quality;
import io.storeops.figures.Reading;
import io.storeops.figures.Semantics;
import io.storeops.figures.Subject;
import io.storeops.publishing.SendResult;
import io.storeops.reporting.ReleaseState;
import io.storeops.reporting.SlotReporting;
import io.storeops.storage.MemoryStorage;
import io.storeops.storage.Query;
import io.storeops.storage.Storage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often the storage is asked once everything is warm: the rules are known at their version, yesterday is closed. The numbers are
 * the same for a small store and a large one, early in the day and late.
 */
class LoadOnceTest {
    private static final SlotPlan PLAN = SlotPlan.ofHours(9, 21);
    private static final BusinessDay TODAY = PLAN.day(DAY, StoreFixture.SHANGHAI);

    private final SettableClock clock = SettableClock.at(TODAY.start());
    private final List<String> calls = new ArrayList<>();

    /** The storage, writing down what it is asked. */
    private Storage counting() {
        Storage storage = MemoryStorage.empty(clock);
        return (Storage) Proxy.newProxyInstance(
                LoadOnceTest.class.getClassLoader(), new Class<?>[] {Storage.class}, (proxy, method, arguments) -> {
                    // What follows a commit is handed over; nothing is asked of the storage.
                    if (!method.getName().equals("afterCommit")) {
                        calls.add(method.getName()
                                + (arguments != null && arguments[0] instanceof Query<?> query
                                        ? " " + query.table().name()
                                        : ""));
                    }
                    try {
                        return method.invoke(storage, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private StoreOps opened(int items) {
        StoreFixture shop = StoreFixture.open();
        StoreOps ops = StoreOps.builder()
                .storage(counting())
                .clock(clock)
                .marketplace(STORE, new Market())
                .channel("DATA_GROUP", message -> new SendResult.Accepted(message.id(), clock.instant()))
                .build();
        Enrolment usual = shop.enrolment(shop.rosterFrom(DAY.minusYears(1), "1", PLAN.boundaries()));
        ops.enrol(new Enrolment(
                usual.store(),
                IntStream.rangeClosed(1, items)
                        .mapToObj(i -> new Item(STORE, "I" + i, Optional.empty(), DAY.minusYears(1), Optional.empty()))
                        .toList(),
                usual.competitors(),
                usual.assignments(),
                usual.deputies(),
                usual.targets(),
                usual.roster()));
        return ops;
    }

    /** Whatever is due has a figure. */
    private final class Market implements Marketplace {
        @Override
        public Optional<MetricsFeed> metrics() {
            return Optional.of(this::read);
        }

        private FeedPage<Reading> read(MetricsRequest request, Optional<FeedCursor> after) {
            return new FeedPage<>(
                    request.subjects().stream()
                            .map(subject -> reading(request.slot(), subject))
                            .toList(),
                    List.of(),
                    Optional.empty(),
                    Optional.of(clock.instant()),
                    Coverage.COMPLETE);
        }

        private Reading reading(SlotId slot, Subject subject) {
            return new Reading(
                    subject,
                    slot,
                    clock.instant(),
                    Figures.of(slot.number() * 100L, slot.number() * 10L, slot.number()),
                    Semantics.CUMULATIVE_DAY,
                    Quality.ACTUAL,
                    "feed",
                    Optional.empty());
        }
    }

    private <R> R counted(Supplier<R> act) {
        calls.clear();
        return act.get();
    }

    private void assertAsked(int most) {
        assertTrue(calls.size() <= most, () -> calls.size() + " calls: " + calls);
    }

    private void passTo(int boundary) {
        clock.set(TODAY.closes(boundary).plus(Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @CsvSource({"3, 2", "3, 10", "1000, 2", "1000, 10"})
    void collectingAndReleasingAsksTwentyTimesAndScansReadingsOnce(int items, int boundary) {
        SlotReporting duty = opened(items).deskOf(OPERATOR).reporting();
        for (int earlier = 1; earlier < boundary; earlier++) {
            passTo(earlier);
            duty.collectAndRelease(STORE);
        }
        passTo(boundary);
        assertEquals(
                ReleaseState.PUBLISHED,
                counted(() -> duty.collectAndRelease(STORE)).state());
        assertAsked(20);
        assertEquals(1, calls.stream().filter("scan reading"::equals).count(), calls::toString);
    }

    @ParameterizedTest
    @CsvSource({"3, 2", "3, 10", "1000, 2", "1000, 10"})
    void releasingAsksTenTimes(int items, int boundary) {
        SlotReporting duty = opened(items).deskOf(OPERATOR).reporting();
        for (int earlier = 1; earlier < boundary; earlier++) {
            passTo(earlier);
            duty.collectAndRelease(STORE);
        }
        passTo(boundary);
        duty.collect(STORE, SlotId.of(DAY, boundary));
        assertEquals(
                ReleaseState.PUBLISHED,
                counted(() -> duty.release(STORE, SlotId.of(DAY, boundary))).state());
        assertAsked(10);
    }

    @Test
    void submittingAsksFiveTimes() {
        StoreOps ops = opened(3);
        for (int i = 1; i <= 2; i++) {
            Proposal proposal = new Proposal("SG" + i, SuggestionScope.S1, "I1", "a text");
            counted(() -> ops.deskOf(OPERATOR).feedback().submit(STORE, proposal));
        }
        assertAsked(5);
    }
}
