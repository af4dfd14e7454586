package io.storeops.detection;

import io.storeops.calendar.SlotId;
import io.storeops.position.MaintenanceRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Holds each listing against what is approved. A snapshot that has fewer than a share of the listings of the last complete one is not
 * judged by (D5); where more listings than the breaker allows differ, the source or the book is wrong, and no item is named (D25).
 */
final class ListingsWatch {
    private final MaintenanceRules.Feed feed;
    private final MaintenanceRules.MassBreaker breaker;
    private final Set<String> open = new HashSet<>();
    private int complete;

    ListingsWatch(MaintenanceRules rules) {
        feed = rules.feed();
        breaker = rules.massBreaker();
    }

    void judge(ListingDay day, int slots, Consumer<Detection> out) {
        SlotId at = SlotId.of(day.date(), slots);
        int shown = day.shown().size();
        if (shown < feed.minShare().doubleValue() * complete) {
            String subject = Detection.SOURCE + "coverage";
            SlotId first = SlotId.of(day.date(), 1);
            out.accept(Detection.compared(
                    DetectionVerdict.COULD_NOT_CHECK, Rule.COVERAGE, "coverage", subject, at, first, shown, complete));
            return;
        }
        complete = shown;
        judge(day, Rule.PRICE, PricesWatch.METRIC, at, pair -> pair.shown.price() != pair.approved.price(), out);
        judge(day, Rule.TITLE, "title", at, pair -> !pair.shown.title().equals(pair.approved.title()), out);
    }

    private record Pair(String item, ListingDay.Listing shown, ListingDay.Listing approved) {}

    private void judge(
            ListingDay day, Rule rule, String metric, SlotId at, Predicate<Pair> differs, Consumer<Detection> out) {
        List<Pair> different = new ArrayList<>();
        int checked = 0;
        for (Map.Entry<String, ListingDay.Listing> listing : day.shown().entrySet()) {
            ListingDay.Listing approved = day.approved().get(listing.getKey());
            if (approved == null) {
                continue;
            }
            checked++;
            Pair pair = new Pair(listing.getKey(), listing.getValue(), approved);
            if (differs.test(pair)) {
                different.add(pair);
            } else {
                open.remove(metric + pair.item);
            }
        }
        if (breaker.trips(different.size(), checked)) {
            out.accept(Detection.ofSource(breaker, metric, at, different.size(), checked));
            return;
        }
        SlotId first = SlotId.of(day.date(), 1);
        for (Pair pair : different) {
            if (!open.add(metric + pair.item)) {
                continue;
            }
            boolean price = rule == Rule.PRICE;
            out.accept(new Detection(
                    DetectionVerdict.ANOMALY,
                    rule,
                    metric,
                    pair.item,
                    at,
                    first,
                    price ? OptionalDouble.of((double) pair.shown.price()) : OptionalDouble.empty(),
                    price ? OptionalDouble.of((double) pair.approved.price()) : OptionalDouble.empty()));
        }
    }
}
