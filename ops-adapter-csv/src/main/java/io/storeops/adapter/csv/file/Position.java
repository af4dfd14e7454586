package io.storeops.adapter.csv.file;

import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.feed.FeedCursor;
import io.storeops.spi.ShownText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Where a page ended: so many records of this file, as it was then. A file that has changed since has no such position.
 *
 * @param records how many records after the header were read
 * @param size the size of the file in bytes
 * @param modified when the file was last written, in ISO 8601
 * @param name the name of the file
 */
public record Position(long records, long size, String modified, String name) {
    public static Position of(Path file, long records) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Position(
                    records,
                    attributes.size(),
                    attributes.lastModifiedTime().toInstant().toString(),
                    SourceFiles.name(file));
        } catch (IOException e) {
            throw FileFaults.unreadable(file, e);
        }
    }

    public static Position parse(FeedCursor cursor) {
        String[] parts = cursor.text().split("\\|", 4);
        try {
            return new Position(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2], parts[3]);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    ShownText.of(cursor.text()) + " is not a cursor of this feed; give back the cursor of a page", e);
        }
    }

    public FeedCursor cursor() {
        return new FeedCursor(records + "|" + size + "|" + modified + "|" + name);
    }

    /** Refuses to go on in a file that is not the one that was begun. */
    public void requireUnchanged(Path file) {
        if (!of(file, records).equals(this)) {
            throw new AdapterException(
                    FaultKind.CONFLICT,
                    name + " has changed since its first records were read. Begin again with the first page");
        }
    }
}
