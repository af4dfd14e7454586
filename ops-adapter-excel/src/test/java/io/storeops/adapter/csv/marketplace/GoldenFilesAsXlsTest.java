package io.storeops.adapter.csv.marketplace;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The golden file of each shipped profile, saved as a workbook of the old format by POI, gives the records that were written down by hand. */
class GoldenFilesAsXlsTest {
    @TempDir
    private Path folder;

    /** Every cell a text, in the row of its line, behind a sheet of notes. */
    private static byte[] workbook(char delimiter, String text) throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.createSheet("Notes").createRow(0).createCell(0).setCellValue("exported by hand");
            Sheet sheet = book.createSheet("Data");
            for (CsvRecord each : CsvReader.builder()
                    .fieldSeparator(delimiter)
                    .skipEmptyLines(true)
                    .ofCsvRecord(text)) {
                Row row = sheet.createRow(Math.toIntExact(each.getStartingLineNumber()) - 1);
                for (int column = 0; column < each.getFieldCount(); column++) {
                    if (!each.getField(column).isEmpty()) {
                        row.createCell(column).setCellValue(each.getField(column));
                    }
                }
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    @TestFactory
    List<DynamicTest> givesTheRecordsOfTheText() {
        return Golden.all().stream()
                .map(golden -> dynamicTest(
                        golden.profileName(),
                        () -> golden.requireExpected(
                                folder, workbook(golden.profile().delimiter(), golden.text()))))
                .toList();
    }
}
