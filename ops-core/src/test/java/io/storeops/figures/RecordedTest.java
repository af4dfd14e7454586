package io.storeops.figures;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.ITEM;
import static io.storeops.StoreFixture.ITSELF;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.RIVAL;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.StoreFixture.slot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.FakePages;
import io.storeops.Marketplace;
import io.storeops.StoreFixture;
import io.storeops.failure.CommandReusedException;
import io.storeops.feed.Coverage;
import io.storeops.feed.RowProblem;
import io.storeops.id.CommandId;
import io.storeops.reporting.SlotReporting;
import io.storeops.storage.Query;
import io.storeops.storage.Versioned;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is kept of a delivery, and what its command gives when it comes again. */
class RecordedTest {
    private static final CommandId COMMAND = CommandId.of("c-1");

    private final FakePages<MetricsRequest, Reading> feed = new FakePages<>();
    private final StoreFixture shop = new StoreFixture.Setup()
            .itemAndRival()
            .titled("搪瓷杯")
            .marketplace(new Marketplace() {
                @Override
                public Optional<MetricsFeed> metrics() {
                    return Optional.of(feed::read);
                }
            })
            .open();

    private SlotReporting under() {
        return shop.ops.deskOf(OPERATOR).under(COMMAND).reporting();
    }

    private List<DataDay> days() {
        return shop.storage.select(Query.of(DataDay.TABLE, STORE)).items().stream()
                .map(Versioned::value)
                .filter(day -> day.date().equals(DAY))
                .toList();
    }

    @Test
    void aCommandStandsForTheReadingsOfItsDelivery() {
        shop.clock.set(shop.at("09:01"));
        List<Reading> first = List.of(shop.reading(1, 100, 10, 1));
        List<Intake> taken = under().record(STORE, first);
        assertEquals(taken, under().record(STORE, first));
        for (List<Reading> other : List.of(
                List.of(shop.reading(1, 101, 10, 1)),
                List.of(shop.reading(1, 100, 10, 1), shop.reading(ITEM, slot(1), Figures.of(1, 1, 1))),
                List.<Reading>of())) {
            assertThrows(CommandReusedException.class, () -> under().record(STORE, other));
        }
        assertEquals(1, shop.book().readings().size());
    }

    /** The source is not read again; what it gave that had a remark is told again, to the last metric. */
    @Test
    void aCollectionThatComesAgainTellsItsRemarks() {
        shop.collect(1, 100, 10, 1);
        shop.clock.set(shop.at("10:01"));
        Reading good = shop.reading(2, 200, 20, 2);
        Reading restated = shop.restated(slot(1), Restatement.PLATFORM, Figures.of(90, 10, 1));
        Reading stray = shop.reading(Subject.ofItem("B"), slot(2), Figures.of(1, 2, 3));
        Reading sure = shop.reading(
                        RIVAL,
                        slot(2),
                        Figures.builder()
                                .set(Metric.AMOUNT, 5)
                                .set(Metric.UNITS, 4)
                                .build())
                .direct();
        RowProblem problem = new RowProblem("metrics.csv", 7, Optional.empty(), "no number");
        feed.adds(Optional.of(shop.at("10:01")), Coverage.COMPLETE, List.of(problem), List.of(good, restated, stray));
        feed.adds(Optional.of(shop.at("10:01")), Coverage.COMPLETE, List.of(), List.of(sure, sure));
        Collected first = under().collect(STORE, slot(2));
        assertEquals(
                List.of(
                        Intake.Code.NONE,
                        Intake.Code.RESTATED,
                        Intake.Code.NOT_WATCHED,
                        Intake.Code.NONE,
                        Intake.Code.DUPLICATE),
                first.intakes().stream().map(Intake::code).toList());
        assertEquals(List.of(problem), first.problems());
        assertEquals(
                new Collected(
                        5,
                        3,
                        List.of(
                                first.intakes().get(1),
                                first.intakes().get(2),
                                first.intakes().get(4)),
                        List.of()),
                under().collect(STORE, slot(2)));
        assertEquals(2, feed.requests.size());
        assertThrows(CommandReusedException.class, () -> under().collect(STORE, slot(1)));
    }

    @Test
    void versionsCountWhatWasTakenOfASlot() {
        shop.collect(1, 100, 10, 1);
        shop.collect(2, 200, 20, 2);
        shop.accept(shop.restated(slot(1), Restatement.PLATFORM, Figures.of(90, 10, 1)));
        assertEquals(
                Map.of("2024-06-16#01", List.of(1, 2), "2024-06-16#02", List.of(1)),
                shop.book().readings().stream()
                        .collect(Collectors.groupingBy(
                                version -> version.slot().toString(),
                                Collectors.mapping(ReadingVersion::version, Collectors.toList()))));
    }

    @Test
    void aDateCountsTheDeliveriesThatChangedIt() {
        shop.collect(1, 100, 10, 1);
        shop.collect(2, 200, 20, 2);
        shop.take(shop.reading(2, 200, 20, 2));
        assertEquals(List.of(new DataDay(STORE, DAY, 2, false)), days());
    }

    /** Better proven values of a date wait for the release that names them, whatever else arrives meanwhile (D75). */
    @Test
    void aDateOfWhichAValueWasTakenBackWaitsForTheNextRelease() {
        shop.clock.set(shop.at("09:01"));
        shop.accept(shop.reading(1, 100, 10, 1).estimated());
        shop.releaseWithGaps(1);
        assertEquals(List.of(false), days().stream().map(DataDay::superseded).toList());
        shop.accept(shop.reading(1, 110, 10, 1));
        shop.collect(2, 200, 20, 2);
        assertEquals(List.of(true), days().stream().map(DataDay::superseded).toList());
        shop.releaseWithGaps(2);
        assertEquals(List.of(false), days().stream().map(DataDay::superseded).toList());
    }

    @Test
    void whoIsWatchedHasTheTitleOfTheCatalogue() {
        assertEquals(Optional.of("搪瓷杯"), shop.book().findTitle(ITEM));
        assertEquals(Optional.empty(), shop.book().findTitle(ITSELF));
    }
}
