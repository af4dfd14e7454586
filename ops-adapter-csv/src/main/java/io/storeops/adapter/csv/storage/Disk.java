package io.storeops.adapter.csv.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/**
 * The few things the store does to its folder, so that a test can make each of them fail and can cut the power between
 * any two. A name is that of a file in the folder, or its path in a folder within, with {@code /} between the parts.
 * Nothing that was written, renamed or deleted is sure to survive a power cut before the matching force. Thread-safe as
 * long as no two threads work on one file.
 */
interface Disk {
    /** The name of the folder itself. */
    String ROOT = "";

    /** Ends the name of a file that is not yet in its place; whatever it holds is also in the journal, or was never acknowledged. */
    String STAGED = ".new";

    /** The folder. */
    Path folder();

    /**
     * The names of all entries of a folder, sorted, without the folder's own; none if there is no such folder.
     *
     * @throws IOException if an entry that ends in {@code .csv} is not a regular file
     */
    List<String> names(String folder) throws IOException;

    /** How long a file is, in bytes. */
    long size(String name) throws IOException;

    /**
     * Which file has a name, as far as this disk can tell.
     *
     * @throws java.nio.file.NoSuchFileException if none has
     */
    default FileMark mark(String name) throws IOException {
        return new FileMark(name, size(name), FileTime.fromMillis(0));
    }

    /**
     * Makes sure that what was changed is in the folder that this store has, and in no other.
     *
     * @throws io.storeops.storage.StorageException if the folder is another process's by now
     */
    default void refuseIfLost() throws IOException {}

    /** The whole content of a file. */
    byte[] read(String name) throws IOException;

    /** The content of a file from its beginning, for files that may be larger than the memory. */
    default InputStream open(String name) throws IOException {
        return new ByteArrayInputStream(read(name));
    }

    /** Creates or replaces a file. To be forced next. */
    void write(String name, byte[] content) throws IOException;

    /**
     * Adds to the end of an existing file. To be forced next.
     *
     * @throws java.nio.file.AccessDeniedException if another program keeps it from being written; nothing was then
     */
    void append(String name, byte[] content) throws IOException;

    /** Forces what was written to a file since its last force. A failure may have dropped it; a second force would not say so. */
    void force(String name) throws IOException;

    /** Renames a file over another, atomically or not at all. */
    void move(String from, String to) throws IOException;

    /** Removes a file. */
    void delete(String name) throws IOException;

    /** Makes a folder in an existing one; does nothing if it is there. */
    void makeFolder(String name) throws IOException;

    /** Forces a folder, so that new names, renames and removals in it survive a power cut. */
    void forceFolder(String name) throws IOException;

    /** Replaces a file of the folder so that at any time either the old or the new content is there, and then the new one. */
    default void replace(String name, byte[] content) throws IOException {
        String staged = name + STAGED;
        write(staged, content);
        force(staged);
        move(staged, name);
        forceFolder(ROOT);
    }
}
