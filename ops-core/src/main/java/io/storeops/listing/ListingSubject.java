package io.storeops.listing;

import io.storeops.act.Context;
import io.storeops.catalog.Sku;
import io.storeops.failure.Refusal;
import io.storeops.storage.Column;
import java.util.List;
import java.util.Optional;

/** Whose listing a field is: a SKU's or an item's (D88). */
final class ListingSubject {
    /** The column of whoever has the field, the same in every table that has one. */
    static final Column<String> COLUMN =
            Column.text("subject_id", "the SKU of a price or stock, the item of anything else");

    private ListingSubject() {}

    /** The field of whoever an id names; empty if the store has nothing of the id that has such a field. */
    static Optional<ListedField> find(Context context, String id, ListingField field) {
        if (field.ofSku()) {
            return context.catalogue()
                    .skus()
                    .find(id)
                    .map(sku -> new ListedField(context.store(), sku.itemId(), Optional.of(sku.id()), field));
        }
        // An item has at least one SKU.
        return context.catalogue().skus().ofItem(id).isEmpty()
                ? Optional.empty()
                : Optional.of(new ListedField(context.store(), id, Optional.empty(), field));
    }

    /** Why there is none. */
    static Refusal unknown(Context context, String id, ListingField field) {
        return field.ofSku()
                ? noSuchSku(context, id)
                : new Refusal(
                        "NO_SUCH_ITEM",
                        "store " + context.store().id() + " has no item " + id + ", and " + field
                                + " is an item's; enrol it first");
    }

    /** Why there is no SKU of an id: nobody knows it, or the item has several. */
    static Refusal noSuchSku(Context context, String id) {
        List<String> several =
                context.catalogue().skus().ofItem(id).stream().map(Sku::id).toList();
        return new Refusal(
                "NO_SUCH_SKU",
                several.isEmpty()
                        ? "store " + context.store().id() + " has no SKU " + id + "; enrol its item first"
                        : "item " + id + " has the SKUs " + several + "; name one of them");
    }
}
