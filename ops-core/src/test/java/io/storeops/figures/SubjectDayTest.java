package io.storeops.figures;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.ITSELF;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.calendar.SlotId;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the readings of a day come to (R20, R30, D70): by hand. */
class SubjectDayTest {
    private static final Instant NINE = Instant.parse("2024-06-16T01:00:00Z");

    private static ReadingVersion version(Reading reading) {
        return new ReadingVersion(STORE, reading, 1, NINE, false);
    }

    private static Reading counter(int slot, Metric metric, long value) {
        return Reading.of(
                ITSELF,
                SlotId.of(DAY, slot),
                NINE,
                Figures.builder().set(metric, value).build(),
                "hand");
    }

    private static SubjectDay derive(Reading... readings) {
        return SubjectDay.derive(
                ITSELF,
                DAY,
                14,
                List.of(readings).stream().map(SubjectDayTest::version).toList());
    }

    @Test
    void aSpanIsEstimatedWhereTheReadingAtItsEndOrTheOneBeforeItIs() {
        SubjectDay day = derive(
                counter(2, Metric.AMOUNT, 100).estimated(),
                counter(4, Metric.AMOUNT, 150),
                counter(6, Metric.AMOUNT, 170),
                counter(7, Metric.AMOUNT, 180));
        assertEquals(
                List.of(
                        new MergedSpan(Metric.AMOUNT, 1, 2, 100),
                        new MergedSpan(Metric.AMOUNT, 3, 4, 50),
                        new MergedSpan(Metric.AMOUNT, 5, 6, 20)),
                day.merged());
        assertEquals(new TreeSet<>(List.of(2, 4)), day.estimated());
        assertEquals(10, day.slot(7).get(Metric.AMOUNT));
    }

    @Test
    void spansStandByMetricAndSlot() {
        SubjectDay day = derive(
                counter(4, Metric.VISITORS, 30),
                counter(2, Metric.VISITORS, 10),
                counter(6, Metric.AMOUNT, 500),
                counter(3, Metric.AMOUNT, 200));
        assertEquals(
                List.of(
                        new MergedSpan(Metric.AMOUNT, 1, 3, 200),
                        new MergedSpan(Metric.AMOUNT, 4, 6, 300),
                        new MergedSpan(Metric.VISITORS, 1, 2, 10),
                        new MergedSpan(Metric.VISITORS, 3, 4, 20)),
                day.merged());
    }

    /** Orders give values of a slot, the marketplace a counter: each metric by its own kind, whichever comes last. */
    @Test
    void metricsMayBeCountedDifferently() {
        Reading one = counter(1, Metric.AMOUNT, 100).direct();
        Reading two = counter(2, Metric.AMOUNT, 50).direct();
        for (SubjectDay day : List.of(
                derive(one, two, counter(3, Metric.VISITORS, 10)), derive(counter(3, Metric.VISITORS, 10), one, two))) {
            assertEquals(100, day.slot(1).get(Metric.AMOUNT));
            assertEquals(50, day.slot(2).get(Metric.AMOUNT));
            assertEquals(List.of(new MergedSpan(Metric.VISITORS, 1, 3, 10)), day.merged());
            assertEquals(Figures.builder().set(Metric.VISITORS, 10).build(), day.totals());
        }
    }
}
