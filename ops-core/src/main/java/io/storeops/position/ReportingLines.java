package io.storeops.position;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import io.storeops.authority.Role;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Who reports to whom (直接上级, 间接上级): the line of the post itself, and those of other roles. The store manager is the operator's
 * direct superior (A14), the manager's superior the second step of an escalation (R45). Immutable.
 *
 * @param role the role of the post itself
 * @param reportsTo the direct superior of the post; empty if the description names none
 * @param others the superiors of other roles, copied
 */
public record ReportingLines(Role role, Optional<Role> reportsTo, SortedMap<Role, Role> others) {
    /** The role of the post unless its description names another: the default roster's. */
    public static final Role DEFAULT_ROLE = Role.of("OPERATOR");

    /**
     * Copies the lines.
     *
     * @throws IllegalArgumentException if a role comes to report to itself, or the post's line is named twice
     */
    public ReportingLines {
        requireNonNull(role, "role");
        others = ImmutableSortedMap.copyOf(others);
        if (others.containsKey(role)) {
            throw new BrokenRule(
                    "$.position.reporting", role, "is the post itself, whose superior stands in reportsTo");
        }
        ImmutableSortedMap.Builder<Role, Role> lines = ImmutableSortedMap.naturalOrder();
        lines.putAll(others);
        reportsTo.ifPresent(superior -> lines.put(role, superior));
        Map<Role, Role> all = lines.build();
        Role post = role;
        RosterRules.requireNoCircle(
                all, low -> low.equals(post) ? "$.position.reportsTo" : "$.position.reporting." + low);
    }

    /**
     * Lines of which nothing is known but whose they are.
     *
     * @return the lines of the default role
     */
    public static ReportingLines none() {
        return new ReportingLines(DEFAULT_ROLE, Optional.empty(), ImmutableSortedMap.of());
    }

    /**
     * The direct superior of a role.
     *
     * @param of the role
     * @return its superior, empty if none is named
     */
    public Optional<Role> findSuperior(Role of) {
        return of.equals(role) ? reportsTo : Optional.ofNullable(others.get(of));
    }
}
