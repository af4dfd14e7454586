package io.storeops.examples.copy;

import io.storeops.id.StoreId;
import io.storeops.storage.Cursor;
import io.storeops.storage.Page;
import io.storeops.storage.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The stores that a storage holds. */
public final class Stores {
    private Stores() {}

    /**
     * Lists them.
     *
     * @param storage the storage
     * @return every store that has commits, in order
     */
    public static List<StoreId> in(Storage storage) {
        List<StoreId> found = new ArrayList<>();
        Optional<Cursor> after = Optional.empty();
        do {
            Page<StoreId> page = storage.stores(after);
            found.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        return found;
    }
}
