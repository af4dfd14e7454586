package io.storeops.spi.tck;

import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.Table;

/** A row whose key is the store alone: at most one a store. */
record Setting(StoreId store, String value) {
    private static final Column<String> VALUE = Column.text("value", "what is set");

    static final Table<Setting> TABLE = Table.of("kit_setting", Setting::store)
            .column(VALUE, Setting::value)
            .key()
            .reads(row -> new Setting(row.store(), row.get(VALUE)));
}
