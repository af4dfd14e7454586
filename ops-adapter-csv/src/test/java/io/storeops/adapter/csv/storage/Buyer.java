package io.storeops.adapter.csv.storage;

import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.Key;
import io.storeops.storage.Table;
import java.util.Optional;

/** An append-only record with personal data. */
record Buyer(StoreId store, long number, Optional<String> name) {
    private static final Column<Long> NUMBER = Column.number("number", "the number");
    static final Column<String> NAME = Column.text("name", "who");

    static final Table<Buyer> TABLE = Table.of("buyer", Buyer::store)
            .column(NUMBER, Buyer::number)
            .personal(NAME, Buyer::name)
            .key(NUMBER)
            .appendOnly()
            .reads(row -> new Buyer(row.store(), row.get(NUMBER), row.find(NAME)));

    static Buyer of(StoreId store, long number, String name) {
        return new Buyer(store, number, Optional.of(name));
    }

    Key key() {
        return Key.of(store, number);
    }

    Buyer withoutName() {
        return new Buyer(store, number, Optional.empty());
    }
}
