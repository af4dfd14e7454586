package io.storeops.requirement;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Fact;

/**
 * Somebody asks for something by itself or for a thing of a duty, which may refuse that.
 *
 * @param requirement the requirement
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public record RequirementOpened(Requirement requirement) implements Fact {
    /** Checks for null. */
    public RequirementOpened {
        requireNonNull(requirement, "requirement");
    }
}
