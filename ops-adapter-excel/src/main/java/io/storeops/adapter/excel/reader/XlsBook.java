package io.storeops.adapter.excel.reader;

import com.google.common.collect.ImmutableList;
import io.storeops.failure.AdapterException;
import io.storeops.spi.sheet.SheetFile;
import io.storeops.spi.sheet.SheetRows;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** An open .xls workbook. Not thread-safe. */
final class XlsBook implements SheetFile {
    private static final String FORMAT = ".xls";
    private static final long MOST_BYTES = 256L << 20;
    private static final String WORKBOOK = "Workbook";
    private static final int MOST_STYLES = 1 << 16;
    private static final int OF_CELLS = 0;

    private final BookFaults faults;
    private final POIFSFileSystem files;
    private final Map<String, Integer> sheets = new LinkedHashMap<>();
    private final SharedTexts texts = new SharedTexts();
    private final CellFormats formats = new CellFormats();
    private boolean from1904;

    private XlsBook(BookFaults faults, POIFSFileSystem files) {
        this.faults = faults;
        this.files = files;
    }

    /**
     * Opens a workbook and reads what its sheets share.
     *
     * @throws AdapterException if it is none of that format, has a password, or cannot be read
     */
    static XlsBook open(Path file) {
        BookFaults faults = new BookFaults(file, FORMAT);
        FileChannel channel;
        try {
            channel = FileChannel.open(file);
        } catch (IOException e) {
            throw faults.unreadable(e);
        }
        boolean read = false;
        try {
            XlsBook book = faults.guarded(() -> "", () -> read(faults, channel));
            read = true;
            return book;
        } finally {
            if (!read) {
                closeQuietly(channel);
            }
        }
    }

    /** What went wrong before is what is told. */
    @SuppressWarnings("EmptyCatch")
    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing was written.
        }
    }

    private static XlsBook read(BookFaults faults, FileChannel channel) throws IOException {
        if (channel.size() > MOST_BYTES) {
            throw new IOException("it has more than " + MOST_BYTES + " bytes. Save it as .xlsx, or in parts");
        }
        XlsDirectory.requireShort(channel);
        XlsBook book = new XlsBook(faults, new POIFSFileSystem(channel, true, true));
        book.refuseOthers();
        book.readShared();
        return book;
    }

    private void refuseOthers() throws IOException {
        DirectoryNode root = files.getRoot();
        if (root.hasEntryCaseInsensitive(WORKBOOK)) {
            return;
        }
        if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
            throw withPassword();
        }
        throw new IOException(
                root.hasEntryCaseInsensitive("Book")
                        ? "it is of Excel 95 or older. Save it as .xlsx"
                        : "there is no workbook in it, but perhaps another document. Export it again");
    }

    private static IOException withPassword() {
        return new IOException("it has a password. Save it without one");
    }

    private XlsRecords records(long from) throws IOException {
        DirectoryNode root = files.getRoot();
        return new XlsRecords(root.createDocumentInputStream(root.getEntryCaseInsensitive(WORKBOOK)), from);
    }

    private void readShared() throws IOException {
        try (XlsRecords records = records(0)) {
            records.beginning();
            for (int kind = records.next(); kind != XlsRecords.END; kind = records.next()) {
                switch (kind) {
                    case XlsRecords.PASSWORD -> throw withPassword();
                    case XlsRecords.DATES_FROM_1904 -> from1904 = records.unsigned() == 1;
                    case XlsRecords.SHEET -> readSheet(records);
                    case XlsRecords.SHARED_TEXTS -> readTexts(records);
                    case XlsRecords.FORMAT -> formats.format(Integer.toString(records.unsigned()), records.text());
                    case XlsRecords.STYLE -> readStyle(records);
                    default -> {}
                }
            }
        }
    }

    private void readSheet(XlsRecords records) throws IOException {
        int begins = records.whole();
        records.octet();
        // A chart and a program are sheets, too.
        if (records.octet() == OF_CELLS) {
            String name = records.shortText();
            if (sheets.put(name, begins) != null) {
                throw new IOException("it has the sheet '" + name + "' twice");
            }
        }
    }

    /** The number of them that the file states is not relied on: some programs count those of the cells. */
    private void readTexts(XlsRecords records) throws IOException {
        records.whole();
        long stated = Integer.toUnsignedLong(records.whole());
        for (long i = 0; i < stated && records.goesOn(); i++) {
            texts.add(records.sharedText());
        }
    }

    private void readStyle(XlsRecords records) throws IOException {
        records.unsigned();
        if (formats.styles() == MOST_STYLES) {
            throw new IOException("it has more than " + MOST_STYLES + " styles");
        }
        formats.style(Integer.toString(records.unsigned()));
    }

    @Override
    public List<String> sheets() {
        return ImmutableList.copyOf(sheets.keySet());
    }

    @Override
    public SheetRows rows(String sheet) {
        long begins = Optional.ofNullable(sheets.get(sheet))
                .orElseThrow(() -> new IllegalArgumentException(
                        faults.file() + " has no sheet '" + sheet + "'. Its sheets: " + sheets.keySet()));
        return faults.guarded(
                () -> "sheet '" + sheet + "'",
                () -> new XlsRows(faults, sheet, records(begins), texts, formats, from1904));
    }

    @Override
    public void close() {
        faults.guarded(() -> "", () -> {
            files.close();
            return this;
        });
    }
}
