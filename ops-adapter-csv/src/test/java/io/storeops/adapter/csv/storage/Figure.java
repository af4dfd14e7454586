package io.storeops.adapter.csv.storage;

import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A reading as plain as can be: what a benchmark writes and reads. */
record Figure(
        StoreId store,
        LocalDate day,
        String kind,
        String item,
        long slot,
        long version,
        BigDecimal amount,
        Instant observed,
        Instant arrived) {
    static final int ROWS_OF_A_DAY = 7_000;

    private static final Column<LocalDate> DAY = Column.date("day", "the day");
    private static final Column<String> KIND = Column.text("kind", "what it is of");
    private static final Column<String> ITEM = Column.text("item", "the item");
    private static final Column<Long> SLOT = Column.number("slot", "the slot");
    private static final Column<Long> VERSION = Column.number("version", "1, 2, 3 ...");
    private static final Column<BigDecimal> AMOUNT = Column.decimal("amount", "yuan");
    private static final Column<Instant> OBSERVED = Column.instant("observed", "when it was seen");
    private static final Column<Instant> ARRIVED = Column.instant("arrived", "when it came");

    static final Table<Figure> TABLE = Table.of("figure", Figure::store)
            .column(DAY, Figure::day)
            .column(KIND, Figure::kind)
            .column(ITEM, Figure::item)
            .column(SLOT, Figure::slot)
            .column(VERSION, Figure::version)
            .column(AMOUNT, Figure::amount)
            .column(OBSERVED, Figure::observed)
            .column(ARRIVED, Figure::arrived)
            .key(DAY, KIND, ITEM, SLOT, VERSION)
            .appendOnlyByMonth(DAY)
            .reads(row -> new Figure(
                    row.store(),
                    row.get(DAY),
                    row.get(KIND),
                    row.get(ITEM),
                    row.get(SLOT),
                    row.get(VERSION),
                    row.get(AMOUNT),
                    row.get(OBSERVED),
                    row.get(ARRIVED)));

    /** 500 items at 14 slots: a day of 7,000 readings. */
    static List<Figure> dayOf(StoreId store, LocalDate day) {
        List<Figure> figures = new ArrayList<>(ROWS_OF_A_DAY);
        Instant midnight = Instant.parse(day + "T00:00:00Z");
        for (int item = 1; item <= 500; item++) {
            for (int slot = 1; slot <= 14; slot++) {
                Instant observed = midnight.plusSeconds(3_600L * (8 + slot)).plusMillis(item);
                figures.add(new Figure(
                        store,
                        day,
                        "ITEM",
                        "item-" + (1_000_000 + item),
                        slot,
                        1,
                        BigDecimal.valueOf(item * 1_000L + slot * 37L, 2),
                        observed,
                        observed.plusSeconds(90)));
            }
        }
        return figures;
    }
}
