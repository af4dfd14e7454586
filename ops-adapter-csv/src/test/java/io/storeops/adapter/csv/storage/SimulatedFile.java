package io.storeops.adapter.csv.storage;

import java.util.Arrays;
import java.util.Random;

/** The content of one file: as programs see it, and as the disk has it. */
final class SimulatedFile {
    private byte[] seen = {};
    private byte[] kept = {};
    private boolean cleared;
    private boolean dropped;

    /** A file that is wholly on the disk. */
    static SimulatedFile of(byte[] content) {
        SimulatedFile file = new SimulatedFile();
        file.seen = content;
        file.kept = content;
        return file;
    }

    byte[] content() {
        return seen;
    }

    /** Empties the file and writes it. */
    void write(byte[] content) {
        seen = content.clone();
        cleared = true;
    }

    void append(byte[] content) {
        byte[] longer = Arrays.copyOf(seen, seen.length + content.length);
        System.arraycopy(content, 0, longer, seen.length, content.length);
        seen = longer;
    }

    /** Puts the file on the disk, unless an earlier failure had it dropped: then the system believes that it did. */
    void force() {
        if (!dropped) {
            kept = seen;
            cleared = false;
        }
    }

    /** A force fails: the system gives up what it was to write, still shows it, and tells nobody again. */
    void drop() {
        dropped = true;
    }

    boolean settled() {
        return Arrays.equals(seen, kept);
    }

    /**
     * What a power cut leaves: any length that the file had, and every sector as it was, as it should become or, where
     * nothing was before, zeros.
     */
    byte[] afterPowerCut(Random random) {
        if (dropped || Arrays.equals(kept, seen) || random.nextInt(4) == 0) {
            return kept;
        }
        if (random.nextInt(4) == 0) {
            return seen;
        }
        int shorter = Math.min(kept.length, seen.length);
        int longer = Math.max(kept.length, seen.length);
        int length = random.nextBoolean() ? seen.length : shorter + random.nextInt(longer - shorter + 1);
        byte[] left = new byte[length];
        int sector = 8 << random.nextInt(5);
        for (int from = 0; from < length; from += sector) {
            byte[] source = source(from, random);
            int to = Math.min(Math.min(from + sector, length), source.length);
            if (from < to) {
                System.arraycopy(source, from, left, from, to - from);
            }
        }
        return left;
    }

    private byte[] source(int from, Random random) {
        boolean fresh = cleared || from >= kept.length;
        return switch (random.nextInt(fresh ? 3 : 2)) {
            case 0 -> kept;
            case 1 -> seen;
            default -> new byte[0];
        };
    }
}
