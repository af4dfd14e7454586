package io.storeops.listing;

import static io.storeops.listing.ListingEntries.PRICES;

import io.storeops.act.Caller;
import io.storeops.act.Context;
import io.storeops.act.PersonalActs;
import io.storeops.catalog.Sku;
import io.storeops.failure.RefusedException;
import io.storeops.feed.FeedRead;
import io.storeops.feed.Feeds;
import io.storeops.id.StoreId;
import io.storeops.position.Baselines;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The price book (价格), its floors, and base values, in the hands of one person. A SKU is named by its id, or by that of an item that has but one
 * (D88). Every act throws {@link io.storeops.failure.DeniedException} if its right is missing, and {@link RefusedException} if a guard
 * says no: NO_SUCH_SKU, FROM_PASSED, NO_SUCH_PRICE_CHANGE, WRONG_STATE, or the code of whoever relies on the price. Thread-safe.
 */
public final class Prices {
    private final PersonalActs acts;
    private final Feeds<PriceBookFeed> books;
    private final Consumer<StoreId> collected;

    Prices(PersonalActs acts, Feeds<PriceBookFeed> books, Consumer<StoreId> collected) {
        this.acts = acts;
        this.books = books;
        this.collected = collected;
    }

    /**
     * Collects the store's price book, in one commit: each price that is not approved yet is entered as by {@link #setPriceBook}, so it
     * is HELD where the guard says so, until somebody else than the collector releases it (D26). Then the engine judges its rows of SKUs
     * that nobody knows (D88); shown prices are judged at the next look at the listings. Right SET:PRICE_BOOK. A repeated command
     * does not read the source again.
     *
     * <p>A price counts from the instant that its row states, never for what is past; of several that have begun, the last one does.
     * Refused is, each price by itself: CONTRADICTORY, two prices from one instant on; OUTDATED, where another one was approved after
     * the instant of which the source speaks; WITHDRAWN, one that was taken back since; and all of it FROM_THE_FUTURE.
     *
     * @param store the store
     * @return what became of the prices, which of them are held, rows of SKUs that the catalogue does not have, and what could not be read
     * @throws io.storeops.failure.AdapterException if the store has no price book feed, or the feed fails
     * @throws RefusedException if somebody relies on a price that would be changed; then none is
     */
    public BookIntake collect(StoreId store) {
        Caller caller = acts.caller();
        FeedRead<BookPrice> read = acts.acts()
                .beforeFirst(
                        caller,
                        store,
                        new CollectPrices(FeedRead.nothing()),
                        context -> new PriceBookRequest(context.store()))
                .map(request -> FeedRead.of(after -> books.of(store).read(request, after)))
                .orElseGet(FeedRead::nothing);
        BookIntake intake = acts.acts().perform(caller, store, new CollectPrices(read));
        collected.accept(store);
        return intake;
    }

    /**
     * Sets the approved price of a SKU, at once. It is HELD if it is below the floor, or further away from the approved one than the
     * roster's {@code priceGuard}; restoring the approved price never is (D26). Right SET:PRICE_BOOK.
     *
     * @param store the store
     * @param id the change, not used yet
     * @param sku the SKU
     * @param priceMinor the price in minor units of the store's currency, 1 or more
     * @return the change, IN_FORCE or HELD
     * @throws IllegalArgumentException if the price is below 1, or the id breaks the rule of {@link io.storeops.id.IdText}
     */
    public PriceChange setPriceBook(StoreId store, String id, String sku, long priceMinor) {
        return acts.perform(store, new SetPriceBook(id, sku, priceMinor, Optional.empty()));
    }

    /**
     * Sets the approved price of a SKU from an instant on, until which the one before it counts.
     *
     * @param store the store
     * @param id the change, not used yet
     * @param sku the SKU
     * @param priceMinor the price in minor units of the store's currency, 1 or more
     * @param from from when it counts, not before now, in whole microseconds
     * @return the change, IN_FORCE or HELD, compared with what is approved for that instant
     * @throws IllegalArgumentException if the price is below 1, or the id breaks the rule of {@link io.storeops.id.IdText}
     */
    public PriceChange setPriceBook(StoreId store, String id, String sku, long priceMinor, Instant from) {
        return acts.perform(store, new SetPriceBook(id, sku, priceMinor, Optional.of(from)));
    }

    /**
     * Releases somebody else's price. It counts from its instant on, or from now if that has passed. Right SET:PRICE_BOOK; one's own
     * is DENIED SELF_DECISION (D26).
     *
     * @param store the store
     * @param id the change
     * @return the change, IN_FORCE
     */
    public PriceChange releasePrice(StoreId store, String id) {
        return acts.perform(
                store,
                PRICES.move(PriceEvent.RELEASE, id)
                        .submittedBy(PriceChange::submitters)
                        .doing((context, known, to) -> PriceMoves.approved(
                                context, known.decided(to, context.stamp()), PRICES.row(context, id))));
    }

