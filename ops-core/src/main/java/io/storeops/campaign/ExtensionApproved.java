package io.storeops.campaign;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Fact;

/**
 * Somebody approved that a campaign may end later (R66): what waits for it reacts.
 *
 * @param approval the approval
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public record ExtensionApproved(ExtensionApproval approval) implements Fact {
    /** Checks for null. */
    public ExtensionApproved {
        requireNonNull(approval, "approval");
    }
}
