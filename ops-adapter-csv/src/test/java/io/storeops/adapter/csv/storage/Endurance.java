package io.storeops.adapter.csv.storage;

/**
 * How long the tests that could go on for hours go on: briefly, or, with {@code -Dstoreops.endurance=true} (the profile
 * {@code endurance}), until the figures are reached that the documentation gives.
 */
final class Endurance {
    static final boolean FULL = Boolean.getBoolean("storeops.endurance");

    private Endurance() {}

    /** Prints a figure that was measured, for whoever writes it down. */
    static void report(String figure) {
        if (FULL) {
            System.out.println("endurance: " + figure);
        }
    }

    static int times(int briefly, int fully) {
        return FULL ? fully : briefly;
    }
}
