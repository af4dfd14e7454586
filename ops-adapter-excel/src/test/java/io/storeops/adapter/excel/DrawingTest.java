package io.storeops.adapter.excel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.catalog.Money;
import io.storeops.document.Block;
import io.storeops.document.Cell;
import io.storeops.document.Chart;
import io.storeops.document.Document;
import io.storeops.document.Line;
import io.storeops.id.Sha256;
import io.storeops.kpi.Ratio;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFPicture;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DrawingTest {
    private static final Currency CNY = Currency.getInstance("CNY");

    static Block.Field point(String label, Cell value) {
        return new Block.Field(Line.ofName(label), value);
    }

    private static Cell amount(long minor) {
        return new Cell.Amount(Money.ofMinor(minor, CNY));
    }

    private static Chart chart(Chart.Form form, Optional<Block.Field> level) {
        return new Chart(
                Line.of("Sales & <refunds>"),
                form,
                List.of(point("Mon", amount(1_000)), point("Tue", new Cell.Missing("缺")), point("Wed", amount(3_050))),
                level);
    }

    private static XSSFSheet sheet(Block... blocks) {
        List<Block> all = new ArrayList<>(List.of(new Block.Heading(Line.ofName("It's <1> & \"2\""))));
        all.addAll(Arrays.asList(blocks));
        return Books.read(Document.of(Line.of("title"), all)).getSheetAt(0);
    }

    private static String ranges(XDDFChartData.Series series) {
        return series.getCategoryData().getDataRangeReference() + " -> "
                + series.getValuesData().getDataRangeReference();
    }

    @Nested
    class AChart {
        @ParameterizedTest
        @EnumSource(Chart.Form.class)
        void isDrawnFromTheCellsBesideIt(Chart.Form form) {
            XSSFSheet sheet = sheet(chart(form, Optional.empty()));
            assertEquals(1, sheet.getDrawingPatriarch().getCharts().size());
            XSSFChart chart = sheet.getDrawingPatriarch().getCharts().get(0);
            assertEquals("Sales & <refunds>", chart.getTitleText().getString());
            assertEquals(1, chart.getChartSeries().size());
            XDDFChartData data = chart.getChartSeries().get(0);
            assertEquals(
                    form == Chart.Form.BARS ? "XDDFBarChartData" : "XDDFLineChartData",
                    data.getClass().getSimpleName());
            String name = "'It''s <1> & \"2\"'!";
            assertEquals(name + "$A$5:$A$7 -> " + name + "$B$5:$B$7", ranges(data.getSeries(0)));
            assertEquals("Mon", Books.cell(sheet, "A5").getStringCellValue());
            assertEquals(30.5, Books.cell(sheet, "B7").getNumericCellValue());
        }

        @Test
        void leavesAGapWhereAValueIsMissingAndSaysSoBeside() {
            XSSFSheet sheet = sheet(chart(Chart.Form.LINE, Optional.empty()));
            assertEquals(CellType.BLANK, Books.cell(sheet, "B6").getCellType());
            assertEquals("缺", Books.cell(sheet, "C6").getStringCellValue());
            assertEquals(
                    "gap",
                    sheet.getDrawingPatriarch()
                            .getCharts()
                            .get(0)
                            .getCTChart()
                            .getDispBlanksAs()
                            .getVal()
                            .toString());
        }

        @ParameterizedTest
        @EnumSource(Chart.Form.class)
        void drawsTheLevelAsALineOfItsOwn(Chart.Form form) {
            XSSFSheet sheet = sheet(chart(form, Optional.of(point("Target", amount(2_000)))));
            assertEquals("Target", Books.cell(sheet, "C4").getStringCellValue());
            for (String cell : List.of("C5", "C6", "C7")) {
                assertEquals(20.0, Books.cell(sheet, cell).getNumericCellValue());
            }
            assertEquals("缺", Books.cell(sheet, "D6").getStringCellValue());
            XSSFChart chart = sheet.getDrawingPatriarch().getCharts().get(0);
            List<XDDFChartData> drawn = chart.getChartSeries();
            XDDFChartData last = drawn.get(drawn.size() - 1);
            assertEquals("XDDFLineChartData", last.getClass().getSimpleName());
            assertTrue(ranges(last.getSeries(last.getSeriesCount() - 1)).endsWith("!$C$5:$C$7"));
            assertEquals(
                    2, drawn.stream().mapToInt(XDDFChartData::getSeriesCount).sum());
        }

        @ParameterizedTest
        @EnumSource(Chart.Form.class)
        void isWhatTheSchemaSays(Chart.Form form) {
            for (Optional<Block.Field> level :
                    List.of(Optional.<Block.Field>empty(), Optional.of(point("Target", amount(1))))) {
                XSSFSheet sheet = sheet(chart(form, level));
                List<XmlError> errors = new ArrayList<>();
                XmlOptions into = new XmlOptions().setErrorListener(errors);
                sheet.getDrawingPatriarch().getCTDrawing().validate(into);
                sheet.getDrawingPatriarch().getCharts().get(0).getCTChartSpace().validate(into);
                assertEquals(List.of(), errors);
            }
        }

        @Test
        void withoutAnyNumberIsOnlyItsTable() {
            Chart none = new Chart(
                    Line.of("t"),
                    Chart.Form.LINE,
                    List.of(point("a", new Cell.Missing("-")), point("b", new Cell.Share(Ratio.of(0, 0)))),
                    Optional.empty());
            XSSFSheet sheet = sheet(none);
            assertNull(sheet.getDrawingPatriarch());
            assertEquals("-", Books.cell(sheet, "C5").getStringCellValue());
        }

        @Test
        void ofEachSectionIsOnItsSheetAndNoneCoversAnother() {
            Document document = Document.of(
                    Line.of("t"),
                    List.of(
                            chart(Chart.Form.LINE, Optional.empty()),
                            chart(Chart.Form.BARS, Optional.empty()),
                            new Block.Heading(Line.of("plain")),
                            new Block.Text(Line.of("x")),
                            new Block.Heading(Line.of("drawn")),
                            chart(Chart.Form.BARS, Optional.empty())));
            XSSFWorkbook book = Books.read(document);
            assertEquals(2, book.getSheetAt(0).getDrawingPatriarch().getCharts().size());
            assertNull(book.getSheetAt(1).getDrawingPatriarch());
            assertEquals(1, book.getSheetAt(2).getDrawingPatriarch().getCharts().size());
            List<Integer> rows = book.getSheetAt(0).getDrawingPatriarch().getShapes().stream()
                    .map(shape -> ((org.apache.poi.xssf.usermodel.XSSFClientAnchor) shape.getAnchor()).getRow1())
                    .toList();
            assertEquals(List.of(2, 21), rows);
        }
    }

    @Nested
    class APicture {
        private byte[] picture(String format, int width, int height) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            assertTrue(ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes));
            return bytes.toByteArray();
        }

        private XSSFSheet shown(String type, byte[] declared, byte[] found) {
            Block.Image image = new Block.Image(Sha256.of(declared), type, Line.of("A < chart"));
            Document document = Document.of(Line.of("t"), List.of(image, new Block.Text(Line.of("after"))));
            return Books.read(Books.bytes(
                            document, sha256 -> sha256.equals(image.sha256()) ? Optional.of(found) : Optional.empty()))
                    .getSheetAt(0);
        }

        @ParameterizedTest
        @CsvSource({
            "png, image/png, 100, 50, 100, 50",
            "jpg, image/jpeg, 1600, 400, 800, 200",
            "gif, image/gif, 10, 1200, 5, 600",
            "png, image/png, 1, 1, 1, 1"
        })
        void standsInTheFileWithItsWords(
                String format, String type, int width, int height, int shownWidth, int shownHeight) throws IOException {
            byte[] bytes = picture(format, width, height);
            XSSFSheet sheet = shown(type, bytes, bytes);
            XSSFPicture picture =
                    (XSSFPicture) sheet.getDrawingPatriarch().getShapes().get(0);
            assertArrayEquals(bytes, picture.getPictureData().getData());
            assertEquals(type, picture.getPictureData().getMimeType());
            assertEquals(
                    "A < chart", picture.getCTPicture().getNvPicPr().getCNvPr().getDescr());
            assertEquals(
                    shownWidth * 9_525L,
                    picture.getCTPicture().getSpPr().getXfrm().getExt().getCx());
            assertEquals(
                    shownHeight * 9_525L,
                    picture.getCTPicture().getSpPr().getXfrm().getExt().getCy());
            List<XmlError> errors = new ArrayList<>();
            sheet.getDrawingPatriarch().getCTDrawing().validate(new XmlOptions().setErrorListener(errors));
            assertEquals(List.of(), errors);
            assertEquals("A < chart", Books.cell(sheet, "A3").getStringCellValue());
            assertEquals("after", sheet.getRow(sheet.getLastRowNum()).getCell(0).getStringCellValue());
            // Caption in row 3, the picture from row 4 on, an empty row, the paragraph.
            assertEquals(4 + shownHeight / 20 + 1, sheet.getLastRowNum());
        }

        @Test
        void isItsWordsWhereItsBytesAreNotThoseThatItNames() throws IOException {
            byte[] bytes = picture("png", 4, 4);
            byte[] cut = Arrays.copyOf(bytes, 20);
            for (XSSFSheet sheet : List.of(
                    shown("image/png", bytes, picture("png", 5, 4)),
                    shown("image/png", cut, cut),
                    shown("image/jpeg", bytes, bytes),
                    shown("image/svg+xml", bytes, bytes),
                    shown("image/webp", bytes, bytes))) {
                assertNull(sheet.getDrawingPatriarch());
                assertEquals(
                        "A < chart picture not attached",
                        Books.cell(sheet, "A3").getStringCellValue());
            }
        }

        @Test
        void standsBesideAChartOnOneSheet() throws IOException, OpenXML4JException {
            byte[] bytes = picture("png", 40, 40);
            Block.Image image = new Block.Image(Sha256.of(bytes), "image/png", Line.of("x"));
            Document document =
                    Document.of(Line.of("t"), List.of(image, chart(Chart.Form.LINE, Optional.empty()), image));
            XSSFWorkbook book = Books.read(Books.bytes(document, sha256 -> Optional.of(bytes)));
            assertEquals(3, book.getSheetAt(0).getDrawingPatriarch().getShapes().size());
            assertEquals(1, book.getSheetAt(0).getDrawingPatriarch().getCharts().size());
            assertFalse(book.getAllPictures().isEmpty());
        }
    }

    @Test
    void aPictureOfUnknownSizeHasNone() {
        assertEquals(Optional.empty(), PictureSize.of(new byte[0]));
        assertEquals(Optional.empty(), PictureSize.of(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}));
        assertEquals(
                Optional.empty(),
                PictureSize.of("GIF89a\0\0\0\0".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)));
    }
}
