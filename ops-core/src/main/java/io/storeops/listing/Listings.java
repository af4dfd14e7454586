package io.storeops.listing;

import io.storeops.act.Caller;
import io.storeops.act.Context;
import io.storeops.act.PersonalActs;
import io.storeops.failure.RefusedException;
import io.storeops.feed.FeedRead;
import io.storeops.feed.Feeds;
import io.storeops.id.StoreId;
import io.storeops.source.SourceIntake;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the store's listings show in the hands of one person: writing, reading back, approving (D9, D10, D20). Whose field it is, is named
 * by the SKU's id for prices and stock, by the item's for the rest; an item with one SKU stands for it (D88). Every act throws
 * {@link io.storeops.failure.DeniedException} if its right is missing, and {@link RefusedException} if a guard says no: NO_SUCH_SKU,
 * NO_SUCH_ITEM, and what its method says. Thread-safe.
 */
public final class Listings {
    private final PersonalActs acts;
    private final Editors editors;
    private final Feeds<ListingFeed> feeds;
    private final Feeds<StockFeed> stock;
    private final Consumer<StoreId> collected;

    Listings(
            PersonalActs acts,
            Editors editors,
            Feeds<ListingFeed> feeds,
            Feeds<StockFeed> stock,
            Consumer<StoreId> collected) {
        this.acts = acts;
        this.editors = editors;
        this.feeds = feeds;
        this.stock = stock;
        this.collected = collected;
    }

    /**
     * Collects what all listings of the store show, a version a field, in one commit; the last write of each field is judged by it, as
     * by a read-back (D20), if the source says that it speaks of an instant after the write. Then the engine judges them by the rules of
     * inspection (R38). Right EXECUTE:X2. A repeated command does not read the source again.
     *
     * <p>Refused is, each value by itself: OTHER_ITEM, a SKU that is shown as one of another item; NO_SUCH_SKU, a price or stock of an
     * item that has several SKUs; CONTRADICTORY, two values of one field; OUTDATED, what was seen later already; and all of it
     * FROM_THE_FUTURE.
     *
     * @param store the store
     * @return what became of the values, rows of what the catalogue does not have, and what could not be read
     * @throws io.storeops.failure.AdapterException if the store has no listings feed, or the feed fails
     */
    public SourceIntake collect(StoreId store) {
        Caller caller = acts.caller();
        FeedRead<ShownListing> read = acts.acts()
                .beforeFirst(
                        caller,
                        store,
                        new CollectListings(FeedRead.nothing()),
                        context -> new ListingsRequest(context.store()))
                .map(request -> FeedRead.of(after -> feeds.of(store).read(request, after)))
                .orElseGet(FeedRead::nothing);
        SourceIntake intake = acts.acts().perform(caller, store, new CollectListings(read));
        collected.accept(store);
        return intake;
    }

    /**
     * Collects what the ERP can sell of each SKU, in one commit: what may be shown as its stock (D10). Then the engine judges by it what
     * is shown (R38). Right EXECUTE:X2. A repeated command does not read the source again.
     *
     * <p>Refused is CONTRADICTORY, a SKU that has two stocks, and all of it WITHOUT_INSTANT or FROM_THE_FUTURE.
     *
     * @param store the store
     * @return what became of the stocks, rows of what the catalogue does not have, and what could not be read
     * @throws io.storeops.failure.AdapterException if the store has no stock feed, or the feed fails
     */
    public SourceIntake collectStock(StoreId store) {
        Caller caller = acts.caller();
        FeedRead<StockLevel> read = acts.acts()
                .beforeFirst(
                        caller,
                        store,
                        new CollectStock(FeedRead.nothing()),
                        context -> new StockRequest(context.store()))
                .map(request -> FeedRead.of(after -> stock.of(store).read(request, after)))
                .orElseGet(FeedRead::nothing);
        SourceIntake intake = acts.acts().perform(caller, store, new CollectStock(read));
        collected.accept(store);
        return intake;
    }

    /**
     * Writes a value to the marketplace and reads it back. Right EXECUTE:X2 or EXECUTE:X3; a price that is not approved is DENIED
     * SET:PRICE_BOOK, and nothing reaches the marketplace. REFUSED NOT_APPROVED for another value that is not; READ_BACK_PENDING while
     * an earlier write of the field may still be on its way; READ_BACK_FIRST while nobody knows what came of it.
     *
     * @param store the store
     * @param subject the SKU or item
     * @param value the value
     * @return the write with its verdict; at a repeated command the first one
     * @throws io.storeops.failure.AdapterException if the store's marketplace cannot write, or what is shown before cannot be read;
     *     nothing was sent then
     */
    public ListingWrite write(StoreId store, String subject, ListingValue value) {
        return editors.write(acts.caller(), store, subject, value, Optional.empty());
    }

