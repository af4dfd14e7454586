package io.storeops.adapter.csv.storage;

import java.io.IOException;

/** Reads a file into memory, unless it can never be held there: a hostile file must not end the process. */
final class WholeFile {
    /** Rows take more memory than their text, and so does writing them: a larger share of the memory is of no use. */
    private static final int MEMORY_PER_BYTE = 3;

    private WholeFile() {}

    /**
     * The content of a file.
     *
     * @throws DamagedFileException if it is too large for the memory of this process
     */
    static byte[] read(Disk disk, String name) throws IOException {
        long bytes = disk.size(name);
        if (bytes > most()) {
            throw new DamagedFileException(
                    name,
                    0,
                    "the file has " + bytes + " bytes, and this process has memory for a file of " + most()
                            + ". If the store wrote it, give the process more memory (java -Xmx)");
        }
        return disk.read(name);
    }

    /** Whether {@link #read} would try to. */
    static boolean fits(Disk disk, String name) throws IOException {
        return disk.size(name) <= most();
    }

    private static long most() {
        return Math.min(Runtime.getRuntime().maxMemory() / MEMORY_PER_BYTE, Integer.MAX_VALUE - 8);
    }
}
