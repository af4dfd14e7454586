package io.storeops.spi.sheet;

import io.storeops.failure.AdapterException;
import java.util.List;

/** An open file with sheets. Not thread-safe. */
public interface SheetFile extends AutoCloseable {
    /**
     * The names of the sheets.
     *
     * @return in order, each once
     */
    List<String> sheets();

    /**
     * Goes to the beginning of a sheet.
     *
     * @param sheet its name
     * @return its rows, to be closed before the file is
     * @throws IllegalArgumentException if there is no such sheet, naming those there are
     * @throws AdapterException if it cannot be read
     */
    SheetRows rows(String sheet);

    /**
     * Closes the file.
     *
     * @throws AdapterException if it cannot be closed
     */
    @Override
    void close();
}
