package io.storeops.ticket;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.ticket.LiaisonShop.FIRST;
import static io.storeops.ticket.LiaisonShop.QC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.StoreFixture;
import io.storeops.evidence.Stamp;
import io.storeops.requirement.OpenedRequirements;
import io.storeops.requirement.Requirement;
import io.storeops.requirement.RequirementState;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.MemoryStorage;
import io.storeops.storage.Page;
import io.storeops.storage.Scan;
import io.storeops.storage.Storage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A month of 5,000 tickets: looking at what is open reads what is open, however much has ended. */
class ManyTicketsTest {
    private static final int MANY = 5_000;
    private static final int A_COMMIT = 500;
    private static final int OPEN = 7;

    private final AtomicInteger rows = new AtomicInteger();
    private final StoreFixture shop = LiaisonShop.in(new StoreFixture.Setup())
            .storage(clock -> counting(MemoryStorage.empty(clock)))
            .open();

    /** The storage, counting the rows that it gives. */
    private Storage counting(Storage storage) {
        return proxy(Storage.class, (method, arguments) -> {
            Object given = invoke(method, storage, arguments);
            if (given instanceof Page<?> page) {
                rows.addAndGet(page.items().size());
            }
            return given instanceof Scan<?> scan
                    ? proxy(Scan.class, (step, none) -> {
                        if (step.getName().equals("next")) {
                            rows.incrementAndGet();
                        }
                        return invoke(step, scan, none);
                    })
                    : given;
        });
    }

    private interface Call {
        Object of(Method method, Object[] arguments) throws Throwable;
    }

    @SuppressWarnings("unchecked") // the proxy is of the type
    private static <T> T proxy(Class<T> type, Call call) {
        return (T) Proxy.newProxyInstance(
                ManyTicketsTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.of(method, arguments));
    }

    private static Object invoke(Method method, Object on, Object[] arguments) throws Throwable {
        try {
            method.setAccessible(true);
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private int read(Runnable look) {
        rows.set(0);
        look.run();
        return rows.get();
    }

    private List<Integer> looks() {
        Tickets tickets = shop.ops.deskOf(FIRST).tickets();
        shop.ops.tick(STORE);
        return List.of(
                read(() -> assertEquals(OPEN, tickets.open(STORE).size())),
                read(() -> assertEquals(OPEN, tickets.overdue(STORE).size())),
                read(() -> assertEquals(OPEN, tickets.unacknowledged(STORE).size())),
                read(() -> assertEquals(
                        1, shop.ops.deskOf(FIRST).requirements().open(STORE).size())),
                read(() -> shop.ops.deskOf(FIRST).requirements().late(STORE)),
                read(() -> shop.ops.deskOf(FIRST).agenda().today(STORE)),
                read(() -> shop.ops.tick(STORE)));
    }

    @Test
    void whatHasEndedIsNotRead() {
        LiaisonShop.at(shop, DAY.plusDays(1), "10:00");
        for (int i = 0; i < OPEN; i++) {
            shop.ops.deskOf(QC).tickets().open(STORE, "PT" + i, new Problem("QC", "MEDIUM", "a batch fails"));
        }
        Requirement asked = shop.ops
                .deskOf(FIRST)
                .requirements()
                .open(
                        STORE,
                        new OpenedRequirements.Ask(
                                "RQ0", "QC", "a file", shop.at(DAY.plusDays(40), "10:00"), Optional.empty(), true),
                        Optional.empty());
        LiaisonShop.at(shop, DAY.plusDays(30), "10:00");
        List<Integer> few = looks();
        Ticket ended = ended();
        for (int from = 0; from < MANY; from += A_COMMIT) {
            fill(ended, asked, from);
        }
        assertEquals(few, looks());
        assertTrue(few.stream().allMatch(count -> count < 200), few.toString());
        assertEquals(
                MANY + 1 + OPEN,
                shop.ops
                        .deskOf(FIRST)
                        .tickets()
                        .brought(STORE, DAY, DAY.plusDays(30))
                        .size());
    }

    /** A ticket of days ago, as its own course leaves it, brought again once. */
    private Ticket ended() {
        Instant now = shop.clock.instant();
        LiaisonShop.at(shop, DAY.plusDays(2), "10:00");
        Tickets tickets = shop.ops.deskOf(FIRST).tickets();
        shop.ops.deskOf(QC).tickets().open(STORE, "ENDED", new Problem("QC", "MEDIUM", "a batch fails"));
        tickets.acknowledge(STORE, "ENDED");
        tickets.handle(STORE, "ENDED");
        tickets.resolve(STORE, "ENDED", "set aside");
        tickets.reportBack(STORE, "ENDED", List.of(QC));
        Ticket closed = tickets.close(STORE, "ENDED");
        shop.clock.set(now);
        return closed;
    }

    private void fill(Ticket ended, Requirement asked, int from) {
        Changes changes = Changes.of(STORE, CommitId.of("fill-" + from));
        for (int i = from; i < from + A_COMMIT; i++) {
            String id = "E" + i;
            Stamp opened = ended.opened();
            changes.insert(
                    Ticket.TABLE,
                    new Ticket(
                            STORE,
                            id,
                            ended.department(),
                            ended.severity(),
                            opened,
                            ended.reporters(),
                            ended.state(),
                            ended.episode(),
                            Optional.empty()));
            changes.insert(PastEpisode.TABLE, new PastEpisode(STORE, id, ended.episode()));
            changes.insert(Requirement.TABLE, accepted(asked, id, opened.at().plus(Duration.ofHours(1))));
        }
        shop.storage.commit(changes);
    }

    private static Requirement accepted(Requirement asked, String id, Instant at) {
        return new Requirement(
                STORE,
                id,
                asked.asked(),
                at,
                RequirementState.ACCEPTED,
                FIRST,
                asked.opened(),
                asked.course(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Requirement.Acceptance(at, FIRST)));
    }
}
