package io.storeops.adapter.csv.marketplace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.figures.OrderLine;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real month of invoice lines in 20 daily files; the figures were counted by others from the same files. */
class OnlineRetailTest {
    private Exports.Read<OrderLine> read;

    @BeforeEach
    void readTheFolder() {
        Path folder = Exports.shared("data/uci-2010-12");
        read = new Exports(folder).orders(folder.toString(), "online-retail", Exports.LONDON);
    }

    @Test
    void takesEveryLineOfAllFiles() {
        assertEquals(42_481, read.rows().size() + read.problems().size());
        assertEquals(List.of(), read.problems());
        assertEquals(
                2_025, read.rows().stream().map(OrderLine::orderId).distinct().count());
        assertEquals(
                2_822, read.rows().stream().map(OrderLine::itemId).distinct().count());
    }

    @Test
    void multipliesExactlyAndKeepsWhatIsGivenBackApart() {
        long paid = read.rows().stream().mapToLong(OrderLine::grossMinor).sum();
        long back = read.rows().stream().mapToLong(OrderLine::refundedMinor).sum();
        assertEquals(82_374_614L, paid);
        assertEquals(74_895_702L, paid - back);
        assertEquals(728, read.rows().stream().filter(OrderLine::cancels).count());
        assertEquals(
                0,
                read.rows().stream()
                        .filter(OrderLine::cancels)
                        .mapToLong(OrderLine::grossMinor)
                        .sum());
    }

    @Test
    void readsLondonTime() {
        // The busiest hour of the day was counted over the lines that were sold: quantity and price above 0.
        Map<Integer, Long> hours = counted(read.rows().stream()
                .filter(line -> line.grossMinor() > 0)
                .map(OnlineRetailTest::local)
                .map(LocalDateTime::getHour));
        Map<String, Long> clockHours =
                counted(read.rows().stream().map(line -> local(line).toString().substring(0, 13)));
        assertEquals(7_299, hours.get(14));
        assertEquals(
                7_299, hours.values().stream().mapToLong(Long::longValue).max().orElseThrow());
        assertEquals(1_492, clockHours.get("2010-12-17T14"));
        assertEquals(
                1_492,
                clockHours.values().stream().mapToLong(Long::longValue).max().orElseThrow());
    }

    private static LocalDateTime local(OrderLine line) {
        return LocalDateTime.ofInstant(line.paidAt().orElseThrow(), Exports.LONDON.zone());
    }

    private static <K> Map<K, Long> counted(Stream<K> keys) {
        return keys.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
