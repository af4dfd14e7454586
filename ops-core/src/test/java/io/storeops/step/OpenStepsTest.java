package io.storeops.step;

import static io.storeops.StoreFixture.NEXT;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.StoreFixture;
import io.storeops.sample.StepShop;
import io.storeops.storage.MemoryStorage;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.Storage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How many rows of steps are read: what was done on the days before costs a look at today nothing. */
class OpenStepsTest {
    private static final int OPEN = 3;

    private final AtomicInteger rows = new AtomicInteger();

    /** The storage, counting the rows of steps that it gives. */
    private Storage counting(Clock clock) {
        Storage storage = MemoryStorage.empty(clock);
        return (Storage) Proxy.newProxyInstance(
                OpenStepsTest.class.getClassLoader(), new Class<?>[] {Storage.class}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(storage, arguments);
                        return answer instanceof Scan<?> scan
                                        && arguments[0] instanceof Query<?> query
                                        && query.table() == Step.TABLE
                                ? counted(scan)
                                : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private <T> Scan<T> counted(Scan<T> scan) {
        return new Scan<>() {
            @Override
            public boolean hasNext() {
                return scan.hasNext();
            }

            @Override
            public T next() {
                rows.incrementAndGet();
                return scan.next();
            }

            @Override
            public void close() {
                scan.close();
            }
        };
    }

    private static PlannedStep step(String run, Instant due) {
        return new PlannedStep(run, "PRICE", Optional.empty(), due, Optional.of(StepOwner.person(OPERATOR)));
    }

    /** Rows read by listing what is open, by the agenda of today and by a look of the engine. */
    private List<Integer> readAfter(int done) {
        StepShop steps = new StepShop(
                StepShop.in(new StoreFixture.Setup()).storage(this::counting).open());
        steps.shop.clock.set(steps.shop.at("09:00:00"));
        for (int i = 0; i < done; i++) {
            steps.plan(step("D" + i, steps.shop.at("12:00:00")));
            steps.steps().answer(STORE, "D" + i, "PRICE", StepAnswer.ok());
        }
        steps.shop.clock.set(steps.shop.at(NEXT.plusDays(2), "09:00:00"));
        for (int i = 0; i < OPEN; i++) {
            steps.plan(step("O" + i, steps.shop.clock.instant().plus(Duration.ofMinutes(1))));
        }
        steps.shop.ops.tick(STORE);
        steps.shop.clock.advance(Duration.ofMinutes(5));
        return List.of(
                counted(() -> assertEquals(OPEN, steps.steps().open(STORE).size())),
                counted(() -> steps.shop.ops.deskOf(OPERATOR).agenda(STORE)),
                counted(() -> steps.shop.ops.tick(STORE)));
    }

    private int counted(Runnable look) {
        int before = rows.get();
        look.run();
        return rows.get() - before;
    }

    @Test
    void areFoundWithoutReadingWhatIsDone() {
        List<Integer> few = readAfter(2);
        assertEquals(few, readAfter(40));
        assertEquals(OPEN, few.get(0));
    }
}
