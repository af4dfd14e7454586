package io.storeops.vetting;

import io.storeops.campaign.Campaign;
import io.storeops.campaign.Offer;
import io.storeops.promotion.Window;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The most units of a SKU that campaigns promise at one instant of a window (D45).
 *
 * @param units how many; quotas that together exceed 64 bits are as many as 64 bits hold
 * @param at the first instant at which they promise so many
 * @param activities those that promise then, by their ids
 */
record Peak(long units, Instant at, List<String> activities) {
    Peak {
        activities = List.copyOf(activities);
    }

    /** The peak in a window that is not empty: the sum can only rise where a campaign begins. */
    static Peak of(Situation situation, String sku, Window window) {
        List<Campaign> promising = situation.during(window).stream()
                .filter(campaign -> quota(campaign, sku) > 0)
                .toList();
        TreeSet<Instant> begins = new TreeSet<>(List.of(window.from()));
        promising.stream().map(Campaign::start).filter(window::holds).forEach(begins::add);
        return begins.stream()
                .map(at -> at(promising, sku, at))
                .reduce((known, next) -> next.units() > known.units() ? next : known)
                .orElseThrow();
    }

    private static Peak at(List<Campaign> promising, String sku, Instant at) {
        List<Campaign> then = promising.stream()
                .filter(campaign -> Situation.window(campaign).holds(at))
                .toList();
        long units = then.stream().mapToLong(campaign -> quota(campaign, sku)).reduce(0, Peak::sum);
        return new Peak(units, at, then.stream().map(Campaign::id).sorted().toList());
    }

    private static long sum(long one, long other) {
        return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
    }

    private static long quota(Campaign campaign, String sku) {
        Optional<Long> quota = campaign.offerOf(sku).flatMap(Offer::quota);
        return quota.orElse(0L);
    }
}
