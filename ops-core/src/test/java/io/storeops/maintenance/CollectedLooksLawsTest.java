package io.storeops.maintenance;

import static io.storeops.CollectingShop.shows;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.CollectingShop;
import io.storeops.feed.Coverage;
import io.storeops.listing.ListingValue;
import io.storeops.storage.MemoryStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** What any order of looks comes to, counted by hand. */
class CollectedLooksLawsTest {
    /** How a look is. */
    enum Manner {
        GOOD,
        BAD,
        /** As bad, but nobody knows what is missing. */
        BAD_PARTIAL,
        /** As bad, but three hours old. */
        BAD_OLD,
        /** As bad, but nobody knows of when. */
        BAD_OF_UNKNOWN_INSTANT,
        /** The last one once more. */
        AGAIN
    }

    /** An anomaly nobody acts on: FOUND by a bad look, ended by two good ones in a row, an episode more when it is back. */
    private static final class Counted {
        private boolean open;
        private int episodes;
        private int observations;
        private int good;

        void look(boolean bad) {
            if (bad) {
                episodes += open ? 0 : 1;
                open = true;
                observations++;
                good = 0;
            } else {
                good++;
                open &= good < 2;
            }
        }
    }

    @Property(tries = 60)
    void onlyLooksThatCanBeJudgedByCountAndEachOnce(@ForAll @Size(min = 1, max = 12) List<Manner> looks) {
        CollectingShop shop = new CollectingShop(MemoryStorage::empty);
        shop.priced(10_000);
        shop.pass(Duration.ofHours(3));
        Counted expected = new Counted();
        // So that the old ones are older than what is known.
        shop.look(ListingValue.price(10_000));
        expected.look(false);
        for (Manner manner : looks) {
            if (manner == Manner.AGAIN) {
                shop.keeper().collect(STORE);
                continue;
            }
            shop.minutes(10);
            Optional<Instant> asOf = switch (manner) {
                case BAD_OLD -> Optional.of(shop.now().minus(Duration.ofHours(3)));
                case BAD_OF_UNKNOWN_INSTANT -> Optional.empty();
                case GOOD, BAD, BAD_PARTIAL, AGAIN -> Optional.of(shop.now());
            };
            shop.listings.clear();
            shop.listings.adds(
                    asOf,
                    manner == Manner.BAD_PARTIAL ? Coverage.PARTIAL : Coverage.COMPLETE,
                    List.of(),
                    List.of(shows("A", ListingValue.price(manner == Manner.GOOD ? 10_000 : 9_000))));
            shop.keeper().collect(STORE);
            if (manner == Manner.GOOD || manner == Manner.BAD) {
                expected.look(manner == Manner.BAD);
            }
        }
        shop.ops().tick(STORE);
        assertEquals(expected.episodes > 0 ? 1 : 0, shop.anomalies().size());
        for (Anomaly anomaly : shop.anomalies()) {
            assertEquals(expected.open ? AnomalyState.FOUND : AnomalyState.CLOSED, anomaly.state());
            assertEquals(expected.episodes, anomaly.counts().episodes());
            assertEquals(expected.observations, anomaly.counts().observations());
        }
        assertEquals(
                expected.episodes,
                shop.messages().stream().filter("found"::equals).count());
    }
}
