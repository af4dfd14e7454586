package io.storeops.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.id.StoreId;
import io.storeops.storage.CommitLog.Written;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever is put and taken away in whatever order, a tree would give the same rows. */
class SortedRowsTest {
    private static final StoreId STORE = StoreId.of("S1");

    private record Thing(StoreId store, String group, long number, String text) {
        private static final Column<String> GROUP = Column.text("group", "the group");
        private static final Column<Long> NUMBER = Column.number("number", "the number");
        private static final Column<String> TEXT = Column.text("text", "anything");
        static final Table<Thing> TABLE = Table.of("thing", Thing::store)
                .column(GROUP, Thing::group)
                .column(NUMBER, Thing::number)
                .column(TEXT, Thing::text)
                .key(GROUP, NUMBER)
                .reads(row -> new Thing(row.store(), row.get(GROUP), row.get(NUMBER), row.get(TEXT)));
    }

    private SortedRows rows = new SortedRows(Thing.TABLE, Thing.TABLE.key());
    private NavigableMap<Key, Written> tree = new TreeMap<>();

    private static Written row(String group, long number, long text) {
        return new Written(Thing.TABLE.write(new Thing(STORE, group, number, "text " + text)), 1);
    }

    private void put(Written row) {
        assertEquals(tree.put(Thing.TABLE.keyOf(row.row()), row), rows.put(row));
    }

    @Property(tries = 60)
    void areThoseOfATree(@ForAll long seed, @ForAll @IntRange(max = 3) int shuffled) {
        // One object runs all tries.
        rows = new SortedRows(Thing.TABLE, Thing.TABLE.key());
        tree = new TreeMap<>();
        Random random = new Random(seed);
        // Enough for several blocks; in order, backwards, or any way.
        List<Long> numbers = new ArrayList<>();
        for (long i = 0; i < 1_500; i++) {
            numbers.add(i);
        }
        if (shuffled == 1) {
            Collections.reverse(numbers);
        } else if (shuffled > 1) {
            Collections.shuffle(numbers, random);
        }
        for (long number : numbers) {
            put(row(number % 2 == 0 ? "a" : "b", number / 2, random.nextInt()));
        }
        for (int i = 0; i < 200; i++) {
            put(row(random.nextBoolean() ? "a" : "b", random.nextInt(800), i));
        }
        for (int i = 0; i < (shuffled == 3 ? 1_500 : 100); i++) {
            Key key = key(random);
            Written gone = tree.remove(key);
            if (gone != null) {
                rows.remove(gone);
            }
        }
        assertEquals(Optional.ofNullable(tree.lastEntry()).map(NavigableMap.Entry::getValue), rows.last());
        for (int i = 0; i < 100; i++) {
            compare(random);
        }
    }

    private static Key key(Random random) {
        return Key.of(STORE, random.nextBoolean() ? "a" : "b", (long) random.nextInt(800));
    }

    private static Key position(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Key.of(STORE, random.nextBoolean() ? "a" : "b");
            case 1 -> Key.above(List.of(STORE.value(), random.nextBoolean() ? "a" : "b"));
            case 2 -> key(random).next();
            default -> key(random);
        };
    }

    private void compare(Random random) {
        Key key = key(random);
        assertEquals(tree.get(key), rows.find(key));
        Key one = position(random);
        Key other = position(random);
        Key low = one.compareTo(other) < 0 ? one : other;
        Key high = one.compareTo(other) < 0 ? other : one;
        long limit = 1 + random.nextInt(900);
        NavigableMap<Key, Written> between = tree.subMap(low, true, high, false);
        assertEquals(between.values().stream().limit(limit).toList(), rows.ascending(low, high, limit));
        assertEquals(
                between.descendingMap().values().stream().limit(limit).toList(), rows.descending(high, low, limit));
    }
}
