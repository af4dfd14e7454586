package io.storeops;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.notice.NoticeShop.CUSTOMER_SERVICE;
import static io.storeops.notice.NoticeShop.LIAISON;
import static io.storeops.notice.NoticeShop.QC;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.evidence.EvidenceKind;
import io.storeops.evidence.Target;
import io.storeops.notice.Announcement;
import io.storeops.notice.NoticeShop;
import io.storeops.storage.MemoryStorage;
import io.storeops.storage.Page;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.Storage;
import io.storeops.task.Instruction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many rows a look at what is open reads, after little and after much that is closed: the numbers are the same. */
class OpenOnlyTest {
    private static final List<String> TABLES = List.of("notice", "notice_receipt", "delivery", "task");

    private final Map<String, Integer> rows = new TreeMap<>();

    /** A storage that counts the rows that it gives, by table. */
    private Storage counting(Clock clock) {
        Storage storage = MemoryStorage.empty(clock);
        return (Storage) Proxy.newProxyInstance(
                OpenOnlyTest.class.getClassLoader(), new Class<?>[] {Storage.class}, (proxy, method, arguments) -> {
                    Object answer;
                    try {
                        answer = method.invoke(storage, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (answer instanceof Page<?> page && arguments[0] instanceof Query<?> query) {
                        count(query.table().name(), page.items().size());
                    }
                    return answer instanceof Scan<?> scan && arguments[0] instanceof Query<?> query
                            ? new CountedScan<>(scan, query.table().name())
                            : answer;
                });
    }

    private final class CountedScan<R> implements Scan<R> {
        private final Scan<R> scan;
        private final String table;

        CountedScan(Scan<R> scan, String table) {
            this.scan = scan;
            this.table = table;
        }

        @Override
        public boolean hasNext() {
            return scan.hasNext();
        }

        @Override
        public R next() {
            count(table, 1);
            return scan.next();
        }

        @Override
        public void close() {
            scan.close();
        }
    }

    private void count(String table, int size) {
        if (TABLES.contains(table) && size > 0) {
            rows.merge(table, size, Integer::sum);
        }
    }

    private Map<String, Integer> read(Supplier<?> look) {
        rows.clear();
        look.get();
        return new TreeMap<>(rows);
    }

    private StoreFixture opened() {
        return NoticeShop.in(new StoreFixture.Setup())
                .storage(this::counting)
                .with("duties", DayDuties.noticesAndTasks())
                .role("WORKER", "EXECUTE:X1", "EXECUTE:X4", "EXECUTE:X5")
                .works(LIAISON, "WORKER")
                .role("STORE_MANAGER", "INSTRUCT", "ACCEPT:TASK", "READ")
                .open();
    }

    private static void notice(StoreFixture shop, String id, boolean closed) {
        shop.ops
                .deskOf(LIAISON)
                .notices()
                .send(STORE, new Announcement(id, "A", "told", List.of("CUSTOMER_SERVICE", "QC")));
        if (closed) {
            shop.ops.deskOf(QC).notices().acknowledge(STORE, id, "QC");
            shop.ops.deskOf(CUSTOMER_SERVICE).notices().acknowledge(STORE, id, "CUSTOMER_SERVICE");
        }
    }

    private static void task(StoreFixture shop, String id, boolean closed) {
        shop.ops
                .deskOf(MANAGER)
                .tasks()
                .assign(
                        STORE,
                        id,
                        new Instruction(
                                "GENERAL",
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                Optional.of("do it"),
                                shop.clock.instant().plus(Duration.ofHours(1))),
                        LIAISON);
        if (closed) {
            shop.ops.deskOf(LIAISON).tasks().accept(STORE, id);
            shop.ops
                    .deskOf(LIAISON)
                    .archive()
                    .attach(
                            STORE,
                            Target.of("task", id),
                            EvidenceKind.parse("SCREENSHOT"),
                            shop.clock.instant(),
                            "https://example.org/1");
            shop.ops.deskOf(LIAISON).tasks().complete(STORE, id);
            shop.ops.deskOf(LIAISON).tasks().feedBack(STORE, id, "REPORT", "done", Optional.empty());
        }
    }

    /** A day with so many closed notices and tasks, and the Monday after the next with two open ones of each. */
    private StoreFixture after(int closed) {
        StoreFixture shop = opened();
        shop.clock.set(shop.at("10:00"));
        IntStream.range(0, closed).forEach(i -> {
            notice(shop, "old-" + i, true);
            task(shop, "old-" + i, true);
        });
        shop.clock.advance(Duration.ofDays(8));
        List.of("N1", "N2").forEach(id -> notice(shop, id, false));
        List.of("T1", "T2").forEach(id -> task(shop, id, false));
        shop.ops.tick(STORE);
        shop.clock.advance(Duration.ofHours(2));
        return shop;
    }

    @Test
    void whatIsClosedIsNotRead() {
        List<Map<String, Integer>> looks = List.of(3, 60).stream()
                .map(closed -> {
                    StoreFixture shop = after(closed);
                    Map<String, Integer> all = new TreeMap<>();
                    all.putAll(prefixed("overdue ", read(() -> {
                        List<?> overdue = shop.ops.deskOf(LIAISON).notices().unacknowledged(STORE);
                        assertEquals(2, overdue.size());
                        return overdue;
                    })));
                    all.putAll(prefixed("agenda ", read(() -> {
                        List<?> items = shop.ops
                                .deskOf(LIAISON)
                                .agenda()
                                .on(STORE, DAY.plusDays(8))
                                .items();
                        return items;
                    })));
                    all.putAll(prefixed("tick ", read(() -> shop.ops.tick(STORE))));
                    all.putAll(prefixed("hand-over ", read(() -> {
                        List<?> moved = shop.ops
                                .deskOf(LIAISON)
                                .agenda()
                                .handOver(STORE, "H1", OPERATOR, "")
                                .items();
                        assertEquals(2, moved.size());
                        return moved;
                    })));
                    return all;
                })
                .toList();
        assertEquals(looks.get(0), looks.get(1));
        assertEquals(2, looks.get(0).get("overdue notice"));
        assertEquals(2, looks.get(0).get("hand-over task"));
    }

    private static Map<String, Integer> prefixed(String prefix, Map<String, Integer> counts) {
        Map<String, Integer> named = new TreeMap<>();
        counts.forEach((table, count) -> named.put(prefix + table, count));
        return named;
    }
}
