package io.storeops.spi.tck;

import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.Key;
import io.storeops.storage.Table;
import java.util.Optional;

/** An append-only row with personal data. */
record Remark(StoreId store, String id, String code, Optional<String> buyer, Optional<String> address) {
    private static final Column<String> ID = Column.text("id", "names the remark");
    private static final Column<String> CODE = Column.text("code", "what it is about");
    static final Column<String> BUYER = Column.text("buyer", "who bought, and how to reach them");
    static final Column<String> ADDRESS = Column.text("address", "where the buyer lives");

    static final String BY_CODE = "by_code";

    static final Table<Remark> TABLE = Table.of("kit_remark", Remark::store)
            .column(ID, Remark::id)
            .column(CODE, Remark::code)
            .personal(BUYER, Remark::buyer)
            .personal(ADDRESS, Remark::address)
            .key(ID)
            .path(BY_CODE, CODE)
            .appendOnly()
            .reads(row -> new Remark(row.store(), row.get(ID), row.get(CODE), row.find(BUYER), row.find(ADDRESS)));

    Remark withoutBuyer() {
        return new Remark(store, id, code, Optional.empty(), address);
    }

    Key key() {
        return Key.of(store, id);
    }
}
