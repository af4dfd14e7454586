package io.storeops.adapter.jdbc;

import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.Key;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A slot that one worker at a time owns by a lease in the storage's time.
 *
 * @param owner who claimed it last
 * @param leaseUntil until when, in the storage's time
 * @param doneBy who completed it
 */
record Slot(
        StoreId store,
        long round,
        long number,
        Optional<String> owner,
        Optional<Instant> leaseUntil,
        Optional<String> doneBy) {
    private static final Column<Long> ROUND = Column.number("round", "the round");
    private static final Column<Long> NUMBER = Column.number("number", "the number within the round");
    private static final Column<String> OWNER = Column.text("owner", "who claimed it last");
    private static final Column<Instant> LEASE_UNTIL = Column.instant("lease_until", "until when, in storage time");
    private static final Column<String> DONE_BY = Column.text("done_by", "who completed it");

    static final Table<Slot> TABLE = Table.of("slot", Slot::store)
            .column(ROUND, Slot::round)
            .column(NUMBER, Slot::number)
            .optional(OWNER, Slot::owner)
            .optional(LEASE_UNTIL, Slot::leaseUntil)
            .optional(DONE_BY, Slot::doneBy)
            .key(ROUND, NUMBER)
            .reads(row -> new Slot(
                    row.store(),
                    row.get(ROUND),
                    row.get(NUMBER),
                    row.find(OWNER),
                    row.find(LEASE_UNTIL),
                    row.find(DONE_BY)));

    /** What happened to slots, in order: a chain as the evidence is one. */
    static final List<Table<?>> TABLES = List.of(TABLE, Thing.Line.TABLE);

    static Slot open(long round, long number) {
        return new Slot(Thing.S1, round, number, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Slot claimedBy(String worker, Instant until) {
        return new Slot(store, round, number, Optional.of(worker), Optional.of(until), Optional.empty());
    }

    Slot done(String worker) {
        return new Slot(store, round, number, owner, leaseUntil, Optional.of(worker));
    }

    Key key() {
        return Key.of(store, round, number);
    }

    @Override
    public String toString() {
        return round + "/" + number;
    }
}
