package io.storeops.activity;

import static java.util.Objects.requireNonNull;

import io.storeops.kpi.Ratio;
import java.util.Optional;

/**
 * The effect of an activity from its start up to an instant (R62). Immutable.
 *
 * @param sold units sold, 0 or more
 * @param quota units offered, 1 or more; empty if as many as there are
 * @param buyers paid buyers, 0 or more; empty if the marketplace does not tell (R26)
 * @param visitors visitors, 0 or more; empty if the marketplace does not tell
 */
public record Effect(long sold, Optional<Long> quota, Optional<Long> buyers, Optional<Long> visitors) {
    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public Effect {
        requireNonNull(quota, "quota");
        requireNonNull(buyers, "buyers");
        requireNonNull(visitors, "visitors");
        if (sold < 0 || quota.orElse(1L) < 1 || buyers.orElse(0L) < 0 || visitors.orElse(0L) < 0) {
            throw new IllegalArgumentException(
                    "Units sold, buyers and visitors are 0 or more and a quota is 1 or more, not " + sold + ", "
                            + buyers.orElse(0L) + ", " + visitors.orElse(0L) + " and " + quota.orElse(1L));
        }
    }

    /**
     * Units sold of a quota.
     *
     * @param sold units sold
     * @param quota units offered
     * @return the effect
     * @throws IllegalArgumentException if a figure is out of range
     */
    public static Effect of(long sold, long quota) {
        return new Effect(sold, Optional.of(quota), Optional.empty(), Optional.empty());
    }

    /**
     * Which part of the quota is sold.
     *
     * @return sold / quota; empty without a quota
     */
    public Optional<Ratio> sellThrough() {
        return quota.map(units -> Ratio.of(sold, units));
    }

    /**
     * Which part of the visitors bought.
     *
     * @return buyers / visitors; empty unless both are known
     */
    public Optional<Ratio> conversion() {
        return buyers.flatMap(bought -> visitors.map(came -> Ratio.of(bought, came)));
    }

    /** The same of a quota. */
    Effect of(Optional<Long> units) {
        return new Effect(sold, units, buyers, visitors);
    }

    /** The quota, if more than it was sold. */
    Optional<Long> beyond() {
        return quota.filter(units -> sold > units);
    }

    /** Whether nothing is left to be sold (D37). */
    boolean exhausted() {
        return quota.filter(units -> sold >= units).isPresent();
    }
}
