package io.storeops.adapter.csv.months;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.Dates;

class OutlinedRowsTest {
    private static final StoreId STORE = StoreId.of("S1");
    private static final LocalDate FROM = LocalDate.of(2026, 1, 28);

    private record Act(StoreId store, long number, LocalDate day, String command) {
        private static final Column<Long> NUMBER = Column.number("number", "the number");
        private static final Column<LocalDate> DAY = Column.date("day", "the day");
        private static final Column<String> COMMAND = Column.text("command", "the command");

        static final Table<Act> NUMBERED = table(NUMBER);
        static final Table<Act> NAMED = table(COMMAND, NUMBER);

        private static Table<Act> table(Column<?>... key) {
            return Table.of("act", Act::store)
                    .column(NUMBER, Act::number)
                    .column(DAY, Act::day)
                    .column(COMMAND, Act::command)
                    .key(key)
                    .path("by_number", NUMBER)
                    .path("by_command", COMMAND)
                    .path("by_day", DAY)
                    .appendOnlyByMonth(DAY)
                    .reads(row -> new Act(row.store(), row.get(NUMBER), row.get(DAY), row.get(COMMAND)));
        }

        static Act of(long number, LocalDate day) {
            return new Act(STORE, number, day, "c" + number);
        }
    }

    private static CommitLog.Written written(Table<Act> table, Act act, long revision) {
        return new CommitLog.Written(table.write(act), revision);
    }

    private static Arbitrary<LocalDate> days() {
        return Dates.dates().between(FROM, LocalDate.of(2026, 5, 3));
    }

    private static Arbitrary<String> commands() {
        return Arbitraries.of("", "a", "b", "c", "d", "e");
    }

    /** In the order of time but for a clock that is set back now and then, or in no order at all. */
    @Provide
    private Arbitrary<List<Act>> acts() {
        Arbitrary<Act> anyhow = Combinators.combine(Arbitraries.longs().between(1, 60), days(), commands())
                .as((number, day, command) -> new Act(STORE, number, day, command));
        Arbitrary<List<Act>> inOrder = Combinators.combine(
                        Arbitraries.integers().between(-9, 9), commands())
                .as((slip, command) -> new Act(STORE, 0, FROM.plusDays(slip), command))
                .list()
                .ofMaxSize(60)
                .map(OutlinedRowsTest::numbered);
        return Arbitraries.oneOf(
                anyhow.list().uniqueElements(Act::number).ofMaxSize(60).map(ArrayList::new), inOrder);
    }

    private static List<Act> numbered(List<Act> acts) {
        List<Act> numbered = new ArrayList<>();
        for (int i = 0; i < acts.size(); i++) {
            Act act = acts.get(i);
            numbered.add(new Act(STORE, i + 1L, act.day().plusDays(2L * i), act.command()));
        }
        return numbered;
    }

    @Provide
    private Arbitrary<Table<Act>> tables() {
        return Arbitraries.of(Act.NUMBERED, Act.NAMED);
    }

    @Provide
    private Arbitrary<Function<Table<Act>, Query<Act>>> questions() {
        Arbitrary<Function<Query<Act>, Query<Act>>> within = Arbitraries.oneOf(
                Combinators.combine(range(Arbitraries.longs().between(0, 61)), Arbitraries.just("by_number"))
                        .as(OutlinedRowsTest::on),
                Combinators.combine(range(commands()), Arbitraries.just("by_command"))
                        .as(OutlinedRowsTest::on),
                Combinators.combine(range(days()), Arbitraries.just("by_day")).as(OutlinedRowsTest::on),
                Arbitraries.of("key", "by_number", "by_command", "by_day").map(path -> on(query -> query, path)));
        return Combinators.combine(within, Arbitraries.of(true, false)).as((some, down) -> table -> {
            Query<Act> query = some.apply(Query.of(table, STORE));
            return down ? query.descendingOrder() : query;
        });
    }

    private static Function<Query<Act>, Query<Act>> on(Function<Query<Act>, Query<Act>> range, String path) {
        return key -> range.apply(Query.of(key.table(), STORE, path));
    }

    private static <T> Arbitrary<Function<Query<Act>, Query<Act>>> range(Arbitrary<T> values) {
        return Arbitraries.oneOf(
                values.map(value -> all -> all.where(value)),
                Combinators.combine(values.optional(), values.optional()).as((from, to) -> all -> {
                    Query<Act> lower = from.map(all::from).orElse(all);
                    return to.map(lower::to).orElse(lower);
                }));
    }

    @Provide
    private Arbitrary<Integer> pages() {
        return Arbitraries.integers().between(1, 20);
    }

