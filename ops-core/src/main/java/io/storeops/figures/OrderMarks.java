package io.storeops.figures;

import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;

/**
 * What is remembered of every order that a collection met, so that an order that comes again is known: 16 bytes, in a table that is a third to
 * two thirds full. Ids are told apart by 64 bits and contents by 43: two of ten million ids that are taken for one make a
 * problem that somebody sees, once in four hundred thousand collections. Not thread-safe.
 */
final class OrderMarks {
    private static final int EXTRACT_BITS = 20;
    private static final long EXTRACTS = (1L << EXTRACT_BITS) - 1;
    private static final long PAID = 1L << EXTRACT_BITS;
    private static final int CONTENT_AT = EXTRACT_BITS + 1;

    private long[] ids = new long[1 << 10];
    private long[] marks = new long[1 << 10];
    private int count;

    /** A text as 64 bits. */
    static long hash(String text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = mixed(hash ^ text.charAt(i));
        }
        return hash;
    }

    /** Two values as 64 bits. */
    static long hash(long first, long second) {
        return mixed(mixed(first) + second);
    }

    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 32)) * 0xD6E8FEB86659FD93L;
        return mixed ^ (mixed >>> 29);
    }

    /** Where the order is, or a number below 0. */
    int find(long id) {
        int at = place(id);
        return ids[at] == 0 ? -1 : at;
    }

    /** Remembers an order that is not there yet. */
    int put(long id, int extract) {
        if (3L * count >= 2L * ids.length) {
            grow();
        }
        int at = place(id);
        ids[at] = nonZero(id);
        count++;
        begin(at, extract);
        return at;
    }

    /** Remembers the order anew, without content, as one of this extract. */
    void begin(int at, int extract) {
        marks[at] = checked(extract);
    }

    /** Remembers that the order stands in this extract too, with the same content. */
    void move(int at, int extract) {
        marks[at] = (marks[at] & ~EXTRACTS) | checked(extract);
    }

    private static long checked(int extract) {
        if (extract > EXTRACTS) {
            throw new AdapterException(
                    FaultKind.INVALID,
                    "The source has more than " + (EXTRACTS + 1) + " files. Give it a folder with fewer");
        }
        return extract;
    }

    /** Adds a row of the order to its content; the rows of an order may come in any order. */
    void add(int at, long content, boolean paid) {
        marks[at] = (marks[at] + (content << CONTENT_AT)) | (paid ? PAID : 0);
    }

    /** The extract in which the order stands. */
    int extract(int at) {
        return (int) (marks[at] & EXTRACTS);
    }

    /** Whether a row of the order was paid. */
    boolean paid(int at) {
        return (marks[at] & PAID) != 0;
    }

    /** Whether rows that add up to this content are those of the order. */
    boolean same(int at, long content) {
        return (marks[at] >>> CONTENT_AT) == (content << CONTENT_AT >>> CONTENT_AT);
    }

    private int place(long id) {
        long wanted = nonZero(id);
        int mask = ids.length - 1;
        int at = (int) (wanted ^ (wanted >>> 32)) & mask;
        while (ids[at] != 0 && ids[at] != wanted) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private static long nonZero(long id) {
        return id == 0 ? 1 : id;
    }

    private void grow() {
        long[] oldIds = ids;
        long[] oldMarks = marks;
        ids = new long[oldIds.length * 2];
        marks = new long[ids.length];
        for (int i = 0; i < oldIds.length; i++) {
            if (oldIds[i] != 0) {
                int at = place(oldIds[i]);
                ids[at] = oldIds[i];
                marks[at] = oldMarks[i];
            }
        }
    }
}
