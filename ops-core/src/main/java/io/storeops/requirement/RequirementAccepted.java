package io.storeops.requirement;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Fact;

/**
 * What was required is there: what waited for it can go on (D56).
 *
 * @param requirement the requirement, ACCEPTED
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public record RequirementAccepted(Requirement requirement) implements Fact {
    /** Checks for null. */
    public RequirementAccepted {
        requireNonNull(requirement, "requirement");
    }
}
