package io.storeops.adapter.excel.reader;

import static io.storeops.adapter.excel.reader.HandmadeXls.begins;
import static io.storeops.adapter.excel.reader.HandmadeXls.ends;
import static io.storeops.adapter.excel.reader.HandmadeXls.formula;
import static io.storeops.adapter.excel.reader.HandmadeXls.part;
import static io.storeops.adapter.excel.reader.HandmadeXls.result;
import static io.storeops.adapter.excel.reader.HandmadeXls.wide;
import static io.storeops.adapter.excel.reader.SheetCells.BLANK;
import static io.storeops.adapter.excel.reader.SheetCells.moment;
import static io.storeops.adapter.excel.reader.SheetCells.number;
import static io.storeops.adapter.excel.reader.SheetCells.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.adapter.excel.reader.HandmadeXls.Part;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.spi.sheet.SheetCell;
import io.storeops.spi.sheet.SheetFile;
import io.storeops.spi.sheet.SheetReader;
import io.storeops.spi.sheet.SheetRow;
import io.storeops.spi.sheet.SheetRows;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XlsSheetsTest {
    private static final SheetReader READER = new XlsSheets();

    @TempDir
    private Path directory;

    private Path file() {
        return directory.resolve("book.xls");
    }

    static List<SheetRow> rows(Path file, String sheet) {
        List<SheetRow> rows = new ArrayList<>();
        try (SheetFile book = READER.open(file);
                SheetRows all = book.rows(sheet)) {
            for (Optional<SheetRow> row = all.next(); row.isPresent(); row = all.next()) {
                rows.add(row.get());
            }
            assertEquals(Optional.empty(), all.next());
        }
        return rows;
    }

    private List<SheetRow> rows(HandmadeXls book) {
        return rows(book.in(file()), "S");
    }

    private Path written(HSSFWorkbook book) throws IOException {
        try (OutputStream out = Files.newOutputStream(file())) {
            book.write(out);
        }
        return file();
    }

    private String refusal(Path file) {
        AdapterException failure = assertThrows(AdapterException.class, () -> rows(file, "S"));
        assertEquals(FaultKind.INVALID, failure.kind());
        return failure.getMessage().replace(file + ", ", "").replace(file + " ", "");
    }

    private String refusal(HandmadeXls book) {
        return refusal(book.in(file()));
    }

    @Nested
    class OfPoi {
        @Test
        void readsEveryTypeOfCell() throws IOException {
            HSSFWorkbook book = new HSSFWorkbook();
            Sheet sheet = book.createSheet("数据");
            Row row = sheet.createRow(2);
            row.createCell(0).setCellValue("连衣裙 🛒");
            row.createCell(2).setCellValue(1234.5);
            row.createCell(3).setCellValue(true);
            row.createCell(4).setCellErrorValue(FormulaError.DIV0.getCode());
            HSSFRichTextString rich = new HSSFRichTextString("a b");
            HSSFFont bold = book.createFont();
            bold.setBold(true);
            rich.applyFont(1, 3, bold);
            row.createCell(5).setCellValue(rich);
            row.createCell(6).setCellValue("");
            row.createCell(7);
            sheet.createRow(3).createCell(1);
            sheet.createRow(65_535).createCell(255).setCellValue(7);
            book.createSheet("empty");
            Path file = written(book);
            List<SheetRow> rows = rows(file, "数据");
            assertEquals(
                    new SheetRow(
                            3,
                            List.of(
                                    text("连衣裙 🛒"),
                                    BLANK,
                                    number("1234.5"),
                                    new SheetCell.Flag(true),
                                    new SheetCell.Fault("#DIV/0!"),
                                    text("a b"),
                                    text(""))),
                    rows.get(0));
            assertEquals(2, rows.size());
            assertEquals(65_536, rows.get(1).number());
            assertEquals(256, rows.get(1).cells().size());
            assertEquals(number("7"), rows.get(1).cell(255));
            assertEquals(List.of(), rows(file, "empty"));
            try (SheetFile opened = READER.open(file)) {
                assertEquals(List.of("数据", "empty"), opened.sheets());
                assertEquals(
                        file + " has no sheet 'x'. Its sheets: [数据, empty]",
                        assertThrows(IllegalArgumentException.class, () -> opened.rows("x"))
                                .getMessage());
            }
        }

        @Test
        void readsTheResultsOfFormulas() throws IOException {
            HSSFWorkbook book = new HSSFWorkbook();
            Row row = book.createSheet("S").createRow(0);
            row.createCell(0).setCellValue(2);
            for (String formula :
                    List.of("A1*2.5", "CONCATENATE(\"东\",\"京\")", "A1>1", "1/0", "IF(TRUE,\"\")", "DATE(2024,6,16)")) {
                row.createCell(row.getLastCellNum()).setCellFormula(formula);
            }
            CellStyle date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
            row.getCell(6).setCellStyle(date);
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            assertEquals(
                    List.of(
                            number("2"),
                            number("5"),
                            text("东京"),
                            new SheetCell.Flag(true),
                            new SheetCell.Fault("#DIV/0!"),
                            text(""),
                            moment("2024-06-16T00:00")),
                    rows(written(book), "S").get(0).cells());
        }

        @ParameterizedTest
        @CsvSource({
            "false, 45459, 2024-06-16T00:00",
            "true, 43997, 2024-06-16T00:00",
            "false, 45459.395833333336, 2024-06-16T09:30",
            "false, 45459.999999999, 2024-06-17T00:00",
            "false, 1, 1900-01-01T00:00",
            "false, 59, 1900-02-28T00:00",
            "false, 61, 1900-03-01T00:00",
            "true, 0, 1904-01-01T00:00",
            "true, 60, 1904-03-01T00:00",
            "false, 2958465, 9999-12-31T00:00"
        })
        void readsDatesOf1900AndOf1904(boolean from1904, double serial, String moment) throws IOException {
            HSSFWorkbook book = new HSSFWorkbook();
            CellStyle date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\" h:mm"));
            Cell cell = book.createSheet("S").createRow(0).createCell(0);
            cell.setCellValue(serial);
            cell.setCellStyle(date);
            if (from1904) {
                book.getInternalWorkbook().getRecords().stream()
                        .filter(org.apache.poi.hssf.record.DateWindow1904Record.class::isInstance)
                        .map(org.apache.poi.hssf.record.DateWindow1904Record.class::cast)
                        .forEach(window -> window.setWindowing((short) 1));
            }
            assertEquals(moment(moment), rows(written(book), "S").get(0).cell(0));
        }

        @Test
        void readsFormatsThatAreKnownByNumber() throws IOException {
            HSSFWorkbook book = new HSSFWorkbook();
            Row row = book.createSheet("S").createRow(0);
            for (int format : new int[] {14, 31, 10}) {
                CellStyle style = book.createCellStyle();
                style.setDataFormat((short) format);
                Cell cell = row.createCell(Math.max(row.getLastCellNum(), 0));
                cell.setCellValue(45459);
                cell.setCellStyle(style);
            }
            assertEquals(
                    List.of(moment("2024-06-16T00:00"), moment("2024-06-16T00:00"), number("45459")),
                    rows(written(book), "S").get(0).cells());
        }

        /** A record holds 8,224 bytes: texts go on in the next one, whose characters may be of the other width. */
        @Test
        void readsTextsThatGoOnInOtherRecords() throws IOException {
            HSSFWorkbook book = new HSSFWorkbook();
            Sheet sheet = book.createSheet("S");
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                texts.add((i % 3 == 0 ? "plain" : i % 3 == 1 ? "店铺" : "é") + ("" + i).repeat(i * 11 % 400 + 1));
            }
            texts.add("店".repeat(32_767));
            texts.add("x".repeat(32_767));
            texts.forEach(text -> sheet.createRow(sheet.getPhysicalNumberOfRows())
                    .createCell(0)
                    .setCellValue(text));
            assertEquals(
                    texts,
                    rows(written(book), "S").stream()
                            .map(row -> ((SheetCell.Text) row.cell(0)).text())
                            .toList());
        }

        @Test
        void readsSheetsSideBySide() throws IOException {
            HSSFWorkbook book = new HSSFWorkbook();
            for (String name : List.of("one", "two")) {
                Sheet sheet = book.createSheet(name);
                for (int i = 0; i < 2_000; i++) {
                    sheet.createRow(i).createCell(0).setCellValue(name + i);
                }
            }
            try (SheetFile opened = READER.open(written(book));
                    SheetRows one = opened.rows("one");
                    SheetRows two = opened.rows("two")) {
                for (int i = 0; i < 2_000; i++) {
                    assertEquals(text("one" + i), one.next().orElseThrow().cell(0));
                    assertEquals(text("two" + i), two.next().orElseThrow().cell(0));
                }
                assertEquals(Optional.empty(), one.next());
                assertEquals(Optional.empty(), two.next());
            }
        }

        @Test
        void takesAnIdOfMoreThanFifteenDigitsForDamaged() throws IOException {
            HSSFWorkbook book = new HSSFWorkbook();
            Row row = book.createSheet("S").createRow(0);
            row.createCell(0).setCellValue(123_456_789_012_345_678d);
            row.createCell(1).setCellValue(123_456_789_012_345d);
            SheetRow read = rows(written(book), "S").get(0);
            assertEquals("123456789012345", ((SheetCell.Numeric) read.cell(1)).id());
            assertTrue(assertThrows(IllegalArgumentException.class, () -> ((SheetCell.Numeric) read.cell(0)).id())
                    .getMessage()
                    .contains("is a damaged id"));
        }
    }

    @Nested
    class OfWhoeverWroteIt {
        @Test
        void readsNumbersInShort() {
            // 100 times 12.34 as an integer, and 1.5 by its upper 30 bits.
            int cents = 1234 << 2 | 3;
            int half = (int) (Double.doubleToLongBits(1.5) >>> 32);
            assertEquals(
                    List.of(new SheetRow(1, List.of(BLANK, number("12.34"), number("1.5"), BLANK, number("1234")))),
                    rows(HandmadeXls.of(
                            part(0xBD, (short) 0, (short) 1, (short) 0, cents, (short) 0, half, (short) 2),
                            part(0x27E, (short) 0, (short) 4, (short) 0, 1234 << 2 | 2))));
        }

        @Test
        void readsTextsThatNoOtherCellShares() {
            Part rich = part(0xD6, (short) 0, (short) 1, (short) 0, (short) 1, (byte) 1, wide("店"), (short) 1, 0);
            assertEquals(
                    List.of(text("东京"), text("店")),
                    rows(HandmadeXls.of(HandmadeXls.text(0, 0, "东京"), rich))
                            .get(0)
                            .cells());
        }

        @Test
        void passesOverTheFontsAndTheSoundsOfASharedText() {
            Part texts = part(
                    0xFC,
                    2,
                    2,
                    (short) 2,
                    (byte) 0x0D,
                    (short) 1,
                    6,
                    wide("东京"),
                    0,
                    new byte[6],
                    (short) 1,
                    (byte) 0,
                    (byte) 'b');
            HandmadeXls book = HandmadeXls.of(
                            part(0xFD, (short) 0, (short) 0, (short) 0, 1),
                            part(0xFD, (short) 0, (short) 1, (short) 0, 0))
                    .sharing(texts);
            assertEquals(List.of(text("b"), text("东京")), rows(book).get(0).cells());
        }

        @Test
        void passesOverAChartThatLiesOnTheSheet() {
            assertEquals(
                    List.of(new SheetRow(1, List.of(number("1"))), new SheetRow(2, List.of(number("2")))),
                    rows(HandmadeXls.of(
                            HandmadeXls.number(0, 0, 0, 1),
                            begins(0x600, 0x20),
                            begins(0x600, 0x20),
                            HandmadeXls.number(0, 0, 0, 8),
                            ends(),
                            HandmadeXls.number(0, 0, 0, 9),
                            ends(),
                            HandmadeXls.number(1, 0, 0, 2))));
        }

        @Test
        void takesCellsOfARowInAnyOrder() {
            assertEquals(
                    List.of(new SheetRow(1, List.of(number("1"), number("2")))),
                    rows(HandmadeXls.of(HandmadeXls.number(0, 1, 0, 2), HandmadeXls.number(0, 0, 0, 1))));
        }

        @Test
        void readsAResultThatStandsBehindASharedFormula() {
            assertEquals(
                    List.of(text("yes"), number("1")),
                    rows(HandmadeXls.of(
                                    formula(0, 0, 0xFFFF_0000_0000_0000L),
                                    part(0x4BC, 0L),
                                    result("yes"),
                                    HandmadeXls.number(0, 1, 0, 1)))
                            .get(0)
                            .cells());
        }
    }

    @Nested
    class Refuses {
        @Test
        void whatExcelDoesNotWriteAndSaysWhere() {
            String cannot = " cannot be read as an .xls workbook: ";
            String save = ". Open the file in a spreadsheet and save it";
            long text = 0xFFFF_0000_0000_0000L;
            assertEquals(
                    "sheet 'S' cell A3" + cannot + "row 2 follows it" + save,
                    refusal(HandmadeXls.of(HandmadeXls.number(2, 0, 0, 1), HandmadeXls.number(1, 0, 0, 1))));
            assertEquals(
                    "sheet 'S' cell A1" + cannot + "it is there twice",
                    refusal(HandmadeXls.of(HandmadeXls.number(0, 0, 0, 1), HandmadeXls.number(0, 0, 0, 1))));
            assertEquals(
                    "sheet 'S' row 1" + cannot
                            + "there is a cell in its column 257, and a sheet of this format has 256 columns",
                    refusal(HandmadeXls.of(HandmadeXls.number(0, 256, 0, 1))));
            assertEquals(
                    "sheet 'S' cell B1" + cannot + "there is a formula without its result" + save,
                    refusal(HandmadeXls.of(formula(0, 1, text))));
            assertEquals(
                    "sheet 'S' cell A1" + cannot + "there is a formula without its result" + save,
                    refusal(HandmadeXls.of(formula(0, 0, text), HandmadeXls.number(0, 1, 0, 1))));
            assertEquals(
                    "sheet 'S'" + cannot + "there is a result without a formula", refusal(HandmadeXls.of(result("x"))));
            assertEquals(
                    "sheet 'S' cell A1" + cannot + "the result of its formula has an unknown type",
                    refusal(HandmadeXls.of(formula(0, 0, text | 7))));
            assertEquals(
                    "sheet 'S' cell A1" + cannot + "'NaN' is not a number",
                    refusal(HandmadeXls.of(HandmadeXls.number(0, 0, 0, Double.NaN))));
            assertEquals(
                    "sheet 'S' cell A1" + cannot + "'2' is not a truth value",
                    refusal(HandmadeXls.of(part(0x205, (short) 0, (short) 0, (short) 0, (byte) 2, (byte) 0))));
            assertEquals(
                    "sheet 'S' cell A1" + cannot + "'99' is not a fault",
                    refusal(HandmadeXls.of(part(0x205, (short) 0, (short) 0, (short) 0, (byte) 99, (byte) 1))));
            assertEquals(
                    "sheet 'S' cell A1" + cannot + "it names the shared text 3, and there are 0",
                    refusal(HandmadeXls.of(part(0xFD, (short) 0, (short) 0, (short) 0, 3))));
            assertEquals(
                    "sheet 'S' cell A1" + cannot + "a text has half a character",
                    refusal(HandmadeXls.of(
                            part(0x204, (short) 0, (short) 0, (short) 0, (short) 1, (byte) 1, (short) 0xD83D))));
            assertEquals(
                    "sheet 'S' cell A1" + cannot + "a text has more than 32767 characters",
                    refusal(HandmadeXls.of(part(0x204, (short) 0, (short) 0, (short) 0, (short) 32_768, (byte) 1))));
            assertEquals(
                    "sheet 'S'" + cannot + "the file ends within it. Export it again",
                    refusal(HandmadeXls.of(begins(0x600, 0x20))));
            assertEquals(
                    "sheet 'S'" + cannot + "what begins where the file says is not a sheet of cells",
                    refusal(HandmadeXls.of().beginning(0x600, 0x20)));
        }

        @ParameterizedTest
        @ValueSource(doubles = {60, -1, 2958466, 1E9})
        void aNumberThatIsNoDate(double serial) {
            HandmadeXls book = HandmadeXls.of(HandmadeXls.number(0, 0, 0, serial))
                    .sharing(part(0xE0, (short) 0, (short) 14, new byte[16]));
            assertTrue(refusal(book).endsWith(" is not the number of a date"), refusal(book));
        }

        @Test
        void aWorkbookWithAPassword() throws IOException {
            String refusal = "cannot be read as an .xls workbook: it has a password. Save it without one";
            HSSFWorkbook book = new HSSFWorkbook();
            book.createSheet("S").createRow(0).createCell(0).setCellValue(1);
            Biff8EncryptionKey.setCurrentUserPassword("open sesame");
            try {
                written(book);
            } finally {
                Biff8EncryptionKey.setCurrentUserPassword(null);
            }
            assertEquals(refusal, refusal(file()));
            assertEquals(refusal, refusal(HandmadeXls.stream(file(), "EncryptedPackage", new byte[8])));
        }

        @Test
        void anOlderWorkbookAndWhatIsNone() {
            String older = "cannot be read as an .xls workbook: it is of Excel 95 or older. Save it as .xlsx";
            assertEquals(older, refusal(HandmadeXls.of().beginning(0x500, 0x10)));
            assertEquals(
                    older,
                    refusal(HandmadeXls.stream(file(), "Book", HandmadeXls.of().records())));
            assertEquals(
                    "cannot be read as an .xls workbook: there is no workbook in it, but perhaps another document."
                            + " Export it again",
                    refusal(HandmadeXls.stream(file(), "WordDocument", new byte[8])));
        }

        @Test
        void twoSheetsOfOneName() {
            assertEquals(
                    "cannot be read as an .xls workbook: it has the sheet 'S' twice",
                    refusal(HandmadeXls.of().sharing(part(0x85, 0, (short) 0, (byte) 1, (byte) 0, (byte) 'S'))));
        }

        @Test
        void aFileThatIsCutOrNotThere() throws IOException {
            byte[] whole = Files.readAllBytes(
                    HandmadeXls.of(HandmadeXls.number(0, 0, 0, 1)).in(file()));
            Files.write(file(), Arrays.copyOf(whole, 600));
            assertTrue(refusal(file()).startsWith("cannot be read as an .xls workbook: "), refusal(file()));
            assertTrue(refusal(directory.resolve("none")).startsWith("cannot be read: "));
        }

        @Test
        void whatIsNotOfThatFormatByItsFirstBytes() {
            assertFalse(READER.reads("<html><table>".getBytes(UTF_8)));
            assertFalse(READER.reads("PK\3\4".getBytes(UTF_8)));
            assertFalse(READER.reads("a,b".getBytes(UTF_8)));
            assertTrue(READER.reads(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}));
        }
    }

    /** As where POI, an optional dependency, is not on the class path. */
    private static final class WithoutPoi extends URLClassLoader {
        WithoutPoi(URL[] classes) {
            super(classes, XlsSheetsTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.apache.poi.")) {
                throw new ClassNotFoundException(name);
            }
            return name.startsWith("io.storeops.adapter.excel.reader.")
                    ? Optional.<Class<?>>ofNullable(findLoadedClass(name)).orElse(findClass(name))
                    : super.loadClass(name, resolve);
        }
    }

    @Test
    void withoutPoiSaysWhatToAdd() throws Exception {
        Path file = HandmadeXls.of().in(file());
        URL classes = XlsSheets.class.getProtectionDomain().getCodeSource().getLocation();
        try (WithoutPoi loader = new WithoutPoi(new URL[] {classes})) {
            SheetReader reader = (SheetReader)
                    loader.loadClass(XlsSheets.class.getName()).getConstructor().newInstance();
            assertTrue(reader.reads(Arrays.copyOf(Files.readAllBytes(file), SheetReader.BEGINNING)));
            assertEquals(
                    file
                            + " is a workbook of the old format (.xls), or one with a password. Save it as .xlsx"
                            + " without a password, or add org.apache.poi:poi to the class path, which reads .xls",
                    assertThrows(AdapterException.class, () -> reader.open(file))
                            .getMessage());
        }
    }
}
