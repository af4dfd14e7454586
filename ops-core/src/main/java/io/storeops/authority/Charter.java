package io.storeops.authority;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.id.ActorId;
import io.storeops.id.ActorKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one store at one version: who may do what at any instant (R7, R8, R88). Made once of role plans, assignments
 * and deputies, then immutable and thread-safe; decides without looking anywhere else. What no rule allows is denied.
 */
public final class Charter {
    private static final List<Grant> NONE = ImmutableList.of();
    private static final List<Holder> NOBODY = ImmutableList.of();

    private final long version;
    private final Map<ActorId, Map<Right, List<Grant>>> grants;
    private final Map<Right, List<Holder>> holders;
    private final Set<ActorId> services;

    private Charter(long version, Grants grants) {
        this.version = version;
        this.grants = grants.byActor();
        this.holders = grants.byRight();
        this.services = grants.services();
    }

    /**
     * The charter of a store.
     *
     * @param version the version of the rules, 0 or more
     * @param zone the store's zone, in which dates begin and end
     * @param plans the role plans; each rules until the next one does
     * @param assignments who holds which role
     * @param deputies who stands in for whom
     * @return the charter
     * @throws IllegalArgumentException if two plans take effect on one date, or assignments and deputies are of several stores
     */
    public static Charter of(
            long version,
            ZoneId zone,
            Collection<RolePlan> plans,
            Collection<Assignment> assignments,
            Collection<Deputyship> deputies) {
        return new Charter(version, new Grants(version, zone, plans, assignments, deputies));
    }

    /**
     * The version of the rules.
     *
     * @return 0 or more
     */
    public long version() {
        return version;
    }

    /**
     * Whether a person holds a right at an instant. Allocates nothing if it is allowed.
     *
     * @param actor the person
     * @param at the instant
     * @param right the right
     * @return allowed, by the person's own role rather than as a deputy, or denied
     */
    public Decision decide(ActorId actor, Instant at, Right right) {
        Decision allowed = find(actor, at, right, Set.of());
        return allowed != null ? allowed : new Decision.Denied(right, holders(right, at), version);
    }

    /**
     * Whether a person holds one of several rights at an instant.
     *
     * @param actor the person
     * @param at the instant
     * @param anyOf the rights, at least one; the first is named when all are missing
     * @return allowed by the first right held, or denied
     */
    public Decision decide(ActorId actor, Instant at, List<Right> anyOf) {
        return decide(actor, at, anyOf, Set.of());
    }

    /**
     * Whether a person may, by one of several rights, decide on something that others submitted. A person may not if they are
     * among the submitters, and not in the name of a principal who is (R85, R89).
     *
     * @param actor the person
     * @param at the instant
     * @param anyOf the rights, at least one; the first is named when all are missing
     * @param submitters who submitted it, and on whose behalf
     * @return allowed by the first right held, denied, or denied because it would be a decision on one's own submission
     */
    public Decision decide(ActorId actor, Instant at, List<Right> anyOf, Set<ActorId> submitters) {
        for (int i = 0; i < anyOf.size(); i++) {
            Decision allowed = find(actor, at, anyOf.get(i), submitters);
            if (allowed != null) {
                return allowed;
            }
        }
        if (!submitters.isEmpty()) {
            for (Right right : anyOf) {
                if (find(actor, at, right, Set.of()) != null) {
                    return new Decision.SelfDecision(right, holders(right, at, submitters), version);
                }
            }
        }
        return new Decision.Denied(anyOf.get(0), holders(anyOf.get(0), at, submitters), version);
    }

    private @Nullable Decision find(ActorId actor, Instant at, Right right, Set<ActorId> submitters) {
        return find(actor, of(actor, right), at, submitters);
    }

    private @Nullable Decision find(ActorId actor, List<Grant> held, Instant at, Set<ActorId> submitters) {
        if (submitters.contains(actor)) {
            return null;
        }
        // By index: an iterator would be allocated at every question.
        for (int i = 0; i < held.size(); i++) {
            Grant grant = held.get(i);
            if (grant.period().holds(at) && !grant.standsInFor(submitters)) {
                return grant.allowed();
            }
        }
        return null;
    }

    private List<Grant> of(ActorId actor, Right right) {
        Map<Right, List<Grant>> byRight = grants.get(actor);
        if (byRight == null) {
            return NONE;
        }
        List<Grant> held = byRight.get(right);
        return held == null ? NONE : held;
    }

    /**
     * What stands behind an actor.
     *
     * @param actor the actor
     * @return SERVICE if an assignment of the store, of whatever time, says so
     */
    public ActorKind kindOf(ActorId actor) {
        return services.contains(actor) ? ActorKind.SERVICE : ActorKind.PERSON;
    }

    /**
     * Who holds a right at an instant. A service is not among them: what it does counts for these (D65, D82), and they are who
     * can be asked.
     *
     * @param right the right
     * @param at the instant
     * @return the people in order of their ids, each once
     */
    public List<ActorId> holders(Right right, Instant at) {
        return holders(right, at, Set.of());
    }

    private List<ActorId> holders(Right right, Instant at, Set<ActorId> submitters) {
        List<Holder> possible = holders.getOrDefault(right, NOBODY);
        ImmutableList.Builder<ActorId> found = ImmutableList.builderWithExpectedSize(possible.size());
        for (Holder holder : possible) {
            if (find(holder.actor(), holder.held(), at, submitters) != null) {
                found.add(holder.actor());
            }
        }
        return found.build();
    }

    /** A right in somebody's hands for a time. */
    record Grant(Period period, Decision.Allowed allowed) {
        Grant {
            requireNonNull(period, "period");
            requireNonNull(allowed, "allowed");
        }

        boolean standsInFor(Set<ActorId> people) {
            Optional<ActorId> principal = allowed.onBehalfOf();
            return principal.isPresent() && people.contains(principal.get());
        }
    }

    /** Somebody who holds a right at some time. */
    record Holder(ActorId actor, List<Grant> held) {
        Holder {
            requireNonNull(actor, "actor");
            held = ImmutableList.copyOf(held);
        }
    }
}