    @Property(tries = 1000)
    void answerAsRowsInMemoryDo(
            @ForAll("tables") Table<Act> table,
            @ForAll("acts") List<Act> acts,
            @ForAll("questions") Function<Table<Act>, Query<Act>> question,
            @ForAll("pages") int page,
            @ForAll("pages") int known) {
        TableRows plain = TableRows.inMemory(table);
        FetchedMonths months = new FetchedMonths(table);
        OutlinedRows outlined = new OutlinedRows(table, STORE, months);
        List<CommitLog.Written> all =
                acts.stream().map(act -> written(table, act, 1)).toList();
        all.forEach(plain::put);
        List<CommitLog.Written> found = all.subList(0, Math.min(known, all.size()));
        found.forEach(row -> months.rows(STORE, table.monthOf(row.row())).put(row));
        found.stream()
                .collect(Collectors.groupingBy(row -> table.monthOf(row.row())))
                .values()
                .forEach(outlined::know);
        all.subList(found.size(), all.size()).forEach(outlined::put);
        for (int i = 0; i < acts.size(); i += 3) {
            CommitLog.Written again = written(table, acts.get(i), 2);
            plain.put(again);
            outlined.put(again);
        }
        assertEquals(plain.last(), outlined.last());
        for (Act act : acts) {
            Key key = table.keyOf(table.write(act));
            assertEquals(plain.find(key), outlined.find(key));
            Key other = table.keyOf(table.write(new Act(STORE, act.number() + 1, act.day(), act.command())));
            assertEquals(plain.find(other), outlined.find(other));
        }
        assertSamePages(plain, outlined, question.apply(table), page);
    }

    private static void assertSamePages(TableRows plain, TableRows outlined, Query<Act> query, int page) {
        Optional<Query<Act>> more = Optional.of(query);
        while (more.isPresent()) {
            Query<Act> next = more.get();
            List<CommitLog.Written> expected = plain.select(next, page);
            assertEquals(expected, outlined.select(next, page));
            more = expected.size() < page
                    ? Optional.empty()
                    : Optional.of(
                            next.after(next.cursorAfter(expected.get(page - 1).row())));
        }
    }

    /** Three acts a month, numbered through, and nothing asked for yet. */
    private static OutlinedRows year(FetchedMonths months) {
        OutlinedRows rows = new OutlinedRows(Act.NUMBERED, STORE, months);
        for (int i = 0; i < 36; i++) {
            LocalDate day = LocalDate.of(2026, 1 + i / 3, 9);
            rows.put(written(Act.NUMBERED, Act.of(i + 1, day), 1));
        }
        months.asked();
        return rows;
    }

    @Example
    void fetchNoMonthForACommandThatIsNewNorForALink() {
        FetchedMonths months = new FetchedMonths(Act.NUMBERED);
        OutlinedRows rows = year(months);
        Query<Act> commands = Query.of(Act.NUMBERED, STORE, "by_command");
        for (int i = 0; i < 1000; i++) {
            assertEquals(List.of(), rows.select(commands.where("new " + i), 1001));
        }
        Act next = Act.of(37, LocalDate.of(2027, 1, 1));
        assertEquals(Optional.of(36L), rows.last().map(row -> row.get(Act.NUMBER)));
        assertEquals(Optional.empty(), rows.find(Key.of(STORE, next.number())));
        assertEquals(List.of(), months.asked());
        rows.put(written(Act.NUMBERED, next, 1));
        assertEquals(Optional.of(37L), rows.last().map(row -> row.get(Act.NUMBER)));
        assertEquals(List.of("2027-01"), months.asked());
    }

    @Example
    void fetchOnlyTheMonthsThatAreConcerned() {
        FetchedMonths months = new FetchedMonths(Act.NUMBERED);
        OutlinedRows rows = year(months);
        Query<Act> all = Query.of(Act.NUMBERED, STORE);
        assertEquals(
                1,
                rows.select(Query.of(Act.NUMBERED, STORE, "by_command").where("c14"), 10)
                        .size());
        assertEquals(List.of("2026-05"), months.asked());
        assertTrue(rows.find(Key.of(STORE, 3L)).isPresent());
        assertEquals(List.of("2026-01"), months.asked());
        assertEquals(4, rows.select(all.from(5L), 4).size());
        assertEquals(List.of("2026-02", "2026-03"), months.asked());
        assertEquals(3, rows.select(all.descendingOrder(), 3).size());
        assertEquals(List.of("2026-12"), months.asked());
        assertEquals(List.of(), rows.select(all.from(9L).to(7L), 3));
        assertEquals(List.of(), months.asked());
    }

    @Example
    void fetchBothMonthsIfAClockWasSetBackOverTheirBorder() {
        FetchedMonths months = new FetchedMonths(Act.NUMBERED);
        OutlinedRows rows = year(months);
        rows.put(written(Act.NUMBERED, Act.of(37, LocalDate.of(2027, 1, 1)), 1));
        rows.put(written(Act.NUMBERED, Act.of(38, LocalDate.of(2026, 12, 31)), 1));
        rows.put(written(Act.NUMBERED, Act.of(39, LocalDate.of(2027, 1, 1)), 1));
        months.asked();
        List<Long> numbers = rows.select(Query.of(Act.NUMBERED, STORE).from(34L), 10).stream()
                .map(row -> row.row().get(Act.NUMBER))
                .toList();
        assertEquals(List.of(34L, 35L, 36L, 37L, 38L, 39L), numbers);
        assertEquals(List.of("2026-12", "2027-01"), months.asked());
    }
}
