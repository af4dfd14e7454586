package io.storeops.adapter.excel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.adapter.excel.reader.WorkbookReader;
import io.storeops.document.Block;
import io.storeops.document.Cell;
import io.storeops.document.Chart;
import io.storeops.document.Document;
import io.storeops.document.Documents;
import io.storeops.document.Line;
import io.storeops.spi.sheet.SheetCell;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Whatever a document says, POI reads it back. */
final class ExcelRendererLawsTest {
    @Provide
    Arbitrary<Document> documents() {
        return Documents.documents();
    }

    @Provide
    Arbitrary<List<String>> headings() {
        Arbitrary<String> odd = Arbitraries.of(
                "",
                " ",
                "'",
                "History",
                "history",
                "a/b",
                "[x]",
                "?",
                "*",
                ":",
                "x".repeat(30) + "🛒",
                "x".repeat(31),
                "x".repeat(40));
        return Arbitraries.oneOf(
                        odd,
                        Arbitraries.strings()
                                .all()
                                .excludeChars('\0')
                                .ofMaxLength(40)
                                .filter(text ->
                                        text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE)))
                .list()
                .ofMaxSize(8);
    }

    @Property(tries = 300)
    void everyDocumentIsReadBackWithEveryValueInItsOrder(@ForAll("documents") Document document) {
        List<Object> read = new ArrayList<>();
        XSSFWorkbook book = Books.read(document);
        for (int i = 0; i < book.getNumberOfSheets(); i++) {
            Books.values(book.getSheetAt(i)).forEach(read::addAll);
        }
        assertEquals(expected(document), read);
    }

    @Property(tries = 100)
    void ourOwnReaderReadsTheSame(@ForAll("documents") Document document) throws IOException {
        Path file = Files.createTempFile("book", ".xlsx");
        try {
            Files.write(file, Books.bytes(document));
            List<Object> read = new ArrayList<>();
            try (WorkbookReader reader = WorkbookReader.open(file)) {
                for (String sheet : reader.sheets()) {
                    reader.read(sheet, row -> row.cells().forEach(cell -> add(read, cell)));
                }
            }
            assertEquals(expected(document), read);
        } finally {
            Files.delete(file);
        }
    }

    private static void add(List<Object> values, SheetCell cell) {
        if (cell instanceof SheetCell.Text text) {
            values.add(text.text());
        } else if (cell instanceof SheetCell.Numeric number) {
            values.add(number.value().doubleValue());
        } else if (cell instanceof SheetCell.Moment moment) {
            values.add(moment.value().toLocalDate().toEpochDay()
                    - LocalDate.of(2000, 1, 1).toEpochDay()
                    + 36_526.0);
        } else {
            assertEquals(new SheetCell.Blank(), cell);
        }
    }

    @Property(tries = 100)
    void equalDocumentsAreEqualFiles(@ForAll("documents") Document document) {
        assertArrayEquals(Books.bytes(document), Books.bytes(document));
    }

    @Property(tries = 300)
    void everySheetHasANameThatExcelTakes(@ForAll("headings") List<String> headings) {
        XSSFWorkbook book = Books.read(Document.of(
                Line.of("title"),
                headings.stream()
                        .map(name -> new Block.Heading(Line.ofName(name)))
                        .toList()));
        Set<String> names = new HashSet<>();
        for (XSSFSheet sheet : read(book)) {
            String name = sheet.getSheetName();
            WorkbookUtil.validateSheetName(name);
            assertEquals(true, names.add(name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT)), name);
            assertEquals(false, name.equalsIgnoreCase("history"));
        }
        assertEquals(Math.max(1, headings.size()), names.size());
    }

    @Property(tries = 200)
    void noCellIsAFormula(@ForAll("documents") Document document) {
        for (XSSFSheet sheet : read(Books.read(document))) {
            sheet.forEach(row -> row.forEach(cell -> assertEquals(
                    true,
                    Set.of(CellType.NUMERIC, CellType.STRING, CellType.BLANK).contains(cell.getCellType()))));
        }
    }

    private static List<XSSFSheet> read(XSSFWorkbook book) {
        List<XSSFSheet> sheets = new ArrayList<>();
        book.sheetIterator().forEachRemaining(sheet -> sheets.add((XSSFSheet) sheet));
        return sheets;
    }

    /** What stands in the cells, from the rules: values in the order of the document, blank ones left out. */
    private static List<Object> expected(Document document) {
        List<Object> values = new ArrayList<>();
        text(values, document.title());
        for (Block block : document.blocks()) {
            if (block instanceof Block.Heading heading) {
                text(values, heading.line());
            } else if (block instanceof Block.Text text) {
                text(values, text.line());
            } else if (block instanceof Block.Fields fields) {
                fields.fields().forEach(field -> field(values, field));
            } else if (block instanceof Block.Table table) {
                table.columns().forEach(column -> text(values, column.name()));
                table.rows().forEach(row -> row.cells().forEach(cell -> values.addAll(value(cell))));
                if (table.rows().isEmpty()) {
                    values.add("no rows");
                }
            } else if (block instanceof Chart chart) {
                text(values, chart.title());
                chart.level().ifPresent(level -> text(values, level.label()));
                chart.points().forEach(point -> point(values, point, chart.level()));
            } else if (block instanceof Block.Image image) {
                text(values, image.alternative().and(" picture not attached"));
            }
        }
        return values;
    }

    private static void point(List<Object> values, Block.Field point, Optional<Block.Field> level) {
        text(values, point.label());
        List<Object> value = value(point.value());
        boolean number = !value.isEmpty() && value.get(0) instanceof Double;
        if (number) {
            values.addAll(value);
        }
        level.ifPresent(field -> values.addAll(value(field.value())));
        if (!number) {
            values.addAll(value);
        }
    }

    private static void field(List<Object> values, Block.Field field) {
        text(values, field.label());
        values.addAll(value(field.value()));
    }

    private static void text(List<Object> values, Line line) {
        String shown = line.parts().stream()
                .map(Line.Part::shown)
                .reduce("", String::concat)
                .strip();
        if (!shown.isEmpty()) {
            values.add(shown);
        }
    }

    private static List<Object> value(Cell cell) {
        Optional<BigDecimal> number = Optional.empty();
        if (cell instanceof Cell.Whole whole) {
            number = Optional.of(BigDecimal.valueOf(whole.value()));
        } else if (cell instanceof Cell.Amount amount) {
            number = Optional.of(amount.money().major());
        } else if (cell instanceof Cell.Day day
                && !day.date().isBefore(LocalDate.of(1900, 3, 1))
                && day.date().getYear() < 10_000) {
            // 2000-01-01 is day 36526 of every spreadsheet.
            return List.of(day.date().toEpochDay() - LocalDate.of(2000, 1, 1).toEpochDay() + 36_526.0);
        } else if (cell instanceof Cell.Share share && share.ratio().d() > 0) {
            return List.of(new BigDecimal(share.ratio().n())
                    .divide(new BigDecimal(share.ratio().d()), new MathContext(15, RoundingMode.HALF_UP))
                    .doubleValue());
        }
        if (number.isPresent() && number.get().precision() <= 15) {
            return List.of(number.get().doubleValue());
        }
        List<Object> values = new ArrayList<>();
        text(values, cell.shown());
        return values;
    }
}
