package io.storeops.adapter.excel.reader;

import io.storeops.spi.sheet.SheetFile;
import io.storeops.spi.sheet.SheetReader;
import java.nio.file.Path;

/** Opens .xlsx workbooks for those who read exported files. Safe for use by several threads. */
public final class WorkbookSheets implements SheetReader {
    /** Creates the reader, as ServiceLoader does. */
    public WorkbookSheets() {}

    @Override
    public boolean reads(byte[] beginning) {
        return FileKind.of(beginning) == FileKind.PACKAGE;
    }

    @Override
    public SheetFile open(Path file) {
        return WorkbookReader.open(file);
    }
}
