package io.storeops.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fifty items that sell six lines daily at a price of their own, judged on the fortieth day. */
class ItemsTest {
    private static final int DAY = 40;

    private final List<SortedMap<String, ItemDay.Sale>> days = new ArrayList<>();
    private final Map<Integer, SortedMap<String, BigDecimal>> factors = new TreeMap<>();

    @BeforeEach
    void sellDaily() {
        for (int day = 0; day <= DAY + 6; day++) {
            SortedMap<String, ItemDay.Sale> sales = new TreeMap<>();
            for (int item = 10; item < 60; item++) {
                sales.put("I" + item, new ItemDay.Sale(10L * item, 6));
            }
            days.add(sales);
        }
    }

    private static LocalDate date(int day) {
        return Shop.FIRST.plusDays(day);
    }

    private void price(int day, String item, long price) {
        days.get(day).put(item, new ItemDay.Sale(price, 2));
    }

    private List<Detection> judged() {
        List<ItemDay> series = new ArrayList<>();
        for (int day = 0; day < days.size(); day++) {
            DayKind kind = factors.containsKey(day) ? DayKind.PROMOTION : DayKind.ORDINARY;
            series.add(new ItemDay(date(day), kind, days.get(day), factors.getOrDefault(day, new TreeMap<>())));
        }
        List<Detection> judged = new ArrayList<>();
        Shop.DETECTOR.items(series, judged::add);
        return judged;
    }

    private List<String> told() {
        return judged().stream()
                .filter(each -> each.verdict() != DetectionVerdict.OK && each.verdict() != DetectionVerdict.LEARNING)
                .map(each -> each.at() + " " + each.rule() + " " + each.subject() + " since " + each.since())
                .toList();
    }

    private static String told(int day, Rule rule, String subject, int since) {
        return date(day) + "#14 " + rule + " " + subject + " since " + date(since) + "#01";
    }

    @Nested
    class Prices {
        /** I20 costs 200. */
        @ParameterizedTest
        @CsvSource({
            "100, true",
            "20, true",
            "2, true",
            "2000, true",
            "20000, true",
            "113, false",
            "150, false",
            "400, false",
            "590, false",
            "610, true"
        })
        void farFromAllThatTheItemCostAreTold(long price, boolean told) {
            price(DAY, "I20", price);
            assertEquals(told ? List.of(told(DAY, Rule.PRICE, "I20", DAY)) : List.of(), told());
        }

        @Test
        void areComparedWithTheMedian() {
            price(DAY, "I20", 20);
            Detection told = judged().stream()
                    .filter(each -> each.rule() == Rule.PRICE)
                    .findFirst()
                    .orElseThrow();
            assertEquals(20, told.measured().orElseThrow());
            assertEquals(200, told.base().orElseThrow(), 1e-9);
        }

        @Test
        void thatStayAreToldOnce() {
            price(DAY, "I20", 20);
            price(DAY + 1, "I20", 20);
            assertEquals(List.of(told(DAY, Rule.PRICE, "I20", DAY)), told());
        }

        /** A kind of customer pays more than four times as much; that there is one, ten days ago was the first sign. */
        @Test
        void nearAnEarlierOneAreAKindOfCustomer() {
            price(DAY - 10, "I20", 900);
            price(DAY, "I20", 850);
            assertEquals(List.of(told(DAY - 10, Rule.PRICE, "I20", DAY - 10)), told());
        }

        @Test
        void arePromotedOnesOfAPromotion() {
            factors.put(DAY, new TreeMap<>(Map.of("I20", new BigDecimal("0.5"))));
            price(DAY, "I20", 100);
            assertEquals(List.of(), told());
            factors.put(DAY, new TreeMap<>(Map.of("I21", new BigDecimal("0.5"))));
            assertEquals(List.of(told(DAY, Rule.PRICE, "I20", DAY)), told());
        }

        @Test
        void ofAYoungItemAreLearnt() {
            price(DAY, "NEW", 100);
            List<DetectionVerdict> verdicts = judged().stream()
                    .filter(each -> each.subject().equals("NEW"))
                    .map(Detection::verdict)
                    .toList();
            assertEquals(List.of(DetectionVerdict.LEARNING), verdicts);
        }

        /** D25: of 50 items more than 20, not 20. */
        @ParameterizedTest
        @CsvSource({"20, false", "21, true"})
        void ofManyItemsAtOnceAreOneFaultOfTheSource(int items, boolean source) {
            List<String> each = new ArrayList<>();
            for (int item = 10; item < 10 + items; item++) {
                price(DAY, "I" + item, item);
                each.add(told(DAY, Rule.PRICE, "I" + item, DAY));
            }
            assertEquals(source ? List.of(told(DAY, Rule.MASS, "SOURCE:price", DAY)) : each, told());
        }

        /** What a wrong source said is not learnt: the next fault is told as if it had not been. */
        @Test
        void ofAWrongSourceAreForgotten() {
            for (int item = 10; item < 60; item++) {
                price(DAY, "I" + item, item);
            }
            price(DAY + 1, "I20", 20);
            assertEquals(
                    List.of(told(DAY, Rule.MASS, "SOURCE:price", DAY), told(DAY + 1, Rule.PRICE, "I20", DAY + 1)),
                    told());
        }
    }

    @Nested
    class Silence {
        /** The evidence of no line where six are usual is 4 ln(1 + 6/4) = 3.7 a day; of fifty such items two days are enough. */
        @Test
        void ofAnItemThatSellsDailyIsToldOnce() {
            for (int day = DAY; day < DAY + 5; day++) {
                days.get(day).remove("I20");
            }
            assertEquals(List.of(told(DAY + 1, Rule.STOCKOUT, "I20", DAY)), told());
            Detection told = judged().stream()
                    .filter(each -> each.rule() == Rule.STOCKOUT)
                    .findFirst()
                    .orElseThrow();
            assertEquals(0, told.measured().orElseThrow());
            assertEquals(12, told.base().orElseThrow(), 1);
        }

        @Test
        void ofAnItemThatSellsSeldomIsNotTold() {
            for (int day = 0; day < days.size(); day++) {
                days.get(day).put("I20", new ItemDay.Sale(200, 1));
            }
            days.get(DAY).remove("I20");
            days.get(DAY + 1).remove("I20");
            assertEquals(List.of(), told());
        }

        /** A day on which the store sells a tenth tells little of one item. */
        @Test
        void ofADayOnWhichLittleIsSoldSaysLittle() {
            for (int day = DAY; day < DAY + 2; day++) {
                days.get(day).keySet().retainAll(List.of("I11", "I12", "I13"));
            }
            assertEquals(List.of(), told());
        }
    }
}
