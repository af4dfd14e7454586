package io.storeops.authority;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What each role may do until the next plan begins (R2). Immutable.
 *
 * @param effectiveFrom where it begins to rule: a date in the store's zone, or an instant (D81)
 * @param roles the rights of each role, copied
 */
public record RolePlan(Bound effectiveFrom, SortedMap<Role, Set<Right>> roles) {
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
     * @param effectiveFrom where it begins to rule: a date in the store's zone, or an instant (D81)
     * @param roles the rights of each role
     * @param confidentiality who may see what; a role that only it names gets nothing
     * @return the plan
     */
    public static RolePlan of(Bound effectiveFrom, Map<Role, Set<Right>> roles, Confidentiality confidentiality) {
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
