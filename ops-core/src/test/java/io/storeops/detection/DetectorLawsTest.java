package io.storeops.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.calendar.SlotId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of every series. */
class DetectorLawsTest {
    private static final int DAYS = 60;

    /** So many times its price is odd for an item; no two of them stand at a limit of the rules to each other. */
    private static final List<Integer> ODD = List.of(2, 5, 7, 13);

    /** A store at random, with missing slots, zeros, announced days and a fault here and there. */
    private static Shop shop(long seed) {
        Random random = new Random(seed);
        Shop shop = Shop.steady(DAYS, Math.exp(random.nextDouble() * 6 - 1), DayOfWeek.of(1 + random.nextInt(7)), seed);
        for (int i = 0; i < 12; i++) {
            int day = random.nextInt(DAYS);
            int slot = 1 + random.nextInt(Shop.SLOTS);
            switch (random.nextInt(5)) {
                case 0 -> shop.set(day, slot, 0);
                case 1 -> shop.times(day, 1, Shop.SLOTS, random.nextDouble() * 3);
                case 2 -> shop.announce(day, random.nextBoolean() ? DayKind.PROMOTION : DayKind.HOLIDAY);
                case 3 -> shop.times(day, Math.max(1, slot - 5), slot, 0.2);
                default -> shop.set(day, slot, shop.get(day, slot) * 5 + 3);
            }
        }
        shop.miss(random.nextInt(DAYS), 1 + random.nextInt(Shop.SLOTS));
        return shop;
    }

    /** No look-ahead: what is told of the past does not change with what comes. */
    @Property(tries = 60)
    void ordersOfAPrefixAreJudgedAsInTheWhole(
            @ForAll long seed,
            @ForAll @IntRange(min = 30, max = DAYS - 1) int day,
            @ForAll @IntRange(min = 1, max = 14) int slot) {
        List<SlotDay> days = shop(seed).days();
        SlotId last = SlotId.of(days.get(day).date(), slot);
        List<SlotDay> prefix = new ArrayList<>(days.subList(0, day));
        Counts orders = days.get(day).orders();
        prefix.add(new SlotDay(
                last.date(),
                days.get(day).kind(),
                Counts.of(LongStream.range(0, slot)
                        .mapToObj(k -> orders.get((int) k))
                        .toList()),
                List.of()));
        assertEquals(
                Shop.judged(days).stream()
                        .filter(each -> each.at().compareTo(last) <= 0)
                        .toList(),
                Shop.judged(prefix));
    }

    /** Weekdays matter, dates do not. */
    @Property(tries = 20)
    void ordersAreJudgedAlikeWeeksLater(@ForAll long seed, @ForAll @IntRange(min = 1, max = 900) int weeks) {
        List<SlotDay> days = shop(seed).days();
        List<SlotDay> later = days.stream()
                .map(day -> new SlotDay(day.date().plusWeeks(weeks), day.kind(), day.orders(), day.others()))
                .toList();
        List<Detection> moved = Shop.judged(days).stream()
                .map(each -> new Detection(
                        each.verdict(),
                        each.rule(),
                        each.metric(),
                        each.subject(),
                        moved(each.at(), weeks),
                        moved(each.since(), weeks),
                        each.measured(),
                        each.base()))
                .toList();
        assertEquals(moved, Shop.judged(later));
    }

    private static SlotId moved(SlotId slot, int weeks) {
        return SlotId.of(slot.date().plusWeeks(weeks), slot.number());
    }

    /** Every anomaly points the way its rule says, began when it was told or before, and can be told to a person. */
    @Property(tries = 60)
    void anomaliesPointTheRightWay(@ForAll long seed) {
        for (Detection each : Shop.judged(shop(seed).days())) {
            assertEquals(true, each.since().compareTo(each.at()) <= 0, each.toString());
            assertEquals(true, each.sentence().endsWith("."), each.sentence());
            if (each.verdict() == DetectionVerdict.ANOMALY) {
                boolean rise =
                        List.of(Rule.SURGE, Rule.DOUBLED, Rule.COUNTED_TWICE).contains(each.rule());
                double difference = each.measured().orElseThrow() - each.base().orElseThrow();
                assertEquals(rise, difference > 0, each.toString());
            }
        }
    }

    private static List<ItemDay> items(long seed, long scale) {
        Random random = new Random(seed);
        List<ItemDay> days = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            TreeMap<String, ItemDay.Sale> sales = new TreeMap<>();
            for (int item = 0; item < 30; item++) {
                if (random.nextInt(10) > 1) {
                    long price = (100 + item) * (random.nextInt(40) == 0 ? ODD.get(random.nextInt(ODD.size())) : 1);
                    sales.put("I" + item, new ItemDay.Sale(price * scale, 1 + random.nextInt(9)));
                }
            }
            days.add(new ItemDay(Shop.FIRST.plusDays(day), DayKind.ORDINARY, sales, new TreeMap<>()));
        }
        return days;
    }

    private static List<Detection> judgedItems(List<ItemDay> days) {
        List<Detection> judged = new ArrayList<>();
        Shop.DETECTOR.items(days, judged::add);
        return judged;
    }

    @Property(tries = 30)
    void itemsOfAPrefixAreJudgedAsInTheWhole(@ForAll long seed, @ForAll @IntRange(min = 1, max = DAYS) int days) {
        List<ItemDay> all = items(seed, 1);
        LocalDate end = Shop.FIRST.plusDays(days);
        assertEquals(
                judgedItems(all).stream()
                        .filter(each -> each.at().date().isBefore(end))
                        .toList(),
                judgedItems(all.subList(0, days)));
    }

    /** Prices in another unit are judged alike. */
    @Property(tries = 30)
    void pricesAreJudgedAlikeInAnyUnit(@ForAll long seed, @ForAll @IntRange(min = 2, max = 100_000) int scale) {
        assertEquals(
                judgedItems(items(seed, 1)).stream()
                        .map(DetectorLawsTest::named)
                        .toList(),
                judgedItems(items(seed, scale)).stream()
                        .map(DetectorLawsTest::named)
                        .toList());
    }

    private static String named(Detection each) {
        return each.at() + " " + each.rule() + " " + each.subject();
    }

    @Property(tries = 30)
    void refundsOfAPrefixAreJudgedAsInTheWhole(@ForAll long seed, @ForAll @IntRange(min = 1, max = DAYS) int days) {
        Random random = new Random(seed);
        List<LocalDate> dates = Shop.steady(DAYS, 1, DayOfWeek.SUNDAY, seed).dates();
        List<OptionalLong> refunds = random.longs(DAYS, 0, 20)
                .mapToObj(count -> count == 7 ? OptionalLong.empty() : OptionalLong.of(count * (count == 3 ? 9 : 1)))
                .toList();
        assertEquals(
                judgedRefunds(dates, refunds).subList(0, days),
                judgedRefunds(dates.subList(0, days), refunds.subList(0, days)));
    }

    private static List<Detection> judgedRefunds(List<LocalDate> dates, List<OptionalLong> refunds) {
        List<Detection> judged = new ArrayList<>();
        Shop.DETECTOR.refunds(Shop.ID, dates, refunds, judged::add);
        return judged;
    }
}
