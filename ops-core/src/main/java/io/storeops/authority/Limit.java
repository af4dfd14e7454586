package io.storeops.authority;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedSet;
import io.storeops.id.IdText;
import java.util.Set;

/**
 * How often an act may be done on one date of the store's zone, whoever does it and under whatever right: limits accumulate
 * over people and commands. Refused and denied attempts do not count.
 *
 * @param name the limit's name, unique in its roster
 * @param act the act it counts, as in SUBMIT_SUGGESTION
 * @param per what is counted apart, copied; empty to count the store as a whole
 * @param perDay how often at most, 1 or more
 */
public record Limit(String name, String act, Set<Per> per, long perDay) {
    /** What is counted apart. */
    public enum Per {
        /** Each person. */
        ACTOR,
        /** Each thing that the act is about, for instance each SKU. */
        SUBJECT
    }

    /**
     * Checks the names and the number.
     *
     * @throws IllegalArgumentException if a name is not one, or the number is below 1
     */
    public Limit {
        IdText.checked("limit", name);
        requireNonNull(act, "act");
        per = ImmutableSortedSet.copyOf(per);
        if (perDay < 1) {
            throw new IllegalArgumentException("The limit " + name + " must allow at least 1 a day, not " + perDay);
        }
    }
}
