package io.storeops.detection;

import io.storeops.calendar.SlotId;
import io.storeops.position.DetectionRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Watches for items that sell daily and stop: the evidence of no line in a run of days, where each day was expected to bring the item's
 * share of the lines that the store had on that day. The share is an exponentially weighted mean, single days cut at three times it.
 *
 * <p>How much evidence is an anomaly follows from what false alarms are allowed: items are watched in the order of how telling their
 * silence is, as long as the chances that they are silent for no reason add up to less than the budget. So a store of many quick items
 * needs more evidence of one of them than a store of few.
 */
final class StockoutsWatch {
    static final String METRIC = "units";

    /** The spread of an item's lines beside chance: half. */
    private static final double SIZE = 4;

    private static final double CUT = 3;

    /** So long a stock-out leaves the item's share as it was; a longer one makes it an item that sells seldom. */
    private static final int NOT_LEARNT_DAYS = 5;

    /** The days of an item before which nothing is cut. */
    private static final int UNCUT_DAYS = 8;

    private final DetectionRules.Stockouts rules;
    private final double keep;
    private final double budget;
    private final FadingMean lines;
    private final SortedMap<String, Item> items = new TreeMap<>();

    StockoutsWatch(DetectionRules.Stockouts rules) {
        this.rules = rules;
        double halfLife = rules.halfLife().doubleValue();
        keep = FadingMean.keep(halfLife);
        lines = new FadingMean(halfLife);
        budget = rules.falseAlarms().doubleValue();
    }

    private static final class Item {
        private double lines;
        private double all;
        private int days;
        private int run;
        private double evidence;
        private double expected;
        private boolean told;
        private LocalDate since = LocalDate.MIN;

        double share() {
            return all > 0 ? lines / all : 0;
        }

        void sold() {
            run = 0;
            evidence = 0;
            expected = 0;
            told = false;
        }
    }

    void judge(ItemDay day, int slots, Consumer<Detection> out) {
        SlotId at = SlotId.of(day.date(), slots);
        double all = day.lines();
        boolean ordinary = day.kind() == DayKind.ORDINARY;
        double threshold = threshold();
        items.forEach((id, item) -> {
            if (day.sales().containsKey(id)) {
                item.sold();
            } else if (ordinary && item.days >= rules.minDays()) {
                grow(id, item, at, all, threshold, out);
            }
        });
        day.sales().keySet().forEach(id -> items.computeIfAbsent(id, each -> new Item()));
        items.forEach((id, item) -> {
            item.days++;
            ItemDay.Sale sale = day.sales().get(id);
            if (ordinary && !(item.told && item.run <= NOT_LEARNT_DAYS)) {
                learn(item, sale == null ? 0 : (double) sale.lines(), all);
            }
        });
        if (ordinary) {
            lines.add(all);
        }
    }

    /** An item's silence of so many days. */
    private record Silence(double evidence, int days) {
        double chance() {
            return Math.exp(-evidence);
        }
    }

    /** The evidence above which silence is told: the least at which no more false alarms are to be expected than allowed. */
    private double threshold() {
        double usual = lines.or(0);
        List<Silence> silences = new ArrayList<>();
        for (Item item : items.values()) {
            double day = Dispersion.evidenceOfNone(item.share() * usual, SIZE);
            for (int days = 1; item.days >= rules.minDays() && days <= rules.days(); days++) {
                silences.add(new Silence(day * days, days));
            }
        }
        silences.sort(Comparator.comparingDouble(Silence::evidence).reversed());
        double falseAlarms = 0;
        for (Silence silence : silences) {
            // A silence that is told after so many days is no longer told after one day more.
            double longer = silence.evidence / silence.days * (silence.days + 1);
            falseAlarms += silence.chance() - (silence.days < rules.days() ? Math.exp(-longer) : 0);
            if (falseAlarms > budget) {
                return silence.evidence;
            }
        }
        return 0;
    }

    private void grow(String id, Item item, SlotId at, double all, double threshold, Consumer<Detection> out) {
        double usual = item.share() * all;
        item.since = item.run == 0 ? at.date() : item.since;
        item.run++;
        item.evidence += Dispersion.evidenceOfNone(usual, SIZE);
        item.expected += usual;
        if (!item.told && item.evidence > threshold && item.run <= rules.days()) {
            item.told = true;
            SlotId since = SlotId.of(item.since, 1);
            out.accept(Detection.anomaly(Rule.STOCKOUT, METRIC, id, at, since, 0, item.expected));
        }
    }

    private void learn(Item item, double lines, double all) {
        double learnt = item.days > UNCUT_DAYS ? Math.min(lines, CUT * Math.max(item.share() * all, 1)) : lines;
        item.lines = item.lines * keep + learnt;
        item.all = item.all * keep + all;
    }
}
