package io.storeops.health;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.catalog.Store;
import io.storeops.position.HealthRules;
import java.util.List;

/**
 * What is asked of a {@link HealthFeed}: the roster's indicators, and the penalties in force.
 *
 * @param store the store
 * @param indicators the indicators, with definition and window, copied
 */
public record HealthRequest(Store store, List<HealthRules.Indicator> indicators) {
    /** Copies the indicators. */
    public HealthRequest {
        requireNonNull(store, "store");
        indicators = ImmutableList.copyOf(indicators);
    }
}
