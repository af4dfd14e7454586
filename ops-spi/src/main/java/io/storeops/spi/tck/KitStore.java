package io.storeops.spi.tck;

import io.storeops.id.StoreId;

/** The store that the kit's own records belong to. */
final class KitStore {
    static final StoreId ID = StoreId.of("S1");

    private KitStore() {}
}