    /**
     * Writes a value for an activity, and reads it back: what it shows while it is approved or runs, and what it restores once it is over.
     * As {@link #write(StoreId, String, ListingValue)}; a limited price is approved that is an approved activity's own, with its window and
     * quota, and that is not over.
     *
     * @param store the store
     * @param subject the SKU or item
     * @param value the value
     * @param activity the activity
     * @return the write with its verdict; at a repeated command the first one
     * @throws RefusedException NO_SUCH_CAMPAIGN too, if nobody approved the activity
     * @throws io.storeops.failure.AdapterException if the store's marketplace cannot write, or what is shown before cannot be read;
     *     nothing was sent then
     */
    public ListingWrite write(StoreId store, String subject, ListingValue value, String activity) {
        return editors.write(acts.caller(), store, subject, value, Optional.of(activity));
    }

    /**
     * Reads what the marketplace shows, and judges the last write of the field by it. Right EXECUTE:X2. REFUSED NOTHING_READ if the
     * marketplace shows nothing.
     *
     * @param store the store
     * @param subject the SKU or item
     * @param field what of the listing
     * @return what is shown; at a repeated command the first one
     * @throws io.storeops.failure.AdapterException if it cannot be read
     */
    public ReadBack readBack(StoreId store, String subject, ListingField field) {
        return editors.readBack(acts.caller(), store, subject, field);
    }

    /**
     * Tells what one sees oneself, and judges the last write of the field by it. Right EXECUTE:X2.
     *
     * @param store the store
     * @param subject the SKU or item
     * @param shown what is shown now
     * @return what is shown
     */
    public ReadBack readBack(StoreId store, String subject, ListingValue shown) {
        Caller caller = acts.caller();
        return acts.acts().perform(caller, store, LookBack.byEye(subject, shown));
    }

    /**
     * Approves what an item is to show from now on: a page, images, a title or attributes. Right SET:PRICE_BOOK (D9).
     *
     * @param store the store
     * @param itemId the item
     * @param value what is to be shown
     * @return what is approved
     * @throws IllegalArgumentException if it is a price or a stock
     */
    public ApprovedContent setContent(StoreId store, String itemId, ListingValue value) {
        return acts.perform(store, new SetContent(itemId, value));
    }

    /**
     * Names a value that may be written although it is not the approved one: a decision of the manager (D10). Right INSTRUCT. REFUSED
     * UNTIL_PASSED if the instant is not to come.
     *
     * @param store the store
     * @param subject the SKU or item
     * @param value the value
     * @param until until when it may be written, that instant excluded, in whole microseconds
     * @return what was named
     */
    public NamedValue nameValue(StoreId store, String subject, ListingValue value, Instant until) {
        return acts.perform(store, new NameValue(subject, value, until));
    }

    /**
     * What may be shown in a field now.
     *
     * @param store the store
     * @param subject the SKU or item
     * @param field what of the listing
     * @return the approval
     * @throws IllegalArgumentException if the store has no such SKU or item
     */
    public ListingApproval approval(StoreId store, String subject, ListingField field) {
        return acts.look(
                store,
                ListingEntries.READ_LISTING,
                context -> ListingApproval.of(context, at(context, subject, field)));
    }

    /**
     * What is known of a field as it is shown.
     *
     * @param store the store
     * @param subject the SKU or item
     * @param field what of the listing
     * @return the last version; empty if nobody ever looked
     * @throws IllegalArgumentException if the store has no such SKU or item
     */
    public Optional<ListingVersion> lastSeen(StoreId store, String subject, ListingField field) {
        return acts.look(
                store,
                ListingEntries.READ_LISTING,
                context -> ListingVersion.last(context, at(context, subject, field)));
    }

    /**
     * The last write of a field.
     *
     * @param store the store
     * @param subject the SKU or item
     * @param field what of the listing
     * @return the write with its verdict; empty if there was none
     * @throws IllegalArgumentException if the store has no such SKU or item
     */
    public Optional<ListingWrite> lastWrite(StoreId store, String subject, ListingField field) {
        return acts.look(
                store, ListingEntries.READ_LISTING, context -> ListingWrite.last(context, at(context, subject, field)));
    }

    /**
     * What the ERP can sell of a SKU, as far as the ERP or the host told.
     *
     * @param store the store
     * @param sku the SKU
     * @return the latest stock; empty if none was told
     * @throws IllegalArgumentException if the store has no such SKU
     */
    public Optional<SellableStock> sellable(StoreId store, String sku) {
        return acts.look(
                store,
                ListingEntries.READ_LISTING,
                context -> SellableStock.last(
                        context, at(context, sku, ListingField.STOCK).subject()));
    }

    private static ListedField at(Context context, String subject, ListingField field) {
        return ListingSubject.find(context, subject, field)
                .orElseThrow(() -> new IllegalArgumentException(
                        ListingSubject.unknown(context, subject, field).detail()));
    }
}
