package io.storeops.reporting;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.NEXT;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.StoreFixture.slot;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.StoreFixture;
import io.storeops.figures.DayFigures;
import io.storeops.figures.Figures;
import io.storeops.figures.ReadingVersion;
import io.storeops.figures.Restatement;
import io.storeops.publishing.Delivery;
import io.storeops.storage.Query;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class DataQualityLawsTest {
    private final StoreFixture shop = busyDay();

    private static StoreFixture busyDay() {
        StoreFixture shop = StoreFixture.open();
        shop.work(DAY, 4);
        shop.accept(shop.restated(slot(2), Restatement.OPERATOR_ERROR, Figures.of(230, 20, 2)));
        shop.operator().correct(STORE, slot(2));
        shop.collect(6, 600, 60, 6);
        shop.releaseWithGaps(6);
        shop.accept(shop.restated(slot(6), Restatement.PLATFORM, Figures.of(610, 60, 6)));
        shop.clock.set(shop.at(NEXT, "09:20"));
        return shop;
    }

    @Property(tries = 200)
    void theOrderOfRecordsDoesNotMatter(@ForAll long seed) {
        List<ReadingVersion> readings = rows(Query.of(ReadingVersion.TABLE, STORE));
        List<ReleaseEntry> entries = rows(Query.of(ReleaseEntry.TABLE, STORE));
        Map<String, Delivery> deliveries = shop.deliveries().stream()
                .collect(Collectors.toMap(delivery -> delivery.messageId(), delivery -> delivery));
        Random random = new Random(seed);
        Collections.shuffle(readings, random);
        Collections.shuffle(entries, random);
        DayBook shuffled = new DayBook(
                new DayFigures(shop.day(DAY), shop.day(NEXT), List.of(StoreFixture.ITSELF), readings),
                shop.clock.instant(),
                Instant.MAX,
                entries,
                deliveries);
        // Published: slots 1 to 4 (12 values; slots 5 and 6 are merged), of which amounts of 2 and 3 were wrong.
        // Due: 14 slots. Made: 5 first versions, all complete at their own boundary. Due releases: 13.
        assertEquals(
                List.of("K1.1 10/12 83.33%", "K1.2 12/42 28.57%", "K1.3 5/5 100.00%", "K1.4 5/13 38.46%"),
                Scores.of(shuffled).stream().map(Object::toString).toList());
    }

    private <R> List<R> rows(Query<R> query) {
        return shop.storage.select(query).items().stream()
                .map(Versioned::value)
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
