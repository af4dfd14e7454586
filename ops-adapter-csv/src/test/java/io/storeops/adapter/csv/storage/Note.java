package io.storeops.adapter.csv.storage;

import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.Key;
import io.storeops.storage.Table;
import java.util.Optional;

/** A record small enough that a test can say what its file holds. */
record Note(StoreId store, long number, Optional<String> text) {
    private static final Column<Long> NUMBER = Column.number("number", "the number");
    private static final Column<String> TEXT = Column.text("text", "the text");

    static final Table<Note> TABLE = Table.of("note", Note::store)
            .column(NUMBER, Note::number)
            .optional(TEXT, Note::text)
            .key(NUMBER)
            .keptByHand()
            .reads(row -> new Note(row.store(), row.get(NUMBER), row.find(TEXT)));

    static Note of(StoreId store, long number, String text) {
        return new Note(store, number, Optional.of(text));
    }

    Key key() {
        return Key.of(store, number);
    }
}
