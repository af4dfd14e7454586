package io.storeops.activity;

import static java.util.Objects.requireNonNull;

import io.storeops.id.ActorId;
import io.storeops.id.IdText;
import java.util.Optional;

/**
 * What the host tells of an activity that was begun before the library was: it runs already, or waits to be approved. Immutable.
 *
 * @param id its id
 * @param plan what it is to be
 * @param running whether it runs since its start; else it is submitted and waits
 * @param submittedBy who submitted it; empty if the host does not know
 * @param approvedBy who approved one that runs; empty if the host does not know, or nobody has
 */
public record ToldActivity(
        String id, ActivityPlan plan, boolean running, Optional<ActorId> submittedBy, Optional<ActorId> approvedBy) {
    /**
     * Checks the id.
     *
     * @throws IllegalArgumentException if the id breaks the rule of {@link IdText}
     */
    public ToldActivity {
        IdText.checked("activity id", id);
        requireNonNull(plan, "plan");
        requireNonNull(submittedBy, "submittedBy");
        requireNonNull(approvedBy, "approvedBy");
    }
}
