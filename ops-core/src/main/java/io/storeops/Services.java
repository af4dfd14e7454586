package io.storeops;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.storeops.act.Acts;
import io.storeops.act.PersonalActs;
import io.storeops.agenda.AgendaBuilder;
import io.storeops.agenda.DutyModule;
import io.storeops.health.HealthFeed;
import io.storeops.id.StoreId;
import io.storeops.listing.Listings;
import io.storeops.maintenance.Maintenance;
import io.storeops.reporting.SlotReporting;
import io.storeops.storage.Blobs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What every desk works with.
 *
 * @param acts the pattern of every act
 * @param reporting gives duty 1 of a person
 * @param listings gives the listings of stores in a person's hands
 * @param maintenance gives duty 2 of a person
 * @param agenda what is expected of a store and how far it is
 * @param duties whose open items can be handed over
 * @param health where each store's scores, rates, spend and penalties come from
 * @param blobs where the bytes of evidence are kept, if the storage keeps any
 */
record Services(
        Acts acts,
        Function<PersonalActs, SlotReporting> reporting,
        Function<PersonalActs, Listings> listings,
        Function<PersonalActs, Maintenance> maintenance,
        AgendaBuilder agenda,
        List<DutyModule> duties,
        Map<StoreId, HealthFeed> health,
        Optional<Blobs> blobs) {
    Services {
        requireNonNull(acts, "acts");
        requireNonNull(reporting, "reporting");
        requireNonNull(listings, "listings");
        requireNonNull(maintenance, "maintenance");
        requireNonNull(agenda, "agenda");
        duties = List.copyOf(duties);
        health = ImmutableMap.copyOf(health);
        requireNonNull(blobs, "blobs");
    }
}
