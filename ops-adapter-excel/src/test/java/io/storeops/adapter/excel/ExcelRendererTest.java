package io.storeops.adapter.excel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.catalog.Money;
import io.storeops.document.Block;
import io.storeops.document.Cell;
import io.storeops.document.Document;
import io.storeops.document.Line;
import io.storeops.kpi.Ratio;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExcelRendererTest {
    private static Cell amount(long minor, String currency) {
        return new Cell.Amount(Money.ofMinor(minor, Currency.getInstance(currency)));
    }

    /** The first value of a document with one field. */
    private static XSSFCell only(Cell value) {
        Document document = Document.of(
                Line.of("title"), List.of(new Block.Fields(List.of(new Block.Field(Line.of("label"), value)))));
        return (XSSFCell) Books.cell(Books.read(document).getSheetAt(0), "B3");
    }

    private static Document heading(String... names) {
        return Document.of(
                Line.of("title"),
                List.of(names).stream()
                        .map(name -> new Block.Heading(Line.ofName(name)))
                        .toList());
    }

    private static List<String> sheets(Document document) {
        XSSFWorkbook book = Books.read(document);
        return java.util.stream.IntStream.range(0, book.getNumberOfSheets())
                .mapToObj(book::getSheetName)
                .toList();
    }

    @Nested
    class ACell {
        @ParameterizedTest
        @CsvSource({
            "CNY, 1234567, 12345.67, '#,##0.00'",
            "CNY, -5, -0.05, '#,##0.00'",
            "JPY, 1234567, 1234567, '#,##0'",
            "BHD, 1234567, 1234.567, '#,##0.000'"
        })
        void ofMoneyIsANumberInMajorUnits(String currency, long minor, String major, String format) {
            XSSFCell cell = only(amount(minor, currency));
            assertEquals(new BigDecimal(major), new BigDecimal(cell.getRawValue()));
            assertEquals(CellType.NUMERIC, cell.getCellType());
            assertEquals(format, cell.getCellStyle().getDataFormatString());
        }

        @Test
        void ofAWholeNumberIsOne() {
            XSSFCell cell = only(Cell.of(2024));
            assertEquals(2024.0, cell.getNumericCellValue());
            assertEquals("0", cell.getCellStyle().getDataFormatString());
        }

        @ParameterizedTest
        @CsvSource({"1, 8, 0.125", "-1, 3, -0.333333333333333", "2, 1, 2", "0, 7, 0"})
        void ofAShareIsTheRatioItselfInPercent(long n, long d, String value) {
            XSSFCell cell = only(new Cell.Share(Ratio.of(n, d)));
            assertEquals(0, new BigDecimal(value).compareTo(new BigDecimal(cell.getRawValue())), cell.getRawValue());
            assertEquals("0.00%", cell.getCellStyle().getDataFormatString());
        }

        @Test
        void ofAShareOfNothingIsADash() {
            assertEquals("-", only(new Cell.Share(Ratio.of(0, 0))).getStringCellValue());
        }

        @ParameterizedTest
        @ValueSource(strings = {"1900-03-01", "1999-12-31", "2024-02-29", "2024-03-31", "9999-12-31"})
        void ofADateIsThatDateInEveryZone(LocalDate date) {
            TimeZone before = TimeZone.getDefault();
            try {
                for (String zone : List.of("UTC", "Asia/Shanghai", "America/New_York", "Pacific/Apia")) {
                    TimeZone.setDefault(TimeZone.getTimeZone(zone));
                    XSSFCell cell = only(Cell.of(date));
                    assertEquals(
                            LocalDateTime.of(date, java.time.LocalTime.MIDNIGHT), cell.getLocalDateTimeCellValue());
                    assertTrue(DateUtil.isCellDateFormatted(cell));
                }
            } finally {
                TimeZone.setDefault(before);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"1900-02-28", "0001-01-01", "-0001-01-01", "+10000-01-01"})
        void ofADateThatExcelCountsWrongOrNotAtAllIsAText(String date) {
            assertEquals(date, only(Cell.of(LocalDate.parse(date))).getStringCellValue());
        }

        @ParameterizedTest
        @CsvSource({
            "999999999999999, true",
            "1000000000000000, false",
            "-999999999999999, true",
            "9223372036854775807, false"
        })
        void ofMoreThanFifteenDigitsIsATextBecauseANumberWouldBeRounded(long value, boolean number) {
            XSSFCell cell = only(Cell.of(value));
            assertEquals(number ? CellType.NUMERIC : CellType.STRING, cell.getCellType());
            assertEquals(Long.toString(value), number ? cell.getRawValue() : cell.getStringCellValue());
            XSSFCell money = only(amount(value, "CNY"));
            assertEquals(number ? CellType.NUMERIC : CellType.STRING, money.getCellType());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "=1+1",
                    "+1",
                    "-1",
                    "@SUM(A1)",
                    "=HYPERLINK(\"http://evil.example\")",
                    "＝1+1",
                    "007",
                    "1e5",
                    "2024-06-16",
                    "TRUE",
                    "#N/A",
                    "'quoted"
                })
        void ofTextIsTextWhateverItBeginsWith(String text) {
            XSSFCell cell = only(Cell.of(Line.ofName(text)));
            assertEquals(CellType.STRING, cell.getCellType());
            assertEquals(text, cell.getStringCellValue());
            boolean formula = "=+-@＝".indexOf(text.charAt(0)) >= 0;
            // Edited by hand, a cell of the format General would become the formula after all.
            assertEquals(formula ? "@" : "General", cell.getCellStyle().getDataFormatString());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "_x000D_",
                    "a_x0041_b",
                    "_x005F_x0041_",
                    "__x00e9_",
                    "_x00g0_",
                    "_X0041_",
                    "\uFFFE",
                    "a\uFFFFb"
                })
        void ofTextIsNotUnescapedByWhoeverReadsIt(String text) {
            assertEquals(text, only(Cell.of(Line.ofName(text))).getStringCellValue());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "🛒👩‍👩‍👧",
                    "مرحبا بالعالم",
                    "שלום 123",
                    "𠮷野家",
                    "e\u0301",
                    "<b>&amp;\"'</b>",
                    "]]>",
                    "a  b"
                })
        void ofTextKeepsEveryScript(String text) {
            assertEquals(text, only(Cell.of(Line.ofName(text))).getStringCellValue());
        }

        @Test
        void ofTextIsOnOneLineWithoutControlCharacters() {
            assertEquals(
                    "a b c  d e",
                    only(Cell.of(Line.ofName("\ta\nb\u0007c\r\nd\u202Ee\u0085")))
                            .getStringCellValue());
        }

        @Test
        void thatIsMissingIsAWordAndNoNumber() {
            assertEquals("缺", only(new Cell.Missing("缺")).getStringCellValue());
        }
    }

    @Nested
    class Refuses {
        @Test
        void aTextThatNoCellTakes() {
            assertEquals(
                    32_767,
                    only(Cell.of("x".repeat(32_767))).getStringCellValue().length());
            Document document = Document.of(
                    Line.of("title"),
                    List.of(
                            new Block.Heading(Line.of("Work: done")),
                            new Block.Table(
                                    List.of(Block.Column.text("a"), Block.Column.text("b")),
                                    List.of(Block.Row.of(List.of(Cell.of("x"), Cell.of("y".repeat(32_768))))))));
            assertEquals(
                    "Sheet 'Work- done' cell B5 would hold a text of 32768 characters, and a cell takes 32767. Shorten it, or"
                            + " make several paragraphs of it; it begins with 'yyyyyyyyyyyyyyyyyyyy'",
                    assertThrows(IllegalArgumentException.class, () -> Books.bytes(document))
                            .getMessage());
        }

        @Test
        void moreColumnsThanASheetHas() {
            assertEquals(16_384, table(16_384).getRow(2).getLastCellNum());
            assertEquals(
                    "A table of sheet 'title' has 16385 columns, and a sheet takes 16384. Make several tables of it",
                    assertThrows(IllegalArgumentException.class, () -> table(16_385))
                            .getMessage());
        }

        private XSSFSheet table(int columns) {
            return Books.read(Document.of(
                            Line.of("title"),
                            List.of(new Block.Table(Collections.nCopies(columns, Block.Column.text("x")), List.of()))))
                    .getSheetAt(0);
        }

        @Test
        void moreRowsThanASheetHas() {
            Block.Row row = Block.Row.of(List.of(Cell.of(1)));
            Block.Table table = new Block.Table(List.of(Block.Column.number("n")), Collections.nCopies(1_048_574, row));
            assertEquals(
                    "Sheet 'title' would have 1048577 rows, and one takes 1048576. Make several sections or documents of it",
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> Books.bytes(Document.of(Line.of("title"), List.of(table))))
                            .getMessage());
        }

        @Test
        void aLanguageWithoutWords() {
            assertEquals(
                    "No words in 'fr'. Known languages: [zh, en]",
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> new ExcelRenderer()
                                            .render(heading(), Locale.FRENCH, sha256 -> Optional.empty()))
                            .getMessage());
        }
    }

    @Nested
    class Sheets {
        @Test
        void areNamedByTheirHeadings() {
            assertEquals(List.of("title"), sheets(heading()));
            assertEquals(List.of("销售", "库存"), sheets(heading("销售", "库存")));
            assertEquals(
                    List.of("title", "after"),
                    sheets(Document.of(
                            Line.of("title"),
                            List.of(new Block.Text(Line.of("before")), new Block.Heading(Line.of("after"))))));
        }

        @Test
        void haveNamesThatExcelTakes() {
            assertEquals(
                    List.of("a-b-c-d-e-f-g"),
                    sheets(heading("a:b\\c/d?e*f[g]'")).stream()
                            .map(n -> n.replaceAll("-$", ""))
                            .toList());
            assertEquals(List.of("title", "Sheet"), sheets(heading(" ", "''")));
            assertEquals(List.of("History (2)"), sheets(heading("History")));
            assertEquals(
                    List.of("x".repeat(31), "x".repeat(27) + " (2)"),
                    sheets(heading("x".repeat(40), "X".repeat(40))).stream()
                            .map(String::toLowerCase)
                            .toList());
            assertEquals(List.of("a".repeat(30)), sheets(heading("a".repeat(30) + "🛒")));
        }

        @Test
        void areDistinctWhateverTheCase() {
            assertEquals(List.of("a", "A (2)", "a (3)", "a (2) (2)"), sheets(heading("a", "A", "a", "a (2)")));
            assertEquals(List.of("straße", "STRASSE (2)"), sheets(heading("straße", "STRASSE")));
        }

        @Test
        void sayTitleAndHeading() {
            Document document = Document.of(
                    Line.of("Week ").andName("店"),
                    List.of(
                            new Block.Heading(Line.of("One")),
                            new Block.Text(Line.of("text")),
                            new Block.Heading(Line.of("Two")),
                            new Block.Fields(List.of(new Block.Field(Line.of("label"), Cell.of(7))))));
            XSSFWorkbook book = Books.read(document);
            assertEquals(List.of(List.of("Week 店"), List.of("One"), List.of("text")), Books.values(book.getSheetAt(0)));
            assertEquals(List.of(List.of("Two"), List.of("label", 7.0)), Books.values(book.getSheetAt(1)));
            assertEquals("Week 店", book.getProperties().getCoreProperties().getTitle());
            assertEquals("StoreOps", book.getProperties().getCoreProperties().getCreator());
            assertNull(book.getProperties().getCoreProperties().getCreated());
        }

        @Test
        void freezeTheColumnNamesOfTheirOnlyTable() {
            Block.Table table =
                    new Block.Table(List.of(Block.Column.text("a")), List.of(Block.Row.of(List.of(Cell.of("b")))));
            XSSFSheet one =
                    Books.read(Document.of(Line.of("t"), List.of(table))).getSheetAt(0);
            assertEquals(3, one.getPaneInformation().getHorizontalSplitPosition());
            assertEquals("a", Books.cell(one, "A3").getStringCellValue());
            XSSFSheet two =
                    Books.read(Document.of(Line.of("t"), List.of(table, table))).getSheetAt(0);
            assertNull(two.getPaneInformation());
            List<Block> below = new java.util.ArrayList<>(Collections.nCopies(5, new Block.Text(Line.of("x"))));
            below.add(table);
            assertNull(
                    Books.read(Document.of(Line.of("t"), below)).getSheetAt(0).getPaneInformation());
        }

        @Test
        void haveColumnsAsWideAsWhatTheyShow() {
            Block.Table table = new Block.Table(
                    List.of(Block.Column.text("a"), Block.Column.text("名称"), Block.Column.text("c")),
                    List.of(Block.Row.of(List.of(Cell.of("b"), Cell.of("连衣裙连衣裙"), Cell.of("long ".repeat(40))))));
            XSSFSheet sheet =
                    Books.read(Document.of(Line.of("t"), List.of(table))).getSheetAt(0);
            assertEquals(9 * 256, sheet.getColumnWidth(0));
            assertEquals(14 * 256, sheet.getColumnWidth(1));
            assertEquals(60 * 256, sheet.getColumnWidth(2));
            assertTrue(Books.cell(sheet, "C4").getCellStyle().getWrapText());
            assertFalse(Books.cell(sheet, "B4").getCellStyle().getWrapText());
        }

        @Test
        void wrapAParagraphOverSeveralColumns() {
            XSSFSheet sheet = Books.read(
                            Document.of(Line.of("t"), List.of(new Block.Text(Line.of("word ".repeat(60))))))
                    .getSheetAt(0);
            assertEquals("A3:I3", sheet.getMergedRegion(0).formatAsString());
            assertEquals(4 * 15, sheet.getRow(2).getHeightInPoints());
            assertTrue(Books.cell(sheet, "A3").getCellStyle().getWrapText());
        }

        @Test
        void saySoWhereATableIsEmpty() {
            XSSFSheet sheet = Books.read(Document.of(
                            Line.of("t"), List.of(new Block.Table(List.of(Block.Column.text("a")), List.of()))))
                    .getSheetAt(0);
            assertEquals(List.of(List.of("t"), List.of("a"), List.of("no rows")), Books.values(sheet));
        }

        @Test
        void showTheRowToLookAtInBoldAndWhatIsMissingInItalics() {
            Block.Table table = new Block.Table(
                    List.of(Block.Column.text("a"), Block.Column.number("b")),
                    List.of(
                            new Block.Row(List.of(Cell.of("x"), new Cell.Missing("缺")), true),
                            Block.Row.of(List.of(Cell.of("y"), Cell.of("text")))));
            XSSFSheet sheet =
                    Books.read(Document.of(Line.of("t"), List.of(table))).getSheetAt(0);
            assertTrue(((XSSFCell) Books.cell(sheet, "A4"))
                    .getCellStyle()
                    .getFont()
                    .getBold());
            assertTrue(((XSSFCell) Books.cell(sheet, "B4"))
                    .getCellStyle()
                    .getFont()
                    .getItalic());
            assertFalse(((XSSFCell) Books.cell(sheet, "A5"))
                    .getCellStyle()
                    .getFont()
                    .getBold());
            assertEquals(
                    org.apache.poi.ss.usermodel.HorizontalAlignment.RIGHT,
                    Books.cell(sheet, "B5").getCellStyle().getAlignment());
        }
    }

    @Nested
    class TheFile {
        private final Document document = Document.of(
                Line.of("周报"),
                List.of(
                        new Block.Text(Line.of("text")),
                        new Block.Heading(Line.of("销售")),
                        new Block.Table(
                                List.of(Block.Column.text("a"), Block.Column.number("b")),
                                List.of(Block.Row.of(List.of(Cell.of(LocalDate.of(2024, 6, 16)), amount(1, "CNY")))))));

        @Test
        void isTheSameForEqualContentWhateverTheMachine() {
            byte[] first = Books.bytes(document);
            TimeZone zone = TimeZone.getDefault();
            Locale locale = Locale.getDefault();
            try {
                for (String other : List.of("Asia/Shanghai", "America/New_York", "Pacific/Kiritimati")) {
                    TimeZone.setDefault(TimeZone.getTimeZone(other));
                    for (String tag : List.of("tr-TR", "ar-EG", "zh-CN")) {
                        Locale.setDefault(Locale.forLanguageTag(tag));
                        assertArrayEquals(first, Books.bytes(document), other + " " + tag);
                    }
                }
            } finally {
                TimeZone.setDefault(zone);
                Locale.setDefault(locale);
            }
        }

        @Test
        void isReadFromTheFrontToo() throws IOException {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Books.bytes(document)))) {
                List<String> names = new java.util.ArrayList<>();
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    names.add(entry.getName());
                    assertEquals(LocalDateTime.of(1980, 2, 1, 0, 0), entry.getTimeLocal(), entry.getName());
                    assertFalse(new String(zip.readAllBytes(), StandardCharsets.UTF_8).contains("dcterms:created"));
                }
                assertEquals("[Content_Types].xml", names.get(0));
                assertTrue(names.containsAll(List.of("xl/workbook.xml", "xl/worksheets/sheet2.xml")), names.toString());
            }
        }

        @Test
        void saysWhatItIs() {
            assertEquals(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    new ExcelRenderer()
                            .render(document, Locale.CHINESE, sha256 -> Optional.empty())
                            .contentType());
        }
    }
}
