package io.storeops.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Figures are a map of metrics to numbers, kept closely. */
class FiguresTest {
    @Provide
    Arbitrary<Map<Metric, Long>> maps() {
        // Few numbers, so that equal ones are drawn too.
        return Arbitraries.maps(
                Arbitraries.of(Metric.class), Arbitraries.longs().between(-1, 2));
    }

    @Property
    void tellWhatTheMapTells(@ForAll("maps") Map<Metric, Long> map, @ForAll("maps") Map<Metric, Long> other) {
        Figures figures = Figures.of(map);
        Set<Metric> both = new TreeSet<>(map.keySet());
        both.retainAll(other.keySet());
        assertEquals(List.copyOf(new TreeSet<>(map.keySet())), figures.metrics());
        assertEquals(map.isEmpty(), figures.none());
        for (Metric metric : Metric.all()) {
            assertEquals(map.containsKey(metric), figures.has(metric));
            assertEquals(
                    map.containsKey(metric) ? OptionalLong.of(map.get(metric)) : OptionalLong.empty(),
                    figures.find(metric));
            assertEquals(
                    both.contains(metric) ? OptionalLong.of(map.get(metric)) : OptionalLong.empty(),
                    figures.of(other.keySet()).find(metric));
            if (!map.containsKey(metric)) {
                assertEquals(
                        metric + " is missing; present are " + figures.metrics(),
                        assertThrows(IllegalArgumentException.class, () -> figures.get(metric))
                                .getMessage());
            }
        }
        assertEquals(map.equals(other), figures.equals(Figures.of(other)));
        assertEquals(figures.hashCode(), Figures.of(new EnumMap<>(copy(map))).hashCode());
        assertEquals(
                new TreeSet<>(map.keySet())
                        .stream()
                                .map(metric -> metric.column() + "=" + map.get(metric))
                                .collect(Collectors.joining(" ")),
                figures.toString());
    }

    private static Map<Metric, Long> copy(Map<Metric, Long> map) {
        Map<Metric, Long> copy = new EnumMap<>(Metric.class);
        copy.putAll(map);
        return copy;
    }

    @Example
    void areWrittenWithTheNamesOfTheirColumns() {
        assertEquals(
                "amount_minor=100 visitors=10 buyers=1", Figures.of(100, 10, 1).toString());
        assertNotEquals(Figures.of(100, 10, 1), Figures.of(100, 10, 2));
    }

    @Example
    void haveANetWhereBothAreKnown() {
        assertEquals(
                OptionalLong.of(70),
                Figures.builder()
                        .set(Metric.AMOUNT, 100)
                        .set(Metric.REFUNDED, 30)
                        .build()
                        .net());
        assertEquals(OptionalLong.empty(), Figures.of(100, 10, 1).net());
    }

    @Example
    void aMergedSpanHasTwoSlotsOrMore() {
        assertEquals(2, new MergedSpan(Metric.AMOUNT, 1, 2, 7).last());
        assertThrows(IllegalArgumentException.class, () -> new MergedSpan(Metric.AMOUNT, 2, 2, 7));
        assertThrows(IllegalArgumentException.class, () -> new MergedSpan(Metric.AMOUNT, 0, 2, 7));
    }
}
