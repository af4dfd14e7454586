package io.storeops.health;

import static java.util.Objects.requireNonNull;

import io.storeops.id.IdText;
import io.storeops.id.StoreId;
import io.storeops.inspection.RuleKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One value of one indicator, as a source or a person gives it. Immutable.
 *
 * @param indicator category and metric, as in DSR and DESCRIPTION
 * @param subject of whom: the store's id, or an item's
 * @param asOf the instant of which the source speaks, cut to microseconds
 * @param value what was read
 * @param source where it comes from: an adapter, a file, a person
 */
public record HealthReading(RuleKey indicator, String subject, Instant asOf, HealthValue value, String source) {
    /**
     * Checks the ids and cuts the instant.
     *
     * @throws IllegalArgumentException if the subject or the source breaks the rule of {@link IdText}
     */
    public HealthReading {
        requireNonNull(indicator, "indicator");
        IdText.checked("subject id", subject);
        asOf = asOf.truncatedTo(ChronoUnit.MICROS);
        requireNonNull(value, "value");
        IdText.checked("source", source);
    }

    /**
     * A value of the store itself.
     *
     * @param store the store
     * @param indicator category and metric
     * @param asOf the instant of which the source speaks
     * @param value what was read
     * @param source where it comes from
     * @return the reading
     * @throws IllegalArgumentException if the source breaks the rule of {@link IdText}
     */
    public static HealthReading of(StoreId store, RuleKey indicator, Instant asOf, HealthValue value, String source) {
        return new HealthReading(indicator, store.value(), asOf, value, source);
    }
}
