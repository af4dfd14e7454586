package io.storeops.examples.copy;

import io.storeops.evidence.Evidence;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.Storage;
import io.storeops.storage.Versioned;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The bytes of evidence.
 *
 * @param count how many items of evidence have content that the target has too
 * @param lost the contents that it has not
 */
record Contents(long count, SortedSet<Sha256> lost) {
    /** The content of an item that was not redacted; evidence is never replaced, so a later revision can only mean that it was. */
    static Optional<Evidence.Attached> shown(Evidence item, long revision) {
        return revision == 1 ? item.attachment() : Optional.empty();
    }

    static Contents compare(Storage source, Storage target, StoreId store) {
        long count = 0;
        SortedSet<Sha256> lost = new TreeSet<>();
        try (Scan<Versioned<Evidence>> scan = source.scan(Query.of(Evidence.TABLE, store))) {
            while (scan.hasNext()) {
                Versioned<Evidence> item = scan.next();
                Optional<Sha256> content = shown(item.value(), item.revision()).map(Evidence.Attached::sha256);
                if (content.isPresent()) {
                    boolean there = target.blobs()
                            .flatMap(blobs -> blobs.find(store, content.get()))
                            .isPresent();
                    count += there ? 1 : 0;
                    if (!there) {
                        lost.add(content.get());
                    }
                }
            }
        }
        return new Contents(count, lost);
    }
}
