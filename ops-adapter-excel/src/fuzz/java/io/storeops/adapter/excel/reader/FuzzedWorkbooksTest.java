package io.storeops.adapter.excel.reader;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.spi.sheet.SheetCell;
import io.storeops.spi.sheet.SheetFile;
import io.storeops.spi.sheet.SheetReader;
import io.storeops.spi.sheet.SheetRow;
import io.storeops.spi.sheet.SheetRows;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/**
 * Workbooks that are searched for a way to break their reader: everything that is neither rows in order nor a refusal is a finding. One test
 * at a time, as CONTRIBUTING.md says how.
 */
class FuzzedWorkbooksTest {
    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private static final String R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final Map<String, String> PARTS = new TreeMap<>(Map.of(
            "xl/workbook.xml",
            "<workbook " + MAIN
                    + "><workbookPr date1904=\"0\"/><sheets><sheet name=\"S\" r:id=\"a\"/></sheets></workbook>",
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"a\" Type=\"" + R
                    + "/worksheet\" Target=\"s.xml\"/><Relationship Id=\"b\" Type=\"" + R
                    + "/sharedStrings\" Target=\"t.xml\"/><Relationship Id=\"c\" Type=\"" + R
                    + "/styles\" Target=\"y.xml\"/></Relationships>",
            "xl/s.xml",
            "<worksheet " + MAIN
                    + "><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\""
                    + " s=\"1\"><v>45459.5</v></c></row><row r=\"3\"><c r=\"A3\""
                    + " t=\"inlineStr\"><is><t>x</t></is></c><c r=\"B3\" t=\"b\"><v>1</v></c><c r=\"C3\""
                    + " t=\"e\"><v>#N/A</v></c><c r=\"D3\"><f>A1</f><v>1.5E3</v></c><c r=\"E3\""
                    + " t=\"d\"><v>2024-06-16T09:30:00Z</v></c></row></sheetData><mergeCells><mergeCell"
                    + " ref=\"A1:B2\"/></mergeCells></worksheet>",
            "xl/t.xml",
            "<sst " + MAIN + "><si><t>a_x000D_b</t></si><si><r><t>c</t></r><rPh><t>d</t></rPh></si></sst>",
            "xl/y.xml",
            "<styleSheet " + MAIN + "><numFmts><numFmt numFmtId=\"165\" formatCode=\"[$-804]yyyy\\-mm;@\"/></numFmts>"
                    + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>"));
    private static final SheetReader XLSX = new WorkbookSheets();
    private static final SheetReader XLS = new XlsSheets();
    private static final byte[] OLD = old();
    private static final byte[] OLD_RECORDS = records(OLD);
    private static final Path FILE = file();

    private static Path file() {
        try {
            return Files.createTempDirectory("fuzzed").resolve("book");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] old() {
        try (HSSFWorkbook book = new HSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            CellStyle date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
            Sheet sheet = book.createSheet("店");
            for (int i = 0; i < 4; i++) {
                Row row = sheet.createRow(i * 2);
                row.createCell(0).setCellValue(i == 0 ? "id" : "é店" + i);
                row.createCell(1).setCellValue(i * 1.25);
                row.createCell(2).setCellFormula("CONCATENATE(A1,\"y\")");
                row.createCell(3).setCellValue(i % 2 == 0);
                row.createCell(4).setCellFormula("1/0");
                row.createCell(5).setCellValue(LocalDateTime.of(2024, 6, 16, 9, i));
                row.getCell(5).setCellStyle(date);
            }
            book.createSheet("Notes").createRow(0).createCell(0).setCellValue("note");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] records(byte[] book) {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(book));
                InputStream in = files.createDocumentInputStream("Workbook")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String changed(FuzzedDataProvider data, String text) {
        StringBuilder changed = new StringBuilder(text);
        for (int changes = data.consumeInt(0, 4); changes > 0 && changed.length() > 0; changes--) {
            int from = data.consumeInt(0, changed.length() - 1);
            int to = Math.min(changed.length(), from + data.consumeInt(0, 12));
            changed.replace(from, to, data.consumeString(24));
        }
        return changed.toString();
    }

    private static byte[] changed(FuzzedDataProvider data, byte[] bytes) {
        byte[] changed = bytes.clone();
        for (int changes = data.consumeInt(0, 6); changes > 0; changes--) {
            int from = data.consumeInt(0, changed.length - 1);
            byte[] piece = data.consumeBytes(8);
            System.arraycopy(piece, 0, changed, from, Math.min(piece.length, changed.length - from));
        }
        return changed;
    }

    private static void requireAnswer(SheetReader reader) {
        try (SheetFile book = reader.open(FILE)) {
            for (String sheet : book.sheets()) {
                int last = 0;
                try (SheetRows rows = book.rows(sheet)) {
                    for (Optional<SheetRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                        List<SheetCell> cells = row.get().cells();
                        if (row.get().number() <= last || cells.get(cells.size() - 1) instanceof SheetCell.Blank) {
                            throw new AssertionError("behind row " + last + " " + row.get());
                        }
                        last = row.get().number();
                    }
                }
            }
        } catch (AdapterException e) {
            if (e.kind() != FaultKind.INVALID) {
                throw e;
            }
        }
    }

    @FuzzTest(maxDuration = "150s")
    void xlsx(FuzzedDataProvider data) throws IOException {
        String part = data.pickValue(PARTS.keySet());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(FILE))) {
            for (Map.Entry<String, String> each : PARTS.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                String text = each.getKey().equals(part) ? changed(data, each.getValue()) : each.getValue();
                zip.write(text.getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        requireAnswer(XLSX);
    }

    @FuzzTest(maxDuration = "150s")
    void xls(FuzzedDataProvider data) throws IOException {
        if (data.consumeBoolean()) {
            Files.write(FILE, changed(data, OLD));
        } else {
            try (POIFSFileSystem files = new POIFSFileSystem();
                    OutputStream out = Files.newOutputStream(FILE)) {
                files.createDocument(new ByteArrayInputStream(changed(data, OLD_RECORDS)), "Workbook");
                files.writeFilesystem(out);
            }
        }
        requireAnswer(XLS);
    }
}
