package io.storeops.adapter.csv.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * What tells a file from another one that has taken its name, and from itself after somebody wrote to it. Asked without
 * opening the file.
 *
 * @param key the file system's own key; where there is none, as on Windows, the time at which the file was made
 * @param size its length in bytes
 * @param modified when it was written last
 */
record FileMark(Object key, long size, FileTime modified) {
    static FileMark of(Path path) throws IOException {
        BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Object key = file.fileKey();
        return new FileMark(key == null ? file.creationTime() : key, file.size(), file.lastModifiedTime());
    }

    /** Whether this is the file of an earlier mark with so many bytes more. */
    boolean continues(FileMark earlier, long added) {
        return key.equals(earlier.key()) && size == earlier.size() + added;
    }
}
