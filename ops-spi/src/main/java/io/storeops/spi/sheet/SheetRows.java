package io.storeops.spi.sheet;

import io.storeops.failure.AdapterException;
import java.util.Optional;

/** The rows of a sheet that hold something, from top to bottom. Not thread-safe. */
public interface SheetRows extends AutoCloseable {
    /**
     * Goes on to the next row.
     *
     * @return the row, with a higher number than the one before; empty at the end, then and ever after
     * @throws AdapterException of the kind INVALID if it cannot be read, with its place
     */
    Optional<SheetRow> next();

    /**
     * Closes the sheet.
     *
     * @throws AdapterException if it cannot be closed
     */
    @Override
    void close();
}
