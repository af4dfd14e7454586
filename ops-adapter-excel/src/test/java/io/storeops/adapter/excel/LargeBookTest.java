package io.storeops.adapter.excel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.catalog.Money;
import io.storeops.document.Block;
import io.storeops.document.Cell;
import io.storeops.document.Document;
import io.storeops.document.Line;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 100,000 rows in a JVM whose heap would not hold their cells. */
class LargeBookTest {
    private static final int ROWS = 100_000;
    private static final int COLUMNS = 20;
    private static final String HEAP = "-Xmx96m";

    /** Writes the workbook into the file that is named. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] args) throws IOException {
            Files.write(Path.of(args[0]), Books.bytes(document()));
        }

        /** Rows that share what is equal, so that the document itself is small. */
        private static Document document() {
            List<Block.Row> rows = new ArrayList<>();
            Cell money = new Cell.Amount(Money.ofMinor(1_234_567, Currency.getInstance("CNY")));
            for (int row = 0; row < ROWS; row++) {
                List<Cell> cells = new ArrayList<>(List.of(Cell.of(row), Cell.of(Line.ofName("item " + row)), money));
                rows.add(Block.Row.of(cells));
            }
            List<Block.Column> columns = Collections.nCopies(3, Block.Column.number("c"));
            Block.Table narrow = new Block.Table(columns, rows);
            List<Cell> many = Collections.nCopies(COLUMNS, money);
            Block.Table wide = new Block.Table(
                    Collections.nCopies(COLUMNS, Block.Column.number("c")),
                    Collections.nCopies(ROWS, Block.Row.of(many)));
            return Document.of(
                    Line.of("large"),
                    List.of(new Block.Heading(Line.of("different")), narrow, new Block.Heading(Line.of("wide")), wide));
        }
    }

    @Test
    void isWrittenInABoundedHeap(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("large.xlsx");
        Path log = directory.resolve("log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS), "The workbook was not written in two minutes");
        assertEquals(0, process.exitValue(), () -> read(log));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertEquals(ROWS + 3, rows(zip, "xl/worksheets/sheet1.xml"));
            assertEquals(ROWS + 2, rows(zip, "xl/worksheets/sheet2.xml"));
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** The rows of a sheet that hold something, counted as text: a reader that keeps them all would need the heap. */
    private static long rows(ZipFile zip, String sheet) throws IOException {
        long rows = 0;
        try (BufferedReader text =
                new BufferedReader(new InputStreamReader(zip.getInputStream(zip.getEntry(sheet)), UTF_8))) {
            StringBuilder tag = new StringBuilder();
            for (int c = text.read(); c >= 0; c = text.read()) {
                tag.setLength(c == '<' ? 0 : tag.length());
                if (tag.length() < 5 && tag.append((char) c).toString().equals("<row ")) {
                    rows++;
                }
            }
        }
        return rows;
    }
}
