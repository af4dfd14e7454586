package io.storeops.adapter.excel.reader;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.spi.sheet.SheetFile;
import io.storeops.spi.sheet.SheetRow;
import io.storeops.spi.sheet.SheetRows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A workbook (.xlsx) to be read, sheet by sheet and row by row. What a file is, its first bytes say, not its name. Not thread-safe.
 *
 * <p><b>Memory.</b> A row and the shared texts are in memory, the texts as UTF-8 and not more than 64 MiB of them; a part of the file
 * unpacks to 1 GiB at most. Nothing outside the file is ever looked at.
 *
 * <p><b>Exceptions.</b> An {@link AdapterException} of the kind INVALID says what the file is instead of a workbook, or where in it stands
 * what cannot be read; a row that was given before stays as it was.
 */
public final class WorkbookReader implements SheetFile {
    private static final String WORKBOOK = "xl/workbook.xml";

    private static final String FORMAT = ".xlsx";

    private final BookFaults faults;
    private final BookParts parts;
    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final SharedTexts texts = new SharedTexts();
    private final CellFormats formats = new CellFormats();
    private boolean from1904;

    private WorkbookReader(BookFaults faults, BookParts parts) {
        this.faults = faults;
        this.parts = parts;
    }

    /**
     * Opens a workbook and reads what its sheets share.
     *
     * @param file the file, whatever it is called
     * @return the workbook, to be closed
     * @throws AdapterException if it is not a workbook of that format, or cannot be read
     */
    public static WorkbookReader open(Path file) {
        requireNonNull(file, "file");
        BookFaults faults = new BookFaults(file, FORMAT);
        try {
            FileKind kind;
            try (InputStream in = Files.newInputStream(file)) {
                kind = FileKind.of(in.readNBytes(FileKind.LOOKED_AT));
            }
            if (kind != FileKind.PACKAGE) {
                throw new AdapterException(
                        FaultKind.INVALID, file + " is not an .xlsx workbook: it is " + kind.instead());
            }
            return opened(faults, new BookParts(new ZipFile(file.toFile())));
        } catch (ZipException e) {
            throw faults.invalid("", e);
        } catch (IOException e) {
            throw faults.unreadable(e);
        }
    }

    private static WorkbookReader opened(BookFaults faults, BookParts parts) throws IOException {
        WorkbookReader reader = new WorkbookReader(faults, parts);
        boolean read = false;
        try {
            WorkbookReader opened = faults.guarded(() -> "", reader::withShared);
            read = true;
            return opened;
        } finally {
            if (!read) {
                parts.close();
            }
        }
    }

    @Override
    public List<String> sheets() {
        return ImmutableList.copyOf(sheets.keySet());
    }

    /**
     * Reads a sheet.
     *
     * @param sheet its name
     * @param rows is given each row that holds something, from top to bottom
     * @throws IllegalArgumentException if there is no such sheet, naming those there are
     * @throws AdapterException if something in it cannot be read
     */
    public void read(String sheet, Consumer<SheetRow> rows) {
        try (SheetRows all = rows(sheet)) {
            for (Optional<SheetRow> row = all.next(); row.isPresent(); row = all.next()) {
                rows.accept(row.get());
            }
        }
    }

    /**
     * The cells of a sheet that are merged, as headers over several columns are. Reads the whole sheet.
     *
     * @param sheet its name
     * @return the areas in the file's order
     * @throws IllegalArgumentException if there is no such sheet, naming those there are
     * @throws AdapterException if something in it cannot be read
     */
    public List<CellArea> merged(String sheet) {
        try (Rows all = opened(sheet)) {
            while (all.next().isPresent()) {
                // The areas stand behind the rows.
            }
            return ImmutableList.copyOf(all.parser.merged());
        }
    }

    @Override
    public SheetRows rows(String sheet) {
        return opened(sheet);
    }

    private Rows opened(String sheet) {
        String part = Optional.ofNullable(sheets.get(sheet))
                .orElseThrow(() -> new IllegalArgumentException(
                        faults.file() + " has no sheet '" + sheet + "'. Its sheets: " + sheets.keySet()));
        return new Rows(sheet, faults.guarded(() -> named(sheet), () -> parts.open(part)));
    }

    /** The rows of a sheet of this workbook. */
    private final class Rows implements SheetRows {
        private final String sheet;
        private final PartXml xml;
        private final SheetParser parser = new SheetParser(texts, formats, from1904);

        private Rows(String sheet, PartXml xml) {
            this.sheet = sheet;
            this.xml = xml;
        }

        private String place() {
            String place = parser.place();
            return named(sheet) + (place.isEmpty() ? "" : " " + place);
        }

        @Override
        public Optional<SheetRow> next() {
            return faults.guarded(this::place, () -> parser.next(xml));
        }

        @Override
        public void close() {
            faults.guarded(() -> named(sheet), () -> {
                xml.close();
                return this;
            });
        }
    }

    private static String named(String sheet) {
        return "sheet '" + sheet + "'";
    }

    private WorkbookReader withShared() throws IOException {
        Map<String, BookParts.Relation> relations = parts.relations();
        try (PartXml xml = parts.open(WORKBOOK)) {
            while (xml.next()) {
                if (xml.starts("workbookPr")) {
                    from1904 = xml.attribute("date1904")
                            .filter(Set.of("1", "true")::contains)
                            .isPresent();
                } else if (xml.starts("sheet")) {
                    String id = xml.anyAttribute("id").orElse("");
                    BookParts.Relation relation = Optional.ofNullable(relations.get(id))
                            .orElseThrow(
                                    () -> new IOException("a sheet names the part '" + id + "', which is not there"));
                    if (relation.type().endsWith("/worksheet")) {
                        sheets.put(xml.attribute("name").orElse(""), relation.target());
                    }
                }
            }
        }
        for (BookParts.Relation relation : ImmutableSet.copyOf(relations.values())) {
            if (relation.type().endsWith("/sharedStrings")) {
                readTexts(relation.target());
            } else if (relation.type().endsWith("/styles")) {
                try (PartXml xml = parts.open(relation.target())) {
                    formats.read(xml);
                }
            }
        }
        return this;
    }

    private void readTexts(String name) throws IOException {
        try (PartXml xml = parts.open(name)) {
            while (xml.next()) {
                if (xml.starts("si")) {
                    texts.add(xml.richText("si"));
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            parts.close();
        } catch (IOException e) {
            throw new AdapterException(FaultKind.INVALID, faults.file() + " cannot be closed: " + e, e);
        }
    }
}
