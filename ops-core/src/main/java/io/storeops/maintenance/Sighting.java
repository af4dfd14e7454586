package io.storeops.maintenance;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.storeops.feed.Coverage;
import io.storeops.inspection.RuleKey;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What one look at a source gave, to be judged by one rule (R38). What the rule needs of the past, since when a stock differs and what a
 * rival's price is compared with, is filled in from what is stored. Immutable.
 *
 * @param <V> what is read of a subject: what the rule of the name judges
 * @param rule category and metric
 * @param asOf the instant of which the source speaks; empty if it does not say
 * @param coverage how much of what was asked for it gave
 * @param checked how many listings it gave, 0 or more
 * @param read what was read, by subject, copied
 * @param names ids for anomalies that are new, by subject, copied; others are given one
 */
public record Sighting<V>(
        RuleKey rule,
        Optional<Instant> asOf,
        Coverage coverage,
        long checked,
        Map<String, V> read,
        Map<String, String> names) {
    /** Copies the maps. */
    public Sighting {
        requireNonNull(rule, "rule");
        requireNonNull(asOf, "asOf");
        requireNonNull(coverage, "coverage");
        read = ImmutableMap.copyOf(read);
        names = ImmutableMap.copyOf(names);
    }

    /**
     * What a source gave in full.
     *
     * @param <V> what is read of a subject
     * @param rule category and metric
     * @param asOf the instant of which the source speaks
     * @param read what was read, by subject; as many listings were checked
     * @return the sighting
     */
    public static <V> Sighting<V> complete(RuleKey rule, Instant asOf, Map<String, V> read) {
        return new Sighting<>(rule, Optional.of(asOf), Coverage.COMPLETE, read.size(), read, Map.of());
    }
}
