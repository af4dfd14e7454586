package io.storeops.archive;

import io.storeops.act.Context;
import io.storeops.evidence.Evidence;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.storage.Key;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.StoreView;
import io.storeops.storage.Versioned;

/** Items of evidence as rows. */
final class Items {
    private Items() {}

    static Versioned<Evidence> get(Context context, String id) {
        StoreId store = context.store().id();
        return context.rows()
                .find(Evidence.TABLE, Key.of(store, id))
                .orElseThrow(() -> new IllegalArgumentException("Store " + store + " has no evidence " + id
                        + ". Its id is that of the command that attached it"));
    }

    /** Evidence is never replaced, so a later revision can only mean that something of it was redacted. */
    static boolean redacted(Versioned<Evidence> item) {
        return item.revision() > 1;
    }

    /** Whether an item that is not redacted has this content. */
    static boolean shown(StoreView rows, Sha256 content) {
        try (Scan<Versioned<Evidence>> scan = rows.scan(Query.of(Evidence.TABLE, rows.store()))) {
            while (scan.hasNext()) {
                Versioned<Evidence> item = scan.next();
                if (!redacted(item)
                        && item.value().attachment().stream()
                                .anyMatch(attached -> attached.sha256().equals(content))) {
                    return true;
                }
            }
            return false;
        }
    }
}
