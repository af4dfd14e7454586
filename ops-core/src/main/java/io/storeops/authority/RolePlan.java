package io.storeops.authority;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What each role may do from a date until the next plan's (R2). Immutable.
 *
 * @param effectiveFrom the first date in the store's zone on which it rules
 * @param roles the rights of each role, copied
 */
public record RolePlan(LocalDate effectiveFrom, SortedMap<Role, Set<Right>> roles) {
    /** Copies the roles. */
    public RolePlan {
        requireNonNull(effectiveFrom, "effectiveFrom");
        ImmutableSortedMap.Builder<Role, Set<Right>> copy = ImmutableSortedMap.naturalOrder();
        roles.forEach((role, rights) -> copy.put(role, ImmutableSortedSet.copyOf(rights)));
        roles = copy.build();
    }

    /**
     * The rights of roles together with what confidentiality lets each of them see, as rights READ:class. Confidentiality
     * alone gives these (R13): where a role lists one itself, it does not count.
     *
     * @param effectiveFrom the first date in the store's zone on which it rules
     * @param roles the rights of each role
     * @param confidentiality who may see what; a role that only it names gets nothing
     * @return the plan
     */
    public static RolePlan of(LocalDate effectiveFrom, Map<Role, Set<Right>> roles, Confidentiality confidentiality) {
        SortedMap<Role, Set<Right>> all = new TreeMap<>();
        roles.forEach((role, rights) -> {
            Set<Right> together = new TreeSet<>(rights);
            for (DataClass data : DataClass.values()) {
                together.remove(data.read());
                if (confidentiality.rolesOf(data).contains(role)) {
                    together.add(data.read());
                }
            }
            all.put(role, together);
        });
        return new RolePlan(effectiveFrom, all);
    }
}
