package io.storeops;

import static java.util.Objects.requireNonNull;

import io.storeops.act.PersonalActs;
import io.storeops.competitor.Competitors;
import io.storeops.health.Health;
import io.storeops.listing.Listings;
import io.storeops.listing.Prices;
import java.util.function.Function;

/**
 * What gives persons the knowledge that has sources of its own.
 *
 * @param listings gives the listings of stores
 * @param prices gives their price books
 * @param health gives their health
 * @param competitors gives their rivals' items
 */
record Knowledge(
        Function<PersonalActs, Listings> listings,
        Function<PersonalActs, Prices> prices,
        Function<PersonalActs, Health> health,
        Function<PersonalActs, Competitors> competitors) {
    Knowledge {
        requireNonNull(listings, "listings");
        requireNonNull(prices, "prices");
        requireNonNull(health, "health");
        requireNonNull(competitors, "competitors");
    }
}
