package io.storeops.adapter.excel;

import io.storeops.document.Document;
import io.storeops.id.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks, rendered and read back by POI. */
final class Books {
    private Books() {}

    static byte[] bytes(Document document) {
        return bytes(document, sha256 -> Optional.empty());
    }

    static byte[] bytes(Document document, Function<Sha256, Optional<byte[]>> pictures) {
        return new ExcelRenderer().render(document, Locale.ENGLISH, pictures).content();
    }

    static XSSFWorkbook read(byte[] bytes) {
        try {
            return new XSSFWorkbook(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static XSSFWorkbook read(Document document) {
        return read(bytes(document));
    }

    static Cell cell(XSSFSheet sheet, String reference) {
        org.apache.poi.ss.util.CellReference place = new org.apache.poi.ss.util.CellReference(reference);
        Row row = sheet.getRow(place.getRow());
        return row.getCell(place.getCol());
    }

    /** What the cells of a sheet hold, row by row, those that are blank left out. */
    static List<List<Object>> values(XSSFSheet sheet) {
        List<List<Object>> rows = new ArrayList<>();
        for (Row row : sheet) {
            List<Object> cells = new ArrayList<>();
            for (Cell cell : row) {
                switch (cell.getCellType()) {
                    case NUMERIC -> cells.add(cell.getNumericCellValue());
                    case STRING -> cells.add(cell.getStringCellValue());
                    case BLANK -> {}
                    default -> cells.add(cell.getCellType());
                }
            }
            if (!cells.isEmpty()) {
                rows.add(cells);
            }
        }
        return rows;
    }
}
