package io.storeops.authority;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.id.ActorId;
import java.util.List;
import java.util.Optional;

/**
 * The answer to "may this person do this now": {@link Allowed} by a role, {@link Denied} because no rule allows it, or
 * {@link SelfDecision} because it is the person's own submission, or that of whom they would decide for. Each names the version of
 * the rules that it was given under.
 */
public sealed interface Decision {
    /**
     * The version of the rules.
     *
     * @return the charter's version, 0 or more
     */
    long version();

    /**
     * Allowed.
     *
     * @param right the right that allows it
     * @param role the role that gives the right
     * @param onBehalfOf for whom the person stands in; empty if the role is their own
     * @param version the version of the rules
     */
    record Allowed(Right right, Role role, Optional<ActorId> onBehalfOf, long version) implements Decision {
        /** Checks for null. */
        public Allowed {
            requireNonNull(right, "right");
            requireNonNull(role, "role");
            requireNonNull(onBehalfOf, "onBehalfOf");
        }
    }

    /**
     * Denied: no rule allows it.
     *
     * @param missing the right that is missing
     * @param holders who holds it in this store now, in order of their ids
     * @param version the version of the rules
     */
    record Denied(Right missing, List<ActorId> holders, long version) implements Decision {
        /** Copies the holders. */
        public Denied {
            requireNonNull(missing, "missing");
            holders = ImmutableList.copyOf(holders);
        }
    }

    /**
     * Denied: the right is there, but nobody decides what they submitted, themselves or through a deputy, and nobody decides in the
     * name of somebody who submitted it (R85, R89). By a role of one's own one may decide what the person one stands in for
     * submitted, and what one's deputy submitted in their own name.
     *
     * @param right the right that the person holds
     * @param holders who else holds it in this store now and could decide, in order of their ids
     * @param version the version of the rules
     */
    record SelfDecision(Right right, List<ActorId> holders, long version) implements Decision {
        /** Copies the holders. */
        public SelfDecision {
            requireNonNull(right, "right");
            holders = ImmutableList.copyOf(holders);
        }
    }
}
