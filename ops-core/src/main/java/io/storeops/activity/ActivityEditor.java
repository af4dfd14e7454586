package io.storeops.activity;

import static java.util.Objects.requireNonNull;

import io.storeops.id.IdText;
import io.storeops.id.StoreId;
import io.storeops.listing.ListedField;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The port to what a marketplace does with activities by itself: it starts them at their instant unless that is taken back, and it shows
 * prices in more places than the listing. Called outside of any commit; several stores may be asked at the same time: thread-safe. Never
 * closed by itself; its marketplace is.
 *
 * <p><b>Exceptions.</b> A failure is an {@link io.storeops.failure.AdapterException} with its kind. Of a withdrawal, TRANSIENT and
 * UNKNOWN_OUTCOME mean that nobody can know whether it was done, as does any other exception; every other kind is proof that it was not.
 */
public interface ActivityEditor {
    /**
     * Takes back that the marketplace starts an activity.
     *
     * @param wish which activity; the same key is the same wish, which is done once
     * @return what the marketplace answered
     * @throws io.storeops.failure.AdapterException if it failed
     */
    Answer withdrawStart(Wish wish);

    /**
     * Reads what a SKU costs wherever the marketplace shows it.
     *
     * @param price the field PRICE_MINOR of the SKU
     * @return the prices; empty if the marketplace cannot tell now
     * @throws io.storeops.failure.AdapterException if it cannot be read
     */
    Optional<ShownPrices> prices(ListedField price);

    /** What a marketplace answers to a withdrawal. */
    enum Answer {
        /** It will not start the activity. */
        WITHDRAWN,
        /** It was not going to start it. */
        NOT_PLANNED,
        /** A person has to do it. */
        BY_HAND
    }

    /**
     * An activity whose start is to be taken back.
     *
     * @param store the store
     * @param activity the activity's id
     * @param key the idempotency key, 64 hexadecimal digits
     */
    record Wish(StoreId store, String activity, String key) {
        /** Checks for null. */
        public Wish {
            requireNonNull(store, "store");
            IdText.checked("activity id", activity);
            requireNonNull(key, "key");
        }
    }

    /**
     * What a SKU costs, place by place, in minor units of the store's currency.
     *
     * @param shown on its page; empty if the marketplace does not tell
     * @param cart in the cart; empty if the marketplace does not tell
     * @param stored in its catalogue; empty if the marketplace does not tell
     */
    record ShownPrices(Optional<Long> shown, Optional<Long> cart, Optional<Long> stored) {
        /** Checks for null. */
        public ShownPrices {
            requireNonNull(shown, "shown");
            requireNonNull(cart, "cart");
            requireNonNull(stored, "stored");
        }

        /** Whether nothing that is told differs from a price. */
        boolean all(Optional<Long> minor) {
            return Stream.of(shown, cart, stored)
                    .flatMap(Optional::stream)
                    .allMatch(price -> minor.filter(price::equals).isPresent());
        }
    }
}
