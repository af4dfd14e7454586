package io.storeops.listing;

import static io.storeops.StoreFixture.STORE;
import static io.storeops.listing.ShopWithPrices.KEEPER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.failure.RefusedException;
import io.storeops.id.CommandId;
import io.storeops.listing.FakeEditor.Manner;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Writes, one wish after the other, to a marketplace that lags, loses answers, rounds, reviews and reverses: no wish
 * reaches it twice, and no older value is the last. Ten thousand take -Dstoreops.test.full=true; a
 * thousand of them are enough for every build.
 */
class EditorRunsTest {
    private static final int RUNS = Boolean.getBoolean("storeops.test.full") ? 10_000 : 1_000;

    private final FakeEditor editor = new FakeEditor(() -> this.shop.shop.clock);
    private final ShopWithPrices shop = new ShopWithPrices(Optional.of(editor.marketplace()));
    private final long seed = Long.getLong("storeops.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private int commands;
    private int wishes;

    /** The shortest way to break a rule: the same command again, as after a lost answer. */
    private ListingWrite write(ListingValue value) {
        CommandId command = CommandId.of("write-" + commands++);
        ListingWrite first = shop.desk(KEEPER).under(command).listings().write(STORE, "A", value);
        wishes++;
        for (int again = random.nextInt(3); again > 0; again--) {
            assertEquals(first, shop.desk(KEEPER).under(command).listings().write(STORE, "A", value));
        }
        return first;
    }

    private void waits(ListingValue value) {
        RefusedException refused = assertThrows(
                RefusedException.class, () -> shop.desk(KEEPER).listings().write(STORE, "A", value));
        assertEquals("READ_BACK_PENDING", refused.refusal().code());
    }

    private Optional<WriteVerdict> readBack(ListingField field) {
        return shop.desk(KEEPER).listings().readBack(STORE, "A", field).verdict();
    }

    private void pass(Duration time) {
        shop.shop.clock.set(shop.shop.clock.instant().plus(time));
    }

    private WriteVerdict run(ListingField field, Manner manner, int number) {
        editor.manner = manner;
        ListingValue wish = new ListingValue(field, "value " + number + ".");
        ListingValue next = new ListingValue(field, "later " + number + ".");
        WriteVerdict verdict = write(wish).verdict().orElseThrow();
        switch (manner) {
            case LAGS -> verdict = untilItShows(field, verdict, next);
            case REVIEWS -> {
                waits(next);
                pass(Duration.ofMinutes(119));
                waits(next);
                assertEquals(Optional.of(WriteVerdict.PENDING), readBack(field));
                pass(Duration.ofMinutes(1));
                assertEquals(Optional.of(WriteVerdict.APPLIED), readBack(field));
            }
            case REVERSES -> {
                waits(next);
                pass(Duration.ofMinutes(5));
                assertEquals(Optional.of(WriteVerdict.APPLIED), readBack(field));
                assertEquals(Optional.of(WriteVerdict.PENDING), write(next).verdict());
                pass(Duration.ofMinutes(5));
                assertEquals(Optional.of(WriteVerdict.APPLIED), readBack(field));
                assertEquals(Optional.of(next), editor.shown("A", field));
                return verdict;
            }
            default -> {}
        }
        Optional<ListingValue> last =
                manner == Manner.ROUNDS ? Optional.of(new ListingValue(field, "value " + number)) : Optional.of(wish);
        assertEquals(last, editor.shown("A", field));
        return verdict;
    }

    private WriteVerdict untilItShows(ListingField field, WriteVerdict first, ListingValue next) {
        WriteVerdict verdict = first;
        for (int reads = 1; verdict == WriteVerdict.PENDING; reads++) {
            assertTrue(reads <= 3, "the old value is shown for three reads");
            waits(next);
            pass(Duration.ofMinutes(1 + random.nextInt(2)));
            verdict = readBack(field).orElseThrow();
        }
        return verdict;
    }

    @Test
    void writeOnceAndInOrder() {
        List<Manner> manners = List.of(Manner.LAGS, Manner.LOSES, Manner.ROUNDS, Manner.REVIEWS, Manner.REVERSES);
        List<WriteVerdict> expected = List.of(
                WriteVerdict.APPLIED,
                WriteVerdict.APPLIED,
                WriteVerdict.DIFFERENT,
                WriteVerdict.PENDING,
                WriteVerdict.PENDING);
        List<ListingField> fields = List.of(
                ListingField.TITLE,
                ListingField.PAGE,
                ListingField.PAGE_PC,
                ListingField.PAGE_WIRELESS,
                ListingField.ATTRIBUTES);
        fields.forEach(field -> editor.show("A", new ListingValue(field, "first")));
        for (int number = 0; number < RUNS; number++) {
            int way = random.nextInt(manners.size());
            String told = "run " + number + " " + manners.get(way) + ", -Dstoreops.seed=" + seed;
            // Each field may have been written in any manner before.
            ListingField field = fields.get(random.nextInt(fields.size()));
            assertEquals(expected.get(way), run(field, manners.get(way), number), told);
        }
        Set<String> keys = new HashSet<>();
        editor.wishes.forEach(wish -> assertTrue(keys.add(wish.key()), wish + ", -Dstoreops.seed=" + seed));
        assertEquals(wishes, editor.wishes.size());
    }
}
