package io.storeops.vetting;

import com.google.common.collect.ImmutableSet;
import java.util.Set;

/**
 * What the manager decided beside the approval (R61, D38, D44). Immutable.
 *
 * @param overlap the campaigns that this one may overlap with, by id, copied
 * @param reference whether its prices may be as high as the reference price, or higher
 */
public record Allowances(Set<String> overlap, boolean reference) {
    /** Nothing but what the roster allows. */
    public static final Allowances NONE = new Allowances(Set.of(), false);

    /** Copies the campaigns. */
    public Allowances {
        overlap = ImmutableSet.copyOf(overlap);
    }
}
