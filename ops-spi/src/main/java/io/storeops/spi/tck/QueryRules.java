package io.storeops.spi.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.Lists;
import io.storeops.id.StoreId;
import io.storeops.storage.Cursor;
import io.storeops.storage.Page;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules S50 to S65: {@link io.storeops.storage.Storage#select}, {@code scan} and {@code stores}. */
abstract class QueryRules extends StorageRules {
    private static final Instant NINE = Instant.parse("2024-06-16T01:00:00Z");
    private static final List<String> OWNERS = List.of("op-1", "op-10", "op-2", "Op-1", "运营");

    private static final Comparator<Task> OWNER_ORDER =
            Comparator.comparing(Task::owner).thenComparing(Task::dueAt).thenComparing(Task.KEY_ORDER);

    /** 60 tasks in no order: 3 days, 5 owners, 4 due instants, positions from -30 to 29. */
    private List<Task> manyTasks() {
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int shuffled = i * 37 % 60;
            tasks.add(Task.of(shuffled)
                    .on(Task.FIRST_DAY.plusDays(shuffled % 3))
                    .by(OWNERS.get(shuffled % 5))
                    .due(NINE.plusSeconds(shuffled / 15 * 3600L))
                    .placed(BigDecimal.valueOf(shuffled - 30L))
                    .done(shuffled % 4 == 0));
        }
        insert(tasks.toArray(Task[]::new));
        insert(tasks.stream().map(task -> task.in(OTHER)).toArray(Task[]::new));
        return tasks;
    }

    private static List<Task> expected(List<Task> tasks, Predicate<Task> which, Comparator<Task> order) {
        return tasks.stream().filter(which).sorted(order).toList();
    }

    private static Query<Task> by(String path) {
        return Query.of(Task.TABLE, STORE, path);
    }

    @Test
    @DisplayName("S50 the key's own path gives all rows of the store in the order of the key, and back")
    void keyOrder() {
        List<Task> tasks = manyTasks();
        List<Task> inOrder = expected(tasks, task -> true, Task.KEY_ORDER);
        assertEquals(inOrder, all(by(Table.KEY_PATH)));
        assertEquals(Lists.reverse(inOrder), all(by(Table.KEY_PATH).descendingOrder()));
    }

    @Test
    @DisplayName("S51 an access path gives its own order, then that of the key, and back")
    void pathOrder() {
        List<Task> inOrder = expected(manyTasks(), task -> true, OWNER_ORDER);
        assertEquals(inOrder, all(by(Task.BY_OWNER)));
        assertEquals(Lists.reverse(inOrder), all(by(Task.BY_OWNER).descendingOrder()));
    }

    @Test
    @DisplayName("S52 equality on the first columns of a path is exact")
    void equality() {
        List<Task> tasks = manyTasks();
        for (String owner : OWNERS) {
            assertEquals(
                    expected(tasks, task -> task.owner().equals(owner), OWNER_ORDER),
                    all(by(Task.BY_OWNER).where(owner)));
        }
        assertEquals(List.of(), all(by(Task.BY_OWNER).where("OP-1")));
        assertEquals(
                expected(
                        tasks,
                        task -> task.owner().equals("op-2") && task.dueAt().equals(NINE),
                        OWNER_ORDER),
                all(by(Task.BY_OWNER).where("op-2", NINE)));
        assertEquals(
                expected(tasks, Task::done, Comparator.comparing(Task::owner).thenComparing(Task.KEY_ORDER)),
                all(by(Task.BY_DONE).where(true)));
    }

    @Test
    @DisplayName("S53 a range includes its lower and excludes its upper end")
    void ranges() {
        List<Task> tasks = manyTasks();
        Instant from = NINE.plusSeconds(3600);
        Instant to = NINE.plusSeconds(3 * 3600L);
        Predicate<Task> mine = task -> task.owner().equals("op-1");
        Query<Task> query = by(Task.BY_OWNER).where("op-1");
        Predicate<Task> late = task -> !task.dueAt().isBefore(from);
        Predicate<Task> early = task -> task.dueAt().isBefore(to);
        assertEquals(expected(tasks, mine.and(late), OWNER_ORDER), all(query.from(from)));
        assertEquals(expected(tasks, mine.and(early), OWNER_ORDER), all(query.to(to)));
        List<Task> between = expected(tasks, mine.and(late).and(early), OWNER_ORDER);
        assertEquals(between, all(query.from(from).to(to)));
        assertEquals(Lists.reverse(between), all(query.to(to).from(from).descendingOrder()));
        assertEquals(List.of(), all(query.from(from).to(from)), "an empty range");
        assertEquals(List.of(), all(query.from(to).to(from)), "a range that ends before it begins");
    }

    @Test
    @DisplayName("S54 whole numbers and decimals are ordered as numbers")
    void numericOrder() {
        List<Task> tasks = new ArrayList<>();
        for (String place : List.of("10", "9", "-1", "-10", "0.5", "1.25", "100", "0", "-0.75")) {
            tasks.add(Task.of(new BigDecimal(place).movePointRight(2).longValueExact())
                    .placed(new BigDecimal(place)));
        }
        insert(tasks.toArray(Task[]::new));
        List<Task> inOrder = expected(tasks, task -> true, Comparator.comparing(Task::number));
        assertEquals(inOrder, all(by(Task.BY_NUMBER)));
        assertEquals(inOrder, all(by(Task.BY_ORDER)));
        assertEquals(
                inOrder.subList(3, 6),
                all(by(Task.BY_ORDER).from(BigDecimal.ZERO).to(new BigDecimal("9"))));
    }

    @Test
    @DisplayName("S55 instants are ordered to the microsecond, false stands before true")
    void timeAndTruthOrder() {
        Task early = Task.of(3).due(NINE.minusNanos(1000)).done(true);
        Task onTime = Task.of(2).due(NINE);
        Task late = Task.of(1).due(NINE.plusNanos(1000));
        insert(onTime, late, early);
        assertEquals(List.of(early, onTime, late), all(by(Task.BY_DUE)));
        assertEquals(List.of(onTime, late), all(by(Task.BY_DUE).from(NINE)));
        assertEquals(List.of(late, onTime, early), all(by(Task.BY_DONE)));
    }

    @Test
    @DisplayName("S56 texts are ordered by code point: no language, no case folding")
    void textOrder() {
        List<String> inOrder = List.of(
                "", " ", "#", "-", "0", "10", "9", "A", "B", "Z", "_", "a", "ab", "b", "z", "É", "é", "Ω", "‘", "ア",
                "一", "店", "运营", "韓", "\uE000", "Ａ");
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < inOrder.size(); i++) {
            tasks.add(Task.of(i * 7L % inOrder.size()).by(inOrder.get(i)));
        }
        insert(Lists.reverse(tasks).toArray(Task[]::new));
        assertEquals(tasks, all(by(Task.BY_OWNER)));
        assertEquals(tasks.subList(7, 11), all(by(Task.BY_OWNER).from("A").to("a")));
    }

    @Test
    @DisplayName("S57 pages of every size, put together by their cursors, are the whole, in every order")
    void pages() {
        manyTasks();
        List<Query<Task>> queries = List.of(
                by(Table.KEY_PATH),
                by(Table.KEY_PATH).where(Task.FIRST_DAY),
                by(Task.BY_OWNER),
                by(Task.BY_OWNER).where("运营").from(NINE.plusSeconds(1)),
                by(Task.BY_DONE),
                by(Task.BY_DONE).where(false).to("op-2"),
                by(Task.BY_ORDER).from(new BigDecimal("-5.5")),
                by(Task.BY_DUE));
        for (Query<Task> query : queries) {
            for (int limit : List.of(1, 2, 7, 59, 60, 61)) {
                assertEquals(all(query), paged(query, limit));
                assertEquals(all(query.descendingOrder()), paged(query.descendingOrder(), limit));
            }
        }
    }

    private List<Task> paged(Query<Task> query, int limit) {
        List<Task> found = new ArrayList<>();
        Query<Task> next = query.limit(limit);
        while (true) {
            Page<Versioned<Task>> page = storage().select(next);
            assertTrue(
                    page.items().size() <= limit,
                    "a page of at most " + limit + " has " + page.items().size());
            found.addAll(values(page));
            if (page.next().isEmpty()) {
                return found;
            }
            next = next.after(page.next().get());
        }
    }

    @Test
    @DisplayName("S58 a row that is committed behind the cursor appears, one before it does not")
    void pagesWhileWriting() {
        insert(Task.of(10), Task.of(20), Task.of(30));
        Page<Versioned<Task>> first = storage().select(by(Table.KEY_PATH).limit(2));
        insert(Task.of(15), Task.of(25));
        assertEquals(
                List.of(Task.of(25), Task.of(30)),
                all(by(Table.KEY_PATH).after(first.next().orElseThrow())));
    }

    @Test
    @DisplayName("S59 a cursor that another query made is refused")
    void foreignCursors() {
        manyTasks();
        Cursor other = storage().select(by(Task.BY_OWNER).limit(1)).next().orElseThrow();
        for (Cursor foreign : List.of(new Cursor("nonsense"), new Cursor(""), other)) {
            Query<Task> query = by(Table.KEY_PATH).after(foreign);
            IllegalArgumentException refusal =
                    assertThrows(IllegalArgumentException.class, () -> storage().select(query));
            assertEquals(
                    "The cursor '" + foreign.text() + "' was not made by a query ordered by "
                            + "[store_id TEXT, day DATE, number LONG]",
                    refusal.getMessage());
        }
    }

    @Test
    @DisplayName("S60 a scan gives what select gives, without regard to the limit, from the cursor on")
    void scans() {
        manyTasks();
        for (Query<Task> query : List.of(
                by(Table.KEY_PATH),
                by(Task.BY_OWNER).descendingOrder(),
                by(Task.BY_OWNER).where("op-1").from(NINE.plusSeconds(1)))) {
            List<Versioned<Task>> whole = storage().select(query).items();
            assertEquals(whole, scanned(query));
            assertEquals(whole, scanned(query.limit(2)));
            Cursor second = storage().select(query.limit(2)).next().orElseThrow();
            assertEquals(whole.subList(2, whole.size()), scanned(query.after(second)));
        }
    }

    @Test
    @DisplayName("S61 a scan ends: no next, and asking for one is refused")
    void scanEnds() {
        insert(Task.of(1));
        try (Scan<Versioned<Task>> scan = storage().scan(by(Task.BY_DUE))) {
            assertTrue(scan.hasNext());
            assertTrue(scan.hasNext(), "asking twice moves nothing");
            assertEquals(new Versioned<>(Task.of(1), 1), scan.next());
            assertFalse(scan.hasNext());
            assertThrows(NoSuchElementException.class, scan::next);
        }
    }

    @Test
    @DisplayName("S62 a scan of thousands of rows gives each once, whatever is committed meanwhile")
    void longScans() {
        List<Task> tasks =
                LongStream.range(0, 2500).mapToObj(i -> Task.of(2 * i)).toList();
        insert(tasks.toArray(Task[]::new));
        Set<Long> seen = new HashSet<>();
        try (Scan<Versioned<Task>> scan = storage().scan(by(Table.KEY_PATH))) {
            long before = -1;
            while (scan.hasNext()) {
                long number = scan.next().value().number();
                assertTrue(seen.add(number) && number > before, number + " comes after " + before);
                before = number;
                if (number % 1000 == 0) {
                    insert(Task.of(number + 501));
                    commit(changes().replace(Task.TABLE, Task.of(4000).done(number % 2000 == 0), number / 1000 + 1));
                }
            }
        }
        assertTrue(tasks.stream().map(Task::number).allMatch(seen::contains), "a row was left out");
    }

    @Test
    @DisplayName("S65 a row that moves ahead in the order of a scan is not given twice")
    void movingRows() {
        List<Task> tasks = LongStream.range(0, 1500)
                .mapToObj(i -> Task.of(i).placed(BigDecimal.valueOf(i)))
                .toList();
        insert(tasks.toArray(Task[]::new));
        Set<Long> seen = new HashSet<>();
        try (Scan<Versioned<Task>> scan = storage().scan(by(Task.BY_ORDER))) {
            while (scan.hasNext()) {
                Task task = scan.next().value();
                assertTrue(seen.add(task.number()), task.number() + " comes twice");
                if (task.number() == 0) {
                    commit(changes().replace(Task.TABLE, task.placed(BigDecimal.valueOf(5000)), 1));
                }
            }
        }
        assertEquals(1500, seen.size());
    }

    @Test
    @DisplayName("S63 an unfinished scan can be closed, and the storage goes on")
    void unfinishedScans() {
        manyTasks();
        for (int i = 0; i < 50; i++) {
            try (Scan<Versioned<Task>> scan = storage().scan(by(Task.BY_OWNER))) {
                scan.next();
            }
        }
        assertEquals(2, insert(Task.of(1000)).number());
    }

    @Test
    @DisplayName("S64 the stores that have commits are listed in order of their ids")
    void stores() {
        assertEquals(List.of(), listedStores());
        List<StoreId> stores = new ArrayList<>();
        for (String id : List.of("b", "店铺-2", "B", "a-10", "a-2", "S1")) {
            StoreId store = StoreId.of(id);
            stores.add(store);
            insert(Task.of(1).in(store));
        }
        commit(changes(StoreId.of("only commits")));
        stores.add(StoreId.of("only commits"));
        assertEquals(stores.stream().sorted().toList(), listedStores());
    }

    private List<StoreId> listedStores() {
        List<StoreId> found = new ArrayList<>();
        Optional<Cursor> after = Optional.empty();
        do {
            Page<StoreId> page = storage().stores(after);
            found.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        return found;
    }
}
