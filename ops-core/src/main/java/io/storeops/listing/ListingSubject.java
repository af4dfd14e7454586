package io.storeops.listing;

import io.storeops.act.Context;
import io.storeops.catalog.Sku;
import io.storeops.failure.Refusal;
import java.util.List;

/** Whose listing a field is: a SKU's or an item's (D88). */
final class ListingSubject {
    private ListingSubject() {}

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
