package io.storeops.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.calendar.SlotId;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Made-up faults on a made-up store of Poisson counts, closed on Saturdays, judged from the ninth week on. */
class OrdersTest {
    private static final int DAY = 50;

    private static Shop shop(double mean) {
        return Shop.steady(56, mean, DayOfWeek.SATURDAY, 7);
    }

    private static Detection first(Shop shop, Rule rule) {
        return shop.judged().stream()
                .filter(each -> each.rule() == rule)
                .findFirst()
                .orElseThrow(() -> new AssertionError(rule + " is not told: " + shop.told(DAY)));
    }

    @Nested
    class AStoreWithoutFault {
        @Test
        void isLearntForFourWeeksAndThenExpected() {
            List<Detection> judged = shop(20).judged();
            assertEquals(56 * Shop.SLOTS, judged.size());
            for (Detection each : judged) {
                boolean young = each.at().date().isBefore(Shop.FIRST.plusDays(28));
                assertEquals(young ? DetectionVerdict.LEARNING : DetectionVerdict.OK, each.verdict(), each.toString());
                assertEquals(each.at(), each.since());
            }
        }

        /** The expected value of a slot of which nothing but chance changes is its mean. */
        @Test
        void isExpectedToGoOn() {
            double sum = shop(20).judged().stream()
                    .filter(each -> each.verdict() == DetectionVerdict.OK)
                    .mapToDouble(each -> each.base().orElseThrow())
                    .average()
                    .orElseThrow();
            assertEquals(20, sum, 0.5);
        }

        /** In a year of 300 open days, fewer alarms than 0.8 a week. */
        @ParameterizedTest
        @ValueSource(doubles = {0.5, 5, 50, 300})
        void seldomRaisesAnAlarm(double mean) {
            long alarms = Shop.steady(300, mean, DayOfWeek.SATURDAY, 11).judged().stream()
                    .filter(each ->
                            each.verdict() != DetectionVerdict.OK && each.verdict() != DetectionVerdict.LEARNING)
                    .count();
            assertTrue(alarms <= 34, alarms + " alarms in 43 weeks");
        }
    }

    @Nested
    class Zeros {
        @Test
        void areAnOutageOnceEnoughWasToBeExpected() {
            Shop shop = shop(4);
            for (int slot = 5; slot <= 8; slot++) {
                shop.set(DAY, slot, 0);
            }
            Detection told = first(shop, Rule.OUTAGE);
            assertEquals(SlotId.of(shop.date(DAY), 5), told.since());
            assertTrue(told.at().number() <= 7, told.toString());
            assertEquals(0, told.measured().orElseThrow());
            assertEquals(4.0 * (told.at().number() - 4), told.base().orElseThrow(), 3);
            assertEquals(
                    1,
                    shop.judged().stream()
                            .filter(each -> each.rule() == Rule.OUTAGE)
                            .count());
        }

        @Test
        void areNothingWhereNothingWasToBeExpected() {
            Shop quiet = Shop.steady(56, 0.3, DayOfWeek.SATURDAY, 3);
            for (int slot = 1; slot <= 3; slot++) {
                quiet.set(DAY, slot, 0);
            }
            assertTrue(quiet.told(DAY).stream().noneMatch(told -> told.startsWith("OUTAGE")));
        }

        /** What came meanwhile comes in one slot, so the counter had only stood still: neither a rise nor an outage. */
        @Test
        void areAFrozenCounterIfTheyAreCaughtUpWith() {
            Shop shop = shop(20);
            long meanwhile = 0;
            for (int slot = 5; slot <= 8; slot++) {
                meanwhile += shop.get(DAY, slot);
            }
            shop.set(DAY, 5, 0).set(DAY, 6, 0).set(DAY, 7, 0).set(DAY, 8, meanwhile);
            assertEquals(
                    List.of(
                            "OUTAGE 5 since " + SlotId.of(shop.date(DAY), 5),
                            "FROZEN 8 since " + SlotId.of(shop.date(DAY), 5)),
                    shop.told(DAY));
            Detection frozen = first(shop, Rule.FROZEN);
            assertEquals(DetectionVerdict.COULD_NOT_CHECK, frozen.verdict());
            assertEquals(meanwhile, frozen.measured().orElseThrow());
            assertEquals(80, frozen.base().orElseThrow(), 8);
        }

