package io.storeops.maintenance;

import static java.util.Objects.requireNonNull;

/**
 * An anomaly as the measures count it.
 *
 * @param id the anomaly
 * @param complete whether it has all evidence of its kind, in every episode
 * @param counts whether it counts in K2.2 to K2.4: no false alarm, and more than covered
 */
public record Counted(String id, boolean complete, boolean counts) {
    /** Checks for null. */
    public Counted {
        requireNonNull(id, "id");
    }
}
