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
import io.storeops.kpi.Kpi;
import io.storeops.kpi.Score;
import io.storeops.publishing.SendResult;
import io.storeops.reporting.ReleaseState;
import io.storeops.reporting.SlotReporting;
import io.storeops.scorecard.Scorecard;
import io.storeops.storage.MemoryStorage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
    private final AskedStorage asked = new AskedStorage();

    private StoreOps opened(int items) {
        StoreFixture shop = StoreFixture.open();
        StoreOps ops = StoreOps.builder()
                .storage(asked.over(MemoryStorage.empty(clock)))
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

    private void assertAsked(int most) {
        assertTrue(asked.calls().size() <= most, () -> asked.calls().size() + " calls: " + asked.calls());
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
                asked.during(() -> duty.collectAndRelease(STORE)).state());
        assertAsked(20);
        assertEquals(1, asked.times("scan reading"), asked.calls()::toString);
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
                asked.during(() -> duty.release(STORE, SlotId.of(DAY, boundary)))
                        .state());
        assertAsked(10);
    }

    /** Each table of the period once, whether it is two days or thirty, with two releases or ten. */
    @ParameterizedTest
    @CsvSource({"2, 2", "10, 2", "2, 30", "10, 30"})
    void aScorecardScansEachTableOfItsPeriodOnce(int boundaries, int days) {
        StoreOps ops = opened(3);
        for (int boundary = 1; boundary <= boundaries; boundary++) {
            passTo(boundary);
            ops.deskOf(OPERATOR).reporting().collectAndRelease(STORE);
        }
        clock.advance(Duration.ofDays(days));
        Scorecard scorecard = asked.during(
                () -> ops.deskOf(OPERATOR).scorecards().of(STORE, DAY, DAY.plusDays(days - 1), clock.instant()));
        assertEquals(
                List.of("K1.3 " + boundaries + "/" + boundaries + " 100.00%"),
                scorecard.scores(Kpi.K1_3).stream().map(Score::toString).toList());
        for (String table : List.of("data_day", "reading", "release", "delivery", "anomaly", "anomaly_episode")) {
            assertEquals(1, asked.times("scan " + table), () -> table + ": " + asked.calls());
        }
        assertEquals(0, asked.times("find delivery"), asked.calls()::toString);
        assertAsked(25);
    }

    @Test
    void submittingAsksFiveTimes() {
        StoreOps ops = opened(3);
        for (int i = 1; i <= 2; i++) {
            Proposal proposal = new Proposal("SG" + i, SuggestionScope.S1, "I1", "a text");
            asked.during(() -> ops.deskOf(OPERATOR).feedback().submit(STORE, proposal));
        }
        assertAsked(5);
    }
}