        @Test
        void endAtMidnightWhenCountersBeginAnew() {
            Shop shop = shop(20);
            shop.set(DAY, 14, 0).set(DAY + 1, 1, 0);
            assertEquals(List.of("OUTAGE 14 since " + SlotId.of(shop.date(DAY), 14)), shop.told(DAY));
            assertEquals(List.of("OUTAGE 1 since " + SlotId.of(shop.date(DAY + 1), 1)), shop.told(DAY + 1));
        }

        @Test
        void areNotWhatIsMissing() {
            Shop shop = shop(20).miss(DAY, 5).miss(DAY, 6);
            assertEquals(
                    List.of(
                            "NO_READING 5 since " + SlotId.of(shop.date(DAY), 5),
                            "NO_READING 6 since " + SlotId.of(shop.date(DAY), 6)),
                    shop.told(DAY));
            assertEquals(List.of(), shop.told(DAY + 1));
        }
    }

    @Nested
    class Rises {
        @Test
        void ofOneSlotAreTold() {
            Shop shop = shop(20).set(DAY, 6, 100);
            assertEquals(List.of("SURGE 6 since " + SlotId.of(shop.date(DAY), 6)), shop.told(DAY));
            Detection told = first(shop, Rule.SURGE);
            assertEquals(100, told.measured().orElseThrow());
            assertEquals(20, told.base().orElseThrow(), 5);
        }

        @Test
        void ofAWholeDayAreToldWhileItRuns() {
            Shop shop = shop(5).times(DAY, 1, 14, 2);
            for (int slot = 1; slot <= 14; slot += 3) {
                shop.set(DAY, slot, shop.get(DAY, slot) + 1);
            }
            Detection told = shop.judged().stream()
                    .filter(each ->
                            each.at().date().equals(shop.date(DAY)) && each.verdict() == DetectionVerdict.ANOMALY)
                    .findFirst()
                    .orElseThrow();
            assertTrue(told.measured().orElseThrow() > told.base().orElseThrow(), told.toString());
        }

        /** 28 orders a day in 14 slots, each twice: too few to be unusual, and yet all are even. */
        @Test
        void thatAreEvenAreCountedTwice() {
            List<SlotDay> days = new ArrayList<>();
            Shop shop = shop(40);
            for (SlotDay day : shop.days()) {
                boolean twice = day.date().equals(shop.date(DAY));
                days.add(new SlotDay(
                        day.date(), day.kind(), even(day.orders(), twice), List.of(even(day.orders(), twice))));
            }
            List<Detection> judged = Shop.judged(days);
            assertEquals(
                    List.of("COUNTED_TWICE 7 since " + SlotId.of(shop.date(DAY), 1)),
                    Shop.told(judged, shop.date(DAY)));
        }

        /** The counts rounded to even ones; where they are not, at least one in two slots is odd. */
        private Counts even(Counts counts, boolean even) {
            return Counts.of(LongStream.range(0, counts.size())
                    .mapToObj(k -> {
                        long count = counts.get((int) k).orElseThrow();
                        return OptionalLong.of(even ? count / 2 * 2 : count / 2 * 2 + (k + 1) % 2);
                    })
                    .toList());
        }
    }

    @Nested
    class Falls {
        @Test
        void withinADayAreTold() {
            Shop shop = shop(60).times(DAY, 7, 12, 0.35);
            Detection told = first(shop, Rule.DIP);
            assertEquals(shop.date(DAY), told.at().date());
            assertTrue(told.at().number() >= 9 && told.at().number() <= 12, told.toString());
            assertEquals(0.35, told.measured().orElseThrow() / told.base().orElseThrow(), 0.1);
        }

