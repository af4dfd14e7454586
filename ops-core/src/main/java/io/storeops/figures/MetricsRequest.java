package io.storeops.figures;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.calendar.SlotId;
import io.storeops.calendar.SlotPlan;
import io.storeops.catalog.Store;
import java.util.List;

/**
 * What is asked of a {@link MetricsFeed}: the readings of one boundary.
 *
 * @param store the store
 * @param plan the plan that names the boundaries
 * @param slot the slot that the boundary closes
 * @param subjects whose figures are due, copied
 * @param others whether readings of other subjects are wanted too, as far as the source has them: whoever translates ids shows those that
 *     it does not know. A feed may leave them out
 */
public record MetricsRequest(Store store, SlotPlan plan, SlotId slot, List<Subject> subjects, boolean others) {
    /** Copies the subjects. */
    public MetricsRequest {
        requireNonNull(store, "store");
        requireNonNull(plan, "plan");
        requireNonNull(slot, "slot");
        subjects = ImmutableList.copyOf(subjects);
    }

    /**
     * The readings of these subjects and no others.
     *
     * @param store the store
     * @param plan the plan that names the boundaries
     * @param slot the slot that the boundary closes
     * @param subjects whose figures are due
     */
    public MetricsRequest(Store store, SlotPlan plan, SlotId slot, List<Subject> subjects) {
        this(store, plan, slot, subjects, false);
    }
}
