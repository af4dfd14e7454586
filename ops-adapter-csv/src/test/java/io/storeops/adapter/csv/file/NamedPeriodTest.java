package io.storeops.adapter.csv.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.failure.AdapterException;
import io.storeops.feed.Period;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A file's name")
class NamedPeriodTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Optional<Period> of(String pattern, String name) {
        return NamedPeriod.parse(pattern).of(Path.of("exports", name), BERLIN);
    }

    @ParameterizedTest
    @CsvSource({
        "orders-{yyyyMMdd}.csv, orders-20240601.csv, 2024-05-31T22:00:00Z, 2024-06-01T22:00:00Z",
        "{yyyy-MM-dd}.csv, 2024-03-31.csv, 2024-03-30T23:00:00Z, 2024-03-31T22:00:00Z",
        "{yyyy-MM}.csv, 2024-02.csv, 2024-01-31T23:00:00Z, 2024-02-29T23:00:00Z",
        "{yyyy}.csv, 2024.csv, 2023-12-31T23:00:00Z, 2024-12-31T23:00:00Z",
        "*{yyyyMMddHH}*.csv, shop 2024060109 (1).csv, 2024-06-01T07:00:00Z, 2024-06-01T08:00:00Z",
        "{yyyy-MM-dd}_{yyyy-MM-dd}.csv, 2024-05-26_2024-06-01.csv, 2024-05-25T22:00:00Z, 2024-06-01T22:00:00Z",
        "{yyyyMM}-{yyyyMM}.csv, 202401-202403.csv, 2023-12-31T23:00:00Z, 2024-03-31T22:00:00Z",
        "a{yyyyMMddHHmm}b{yyyyMMddHHmm}, a202406010900b202406011030, 2024-06-01T07:00:00Z, 2024-06-01T08:30:00Z",
        "订单{yyyy年MM月dd日}.csv, 订单2024年06月01日.csv, 2024-05-31T22:00:00Z, 2024-06-01T22:00:00Z"
    })
    void statesThePeriodOfItsPattern(String pattern, String name, String from, String to) {
        assertEquals(
                from + "/" + to,
                of(pattern, name).map(p -> p.from() + "/" + p.to()).orElse("none"));
    }

    @ParameterizedTest
    @CsvSource({
        "orders-{yyyyMMdd}.csv, orders-2024061.csv",
        "orders-{yyyyMMdd}.csv, orders-20240601.csv.csv",
        "orders-{yyyyMMdd}.csv, orders-20240631.csv",
        "orders-{yyyyMMdd}.csv, ordersX20240601.csv",
        "{yyyy-MM-dd}.csv, half.csv"
    })
    void ofAnotherPatternStatesNothing(String pattern, String name) {
        assertEquals(Optional.empty(), of(pattern, name));
    }

    @Test
    void thatEndsBeforeItBeginsIsRefused() {
        AdapterException fault = assertThrows(
                AdapterException.class, () -> of("{yyyy-MM-dd}_{yyyy-MM-dd}.csv", "2024-06-07_2024-06-01.csv"));
        assertEquals(
                "2024-06-07_2024-06-01.csv:1: the file's name states a period that ends before it begins; name it anew",
                fault.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "orders.csv|it has 0 pairs of braces, not one or two",
                "{yyyy}{yyyy}{yyyy}|it has 3 pairs of braces, not one or two",
                "{yyyy-MM-dd}_{yyyy}|the two instants are of different precision",
                "{yyyyddMM}|yyyy, MM, dd, HH, mm and ss come in this order, not 'd'",
                "{MM}|yyyy, MM, dd, HH, mm and ss come in this order, not 'M'",
                "{--}|there is no yyyy between the braces",
                "{yyyy|a brace is not closed"
            })
    void canHaveNoOtherPattern(String pattern, String fault) {
        assertEquals(
                fault,
                assertThrows(IllegalArgumentException.class, () -> NamedPeriod.parse(pattern))
                        .getMessage());
    }
}
