package io.storeops.adapter.csv.marketplace;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.storeops.spi.sheet.SheetCell;
import io.storeops.spi.sheet.SheetFile;
import io.storeops.spi.sheet.SheetReader;
import io.storeops.spi.sheet.SheetRow;
import io.storeops.spi.sheet.SheetRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Files of sheets made of CSV: a first line {@code SHEET} with the delimiter, then the text. Every cell is a text, with its line as row. */
public final class TextSheets implements SheetReader {
    static final String BEGINNING_OF_ONE = "SHEET\u0001";

    /** Creates the reader, as ServiceLoader does. */
    public TextSheets() {}

    static byte[] file(char delimiter, String text) {
        return (BEGINNING_OF_ONE + delimiter + text).getBytes(UTF_8);
    }

    @Override
    public boolean reads(byte[] beginning) {
        return new String(beginning, UTF_8).startsWith(BEGINNING_OF_ONE);
    }

    @Override
    public SheetFile open(Path file) {
        String text;
        try {
            text = Files.readString(file).substring(BEGINNING_OF_ONE.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new One(text.charAt(0), text.substring(1));
    }

    private record One(char delimiter, String text) implements SheetFile {
        @Override
        public List<String> sheets() {
            return List.of("Notes", "Data");
        }

        @Override
        public SheetRows rows(String sheet) {
            Iterator<CsvRecord> records = CsvReader.builder()
                    .fieldSeparator(delimiter)
                    .skipEmptyLines(true)
                    .ofCsvRecord(sheet.equals("Data") ? text : "A note" + delimiter + "\n")
                    .iterator();
            return new SheetRows() {
                @Override
                public Optional<SheetRow> next() {
                    if (!records.hasNext()) {
                        return Optional.empty();
                    }
                    CsvRecord next = records.next();
                    return Optional.of(new SheetRow(
                            Math.toIntExact(next.getStartingLineNumber()),
                            next.getFields().stream()
                                    .<SheetCell>map(field ->
                                            field.isEmpty() ? new SheetCell.Blank() : new SheetCell.Text(field))
                                    .toList()));
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public void close() {}
    }
}
