package io.storeops.spi.tck;

import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Key;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A row of which the record has nothing as it is kept: every column is mapped, or part of a group. */
record Parcel(
        StoreId store, State state, int number, ActorId sender, List<String> contents, Optional<Receipt> receipt) {
    private static final Column<State> STATE = Column.constant("state", "where it is", State.class);
    private static final Column<Integer> NUMBER = Column.count("number", "the number in this state");
    private static final Column<ActorId> SENDER = Column.actor("sender_id", "who sends it");
    private static final Column<List<String>> CONTENTS =
            Column.list("contents", "what is in it", JsonReader::text, Json::of);
    private static final Column<ActorId> RECEIVED_BY = Column.actor("received_by", "who took it");
    private static final Column<Instant> RECEIVED_AT = Column.instant("received_at", "when");
    static final Column<ActorId> NEIGHBOUR = Column.actor("neighbour_id", "for whom, if as a neighbour");
    private static final ColumnGroup<Receipt> RECEIPT = ColumnGroup.of(Receipt.class)
            .column(RECEIVED_BY, Receipt::by)
            .column(RECEIVED_AT, Receipt::at)
            .personal(NEIGHBOUR, Receipt::neighbour)
            .reads(row -> new Receipt(row.get(RECEIVED_BY), row.get(RECEIVED_AT), row.find(NEIGHBOUR)));

    static final String BY_SENDER = "by_sender";

    static final Table<Parcel> TABLE = Table.of("kit_parcel", Parcel::store)
            .column(STATE, Parcel::state)
            .column(NUMBER, Parcel::number)
            .column(SENDER, Parcel::sender)
            .column(CONTENTS, Parcel::contents)
            .optional(RECEIPT, Parcel::receipt)
            .key(STATE, NUMBER)
            .path(BY_SENDER, SENDER, NUMBER)
            .reads(row -> new Parcel(
                    row.store(),
                    row.get(STATE),
                    row.get(NUMBER),
                    row.get(SENDER),
                    row.get(CONTENTS),
                    row.find(RECEIPT)));

    /** Where a parcel is. */
    enum State {
        SENT,
        LOST,
        RECEIVED
    }

    /** Who took it, and when. */
    record Receipt(ActorId by, Instant at, Optional<ActorId> neighbour) {}

    static Parcel of(State state, int number, String sender) {
        return new Parcel(KitStore.ID, state, number, ActorId.of(sender), List.of("茶", ""), Optional.empty());
    }

    Parcel takenBy(String person, Optional<ActorId> neighbour) {
        Receipt taken = new Receipt(ActorId.of(person), Instant.parse("2024-06-16T01:00:00.000001Z"), neighbour);
        return new Parcel(store, state, number, sender, contents, Optional.of(taken));
    }

    Key key() {
        return TABLE.keyOf(store, state, number);
    }
}
