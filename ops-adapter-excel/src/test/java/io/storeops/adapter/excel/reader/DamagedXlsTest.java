package io.storeops.adapter.excel.reader;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.failure.AdapterException;
import io.storeops.spi.sheet.SheetFile;
import io.storeops.spi.sheet.SheetReader;
import io.storeops.spi.sheet.SheetRows;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Random;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of the old format that was damaged is read as far as it is whole, or refused in one way; it is never read without an end. */
class DamagedXlsTest {
    private static final int TIMES = 1_000;
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final SheetReader READER = new XlsSheets();

    @TempDir
    private Path directory;

    private final Random random = new Random(20_240_616);
    private int refused;

    private byte[] whole() throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            CellStyle date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
            for (String name : new String[] {"订单", "Notes"}) {
                Sheet sheet = book.createSheet(name);
                for (int i = 0; i < 30; i++) {
                    Row row = sheet.createRow(i);
                    row.createCell(0).setCellValue("订单 " + "x".repeat(i * 13));
                    row.createCell(1).setCellValue(i * 1.25);
                    row.createCell(2).setCellFormula("CONCATENATE(A1,\"y\")");
                    row.createCell(3).setCellValue(i % 2 == 0);
                    row.createCell(4).setCellValue(LocalDateTime.of(2024, 6, 16, 9, i));
                    row.getCell(4).setCellStyle(date);
                }
            }
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            Path file = directory.resolve("whole.xls");
            try (OutputStream out = Files.newOutputStream(file)) {
                book.write(out);
            }
            return Files.readAllBytes(file);
        }
    }

    private void read(byte[] bytes) throws IOException {
        Path file = Files.write(directory.resolve("damaged.xls"), bytes);
        assertDoesNotThrow(() -> {
            try (SheetFile book = READER.open(file)) {
                for (String sheet : book.sheets()) {
                    try (SheetRows rows = book.rows(sheet)) {
                        while (rows.next().isPresent()) {
                            // What is whole is read.
                        }
                    }
                }
            } catch (AdapterException e) {
                refused++;
                assertTrue(
                        e.getMessage().startsWith(file + " ") || e.getMessage().startsWith(file + ", "),
                        e.getMessage());
            }
        });
    }

    private interface Damage {
        byte[] done(byte[] whole);
    }

    private void eachDamaged(Damage damage) throws IOException {
        byte[] whole = whole();
        read(whole);
        assertTrue(refused == 0, "the whole file was refused");
        assertTimeoutPreemptively(LONG, () -> {
            for (int i = 0; i < TIMES; i++) {
                read(damage.done(whole));
            }
        });
        assertTrue(refused > TIMES / 10, refused + " were refused");
    }

    @Test
    void inBytesAnywhere() throws IOException {
        eachDamaged(whole -> {
            byte[] damaged = whole.clone();
            for (int times = random.nextInt(40); times >= 0; times--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            return damaged;
        });
    }

    /** The first 512 bytes and the tables tell where everything is. */
    @Test
    void inItsHeaderAndItsTables() throws IOException {
        eachDamaged(whole -> {
            byte[] damaged = whole.clone();
            for (int times = random.nextInt(4); times >= 0; times--) {
                int at = random.nextBoolean() ? random.nextInt(512) : damaged.length - 1 - random.nextInt(2_048);
                damaged[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : random.nextInt(8) - 4);
            }
            return damaged;
        });
    }

    @Test
    void inItsLengthAndByPiecesInTheWrongPlace() throws IOException {
        eachDamaged(whole -> {
            if (random.nextBoolean()) {
                return Arrays.copyOf(whole, random.nextInt(whole.length));
            }
            byte[] damaged = whole.clone();
            int length = random.nextInt(64);
            System.arraycopy(
                    whole,
                    random.nextInt(whole.length - length),
                    damaged,
                    random.nextInt(whole.length - length),
                    length);
            return damaged;
        });
    }
}
