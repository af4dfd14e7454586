package io.storeops.authority;

import com.google.common.collect.ImmutableList;
import io.storeops.id.ActorId;
import io.storeops.storage.Versioned;
import java.util.List;

/** The answer to "may this person do this now": {@link Allowed} by an assignment, or {@link Denied}. */
public sealed interface Decision {
    /**
     * Allowed.
     *
     * @param right the right that allows it
     * @param by the assignment that gives the right, as it was read
     */
    record Allowed(Right right, Versioned<Assignment> by) implements Decision {}

    /**
     * Denied: no rule allows it.
     *
     * @param missing the right that is missing
     * @param holders who holds it in this store now, in order of their ids
     */
    record Denied(Right missing, List<ActorId> holders) implements Decision {
        /** Copies the holders. */
        public Denied {
            holders = ImmutableList.copyOf(holders);
        }
    }
}
