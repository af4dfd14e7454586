package io.storeops.campaign;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Fact;

/**
 * A campaign ends later: what relies on its end checks it (D38) and reacts to it (R51).
 *
 * @param before the campaign as it was
 * @param after the campaign with its later end
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public record CampaignExtended(Campaign before, Campaign after) implements Fact {
    /** Checks for null. */
    public CampaignExtended {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }
}
