package io.storeops.adapter.csv.months;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.CommitLog;
import io.storeops.storage.Key;
import io.storeops.storage.Query;
import io.storeops.storage.Table;
import io.storeops.storage.TableRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.Dates;

class MonthlyRowsTest {
    private static final StoreId STORE = StoreId.of("S1");
    private static final LocalDate FROM = LocalDate.of(2026, 1, 28);
    private static final LocalDate TO = LocalDate.of(2026, 5, 3);

    private record Sale(StoreId store, LocalDate day, long number) {
        private static final Column<LocalDate> DAY = Column.date("day", "the day");
        private static final Column<Long> NUMBER = Column.number("number", "the number");
        static final Table<Sale> TABLE = Table.of("sale", Sale::store)
                .column(DAY, Sale::day)
                .column(NUMBER, Sale::number)
                .key(DAY, NUMBER)
                .appendOnlyByMonth(DAY)
                .reads(row -> new Sale(row.store(), row.get(DAY), row.get(NUMBER)));
        static final Table<Sale> NUMBERED = Table.of("numbered", Sale::store)
                .column(DAY, Sale::day)
                .column(NUMBER, Sale::number)
                .key(NUMBER)
                .appendOnlyByMonth(DAY)
                .reads(row -> new Sale(row.store(), row.get(DAY), row.get(NUMBER)));
    }

    private static Arbitrary<LocalDate> days() {
        return Dates.dates().between(FROM, TO);
    }

    @Provide
    private Arbitrary<List<Sale>> sales() {
        return Combinators.combine(days(), Arbitraries.longs().between(0, 5))
                .as((day, number) -> new Sale(STORE, day, number))
                .set()
                .ofMaxSize(60)
                .map(ArrayList::new);
    }

    @Provide
    private Arbitrary<Query<Sale>> queries() {
        Query<Sale> all = Query.of(Sale.TABLE, STORE);
        Arbitrary<Query<Sale>> ofDay = days().map(all::where);
        Arbitrary<Query<Sale>> ofNumbers = Combinators.combine(
                        days(), Arbitraries.longs().between(0, 5))
                .as((day, number) -> all.where(day).from(number));
        Arbitrary<Query<Sale>> ofDays = Combinators.combine(days().optional(), days().optional())
                .as((from, to) -> {
                    Query<Sale> lower = from.map(all::from).orElse(all);
                    return to.map(lower::to).orElse(lower);
                });
        return Combinators.combine(Arbitraries.oneOf(ofDay, ofNumbers, ofDays), Arbitraries.of(true, false))
                .as((query, down) -> down ? query.descendingOrder() : query);
    }

    @Property(tries = 500)
    void answerAsRowsInMemoryDo(
            @ForAll("sales") List<Sale> sales, @ForAll("queries") Query<Sale> query, @ForAll("pages") int page) {
        TableRows plain = TableRows.inMemory(Sale.TABLE);
        TableRows monthly = new MonthlyRows(Sale.TABLE, STORE, new FetchedMonths(Sale.TABLE));
        for (Sale sale : sales) {
            CommitLog.Written row = new CommitLog.Written(Sale.TABLE.write(sale), 1);
            plain.put(row);
            monthly.put(row);
        }
        assertEquals(plain.last(), monthly.last());
        for (Sale sale : sales) {
            Key key = Key.of(STORE, sale.day(), sale.number() + 1);
            assertEquals(plain.find(key), monthly.find(key));
        }
        Query<Sale> next = query;
        Optional<Query<Sale>> more = Optional.of(next);
        while (more.isPresent()) {
            next = more.get();
            List<CommitLog.Written> expected = plain.select(next, page);
            assertEquals(expected, monthly.select(next, page));
            more = expected.size() < page
                    ? Optional.empty()
                    : Optional.of(
                            next.after(next.cursorAfter(expected.get(page - 1).row())));
        }
    }

    @Provide
    private Arbitrary<Integer> pages() {
        return Arbitraries.integers().between(1, 20);
    }

    @Example
    void fetchOnlyTheMonthsThatAreConcerned() {
        FetchedMonths months = new FetchedMonths(Sale.TABLE);
        TableRows rows = new MonthlyRows(Sale.TABLE, STORE, months);
        for (int month = 1; month <= 12; month++) {
            Sale sale = new Sale(STORE, LocalDate.of(2026, month, 9), 1);
            rows.put(new CommitLog.Written(Sale.TABLE.write(sale), 1));
        }
        Query<Sale> all = Query.of(Sale.TABLE, STORE);
        months.asked();
        rows.select(all.where(LocalDate.of(2026, 3, 1)), 10);
        assertEquals(List.of("2026-03"), months.asked());
        months.asked();
        rows.select(all.from(LocalDate.of(2026, 4, 10)).to(LocalDate.of(2026, 6, 1)), 10);
        assertEquals(List.of("2026-04", "2026-05", "2026-06"), months.asked());
        months.asked();
        rows.select(all.descendingOrder(), 2);
        assertEquals(List.of("2026-11", "2026-12"), months.asked());
        months.asked();
        rows.find(Key.of(STORE, LocalDate.of(2027, 1, 1), 1L));
        rows.select(all.where(LocalDate.of(2027, 1, 1)), 10);
        assertEquals(List.of(), months.asked());
    }

    @Example
    void needAKeyThatBeginsWithTheMonth() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new MonthlyRows(Sale.NUMBERED, STORE, new FetchedMonths(Sale.TABLE)));
    }
}
