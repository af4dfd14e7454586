package io.storeops.adapter.csv.marketplace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.figures.OrderLine;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real month of 28,010 orders; the figures are those that were counted by others from the same file. */
class TmallOrdersTest {
    private Exports.Read<OrderLine> read;

    @BeforeEach
    void readTheFile() {
        Path file = Exports.shared("data/tmall_order_report.csv");
        read = new Exports(file.getParent()).orders("tmall_order_report.csv", "tmall-orders");
    }

    @Test
    void takesEveryRowInPages() {
        assertEquals(28_010, read.rows().size());
        assertEquals(List.of(), read.problems());
        assertEquals(6, read.pages());
    }

    @Test
    void addsUpToTheSumsOfTheFile() {
        assertEquals(299_576_061L, gross(line -> true));
        assertEquals(
                57_233_592L,
                read.rows().stream().mapToLong(OrderLine::refundedMinor).sum());
        assertEquals(5_646, count(line -> line.refundedMinor() > 0));
        assertEquals(3_923, count(line -> line.paidAt().isEmpty()));
        assertEquals(247_482_307L, gross(line -> line.paidAt().isPresent()));
        assertEquals(
                190_248_715L,
                gross(line -> line.paidAt().isPresent())
                        - read.rows().stream()
                                .mapToLong(OrderLine::refundedMinor)
                                .sum());
    }

    @Test
    void placesPaymentsInTheStoresMonthDayAndHour() {
        assertEquals(24_081, count(line -> paidIn(line, YearMonth.of(2020, 2))));
        assertEquals(247_434_707L, gross(line -> paidIn(line, YearMonth.of(2020, 2))));
        assertEquals(6, count(line -> paidOn(line, "2020-03-01")));
        assertEquals(47_600L, gross(line -> paidOn(line, "2020-03-01")));
        assertEquals(2, count(line -> paidOn(line, "2020-02-08")));
        assertEquals(34_200L, gross(line -> paidOn(line, "2020-02-08")));
        assertEquals(2_936, count(line -> paidOn(line, "2020-02-25")));
        assertEquals(29_942_120L, gross(line -> paidOn(line, "2020-02-25")));
        assertEquals(1_866, count(line -> paidAt(line) != null && paidAt(line).getHour() == 21));
        List<Integer> hours = Arrays.stream(
                        ("119 54 45 24 15 9 26 69 82 93 142 146 170 140 188 189 162 147 119 134 168 243 256 196")
                                .split(" "))
                .map(Integer::valueOf)
                .toList();
        assertEquals(
                hours,
                IntStream.range(0, 24)
                        .mapToObj(hour -> (int) count(line ->
                                paidOn(line, "2020-02-25") && paidAt(line).getHour() == hour))
                        .toList());
    }

    private long count(Predicate<OrderLine> which) {
        return read.rows().stream().filter(which).count();
    }

    private long gross(Predicate<OrderLine> which) {
        return read.rows().stream()
                .filter(which)
                .mapToLong(OrderLine::grossMinor)
                .sum();
    }

    private static ZonedDateTime paidAt(OrderLine line) {
        return line.paidAt().map(at -> at.atZone(Exports.SHANGHAI.zone())).orElse(null);
    }

    private static boolean paidOn(OrderLine line, String date) {
        return paidAt(line) != null && paidAt(line).toLocalDate().equals(LocalDate.parse(date));
    }

    private static boolean paidIn(OrderLine line, YearMonth month) {
        return paidAt(line) != null && YearMonth.from(paidAt(line)).equals(month);
    }
}
