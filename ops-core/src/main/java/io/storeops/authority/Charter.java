package io.storeops.authority;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import io.storeops.id.ActorId;
import io.storeops.storage.Versioned;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * The rights of a store's people on a date: what each role may do, and who holds which role. Immutable; decides without
 * looking anywhere else. What no rule allows is denied.
 *
 * @param version the version of the roster that the roles come from
 * @param roles what each role may do
 * @param assignments who holds which role, as read
 */
public record Charter(String version, SortedMap<Role, Set<Right>> roles, List<Versioned<Assignment>> assignments) {
    /** Copies the rules. */
    public Charter {
        requireNonNull(version, "version");
        ImmutableSortedMap.Builder<Role, Set<Right>> copy = ImmutableSortedMap.naturalOrder();
        roles.forEach((role, rights) -> copy.put(role, ImmutableSortedSet.copyOf(rights)));
        roles = copy.build();
        assignments = ImmutableList.copyOf(assignments);
    }

    /**
     * The charter of a roster's roles and a store's assignments.
     *
     * @param version the version of the roster
     * @param roles what each role may do
     * @param assignments who holds which role
     * @return the charter
     */
    public static Charter of(
            String version, Map<Role, Set<Right>> roles, Collection<Versioned<Assignment>> assignments) {
        return new Charter(version, ImmutableSortedMap.copyOf(roles), List.copyOf(assignments));
    }

    /**
     * Whether a person holds one of several rights on a date.
     *
     * @param actor the person
     * @param date the date in the store's zone
     * @param anyOf the rights, at least one; the first is named when all are missing
     * @return allowed by the first right held, or denied
     */
    public Decision decide(ActorId actor, LocalDate date, List<Right> anyOf) {
        for (Right right : anyOf) {
            for (Versioned<Assignment> assignment : assignments) {
                if (assignment.value().actor().equals(actor) && gives(assignment.value(), right, date)) {
                    return new Decision.Allowed(right, assignment);
                }
            }
        }
        Right missing = anyOf.get(0);
        return new Decision.Denied(missing, holders(missing, date));
    }

    /**
     * Who holds a right on a date.
     *
     * @param right the right
     * @param date the date in the store's zone
     * @return the people in order of their ids, each once
     */
    public List<ActorId> holders(Right right, LocalDate date) {
        return assignments.stream()
                .map(Versioned::value)
                .filter(assignment -> gives(assignment, right, date))
                .map(Assignment::actor)
                .sorted()
                .distinct()
                .toList();
    }

    private boolean gives(Assignment assignment, Right right, LocalDate date) {
        return assignment.validOn(date)
                && roles.getOrDefault(assignment.role(), Set.of()).contains(right);
    }
}
