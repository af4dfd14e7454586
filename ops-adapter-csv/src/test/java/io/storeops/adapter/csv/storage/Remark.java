package io.storeops.adapter.csv.storage;

import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.storage.Column;
import io.storeops.storage.Key;
import io.storeops.storage.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A record with a column of every type, each once required and once optional. */
record Remark(
        StoreId store,
        String id,
        String text,
        long units,
        BigDecimal amount,
        Instant at,
        LocalDate day,
        boolean open,
        Json detail,
        Optional<String> note,
        Optional<Long> score,
        Optional<BigDecimal> share,
        Optional<Instant> closedAt,
        Optional<LocalDate> dueOn,
        Optional<Boolean> agreed,
        Optional<Json> extra) {
    private static final Column<String> ID = Column.text("id", "id");
    private static final Column<String> TEXT = Column.text("remark", "a text");
    private static final Column<Long> UNITS = Column.number("units", "pieces");
    private static final Column<BigDecimal> AMOUNT = Column.decimal("amount", "yuan");
    private static final Column<Instant> AT = Column.instant("at", "when");
    private static final Column<LocalDate> DAY = Column.date("day", "the day");
    private static final Column<Boolean> OPEN = Column.flag("open", "whether open");
    private static final Column<Json> DETAIL = Column.json("detail", "anything");
    private static final Column<String> NOTE = Column.text("note", "a text");
    private static final Column<Long> SCORE = Column.number("score", "points");
    private static final Column<BigDecimal> SHARE = Column.decimal("share", "1 is all");
    private static final Column<Instant> CLOSED_AT = Column.instant("closed_at", "when");
    private static final Column<LocalDate> DUE_ON = Column.date("due_on", "the day");
    private static final Column<Boolean> AGREED = Column.flag("agreed", "whether agreed");
    private static final Column<Json> EXTRA = Column.json("extra", "anything");

    static final Table<Remark> TABLE = Table.of("remark", Remark::store)
            .column(ID, Remark::id)
            .column(TEXT, Remark::text)
            .column(UNITS, Remark::units)
            .column(AMOUNT, Remark::amount)
            .column(AT, Remark::at)
            .column(DAY, Remark::day)
            .column(OPEN, Remark::open)
            .column(DETAIL, Remark::detail)
            .optional(NOTE, Remark::note)
            .optional(SCORE, Remark::score)
            .optional(SHARE, Remark::share)
            .optional(CLOSED_AT, Remark::closedAt)
            .optional(DUE_ON, Remark::dueOn)
            .optional(AGREED, Remark::agreed)
            .optional(EXTRA, Remark::extra)
            .key(ID)
            .path("by_day", DAY)
            .keptByHand()
            .reads(row -> new Remark(
                    row.store(),
                    row.get(ID),
                    row.get(TEXT),
                    row.get(UNITS),
                    row.get(AMOUNT),
                    row.get(AT),
                    row.get(DAY),
                    row.get(OPEN),
                    row.get(DETAIL),
                    row.find(NOTE),
                    row.find(SCORE),
                    row.find(SHARE),
                    row.find(CLOSED_AT),
                    row.find(DUE_ON),
                    row.find(AGREED),
                    row.find(EXTRA)));

    /** A remark whose optional columns are absent. */
    static Remark of(StoreId store, String id, String text) {
        return new Remark(
                store,
                id,
                text,
                7,
                new BigDecimal("-12.50"),
                Instant.parse("2026-11-01T02:03:04.000005Z"),
                LocalDate.of(2026, 11, 1),
                true,
                Json.array(List.of(Json.of("=1+1"), Json.of(-3))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Key key() {
        return Key.of(store, id);
    }
}
