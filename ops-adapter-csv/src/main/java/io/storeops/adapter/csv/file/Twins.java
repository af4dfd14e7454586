package io.storeops.adapter.csv.file;

import io.storeops.id.Sha256;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which rows of a source say the same thing twice, and which say different things of one. Of a row 24 bytes are kept, in a table that is
 * at most two thirds full: 64 bits of SHA-256 stand for a text, so that a million texts have two alike once in 30 million times. Any number may ask while nobody
 * adds.
 */
public final class Twins {
    private static final int HEX_DIGITS = 16;
    private static final int LEAST = 1 << 8;

    /** Three elements a row: what it is of, what it says, and where it stands; 0 in the first is a free place. */
    private long[] table = new long[3 * LEAST];

    private int size;
    private final Map<Long, Long> second = new HashMap<>();

    private static long print(String text) {
        long print = Long.parseUnsignedLong(Sha256.of(text).hex().substring(0, HEX_DIGITS), 16);
        return print == 0 ? 1 : print;
    }

    private static int slot(long[] table, long key) {
        int slots = table.length / 3;
        int slot = (int) Long.remainderUnsigned(key, slots);
        while (table[3 * slot] != 0 && table[3 * slot] != key) {
            slot = slot + 1 == slots ? 0 : slot + 1;
        }
        return 3 * slot;
    }

    /** Adds a row: the first of its key stays, one that says something else makes a contradiction. */
    public void add(String key, String content, long place) {
        long of = print(key);
        long says = print(content);
        int at = slot(table, of);
        if (table[at] == 0) {
            table[at] = of;
            table[at + 1] = says;
            table[at + 2] = place;
            size++;
            if (size > table.length / 3 / 3 * 2) {
                grow();
            }
        } else if (table[at + 1] != says) {
            second.putIfAbsent(of, place);
        }
    }

    private void grow() {
        long[] larger = new long[Math.multiplyExact(table.length, 2)];
        for (int from = 0; from < table.length; from += 3) {
            if (table[from] != 0) {
                int at = slot(larger, table[from]);
                System.arraycopy(table, from, larger, at, 3);
            }
        }
        table = larger;
    }

    /** Where the first row of a key stands; empty if there is none. */
    public OptionalLong first(String key) {
        int at = slot(table, print(key));
        return table[at] == 0 ? OptionalLong.empty() : OptionalLong.of(table[at + 2]);
    }

    /** Whether a row says what the first of its key says. */
    public boolean repeats(String key, String content) {
        return table[slot(table, print(key)) + 1] == print(content);
    }

    /** Where the first row stands that contradicts the first of its key. */
    public Optional<Long> contradiction(String key) {
        return Optional.ofNullable(second.get(print(key)));
    }
}
