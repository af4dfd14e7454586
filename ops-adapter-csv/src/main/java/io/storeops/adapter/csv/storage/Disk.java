package io.storeops.adapter.csv.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The few things the store does to its folder, so that a test can make each of them fail. A name is that of a file in the
 * folder. Called by one thread at a time.
 */
interface Disk {
    /** The folder. */
    Path folder();

    /**
     * The names of all entries, sorted.
     *
     * @throws IOException if an entry that ends in {@code .csv} is no regular file
     */
    List<String> names() throws IOException;

    /** The whole content of a file. */
    byte[] read(String name) throws IOException;

    /** Creates or replaces a file and forces it to the disk. */
    void write(String name, byte[] content) throws IOException;

    /** Adds to the end of an existing file and forces it to the disk. */
    void append(String name, byte[] content) throws IOException;

    /** Cuts a file and forces it to the disk. */
    void truncate(String name, long length) throws IOException;

    /** Renames a file over another, atomically or not at all. */
    void move(String from, String to) throws IOException;

    /** Removes a file. */
    void delete(String name) throws IOException;

    /** Forces the folder itself, so that new names and renames survive a power cut. */
    void force() throws IOException;
}
