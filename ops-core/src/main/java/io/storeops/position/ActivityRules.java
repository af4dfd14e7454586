package io.storeops.position;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.storeops.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What duty 3 goes by when it decides on activities [A] (D85). Immutable.
 *
 * @param order in which order promotions act on a price, each level once, copied (D40)
 * @param floorDecision by which figure a price is compared with its floor (D40)
 * @param cartUnits the most units of a cart that the exact figure looks at, 1 or more (D40)
 * @param overlapAllowed the kinds of activities that may overlap on an item without the manager's word, copied (D38)
 * @param referencePriceDays the days before its start in which no lower price may have been shown than that of the activity, 1 or
 *     more; empty if prices are not compared so (D44)
 * @param baselineDays how many days before an activity are looked at for ordinary ones, beside which its effect is told, 1 to 1,000 (R62).
 *     28: four weeks, so that each weekday is among them four times
 * @param afterBy how long after the end of an activity its last check is due, 0 or more (D34)
 * @param closeOut what an activity of each kind has to restore before it is closed, as in PRICE, copied
 * @param promotionRules the rules of the platform's promotions in which the roster overrides its adapter, as the price model reads them
 *     (D40); empty if it overrides none
 */
public record ActivityRules(
        List<Level> order,
        FloorDecision floorDecision,
        long cartUnits,
        List<Overlap> overlapAllowed,
        Optional<Long> referencePriceDays,
        long baselineDays,
        Duration afterBy,
        SortedMap<Kind, List<String>> closeOut,
        Optional<Json> promotionRules) {
    /** The default roster's rules. */
    public static final ActivityRules DEFAULT = new ActivityRules(
            List.of(Level.values()),
            FloorDecision.BOUND,
            4,
            List.of(new Overlap(Kind.DAILY, Kind.MAJOR_CAMPAIGN)),
            Optional.empty(),
            28,
            Duration.ofMinutes(30),
            ImmutableSortedMap.of(Kind.THIRD_PARTY, List.of("IMAGE", "PAGE", "PRICE")),
            Optional.empty());

    /** The kind of an activity. */
    public enum Kind {
        /** 日常活动. */
        DAILY,
        /** 大型营销活动, as on 618. */
        MAJOR_CAMPAIGN,
        /** 第三方活动, run by an outside site or channel. */
        THIRD_PARTY
    }

    /** Where a promotion acts (D40). */
    public enum Level {
        /** A limited price (秒杀) instead of the item's. */
        FLASH,
        /** A price of the item, or less by an amount or a percentage. */
        ITEM,
        /** A percentage for members. */
        MEMBER,
        /** Less for a whole order from a threshold on. */
        ORDER,
        /** The same, for who has a code. */
        CODE
    }

    /** By which figure a price is compared with its floor (D40). */
    public enum FloorDecision {
        /** An income that no cart falls below. */
        BOUND,
        /** The lowest income of all carts of at most {@link #cartUnits} units. */
        EXACT
    }

    /**
     * Two kinds of activities that may overlap, in either order.
     *
     * @param one a kind
     * @param other a kind, the same or another
     */
    public record Overlap(Kind one, Kind other) {
        /** Checks for null. */
        public Overlap {
            requireNonNull(one, "one");
            requireNonNull(other, "other");
        }

        boolean isSame(Overlap overlap) {
            return equals(overlap) || (one == overlap.other && other == overlap.one);
        }
    }

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if the order does not name each level once, two kinds are allowed to overlap twice, or a
     *     figure is out of range
     */
    public ActivityRules {
        order = ImmutableList.copyOf(Duty.once(order));
        requireNonNull(floorDecision, "floorDecision");
        overlapAllowed = ImmutableList.copyOf(overlapAllowed);
        requireNonNull(referencePriceDays, "referencePriceDays");
        requireNonNull(promotionRules, "promotionRules");
        ImmutableSortedMap.Builder<Kind, List<String>> copy = ImmutableSortedMap.naturalOrder();
        closeOut.forEach((kind, restored) -> copy.put(kind, Duty.words(restored)));
        closeOut = copy.build();
        if (order.size() < Level.values().length) {
            throw new IllegalArgumentException(
                    "The order of promotions names each of " + List.of(Level.values()) + " once, not " + order);
        }
        if (cartUnits < 1 || referencePriceDays.orElse(1L) < 1 || afterBy.isNegative()) {
            throw new IllegalArgumentException(
                    "A cart has 1 unit or more, reference prices go back 1 day or more, and a check is due"
                            + " 0 or more after the end, not " + cartUnits + ", " + referencePriceDays.orElse(1L) + ", "
                            + afterBy);
        }
        if (baselineDays < 1 || baselineDays > DetectionRules.MOST) {
            throw new IllegalArgumentException("Ordinary days are looked for among the last 1 to " + DetectionRules.MOST
                    + " days, not " + baselineDays);
        }
        for (int i = 0; i < overlapAllowed.size(); i++) {
            Overlap overlap = overlapAllowed.get(i);
            if (overlapAllowed.subList(0, i).stream().anyMatch(overlap::isSame)) {
                throw new IllegalArgumentException(
                        "The overlap of " + overlap.one() + " and " + overlap.other() + " is allowed twice");
            }
        }
    }

    /**
     * Whether two activities may overlap on an item without the manager's word (D38).
     *
     * @param one the kind of one
     * @param other the kind of the other
     * @return true if the roster allows it
     */
    public boolean mayOverlap(Kind one, Kind other) {
        return overlapAllowed.stream().anyMatch(new Overlap(one, other)::isSame);
    }
}
