package io.storeops.adapter.csv.storage;

import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.Key;
import io.storeops.storage.Table;
import java.time.LocalDate;
import java.util.Optional;

/** An append-only record kept by month, whose months stand together, with personal data. */
record Tally(StoreId store, LocalDate day, long number, Optional<String> by) {
    private static final Column<LocalDate> DAY = Column.date("day", "the day");
    private static final Column<Long> NUMBER = Column.number("number", "the number");
    static final Column<String> BY = Column.text("by", "who");

    static final Table<Tally> TABLE = Table.of("tally", Tally::store)
            .column(DAY, Tally::day)
            .column(NUMBER, Tally::number)
            .personal(BY, Tally::by)
            .key(DAY, NUMBER)
            .appendOnlyByMonth(DAY)
            .reads(row -> new Tally(row.store(), row.get(DAY), row.get(NUMBER), row.find(BY)));

    static Tally of(StoreId store, String day, long number, String by) {
        return new Tally(store, LocalDate.parse(day), number, Optional.of(by));
    }

    Key key() {
        return Key.of(store, day, number);
    }

    Tally withoutBy() {
        return new Tally(store, day, number, Optional.empty());
    }
}
