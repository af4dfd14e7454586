package io.storeops.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.failure.AdapterException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderMarksTest {
    private final OrderMarks marks = new OrderMarks();

    @Test
    void knowEveryOrderOfManyWithItsExtractAndContent() {
        int orders = 100_000;
        for (int order = 0; order < orders; order++) {
            long id = OrderMarks.hash("order-" + order);
            assertTrue(marks.find(id) < 0);
            marks.add(marks.put(id, order % 7), OrderMarks.hash(order, 1), order % 3 == 0);
        }
        for (int order = 0; order < orders; order++) {
            int at = marks.find(OrderMarks.hash("order-" + order));
            assertEquals(order % 7, marks.extract(at));
            assertEquals(order % 3 == 0, marks.paid(at));
            assertTrue(marks.same(at, OrderMarks.hash(order, 1)));
            assertFalse(marks.same(at, OrderMarks.hash(order, 2)));
        }
    }

    @Test
    void addUpTheRowsOfAnOrderInAnyOrder() {
        int one = marks.put(0, 1);
        int other = marks.put(2, (1 << 20) - 1);
        marks.add(one, -5, true);
        marks.add(one, Long.MAX_VALUE, false);
        marks.add(other, Long.MAX_VALUE, false);
        marks.add(other, -5, false);
        assertTrue(marks.same(one, Long.MAX_VALUE - 5));
        assertTrue(marks.same(other, Long.MAX_VALUE - 5));
        assertTrue(marks.paid(one));
        assertFalse(marks.paid(other));
        assertEquals(1, marks.extract(one));
        assertEquals((1 << 20) - 1, marks.extract(other));
        assertThrows(AdapterException.class, () -> marks.begin(one, 1 << 20));
    }

    @Test
    void keepWhatAnOrderSaysWhereverItStands() {
        int unpaid = marks.put(OrderMarks.hash("1"), 7);
        int paid = marks.put(OrderMarks.hash("2"), 7);
        marks.add(unpaid, 5, false);
        marks.add(paid, 6, true);
        marks.move(unpaid, 8);
        marks.move(paid, 3);
        assertEquals(8, marks.extract(unpaid));
        assertEquals(3, marks.extract(paid));
        assertTrue(marks.same(unpaid, 5));
        assertTrue(marks.same(paid, 6));
        assertFalse(marks.paid(unpaid));
        assertTrue(marks.paid(paid));
        marks.begin(paid, 9);
        assertFalse(marks.paid(paid));
        assertTrue(marks.same(paid, 0));
    }

    @Test
    void tellNeighbouringTextsApart() {
        Set<Long> hashes = new HashSet<>();
        for (int number = 0; number < 1_000_000; number++) {
            hashes.add(OrderMarks.hash(Integer.toString(number)));
        }
        assertEquals(1_000_000, hashes.size());
    }
}
