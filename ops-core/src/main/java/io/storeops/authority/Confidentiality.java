package io.storeops.authority;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * Where data of each class may go and who may see it (R13, 严守机密): to the named channels and roles, and nowhere else. A class
 * that is not named goes nowhere. Immutable.
 *
 * @param rules the rule of each class
 */
public record Confidentiality(SortedMap<DataClass, Rule> rules) {
    private static final Rule NOWHERE = new Rule(Set.of(), Set.of());

    /**
     * The rule of a class.
     *
     * @param channels the channels of the roster that it may go to, copied
     * @param roles the roles that may see it, copied
     */
    public record Rule(Set<String> channels, Set<Role> roles) {
        /** Copies the sets. */
        public Rule {
            channels = ImmutableSortedSet.copyOf(channels);
            roles = ImmutableSortedSet.copyOf(roles);
        }
    }

    /** Copies the rules. */
    public Confidentiality {
        rules = ImmutableSortedMap.copyOf(rules);
    }

    /**
     * The rules of the classes.
     *
     * @param rules the rule of each class
     * @return the rules
     */
    public static Confidentiality of(Map<DataClass, Rule> rules) {
        return new Confidentiality(ImmutableSortedMap.copyOf(rules));
    }

    /**
     * The channels that data of a class may go to.
     *
     * @param data the class
     * @return their names in the roster; none if the class is not named
     */
    public Set<String> channelsOf(DataClass data) {
        return rules.getOrDefault(data, NOWHERE).channels();
    }

    /**
     * The roles that may see data of a class.
     *
     * @param data the class
     * @return the roles; none if the class is not named
     */
    public Set<Role> rolesOf(DataClass data) {
        return rules.getOrDefault(data, NOWHERE).roles();
    }
}