        @Test
        void toHalfOverTwoDaysAreTold() {
            Shop shop = shop(4).times(DAY, 1, 14, 0.5).times(DAY + 1, 1, 14, 0.5);
            Detection told = shop.judged().stream()
                    .filter(each -> each.verdict() == DetectionVerdict.ANOMALY)
                    .findFirst()
                    .orElseThrow();
            assertTrue(told.at().compareTo(SlotId.of(shop.date(DAY + 1), 14)) <= 0, told.toString());
            assertTrue(told.since().compareTo(SlotId.of(shop.date(DAY - 1), 10)) >= 0, told.toString());
            assertTrue(told.measured().orElseThrow() < told.base().orElseThrow() * 0.6, told.toString());
        }

        @Test
        void thatGoOnAreToldOnce() {
            Shop shop = shop(40);
            for (int day = DAY; day < 56; day++) {
                shop.times(day, 1, 14, 0.3);
            }
            assertEquals(
                    1,
                    shop.judged().stream()
                            .filter(each -> each.rule() == Rule.DIP || each.rule() == Rule.HALVED)
                            .count());
        }

        @Test
        void ofThreePercentADayAreToldWithTheirBeginning() {
            Shop shop = shop(40);
            int begin = 40;
            for (int day = begin; day < 56; day++) {
                shop.times(day, 1, 14, Math.pow(0.97, day - begin + 1));
            }
            Detection told = first(shop, Rule.DRIFT);
            assertEquals(14, told.at().number());
            assertTrue(!told.since().date().isBefore(shop.date(begin - 4)), told.toString());
            assertTrue(!told.since().date().isAfter(shop.date(begin + 4)), told.toString());
            assertEquals(560, told.base().orElseThrow(), 30);
            assertTrue(told.measured().orElseThrow() < 450, told.toString());
        }
    }

    @Nested
    class AnnouncedDays {
        @Test
        void raiseNoAlarmByTheirLiftNorOnTheNextDay() {
            Shop shop = shop(20).times(DAY, 1, 14, 4).announce(DAY, DayKind.PROMOTION);
            assertEquals(List.of(), shop.told(DAY));
            assertEquals(List.of(), shop.told(DAY + 1));
            assertFalse(shop(20).times(DAY, 1, 14, 4).told(DAY).isEmpty());
        }

        @Test
        void areNotLearntFrom() {
            Shop shop = shop(20);
            List<Detection> without = shop.judged();
            List<Detection> with = shop.times(DAY - 6, 1, 14, 4)
                    .announce(DAY - 6, DayKind.PROMOTION)
                    .judged();
            SlotId weekLater = SlotId.of(shop.date(DAY), 1);
            double before = base(without, weekLater);
            assertEquals(before, base(with, weekLater), before * 0.05);
        }

        private double base(List<Detection> judged, SlotId at) {
            return judged.stream()
                    .filter(each -> each.at().equals(at))
                    .findFirst()
                    .flatMap(each -> each.base().stream().boxed().findFirst())
                    .orElseThrow();
        }

        @ParameterizedTest
        @ValueSource(strings = {"PROMOTION", "HOLIDAY"})
        void areStillWatchedForOutages(String kind) {
            Shop shop = shop(20).announce(DAY, DayKind.valueOf(kind));
            for (int slot = 5; slot <= 7; slot++) {
                shop.set(DAY, slot, 0);
            }
            assertTrue(shop.told(DAY).stream().anyMatch(told -> told.startsWith("OUTAGE")), kind);
        }
    }

    @Nested
    class Series {
        @Test
        void areRefusedOutOfOrder() {
            List<SlotDay> days = shop(4).days();
            String message = assertThrows(
                            IllegalArgumentException.class, () -> Shop.judged(List.of(days.get(1), days.get(0))))
                    .getMessage();
            assertEquals("The days of a series are in order, 2024-01-01 is not after 2024-01-02", message);
        }

        @Test
        void areRefusedWithOtherSlotsThanThePlans() {
            SlotDay part = new SlotDay(Shop.FIRST, DayKind.ORDINARY, Counts.of(List.of(OptionalLong.of(1))), List.of());
            assertEquals(1, Shop.judged(List.of(part)).size());
            String message = assertThrows(
                            IllegalArgumentException.class,
                            () -> Shop.judged(List.of(part, shop(4).days().get(1))))
                    .getMessage();
            assertEquals("The day 2024-01-01 has 1 slots; the plan has 14", message);
        }
    }
}
