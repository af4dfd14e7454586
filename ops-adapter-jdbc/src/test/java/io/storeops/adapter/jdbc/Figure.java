package io.storeops.adapter.jdbc;

import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;

/** A row as readings are: what the benchmark writes and reads. */
record Figure(
        StoreId store,
        LocalDate day,
        String kind,
        String item,
        long slot,
        long version,
        BigDecimal value,
        Instant observed,
        Instant arrived) {
    static final int ROWS_OF_A_DAY = 7000;
    static final LocalDate DAY = LocalDate.of(2026, 11, 11);

    private static final int SLOTS = 14;
    private static final Column<LocalDate> DATE = Column.date("day", "the business day");
    private static final Column<String> KIND = Column.text("kind", "what is measured");
    private static final Column<String> ITEM = Column.text("item", "of which item");
    private static final Column<Long> SLOT = Column.number("slot", "the slot's number");
    private static final Column<Long> VERSION = Column.number("version", "1, 2, 3 ...");
    private static final Column<BigDecimal> VALUE = Column.decimal("amount", "the value");
    private static final Column<Instant> OBSERVED = Column.instant("observed", "when it was true");
    private static final Column<Instant> ARRIVED = Column.instant("arrived", "when it became known");

    static final Table<Figure> TABLE = Table.of("figure", Figure::store)
            .column(DATE, Figure::day)
            .column(KIND, Figure::kind)
            .column(ITEM, Figure::item)
            .column(SLOT, Figure::slot)
            .column(VERSION, Figure::version)
            .column(VALUE, Figure::value)
            .column(OBSERVED, Figure::observed)
            .column(ARRIVED, Figure::arrived)
            .key(DATE, KIND, ITEM, SLOT, VERSION)
            .appendOnly()
            .reads(row -> new Figure(
                    row.store(),
                    row.get(DATE),
                    row.get(KIND),
                    row.get(ITEM),
                    row.get(SLOT),
                    row.get(VERSION),
                    row.get(VALUE),
                    row.get(OBSERVED),
                    row.get(ARRIVED)));

    /** A store's day: 500 items in 14 slots, in the order of the key. */
    static List<Figure> dayOf(StoreId store) {
        return dayOf(store, 0);
    }

    /** The day so many days later. */
    static List<Figure> dayOf(StoreId store, int later) {
        long first = (long) later * ROWS_OF_A_DAY;
        return LongStream.range(first, first + ROWS_OF_A_DAY)
                .mapToObj(number -> at(store, number))
                .toList();
    }

    /** The row of a number, from 0 on, in the order of the key. */
    static Figure at(StoreId store, long number) {
        int ofDay = (int) (number % ROWS_OF_A_DAY);
        int item = ofDay / SLOTS;
        int slot = ofDay % SLOTS + 1;
        LocalDate day = DAY.plusDays(number / ROWS_OF_A_DAY);
        Instant at = day.atTime(2, 0).toInstant(ZoneOffset.UTC).plusSeconds(3600L * slot);
        return new Figure(
                store,
                day,
                "PAID_AMOUNT",
                "item-" + (10_000 + item),
                slot,
                1,
                BigDecimal.valueOf(1999L * (item + slot), 2),
                at,
                at.plusMillis(item));
    }
}
