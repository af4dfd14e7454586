package io.storeops.adapter.excel.reader;

import static java.util.Objects.requireNonNull;

import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.spi.sheet.SheetFile;
import io.storeops.spi.sheet.SheetReader;
import java.nio.file.Path;

/**
 * Opens workbooks of Excel 97 to 2003 (.xls), for which Apache POI is on the class path: {@code org.apache.poi:poi} is an optional dependency of
 * this module, and without it such a file is refused with that advice. Several sheets of a file may be read at once, by one thread. Safe for
 * use by several threads.
 *
 * <p><b>Memory.</b> A row, the shared texts as UTF-8 and not more than 64 MiB of them, and the file's tables: a 128th of it, and its
 * directory, which has 32,768 entries at most. A file has 256 MiB at most.
 */
public final class XlsSheets implements SheetReader {
    /** Creates the reader, as ServiceLoader does. */
    public XlsSheets() {}

    @Override
    public boolean reads(byte[] beginning) {
        return FileKind.of(beginning) == FileKind.COMPOUND;
    }

    @Override
    public SheetFile open(Path file) {
        requireNonNull(file, "file");
        try {
            return XlsBook.open(file);
        } catch (NoClassDefFoundError e) {
            throw new AdapterException(
                    FaultKind.INVALID,
                    file + " is " + FileKind.COMPOUND.instead()
                            + ", or add org.apache.poi:poi to the class path, which reads .xls",
                    e);
        }
    }
}
