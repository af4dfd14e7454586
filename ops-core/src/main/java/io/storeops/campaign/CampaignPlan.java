package io.storeops.campaign;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.id.IdText;
import io.storeops.position.ActivityRules;
import java.time.Instant;
import java.util.List;

/**
 * What the host tells of an activity that is approved already. Immutable.
 *
 * @param id its id
 * @param kind what kind of activity it is
 * @param title what people call it
 * @param offers the SKUs that take part, or items that have but one, each once, copied
 * @param start from when on, included, in whole microseconds
 * @param end until when, excluded and after its start, in whole microseconds
 */
public record CampaignPlan(
        String id, ActivityRules.Kind kind, String title, List<Offer> offers, Instant start, Instant end) {
    /**
     * Copies the offers.
     *
     * @throws IllegalArgumentException if the id breaks the rule of {@link IdText}, or it does not end after it starts
     */
    public CampaignPlan {
        IdText.checked("campaign id", id);
        requireNonNull(kind, "kind");
        requireNonNull(title, "title");
        offers = ImmutableList.copyOf(offers);
        Campaign.requireWindow(id, start, end);
    }
}
