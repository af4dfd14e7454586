package io.storeops.listing;

import io.storeops.act.Caller;
import io.storeops.act.Context;
import io.storeops.act.PersonalActs;
import io.storeops.failure.RefusedException;
import io.storeops.id.StoreId;
import java.time.Instant;
import java.util.Optional;

/**
 * What the store's listings show in the hands of one person: writing, reading back, approving (D9, D10, D20). Whose field it is, is named
 * by the SKU's id for prices and stock, by the item's for the rest; an item with one SKU stands for it (D88). Every act throws
 * {@link io.storeops.failure.DeniedException} if its right is missing, and {@link RefusedException} if a guard says no: NO_SUCH_SKU,
 * NO_SUCH_ITEM, and what its method says. Thread-safe.
 */
public final class Listings {
    private final PersonalActs acts;
    private final Editors editors;

    Listings(PersonalActs acts, Editors editors) {
        this.acts = acts;
        this.editors = editors;
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
        return editors.write(acts.caller(), store, subject, value);
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
                store, ListingModule.READ_LISTING, context -> ListingApproval.of(context, at(context, subject, field)));
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
                ListingModule.READ_LISTING,
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
                store, ListingModule.READ_LISTING, context -> ListingWrite.last(context, at(context, subject, field)));
    }

    /**
     * What the ERP can sell of a SKU, as far as the host told.
     *
     * @param store the store
     * @param sku the SKU
     * @return the latest stock; empty if none was told
     * @throws IllegalArgumentException if the store has no such SKU
     */
    public Optional<SellableStock> sellable(StoreId store, String sku) {
        return acts.look(
                store,
                ListingModule.READ_LISTING,
                context -> SellableStock.last(
                        context, at(context, sku, ListingField.STOCK).subject()));
    }

    private static ListedField at(Context context, String subject, ListingField field) {
        return ListingSubject.find(context, subject, field)
                .orElseThrow(() -> new IllegalArgumentException(
                        ListingSubject.unknown(context, subject, field).detail()));
    }
}
