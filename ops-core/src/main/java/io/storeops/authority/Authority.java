package io.storeops.authority;

import static java.util.Objects.requireNonNull;

import io.storeops.id.ActorId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The charter of one store that is in force now, exchanged as a whole: every question is answered by one immutable charter
 * and names its version; there is no moment without rules and none between two versions. Thread-safe.
 */
public final class Authority {
    private volatile Charter inForce;

    /**
     * An authority.
     *
     * @param charter the charter in force
     */
    public Authority(Charter charter) {
        this.inForce = requireNonNull(charter, "charter");
    }

    /**
     * The charter in force.
     *
     * @return the charter, for several questions to the same version
     */
    public Charter charter() {
        return inForce;
    }

    /**
     * Puts a charter into force, unless a later version is in force already.
     *
     * @param charter the charter
     * @return the charter in force afterwards
     */
    public synchronized Charter exchange(Charter charter) {
        if (charter.version() >= inForce.version()) {
            inForce = charter;
        }
        return inForce;
    }

    /**
     * Whether a person holds a right at an instant, by the charter in force.
     *
     * @param actor the person
     * @param at the instant
     * @param right the right
     * @return the decision with the version of the rules
     * @see Charter#decide(ActorId, Instant, Right)
     */
    public Decision decide(ActorId actor, Instant at, Right right) {
        return inForce.decide(actor, at, right);
    }

    /**
     * Whether a person may decide on something that others submitted, by the charter in force.
     *
     * @param actor the person
     * @param at the instant
     * @param anyOf the rights, at least one
     * @param submitters who submitted it, and on whose behalf; empty if nobody did
     * @return the decision with the version of the rules
     * @see Charter#decide(ActorId, Instant, List, Set)
     */
    public Decision decide(ActorId actor, Instant at, List<Right> anyOf, Set<ActorId> submitters) {
        return inForce.decide(actor, at, anyOf, submitters);
    }
}
