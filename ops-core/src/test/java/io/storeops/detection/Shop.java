package io.storeops.detection;

import io.storeops.position.DetectionRules;
import io.storeops.position.MaintenanceRules;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;

/** A made-up store of 14 slots a day, whose counts are drawn around a plan and changed as a test wants. */
final class Shop {
    static final String ID = "S1";
    static final int SLOTS = 14;
    static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    static final Detector DETECTOR = new Detector(DetectionRules.DEFAULT, MaintenanceRules.of(List.of()), SLOTS);

    private final List<LocalDate> dates = new ArrayList<>();
    private final Map<LocalDate, DayKind> kinds = new TreeMap<>();
    private final List<OptionalLong[]> orders = new ArrayList<>();

    /** Days of which no slot is expected to differ from another but for chance, closed on one weekday. */
    static Shop steady(int days, double mean, DayOfWeek closed, long seed) {
        Shop shop = new Shop();
        Random random = new Random(seed);
        for (LocalDate date = FIRST; shop.dates.size() < days; date = date.plusDays(1)) {
            if (date.getDayOfWeek() == closed) {
                continue;
            }
            OptionalLong[] day = new OptionalLong[SLOTS];
            for (int k = 0; k < SLOTS; k++) {
                day[k] = OptionalLong.of(poisson(mean, random));
            }
            shop.dates.add(date);
            shop.orders.add(day);
        }
        return shop;
    }

    /** A Poisson number by Knuth's method. */
    private static long poisson(double mean, Random random) {
        double left = Math.exp(-mean);
        double product = random.nextDouble();
        long count = 0;
        while (product > left) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    LocalDate date(int day) {
        return dates.get(day);
    }

    List<LocalDate> dates() {
        return dates;
    }

    long get(int day, int slot) {
        return orders.get(day)[slot - 1].orElseThrow();
    }

    Shop set(int day, int slot, long count) {
        orders.get(day)[slot - 1] = OptionalLong.of(count);
        return this;
    }

    Shop miss(int day, int slot) {
        orders.get(day)[slot - 1] = OptionalLong.empty();
        return this;
    }

    /** Multiplies the counts of slots, rounding down. */
    Shop times(int day, int from, int to, double factor) {
        for (int slot = from; slot <= to; slot++) {
            set(day, slot, (long) (get(day, slot) * factor));
        }
        return this;
    }

    Shop announce(int day, DayKind kind) {
        kinds.put(dates.get(day), kind);
        return this;
    }

    List<SlotDay> days() {
        List<SlotDay> days = new ArrayList<>();
        for (int i = 0; i < dates.size(); i++) {
            days.add(new SlotDay(
                    dates.get(i),
                    kinds.getOrDefault(dates.get(i), DayKind.ORDINARY),
                    Counts.of(List.of(orders.get(i))),
                    List.of()));
        }
        return days;
    }

    List<Detection> judged() {
        return judged(days());
    }

    static List<Detection> judged(List<SlotDay> days) {
        List<Detection> judged = new ArrayList<>();
        DETECTOR.orders(ID, days, judged::add);
        return judged;
    }

    /** What is told of a day other than OK, as {@code RULE at since}. */
    List<String> told(int day) {
        return told(judged(), dates.get(day));
    }

    static List<String> told(List<Detection> judged, LocalDate date) {
        return judged.stream()
                .filter(each -> each.at().date().equals(date) && each.verdict() != DetectionVerdict.OK)
                .map(each -> each.rule() + " " + each.at().number() + " since " + each.since())
                .toList();
    }
}