    /**
     * Takes a price back that is held, for good. Right SET:PRICE_BOOK.
     *
     * @param store the store
     * @param id the change
     * @return the change, WITHDRAWN
     */
    public PriceChange withdrawPrice(StoreId store, String id) {
        return acts.perform(
                store,
                PRICES.move(PriceEvent.WITHDRAW, id)
                        .becoming((context, known, to) -> known.decided(to, context.stamp())));
    }

    /**
     * Sets the floor of a SKU from a date on. Right SET:FLOOR (D39).
     *
     * @param store the store
     * @param sku the SKU
     * @param floorMinor the floor in minor units of the store's currency, 1 or more
     * @param from the first date in the store's zone, today or later
     * @return the floor
     * @throws IllegalArgumentException if the floor is below 1
     */
    public Floor setFloor(StoreId store, String sku, long floorMinor, LocalDate from) {
        Floor.requireFloor(sku, floorMinor);
        return acts.perform(store, new SetFloor(sku, Optional.of(floorMinor), from));
    }

    /**
     * Says that a SKU has no floor from a date on. Right SET:FLOOR.
     *
     * @param store the store
     * @param sku the SKU
     * @param from the first date in the store's zone, today or later
     * @return the entry, without a floor
     */
    public Floor liftFloor(StoreId store, String sku, LocalDate from) {
        return acts.perform(store, new SetFloor(sku, Optional.empty(), from));
    }

    /**
     * Sets a base value of the store from an instant on, in the place of the roster's. Right SET:BASELINE (D92).
     *
     * @param store the store
     * @param key which base value
     * @param value the value, 0 or more, with at most 12 digits before and after the point
     * @param from from when it counts, not before now, in whole microseconds
     * @return the base value
     * @throws IllegalArgumentException if the value is negative, or has more digits
     */
    public Baseline setBaseline(StoreId store, BaselineKey key, BigDecimal value, Instant from) {
        return acts.perform(store, new SetBaseline(key, value, from));
    }

    /**
     * The base value that counts at an instant: the one set last, or else the roster's.
     *
     * @param store the store
     * @param key which base value
     * @param at the instant
     * @return the value; empty if neither says anything
     */
    public Optional<BigDecimal> baselineAt(StoreId store, BaselineKey key, Instant at) {
        return acts.look(store, ListingEntries.READ_LISTING, context -> Baseline.at(context, key, at));
    }

    /**
     * All base values that count at an instant, as {@link io.storeops.inspection.InspectionRules} takes them: those of the roster which
     * judges the date, and in their place what was set since (D92).
     *
     * @param store the store
     * @param at the instant that is judged
     * @return the base values
     */
    public Baselines baselinesAt(StoreId store, Instant at) {
        return acts.look(store, ListingEntries.READ_LISTING, context -> Baseline.allAt(context, at));
    }

    /**
     * Every price that was entered for a SKU.
     *
     * @param store the store
     * @param sku the SKU
     * @return the book
     * @throws IllegalArgumentException if the store has no such SKU
     */
    public PriceBook bookOf(StoreId store, String sku) {
        return acts.look(store, ListingEntries.READ_LISTING, context -> PriceBook.of(context, sku(context, sku)));
    }

    /**
     * A change of a price.
     *
     * @param store the store
     * @param id the change
     * @return the change; empty if there is none
     */
    public Optional<PriceChange> findChange(StoreId store, String id) {
        return acts.look(store, ListingEntries.READ_LISTING, context -> PRICES.find(context, id));
    }

    /**
     * What waits for a release.
     *
     * @param store the store
     * @return the changes that are HELD, in the order of their instants
     */
    public List<PriceChange> held(StoreId store) {
        return acts.look(
                store,
                ListingEntries.READ_LISTING,
                context -> PRICES.all(context, PriceChange.BY_STATE, PriceState.HELD));
    }

    /**
     * What counts as the floor of a SKU on a date.
     *
     * @param store the store
     * @param sku the SKU
     * @param date the date in the store's zone
     * @return the entry that counts, which may say that there is no floor; empty if nothing was ever set, which is no floor too
     * @throws IllegalArgumentException if the store has no such SKU
     */
    public Optional<Floor> floorOn(StoreId store, String sku, LocalDate date) {
        return acts.look(store, ListingEntries.READ_LISTING, context -> Floor.on(context, sku(context, sku), date));
    }

    /**
     * Everything that was set of the floor of a SKU.
     *
     * @param store the store
     * @param sku the SKU
     * @return the entries in the order of their dates
     * @throws IllegalArgumentException if the store has no such SKU
     */
    public List<Floor> floorsOf(StoreId store, String sku) {
        return acts.look(store, ListingEntries.READ_LISTING, context -> Floor.all(context, sku(context, sku)));
    }

    private static String sku(Context context, String id) {
        return context.catalogue()
                .skus()
                .find(id)
                .map(Sku::id)
                .orElseThrow(() -> new IllegalArgumentException(
                        ListingSubject.noSuchSku(context, id).detail()));
    }
}
