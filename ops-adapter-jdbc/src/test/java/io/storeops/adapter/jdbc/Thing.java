package io.storeops.adapter.jdbc;

import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.storage.Column;
import io.storeops.storage.Key;
import io.storeops.storage.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A record with a column of every type, required and optional. */
record Thing(
        StoreId store,
        String id,
        long count,
        BigDecimal price,
        Instant at,
        LocalDate day,
        boolean open,
        Json detail,
        Optional<String> note,
        Optional<BigDecimal> weight,
        Optional<Instant> until) {
    static final Column<String> ID = Column.text("id", "the thing's id");
    static final Column<Long> COUNT = Column.number("count", "pieces");
    static final Column<BigDecimal> PRICE = Column.decimal("price", "the shop's \"price\" in 元; it's exact");
    static final Column<Instant> AT = Column.instant("at", "when");
    static final Column<LocalDate> DAY = Column.date("day", "on which day");
    static final Column<Boolean> OPEN = Column.flag("open", "whether open");
    static final Column<Json> DETAIL = Column.json("detail", "whatever else");
    static final Column<String> NOTE = Column.text("note", "a remark");
    static final Column<BigDecimal> WEIGHT = Column.decimal("weight", "kilograms");
    static final Column<Instant> UNTIL = Column.instant("until", "until when");

    static final Table<Thing> TABLE = Table.of("thing", Thing::store)
            .column(ID, Thing::id)
            .column(COUNT, Thing::count)
            .column(PRICE, Thing::price)
            .column(AT, Thing::at)
            .column(DAY, Thing::day)
            .column(OPEN, Thing::open)
            .column(DETAIL, Thing::detail)
            .personal(NOTE, Thing::note)
            .personal(WEIGHT, Thing::weight)
            .optional(UNTIL, Thing::until)
            .key(ID)
            .path("by_day", DAY)
            .path("by_state", OPEN, AT)
            .path("by_price", PRICE)
            .reads(row -> new Thing(
                    row.store(),
                    row.get(ID),
                    row.get(COUNT),
                    row.get(PRICE),
                    row.get(AT),
                    row.get(DAY),
                    row.get(OPEN),
                    row.get(DETAIL),
                    row.find(NOTE),
                    row.find(WEIGHT),
                    row.find(UNTIL)));

    /** A line of a chain. */
    record Line(StoreId store, long number, String text) {
        static final Column<Long> NUMBER = Column.number("number", "1, 2, 3 ...");
        static final Column<String> TEXT = Column.text("text", "what was said");

        static final Table<Line> TABLE = Table.of("line", Line::store)
                .column(NUMBER, Line::number)
                .column(TEXT, Line::text)
                .key(NUMBER)
                .appendOnly()
                .reads(row -> new Line(row.store(), row.get(NUMBER), row.get(TEXT)));

        static Line after(StoreId store, Optional<Line> last, String text) {
            return new Line(store, last.map(Line::number).orElse(0L) + 1, text);
        }
    }

    static final List<Table<?>> TABLES = List.of(TABLE, Line.TABLE);
    static final StoreId S1 = StoreId.of("S1");

    static Key key(String id) {
        return Key.of(S1, id);
    }

    /** A thing of which only the id and the count matter. */
    static Thing of(String id, long count) {
        return new Thing(
                S1,
                id,
                count,
                new BigDecimal("19.90"),
                Instant.parse("2026-11-11T02:00:00.123456Z"),
                LocalDate.of(2026, 11, 11),
                true,
                Json.object(Map.of("标签", Json.of("热卖"), "n", Json.of(1))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
