package io.storeops.authority;

import io.storeops.id.IdText;

/**
 * The name of a role of the roster, as in OPERATOR (网店运营) or STORE_MANAGER (店长).
 *
 * @param name the name
 */
public record Role(String name) implements Comparable<Role> {
    /** Whose position the roster describes (网店运营). */
    public static final Role OPERATOR = of("OPERATOR");

    /** Whoever speaks for a department (部门). */
    public static final Role DEPARTMENT = of("DEPARTMENT");

    /** To whom the operator reports (店长). */
    public static final Role STORE_MANAGER = of("STORE_MANAGER");

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if the name breaks the rule of {@link IdText}
     */
    public Role {
        IdText.checked("role", name);
    }

    /**
     * The role of a name.
     *
     * @param name the name
     * @return the role
     */
    public static Role of(String name) {
        return new Role(name);
    }

    @Override
    public int compareTo(Role other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
