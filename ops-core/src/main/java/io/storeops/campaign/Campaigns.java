package io.storeops.campaign;

import io.storeops.act.PersonalActs;
import io.storeops.id.StoreId;
import io.storeops.promotion.Window;
import io.storeops.storage.Query;
import io.storeops.storage.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What runs in a store, and its later end, in the hands of one person. Every act throws
 * {@link io.storeops.failure.DeniedException} if its right is missing, and {@link io.storeops.failure.RefusedException} if a guard
 * says no: NO_SUCH_CAMPAIGN, ENDED at or after its end (D37), WRONG_STATE before its start, NOT_LATER if it ends as late already, or
 * the code of whoever relies on its end. Thread-safe.
 */
public final class Campaigns {
    private final PersonalActs acts;

    Campaigns(PersonalActs acts) {
        this.acts = acts;
    }

    /**
     * Approves that a running campaign ends later, up to an instant (R66). Right APPROVE:EXTENSION.
     *
     * @param store the store
     * @param id the campaign
     * @param latestEnd the latest end, in whole microseconds
     * @return the approval, which stands for every end up to it
     * @throws IllegalArgumentException if the instant is finer than microseconds
     * @throws io.storeops.failure.RefusedException EXISTS too, if this end is approved already
     */
    public ExtensionApproval approveExtension(StoreId store, String id, Instant latestEnd) {
        return acts.perform(store, new ApproveExtension(id, whole(latestEnd)));
    }

    /**
     * Lets a running campaign end later. Right EXECUTE:X2, and somebody else's approval of an end that late: without one it is denied
     * APPROVE:EXTENSION.
     *
     * @param store the store
     * @param id the campaign
     * @param newEnd the new end, in whole microseconds
     * @return the campaign with its new end
     * @throws IllegalArgumentException if the instant is finer than microseconds
     */
    public Campaign extend(StoreId store, String id, Instant newEnd) {
        return acts.perform(store, new ExtendActivity(id, whole(newEnd)));
    }

    private static Instant whole(Instant end) {
        if (!end.equals(end.truncatedTo(ChronoUnit.MICROS))) {
            throw new IllegalArgumentException("A campaign ends at a whole microsecond, not at " + end);
        }
        return end;
    }

    /**
     * A campaign.
     *
     * @param store the store
     * @param id the campaign
     * @return the campaign; empty if there is none
     */
    public Optional<Campaign> find(StoreId store, String id) {
        return acts.look(
                store,
                CampaignEntries.READ,
                context -> CampaignEntries.row(context, id).map(Versioned::value));
    }

    /**
     * All campaigns that are known of a store, whether they run or not.
     *
     * @param store the store
     * @return the campaigns in the order of their ids
     */
    public List<Campaign> all(StoreId store) {
        return acts.look(store, CampaignEntries.READ, context -> context.rows().all(Query.of(Campaign.TABLE, store)));
    }

    /**
     * What runs at an instant.
     *
     * @param store the store
     * @param at the instant
     * @return the campaigns in the order of their ends
     */
    public List<Campaign> running(StoreId store, Instant at) {
        return acts.look(store, CampaignEntries.READ, context -> Campaign.running(context, at));
    }

    /**
     * The calendar of a span of time: what runs in it, what of that overlaps, and what ends soon.
     *
     * @param store the store
     * @param from the first instant
     * @param to the first instant after it
     * @param soon how soon is soon, as in the 24 hours of the roster's {@code activityExpiryWarning}
     * @return the campaigns in the order of their starts, as they stand now; none if there is no instant in the span
     */
    public List<CalendarEntry> calendar(StoreId store, Instant from, Instant to, Duration soon) {
        Window asked = new Window(from, to);
        return acts.look(
                store,
                CampaignEntries.READ,
                context -> CalendarEntry.of(Campaign.notOver(context, from), asked, context.now(), soon));
    }

    /**
     * What a running campaign makes of a SKU's approved price (D8).
     *
     * @param store the store
     * @param sku the SKU
     * @param at the instant
     * @return the lowest price that one running then sets, in minor units; empty if none sets one
     */
    public Optional<Long> priceOf(StoreId store, String sku, Instant at) {
        return acts.look(store, CampaignEntries.READ, context -> Campaign.priceOf(context, sku, at));
    }
}
