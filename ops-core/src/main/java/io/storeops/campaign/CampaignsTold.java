package io.storeops.campaign;

import com.google.common.collect.ImmutableList;
import io.storeops.act.Fact;
import java.util.List;

/**
 * The host told of campaigns that are approved already: what was proved without them has to be proved anew.
 *
 * @param campaigns the campaigns that are new, copied
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public record CampaignsTold(List<Campaign> campaigns) implements Fact {
    /** Copies the campaigns. */
    public CampaignsTold {
        campaigns = ImmutableList.copyOf(campaigns);
    }
}
