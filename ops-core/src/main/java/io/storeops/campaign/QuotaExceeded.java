package io.storeops.campaign;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Fact;

/**
 * More of a campaign was sold than it offers, as its effect was read (D45).
 *
 * @param campaign the campaign
 * @param sold the units that were sold since its start
 * @param quota the units that it offers, fewer than those
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public record QuotaExceeded(Campaign campaign, long sold, long quota) implements Fact {
    /** Checks for null. */
    public QuotaExceeded {
        requireNonNull(campaign, "campaign");
    }
}
