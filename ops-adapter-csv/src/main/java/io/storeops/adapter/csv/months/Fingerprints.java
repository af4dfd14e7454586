package io.storeops.adapter.csv.months;

import java.util.ArrayList;
import java.util.List;

/**
 * A growing set of texts that tells for certain only which texts it does not have. It errs about once in a billion times, in
 * a set of any size, and needs 6 bytes a text if their number was known, up to 18 if not. (A Bloom filter that hashes twice
 * errs too often in small sets: a lookup asks the sets of all months, and a month that is read in vain costs much.) Any
 * number may ask while nobody adds.
 */
final class Fingerprints {
    private static final int LEAST = 16;

    /** Every one twice as large as the one before: a place cannot be found again in a larger one. */
    private final List<Slots> slots = new ArrayList<>();

    /** One half of a fingerprint says where to look, the other stands there. */
    private static final class Slots {
        private final int capacity;
        private final int[] places;
        private int size;

        Slots(int capacity) {
            this.capacity = capacity;
            this.places = new int[capacity + capacity / 2];
        }

        private static int mark(long fingerprint) {
            int low = (int) fingerprint;
            return low == 0 ? 1 : low;
        }

        /** Where a fingerprint is, or the free place for it. */
        private int placeOf(long fingerprint) {
            int mark = mark(fingerprint);
            int place = (int) (((fingerprint >>> 32) * places.length) >>> 32);
            while (places[place] != 0 && places[place] != mark) {
                place = place + 1 == places.length ? 0 : place + 1;
            }
            return place;
        }

        boolean has(long fingerprint) {
            return places[placeOf(fingerprint)] != 0;
        }

        boolean full() {
            return size == capacity;
        }

        void add(long fingerprint) {
            places[placeOf(fingerprint)] = mark(fingerprint);
            size++;
        }
    }

    /** An empty set that will get about so many texts. */
    Fingerprints(int expected) {
        slots.add(new Slots(Math.max(expected, LEAST)));
    }

    /**
     * What stands for a text, so that it is read once however many sets are asked for it: FNV-1a, whose bits the finisher of
     * MurmurHash3 then mixes, because FNV leaves the upper half alike for texts that differ at their end. Never stored.
     */
    static long of(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }

    void add(long fingerprint) {
        if (mayContain(fingerprint)) {
            return;
        }
        Slots newest = slots.get(slots.size() - 1);
        if (newest.full()) {
            newest = new Slots(2 * newest.capacity);
            slots.add(newest);
        }
        newest.add(fingerprint);
    }

    boolean mayContain(long fingerprint) {
        for (Slots some : slots) {
            if (some.has(fingerprint)) {
                return true;
            }
        }
        return false;
    }
}
