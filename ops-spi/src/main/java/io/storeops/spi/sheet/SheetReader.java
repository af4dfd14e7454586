package io.storeops.spi.sheet;

import io.storeops.failure.AdapterException;
import java.nio.file.Path;

/**
 * Opens files whose rows are not text, such as workbooks. An implementation is found through ServiceLoader by whoever reads exported files, and
 * is safe for use by several threads.
 */
public interface SheetReader {
    /** How many bytes of a file's beginning are looked at, as far as it has them. */
    int BEGINNING = 512;

    /**
     * Whether a file is of a kind that can be opened, whatever it is called.
     *
     * @param beginning its first {@value #BEGINNING} bytes, or all of a shorter one
     * @return true if {@link #open} reads such files
     */
    boolean reads(byte[] beginning);

    /**
     * Opens a file.
     *
     * @param file the file
     * @return the open file, to be closed
     * @throws AdapterException of the kind INVALID if it is not what it begins like, or cannot be read
     */
    SheetFile open(Path file);
}
