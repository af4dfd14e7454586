package io.storeops.adapter.csv.storage;

import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.CommitId;
import io.storeops.storage.Committed;
import io.storeops.storage.Row;
import io.storeops.storage.Table;
import java.time.Instant;

/** The receipt of a commit as a row of its own file. */
record Receipt(StoreId store, Committed committed) {
    private static final Column<Long> NUMBER = Column.number("number", "1, 2, 3 ... per store");
    private static final Column<CommitId> ID =
            Column.text("id", "the id given by the caller").as(CommitId.class, CommitId::of, CommitId::value);
    private static final Column<Instant> AT = Column.instant("at", "when it was committed");

    static final Table<Receipt> TABLE = Table.of("commits", Receipt::store)
            .column(NUMBER, receipt -> receipt.committed().number())
            .column(ID, receipt -> receipt.committed().id())
            .column(AT, receipt -> receipt.committed().at())
            .key(NUMBER)
            .appendOnly()
            .reads(Receipt::of);

    private static Receipt of(Row row) {
        return new Receipt(row.store(), new Committed(row.get(ID), row.get(NUMBER), row.get(AT)));
    }

    Row row() {
        return TABLE.write(this);
    }
}
