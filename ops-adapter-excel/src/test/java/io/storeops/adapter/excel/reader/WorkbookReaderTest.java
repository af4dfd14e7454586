package io.storeops.adapter.excel.reader;

import static io.storeops.adapter.excel.reader.SheetCells.BLANK;
import static io.storeops.adapter.excel.reader.SheetCells.moment;
import static io.storeops.adapter.excel.reader.SheetCells.number;
import static io.storeops.adapter.excel.reader.SheetCells.text;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.spi.sheet.SheetCell;
import io.storeops.spi.sheet.SheetRow;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookReaderTest {

    @TempDir
    private Path directory;

    private Path file() {
        return directory.resolve("book.xlsx");
    }

    private static List<SheetRow> rows(Path file, String sheet) {
        List<SheetRow> rows = new ArrayList<>();
        try (WorkbookReader reader = WorkbookReader.open(file)) {
            reader.read(sheet, rows::add);
        }
        return rows;
    }

    private List<SheetRow> rows(Handmade book) {
        return rows(book.in(file()), "S");
    }

    private SheetCell only(Handmade book) {
        return rows(book).get(0).cell(0);
    }

    private String refusal(Handmade book) {
        AdapterException failure = assertThrows(AdapterException.class, () -> rows(book));
        assertEquals(FaultKind.INVALID, failure.kind());
        return failure.getMessage().replace(file() + ", ", "").replace(file() + " ", "");
    }

    private Path written(XSSFWorkbook book) throws IOException {
        try (OutputStream out = Files.newOutputStream(file())) {
            book.write(out);
        }
        return file();
    }

    @Nested
    class OfPoi {
        @Test
        void readsEveryTypeOfCell() throws IOException {
            XSSFWorkbook book = new XSSFWorkbook();
            Sheet sheet = book.createSheet("数据");
            Row row = sheet.createRow(2);
            row.createCell(0).setCellValue("连衣裙 🛒");
            row.createCell(2).setCellValue(1234.5);
            row.createCell(3).setCellValue(true);
            row.createCell(4).setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.DIV0.getCode());
            XSSFRichTextString rich = new XSSFRichTextString("a ");
            XSSFFont bold = book.createFont();
            bold.setBold(true);
            rich.append("b", bold);
            row.createCell(5).setCellValue(rich);
            Cell formula = row.createCell(6);
            formula.setCellFormula("C3*2");
            Cell words = row.createCell(7);
            words.setCellFormula("CONCATENATE(\"x\",\"y\")");
            FormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
            evaluator.evaluateAll();
            sheet.createRow(3).createCell(1);
            book.createSheet("empty");
            Path file = written(book);
            assertEquals(
                    List.of(new SheetRow(
                            3,
                            List.of(
                                    text("连衣裙 🛒"),
                                    BLANK,
                                    number("1234.5"),
                                    new SheetCell.Flag(true),
                                    new SheetCell.Fault("#DIV/0!"),
                                    text("a b"),
                                    number("2469.0"),
                                    text("xy")))),
                    rows(file, "数据"));
            assertEquals(List.of(), rows(file, "empty"));
            try (WorkbookReader reader = WorkbookReader.open(file)) {
                assertEquals(List.of("数据", "empty"), reader.sheets());
                assertEquals(
                        file + " has no sheet 'x'. Its sheets: [数据, empty]",
                        assertThrows(IllegalArgumentException.class, () -> reader.read("x", row1 -> {}))
                                .getMessage());
            }
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
            XSSFWorkbook book = new XSSFWorkbook();
            if (from1904) {
                book.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
            }
            CellStyle date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\" h:mm"));
            Cell cell = book.createSheet("S").createRow(0).createCell(0);
            cell.setCellValue(serial);
            cell.setCellStyle(date);
            assertEquals(moment(moment), rows(written(book), "S").get(0).cell(0));
        }

        @Test
        void tellsWhichCellsAreMerged() throws IOException {
            XSSFWorkbook book = new XSSFWorkbook();
            Sheet sheet = book.createSheet("S");
            sheet.createRow(0).createCell(1).setCellValue("支付金额");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 1, 3));
            sheet.addMergedRegion(new CellRangeAddress(0, 1, 0, 0));
            try (WorkbookReader reader = WorkbookReader.open(written(book))) {
                assertEquals(List.of(new CellArea(1, 1, 1, 3), new CellArea(1, 2, 0, 0)), reader.merged("S"));
            }
        }
    }

    @Nested
    class OfWhoeverWroteIt {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "yyyy-mm-dd",
                    "m/d/yy h:mm",
                    "[$-804]yyyy\"年\"m\"月\"",
                    "[h]:mm",
                    "mm:ss.0",
                    "AM/PM h",
                    "[Red]d"
                })
        void takesAFormatWithLettersOfDatesForADate(String format) {
            assertTrue(CellFormats.showsDate(format));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "General",
                    "0.00",
                    "#,##0.00",
                    "0.00%",
                    "@",
                    "0\"days\"",
                    "[Red]0",
                    "\\d0",
                    "0_d",
                    "0.00E+00",
                    "[$¥-804]#,##0",
                    "0;[Red]\"day\""
                })
        void takesNoOtherForOne(String format) {
            assertEquals(false, CellFormats.showsDate(format));
        }

        @Test
        void readsFormatsThatAreKnownByNumber() {
            String styles =
                    "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"31\"/><xf numFmtId=\"10\"/></cellXfs>";
            Handmade book = Handmade.of(
                            "<row><c s=\"1\"><v>45459</v></c><c s=\"2\"><v>45459</v></c><c s=\"3\"><v>1</v></c><c s=\"9\"><v>1</v></c></row>")
                    .styled(styles);
            assertEquals(
                    List.of(moment("2024-06-16T00:00"), moment("2024-06-16T00:00"), number("1"), number("1")),
                    rows(book).get(0).cells());
        }

        @Test
        void countsRowsAndCellsThatDoNotSayWhereTheyAre() {
            Handmade book = Handmade.of(
                    "<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"5\"><c r=\"B5\"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>");
            assertEquals(
                    List.of(
                            new SheetRow(1, List.of(number("1"), number("2"))),
                            new SheetRow(5, List.of(BLANK, number("3"), number("4"))),
                            new SheetRow(6, List.of(number("5")))),
                    rows(book));
        }

        @Test
        void readsSharedAndInlineTexts() {
            Handmade book = Handmade.of(
                            "<row><c t=\"s\"><v>1</v></c><c t=\"inlineStr\"><is><t> in </t></is></c><c t=\"str\"><v>a_x000D_b</v></c><c t=\"s\"><v>0</v></c></row>")
                    .sharing(
                            "<si><t/></si><si><r><t>东</t></r><r><t xml:space=\"preserve\">京 </t></r><rPh sb=\"0\" eb=\"1\"><t>とう</t></rPh></si>");
            assertEquals(
                    List.of(text("东京 "), text(" in "), text("a\rb"), text("")),
                    rows(book).get(0).cells());
        }

        @Test
        void readsDatesInWords() {
            assertEquals(
                    moment("2024-06-16T09:30"),
                    only(Handmade.of("<row><c t=\"d\"><v>2024-06-16T09:30:00Z</v></c></row>")));
            assertEquals(moment("2024-06-16T00:00"), only(Handmade.of("<row><c t=\"d\"><v>2024-06-16</v></c></row>")));
        }

        @Test
        void readsOtherEncodingsAndPrefixes() {
            String sheet =
                    "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>";
            assertEquals(number("7"), only(Handmade.of("").with("xl/worksheets/sheet1.xml", sheet)));
            assertEquals(
                    number("7"),
                    only(Handmade.of("")
                            .with("xl/worksheets/sheet1.xml", out -> out.write(("\uFEFF" + sheet).getBytes(UTF_8)))));
            for (java.nio.charset.Charset charset : List.of(
                    UTF_16, java.nio.charset.StandardCharsets.UTF_16LE, java.nio.charset.StandardCharsets.UTF_16BE)) {
                assertEquals(
                        number("7"),
                        only(Handmade.of("")
                                .with("xl/worksheets/sheet1.xml", out -> out.write(sheet.getBytes(charset)))));
            }
        }

        @Test
        void followsAbsoluteNamesOfParts() {
            Handmade book = Handmade.of("<row><c><v>7</v></c></row>")
                    .with(
                            "xl/_rels/workbook.xml.rels",
                            "<Relationships>" + Handmade.relation(1, "worksheet", "/xl/worksheets/sheet1.xml")
                                    + "</Relationships>");
            assertEquals(number("7"), only(book));
        }

        @ParameterizedTest
        @CsvSource({
            "1.5E3, 1500",
            "-0.1, -0.1",
            "1234567890123456789, 1234567890123456789",
            "12345678901234.56, 12345678901234.56"
        })
        void keepsNumbersAsTheFileHasThem(String written, BigDecimal value) {
            SheetCell cell = only(Handmade.of("<row><c><v>" + written + "</v></c></row>"));
            assertEquals(0, value.compareTo(((SheetCell.Numeric) cell).value()));
        }
    }

    @Nested
    class AnId {
        @ParameterizedTest
        @CsvSource({
            "123456789012345, 123456789012345",
            "1.23456789012345E14, 123456789012345",
            "7, 7",
            "100, 100",
            "5.0, 5"
        })
        void isItsDigits(String number, String id) {
            assertEquals(id, new SheetCell.Numeric(new BigDecimal(number)).id());
        }

        @ParameterizedTest
        @ValueSource(strings = {"1234567890123456", "1.23456789012346E+15", "1.2E18"})
        void ofMoreThanFifteenDigitsIsDamaged(String number) {
            BigDecimal value = new BigDecimal(number);
            assertEquals(
                    value.toPlainString()
                            + " is a damaged id: a spreadsheet keeps 15 digits of a number, and the others are lost. Export it again with the"
                            + " column as text",
                    assertThrows(IllegalArgumentException.class, () -> new SheetCell.Numeric(value).id())
                            .getMessage());
        }

        @ParameterizedTest
        @ValueSource(strings = {"-1", "1.5"})
        void isNeitherNegativeNorBroken(String number) {
            assertThrows(IllegalArgumentException.class, () -> new SheetCell.Numeric(new BigDecimal(number)).id());
        }
    }

    @Nested
    class Refuses {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "<row r=\"2\"/><row r=\"2\"/> | sheet 'S' row 2 cannot be read as an .xlsx workbook: row 2 follows row 2",
                    "<row r=\"3\"/><row r=\"2\"/> | sheet 'S' row 3 cannot be read as an .xlsx workbook: row 2 follows row 3",
                    "<row r=\"1048577\"/> | sheet 'S' cannot be read as an .xlsx workbook: row 1048577 follows row 0",
                    "<row><c r=\"B1\"/><c r=\"A1\"/></row> | sheet 'S' cell B1 cannot be read as an .xlsx workbook: the cell A1 follows in it",
                    "<row><c r=\"A2\"/></row> | sheet 'S' row 1 cannot be read as an .xlsx workbook: the cell A2 follows in it",
                    "<row><c r=\"ZZZZZZ1\"/></row> | sheet 'S' row 1 cannot be read as an .xlsx workbook: 'ZZZZZZ1' is not the name of a cell",
                    "<row><c r=\"XFE1\"/></row> | sheet 'S' row 1 cannot be read as an .xlsx workbook: A sheet has no column 16385 in a row 1",
                    "<row r=\"7\"><c r=\"C7\"><v>abc</v></c></row> | sheet 'S' cell C7 cannot be read as an .xlsx workbook: 'abc' is not a number",
                    "<row><c><v>NaN</v></c></row> | sheet 'S' cell A1 cannot be read as an .xlsx workbook: 'NaN' is not a number",
                    "<row><c><v>1E999999</v></c></row> | sheet 'S' cell A1 cannot be read as an .xlsx workbook: '1E999999' is not a number",
                    "<row><c t=\"s\"><v>0</v></c></row> | sheet 'S' cell A1 cannot be read as an .xlsx workbook: it names the shared text 0, and there are 0",
                    "<row><c t=\"z\"><v>0</v></c></row> | sheet 'S' cell A1 cannot be read as an .xlsx workbook: 'z' is not a type of a cell",
                    "<row><c t=\"b\"><v>2</v></c></row> | sheet 'S' cell A1 cannot be read as an .xlsx workbook: '2' is not a truth value",
                    "<row><c t=\"d\"><v>2024-13-01</v></c></row> | sheet 'S' cell A1 cannot be read as an .xlsx workbook: '2024-13-01' is not a date",
                    "<row><c><f>A2</f></c></row> | sheet 'S' cell A1 cannot be read as an .xlsx workbook: there is a formula without a result. Open the file in a spreadsheet and save it"
                })
        void whatExcelDoesNotWriteAndSaysWhere(String rows, String refusal) {
            assertEquals(refusal, refusal(Handmade.of(rows)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"60", "-1", "2958466", "1E9"})
        void aNumberThatIsNoDate(String serial) {
            Handmade book = Handmade.of("<row><c s=\"0\"><v>" + serial + "</v></c></row>")
                    .styled("<cellXfs><xf numFmtId=\"14\"/></cellXfs>");
            assertTrue(refusal(book).endsWith(" is not the number of a date"), refusal(book));
        }

        @Test
        void entitiesAndDocumentTypes() throws IOException {
            Path secret = Files.writeString(directory.resolve("secret"), "open sesame");
            for (String type : List.of(
                    "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>",
                    "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY e \"&a;&a;&a;&a;\">]>",
                    "<!DOCTYPE x SYSTEM \"" + secret.toUri() + "\">")) {
                String sheet = type + Handmade.sheet("<row><c t=\"str\"><v>&e;</v></c></row>");
                String refusal = refusal(Handmade.of("").with("xl/worksheets/sheet1.xml", sheet));
                assertTrue(refusal.contains("document type"), refusal);
            }
        }

        @Test
        void aPartInAnotherEncoding() {
            String sheet = "<?xml version=\"1.0\" encoding=\"GBK\"?>"
                    + Handmade.sheet("<row><c t=\"str\"><v>金额</v></c></row>");
            Handmade book = Handmade.of("").with("xl/worksheets/sheet1.xml", out -> out.write(sheet.getBytes("GBK")));
            assertEquals(
                    "sheet 'S' cannot be read as an .xlsx workbook: its text is neither UTF-8 nor UTF-16",
                    refusal(book).replaceAll(" (row|cell) [A-Z0-9]+", ""));
        }

        @Test
        void aFileThatIsCutOrNotThere() throws IOException {
            byte[] whole = Files.readAllBytes(Handmade.of("<row/>").in(file()));
            Files.write(file(), java.util.Arrays.copyOf(whole, whole.length / 2));
            assertThrows(AdapterException.class, () -> WorkbookReader.open(file()));
            AdapterException absent =
                    assertThrows(AdapterException.class, () -> WorkbookReader.open(directory.resolve("none")));
            assertTrue(absent.getMessage().contains("cannot be read"), absent.getMessage());
            assertTrue(refusal(Handmade.of("<row>").with("xl/workbook.xml", "<workbook>"))
                    .startsWith("cannot be read as an .xlsx workbook: its XML is damaged"));
            assertEquals(
                    "cannot be read as an .xlsx workbook: there is no xl/_rels/workbook.xml.rels in it",
                    assertThrows(AdapterException.class, () -> {
                                try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(file()))) {
                                    zip.putNextEntry(new java.util.zip.ZipEntry("a"));
                                }
                                WorkbookReader.open(file());
                            })
                            .getMessage()
                            .replace(file() + " ", ""));
        }

        @Test
        void whatOnlyIsCalledAWorkbookAndNamesIt() throws IOException {
            try (HSSFWorkbook old = new HSSFWorkbook();
                    OutputStream out = Files.newOutputStream(directory.resolve("old.xlsx"))) {
                old.createSheet("S");
                old.write(out);
            }
            assertNamed(
                    directory.resolve("old.xlsx"),
                    "a workbook of the old format (.xls), or one with a password. Save it as .xlsx without a password");
            String page =
                    "a page (HTML or XML), which a shop's export calls a workbook. Open it in a spreadsheet and save it as .xlsx";
            assertNamed(Files.writeString(file(), "\uFEFF \r\n<html><table>"), page);
            assertNamed(Files.write(file(), "<table>".getBytes(UTF_16)), page);
            String plain = "a text file, such as CSV. Read it as one, or save it as .xlsx";
            assertNamed(Files.writeString(file(), "订单编号,金额\n1,2\n"), plain);
            assertNamed(Files.write(file(), "a,b\n".getBytes(UTF_16)), plain);
            assertNamed(Files.write(file(), "订单编号,金额".getBytes(java.nio.charset.Charset.forName("GBK"))), plain);
            assertNamed(Files.write(file(), new byte[0]), "empty. Export it again");
            assertNamed(
                    Files.write(file(), new byte[] {1, 2, 3, 0}),
                    "none of the formats that are known. Save it as .xlsx");
        }

        private void assertNamed(Path file, String what) {
            assertEquals(
                    file + " is not an .xlsx workbook: it is " + what,
                    assertThrows(AdapterException.class, () -> WorkbookReader.open(file))
                            .getMessage());
        }

        @Test
        void nothingThatTheReceiverOfTheRowsThrows() {
            Path file = Handmade.of("<row><c><v>1</v></c></row>").in(file());
            try (WorkbookReader reader = WorkbookReader.open(file)) {
                IllegalStateException own = new IllegalStateException("mine");
                assertEquals(
                        own,
                        assertThrows(
                                IllegalStateException.class,
                                () -> reader.read("S", row -> {
                                    throw own;
                                })));
            }
        }
    }
}
